"""Tell whose words each quotation holds."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.quotes import QuoteMention
from articleparse.record import Organisation, Person, Quote


def resolve(
    document: Document,
    mentions: list[QuoteMention],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, in text order."""
    return ()
