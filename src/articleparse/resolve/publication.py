"""Tell the day on which the article appeared, and when it was changed."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.dates import DateMention
from articleparse.record import Evidence, StampedDate


def resolve(
    document: Document, dates: list[DateMention]
) -> tuple[StampedDate | None, StampedDate | None]:
    """Return when the article was published and modified, each None if unknown."""
    for stated in document.metadata.dates:
        if stated.role == "published":
            evidence = Evidence(origin=stated.origin, text=stated.text)
            return StampedDate(
                date=stated.date, basis="metadata", evidence=(evidence,), rule="metadata"
            ), None
    return None, None
