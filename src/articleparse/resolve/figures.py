"""Complete figures by what stands around them: period, unit that is left out."""

from __future__ import annotations

from bisect import bisect_right

from articleparse.document import Document
from articleparse.extract.figures import FigureMention
from articleparse.record import Date, Figure, StampedDate

# A noun that was said further back is not understood any more.
_REACH = 400


def resolve(
    document: Document,
    mentions: list[FigureMention],
    dates: tuple[Date, ...],
    published: StampedDate | None,
) -> tuple[Figure, ...]:
    """Return the figures, in text order."""
    found: list[Figure] = []
    lender: FigureMention | Figure | None = None
    blocks = [block.start for block in document.blocks]
    for mention in mentions:
        unit, measures = mention.unit, mention.measures
        if unit is None:
            if lender is None or not _reaches(blocks, lender, mention):
                if mention.needs_antecedent:
                    continue
            else:
                unit, measures = lender.unit, lender.measures
        figure = _figure(document, mention, unit, measures)
        found.append(figure)
        if unit is not None and mention.rule not in ("factor", "multiplying-verb") and unit != "×":
            lender = figure
    return tuple(found)


def _reaches(blocks: list[int], lender: Figure | FigureMention, mention: FigureMention) -> bool:
    same_block = bisect_right(blocks, lender.start) == bisect_right(blocks, mention.start)
    return same_block and mention.start - lender.end < _REACH


def _figure(
    document: Document, mention: FigureMention, unit: str | None, measures: str | None
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
    )
