"""Find names of places, with written codes and department names."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A name that may be a place.

    `is_certain` where the text proves a place whatever else the name may be (a
    written code, "maire de", a preposition of place before a known place); of the
    others, those that a person or an organisation claims are dropped.
    """

    is_certain: bool


def extract(document: Document) -> list[PlaceMention]:
    """Find them in a document, in text order."""
    return []
