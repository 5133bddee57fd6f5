"""Find notes and the markers that cite them."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class FootnoteMention(Mention):
    """A note."""


def extract(document: Document) -> list[FootnoteMention]:
    """Find them in a document, in text order."""
    return []
