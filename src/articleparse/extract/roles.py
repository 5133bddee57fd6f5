"""Find role phrases: what a text says that a person is."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class RoleMention(Mention):
    """A role phrase."""


def extract(document: Document) -> list[RoleMention]:
    """Find them in a document, in text order."""
    return []
