"""Find quotations and reported speech, with cue and speaker phrase."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class QuoteMention(Mention):
    """A quotation, not yet attributed to an entity."""


def extract(document: Document) -> list[QuoteMention]:
    """Find them in a document, in text order."""
    return []
