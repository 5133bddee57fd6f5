"""Complete figures by what stands around them: period, unit that is left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from articleparse.document import Document
from articleparse.extract.figures import FigureMention
from articleparse.record import Date, Figure, StampedDate
from articleparse.resolve.calendar import edtf

_OVER_A_YEAR = re.compile(r"[^.;\n]{0,24}? (?:sur|en) un an\b")
# Further off, a date tells of something else.
_PERIOD_REACH = 60
# A rate is told again with its sign; a number without one counts what was counted before.
_NEVER_LENT = frozenset(("%", "‰", "×", "fois"))
_COUNTED = frozenset(("counted-noun", "predicate"))
# A noun that was said further back is not understood any more.
_REACH = 400


def resolve(
    document: Document,
    mentions: list[FigureMention],
    dates: tuple[Date, ...],
    published: StampedDate | None,
) -> tuple[Figure, ...]:
    """Return the figures, in text order."""
    if not mentions:
        return ()
    found: list[Figure] = []
    last: Figure | None = None
    last_noun: Figure | None = None
    blocks = [block.start for block in document.blocks]
    sentences = [sentence.start for sentence in document.sentences]
    periods = _Periods(document, sentences, dates, published)
    for mention in mentions:
        unit, measures = mention.unit, mention.measures
        if unit is None:
            # "Ils étaient 150" counts again what was counted, never euros or years.
            lender = last if mention.rule == "elliptic" else last_noun
            # A pronoun takes up what its own sentence counted; further back, anything may be.
            is_far = (
                mention.rule == "taken-up" and lender and not _together(sentences, lender, mention)
            )
            if lender is None or is_far or not _reaches(blocks, lender, mention):
                if mention.needs_antecedent:
                    continue
            else:
                unit, measures = lender.unit, lender.measures
        figure = _figure(document, mention, unit, measures, periods)
        found.append(figure)
        if unit is not None and unit not in _NEVER_LENT:
            last = figure
            if mention.rule in _COUNTED:
                last_noun = figure
    return tuple(found)


class _Periods:
    """Finds when a change fell: the date next to it in its sentence, "sur un an"."""

    def __init__(
        self,
        document: Document,
        sentences: list[int],
        dates: tuple[Date, ...],
        published: StampedDate | None,
    ) -> None:
        self._text = document.folded
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._sentences = document.sentences
        self._sentence_starts = sentences
        self._published = published.date if published else None

    def of(self, mention: FigureMention) -> str | None:
        """Return the period of the change that the mention tells, in EDTF."""
        if self._published and _OVER_A_YEAR.match(self._text, mention.end):
            now = self._published
            return f"{edtf(now.year - 1, now.month)}/{edtf(now.year, now.month)}"
        index = bisect_right(self._sentence_starts, mention.start) - 1
        if index < 0:
            return None
        sentence = self._sentences[index]
        behind = bisect_left(self._starts, mention.end)
        if behind < len(self._dates):
            date = self._dates[behind]
            if date.end <= sentence.end and date.start - mention.end <= _PERIOD_REACH:
                return date.value
        if behind and (date := self._dates[behind - 1]).start >= sentence.start:
            is_near = 0 <= mention.start - date.end <= _PERIOD_REACH
            return date.value if is_near else None
        return None


def _reaches(blocks: list[int], lender: Figure, mention: FigureMention) -> bool:
    return _together(blocks, lender, mention) and mention.start - lender.end < _REACH


def _together(starts: list[int], lender: Figure, mention: FigureMention) -> bool:
    """Tell whether none of the starts, of blocks or of sentences, parts the two."""
    return bisect_right(starts, lender.start) == bisect_right(starts, mention.start)


def _figure(
    document: Document,
    mention: FigureMention,
    unit: str | None,
    measures: str | None,
    periods: _Periods,
) -> Figure:
    single = mention.low == mention.high
    return Figure(
        start=mention.start,
        end=mention.end,
        text=document.text[mention.start : mention.end],
        rule=mention.rule,
        value=mention.low if single else None,
        low=None if single else mention.low,
        high=None if single else mention.high,
        unit=unit,
        measures=measures,
        modifier=mention.modifier,
        change=mention.change,
        initial=mention.initial,
        final=mention.final,
        period=periods.of(mention) if mention.change else None,
    )
