"""Find capitalised names of people and organisations, with the evidence for each."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.names.context import mention
from articleparse.extract.names.credits import credits
from articleparse.extract.names.mentions import NameMention
from articleparse.extract.names.scanning import candidates
from articleparse.extract.names.words import Words

__all__ = ["NameMention", "extract"]


def extract(document: Document) -> list[NameMention]:
    """Find them in a document, in text order, apart from one another."""
    words = Words.of(document)
    found = [mention(words, candidate) for candidate in candidates(words)]
    if credited := credits(document.folded):
        found = [one for one in found if not any(s <= one.start < e for s, e in credited)]
    return found
