"""Find expressions that name a day, a month or a year."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document, Mention


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date expression, not yet resolved."""


def extract(document: Document) -> list[DateMention]:
    """Find them in a document, in text order."""
    return []
