"""Give every date expression its value, counted from the publication date."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.dates import DateMention
from articleparse.record import Date, StampedDate


def resolve(
    document: Document, mentions: list[DateMention], published: StampedDate | None
) -> tuple[Date, ...]:
    """Return the dates whose value can be told, in text order."""
    return ()
