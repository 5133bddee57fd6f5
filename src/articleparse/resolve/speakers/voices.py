"""A speaker once resolved, and the memory of who spoke before."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple

from articleparse.document import Document, Span

Basis = Literal["named", "pronoun", "role", "continued"]


class Voice(NamedTuple):
    """Whose words: label, ids, and the span that says so.

    `is_pointed_out`: "ce gérant", a noun of speakers.
    `gender`, `is_plural` and `head`, the noun, are those of the phrase, where it has no
    entity to ask.
    """

    label: str
    refs: tuple[str, ...]
    start: int
    end: int
    basis: Basis
    gender: str | None = None
    is_plural: bool = False
    head: str = ""
    is_pointed_out: bool = False


class Blocks:
    """Tells the block and sentence of a position."""

    def __init__(self, document: Document) -> None:
        """Index the blocks and sentences of a document."""
        self._blocks = [block.start for block in document.blocks]
        self._sentences = [sentence.start for sentence in document.sentences]
        self._ends = [sentence.end for sentence in document.sentences]

    def block(self, position: int) -> int:
        """Return the index of the block that holds a position."""
        return bisect_right(self._blocks, position) - 1

    def sentence(self, position: int) -> int:
        """Return the index of the sentence that holds a position."""
        return bisect_right(self._sentences, position) - 1

    def sentence_start(self, position: int) -> int:
        """Return where the sentence that holds a position starts."""
        index = bisect_right(self._sentences, position) - 1
        return self._sentences[index] if index >= 0 else 0

    def sentence_span(self, position: int) -> Span:
        """Return the sentence that holds a position."""
        index = self.sentence(position)
        if index < 0:
            return Span(0, 0)
        return Span(self._sentences[index], self._ends[index])
