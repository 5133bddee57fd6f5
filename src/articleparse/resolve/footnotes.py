"""Tie footnotes to the entity that they explain."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.footnotes import FootnoteMention
from articleparse.record import Footnote, Organisation, Person, Place


def resolve(
    document: Document,
    mentions: list[FootnoteMention],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
    places: tuple[Place, ...],
) -> tuple[Footnote, ...]:
    """Return the notes, in the order in which they stand."""
    return ()
