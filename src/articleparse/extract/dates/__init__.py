"""Find expressions that name a day, a month or a year."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from articleparse.document import Document, Span, Words
from articleparse.extract.dates import days, month, named, patterns, week, years
from articleparse.extract.dates.mention import DateMention, Point
from articleparse.extract.dates.outlook import outlook
from articleparse.extract.dates.pieces import Piece
from articleparse.extract.dates.stating import role
from articleparse.lexicon.calendar import date_leads, holidays, months, relative_days, weekdays
from articleparse.lexicon.numbers import number_words

__all__ = ["DateMention", "Point", "extract"]

Reader = Callable[[str, int], list[Piece]]

# What may read a date about the word that betrays it; the first reader that does wins.
_OF_WEEKDAY: tuple[Reader, ...] = (
    named.read_holiday,
    week.read_weekday_range,
    week.read_weekday,
)
_OF_WEEKDAY_AND_DAY: tuple[Reader, ...] = (
    named.read_holiday,
    days.read_day_range,
    days.read_day_list,
    days.read_day,
    week.read_weekday_range,
    week.read_weekday_day,
    week.read_weekday,
)
_OF_MONTH: tuple[Reader, ...] = (
    week.read_weekend,
    days.read_day_range,
    days.read_day_list,
    days.read_day,
    month.read_month_range,
    month.read_month,
)
_OF_YEAR: tuple[Reader, ...] = (years.read_year_range, years.read_year)
_OF_NUMBER: tuple[Reader, ...] = (days.read_numeric, *_OF_YEAR, days.read_numeric_day)
_OF_ARTICLE: tuple[Reader, ...] = (days.read_day_alone,)
_PERIODS = frozenset(("an", "année", "mois"))
_WEEKENDS = ("end", "weekend")  # the last run of letters of "week-end"
_MOST_LEADS = 7


@cache
def _triggers() -> dict[str, tuple[Reader, ...]]:
    """Return the readers by the words that betray a date, in lower case."""
    relative = {word for form in relative_days() for word in _parts(form)}
    named_days = {word for name in holidays() for word in _parts(name)}
    last = {_parts(form)[-1] for form in (*relative_days(), *holidays())}
    found: dict[str, tuple[Reader, ...]] = {}
    for word in last.union(_PERIODS, ("veille", "soir", "matin", "jour", "midi")):
        # Only what has the word in it can be read about it.
        readers = (
            (named.read_relative, word in relative),
            (named.read_period, word in _PERIODS),
            (named.read_holiday, word in named_days),
        )
        found[word] = tuple(reader for reader, may_read in readers if may_read)
    found |= dict.fromkeys(_WEEKENDS, (week.read_weekend, week.read_relative_weekend))
    found |= {form.rstrip("."): _OF_WEEKDAY for form in weekdays()}
    found |= {form.rstrip("."): _OF_MONTH for form in months()}
    return found


def _parts(form: str) -> list[str]:
    return re.split(r"[ '-]", form.lower())


@cache
def _trigger_words() -> frozenset[str]:
    return frozenset(_triggers())


@cache
def _leads() -> frozenset[str]:
    """Return the words that may stand in a date before the one that betrays it."""
    return date_leads().union(weekdays(), number_words())


def extract(document: Document) -> list[DateMention]:
    """Find them in a document, in text order."""
    text = document.folded
    starts = [sentence.start for sentence in document.sentences]
    found: list[DateMention] = []
    for piece in _pieces(text, document.words):
        index = bisect_right(starts, piece.start) - 1
        sentence = document.sentences[index] if index >= 0 else Span(0, len(text))
        found.append(_mention(text, document.words, piece, sentence))
    return found


def _pieces(text: str, words: Words) -> list[Piece]:
    found: list[Piece] = []
    triggers, starts, position = _triggers(), words.starts, 0
    for index in words.among_with_numbers(_trigger_words()):
        if starts[index] < position:
            continue
        readers = triggers.get(words.lows[index])
        if readers is None:
            readers = _readers_of_digits(text, starts[index], words.ends[index])
        elif readers is _OF_WEEKDAY and _begins_day("".join(words.lows[index + 1 : index + 2])):
            readers = _OF_WEEKDAY_AND_DAY
        if readers and (pieces := _read(text, words, index, readers, position)):
            found += pieces
            position = pieces[-1].end
    return found


def _begins_day(low: str) -> bool:
    """Tell the word behind "mardi 8", "mardi, le premier juin", "mardi, juin 8" from others."""
    is_number = low.isdecimal() or low in number_words() or low in ("le", "premier")
    return is_number or low in months() or f"{low}." in months()


# Three digits are a year before an era, a mark or another year.
_BEHIND_THREE = re.compile(r"[.,)/-]| (?:av|ap|et |à |- )", re.I)


def _readers_of_digits(text: str, start: int, end: int) -> tuple[Reader, ...]:
    behind = text[end : end + 1]
    if behind in ("/", ".") or (behind == "-" and end - start in (3, 4)):
        return _OF_NUMBER
    if end - start == 4 or (end - start == 3 and _BEHIND_THREE.match(text, end)):
        return _OF_YEAR
    if end - start < 3 and text[max(0, start - 3) : start].lower() in ("le ", "du ", "au "):
        return _OF_ARTICLE
    return ()


def _read(
    text: str, words: Words, index: int, readers: tuple[Reader, ...], floor: int
) -> list[Piece]:
    """Try the readers from the earliest word that may lead up to the trigger."""
    for at in _starts(text, words, index, floor):
        for reader in readers:
            pieces = reader(text, at)
            if pieces and floor <= pieces[0].start and pieces[-1].end >= words.ends[index]:
                return pieces
    return []


def _starts(text: str, words: Words, index: int, floor: int) -> list[int]:
    starts = [words.starts[index]]
    leads = _leads()
    for before in range(index - 1, max(-1, index - _MOST_LEADS - 1), -1):
        low = words.lows[before]
        if low not in leads and not (len(low) < 5 and low.isdecimal()):
            break
        start = words.starts[before]
        between = text[words.ends[before] : starts[-1]]
        if len(between) > 3 or "\n" in between or start < floor:
            break
        starts.append(start)
    return starts[::-1]


def _mention(text: str, words: Words, piece: Piece, sentence: Span) -> DateMention:
    # A full date may still lie ahead, which the day of publication is inferred from.
    needs_outlook = piece.rule != "year" or not piece.first.is_absolute
    return DateMention(
        piece.start,
        piece.end,
        piece.rule,
        piece.first,
        piece.last,
        outlook(text, piece.start, piece.end, sentence) if needs_outlook else None,
        role(text, words, piece),
        piece.is_deictic,
        _time(text, piece.end) if piece.rule in ("day", "numeric") else None,
        piece.is_weekend,
        piece.rule == "year" and years.opens_section(text, piece.start, piece.end),
    )


def _time(text: str, end: int) -> dt.time | None:
    match = patterns.clock().match(text, end)
    if match is None or int(match["h"]) > 23 or int(match["min"] or 0) > 59:
        return None
    return dt.time(int(match["h"]), int(match["min"] or 0))
