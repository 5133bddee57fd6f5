"""Give pointers to other articles their date and link."""

from __future__ import annotations

from bisect import bisect_left

from articleparse.document import Document
from articleparse.extract.references import ReferenceMention
from articleparse.record import Date, Reference


def resolve(
    document: Document, mentions: list[ReferenceMention], dates: tuple[Date, ...]
) -> tuple[Reference, ...]:
    """Return the references, in text order.

    The date is the one named inside the reference; the link is the first that
    overlaps it.
    """
    starts = [date.start for date in dates]
    links = sorted(document.links)
    ends = [link.end for link in links]
    found = []
    for mention in mentions:
        index = bisect_left(starts, mention.start)
        date = dates[index] if index < len(dates) and dates[index].end <= mention.end else None
        position = bisect_left(ends, mention.start + 1)
        link = links[position] if position < len(links) else None
        found.append(
            Reference(
                start=mention.start,
                end=mention.end,
                text=document.text[mention.start : mention.end],
                rule=mention.rule,
                url=link.url if link and link.start < mention.end else None,
                date=date.value if date and mention.rule == "described" else None,
            )
        )
    return tuple(found)
