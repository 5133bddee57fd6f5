"""Find pointers to other articles."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class ReferenceMention(Mention):
    """A pointer to another article."""


def extract(document: Document) -> list[ReferenceMention]:
    """Find them in a document, in text order."""
    return []
