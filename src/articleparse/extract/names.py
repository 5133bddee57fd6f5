"""Find capitalised names of people and organisations, with the evidence for each."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A name and what speaks for its kind."""


def extract(document: Document) -> list[NameMention]:
    """Find them in a document, in text order."""
    return []
