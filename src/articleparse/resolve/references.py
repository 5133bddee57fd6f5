"""Give pointers to other articles their date and link."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.references import ReferenceMention
from articleparse.record import Date, Reference


def resolve(
    document: Document, mentions: list[ReferenceMention], dates: tuple[Date, ...]
) -> tuple[Reference, ...]:
    """Return the references, in text order."""
    return ()
