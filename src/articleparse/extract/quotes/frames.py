"""Sentences that no quotation cuts in two, as the words that stand outside the marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from articleparse.document import Block, Document, Span
from articleparse.extract.quotes.marks import Marked

# Stands for every character of a quotation, so that what is outside keeps its offsets.
HIDDEN = "\0"
# No sentence has more words outside marks, or more quotations; bounds the time for garbage.
_MOST_TOKENS = 500
_MOST_MARKS = 50
# Stops and commas that part no clause: of honorifics, initials and numbers.
_INNER_STOP = re.compile(
    r"[.,](?:(?<=\d[.,])(?=\d)"
    r"|(?:(?<=\bM\.)|(?<=\bMM\.)|(?<=\b(?:Mme|Mgr)\.)|(?<=\b(?:Dr|Me|Pr|St)\.)|(?<=\b[A-Z]\.))"
    r"(?= ?[A-Z]))"
)
# A parenthesis is no part of the clause, unless it names a source of its own.
_PARENTHESIS = re.compile(r"\([^()\n\0\"]{1,120}\)")
_SOURCE = re.compile(r"\b(?:selon|d'après)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-(?!t-|je\b|t?ils?\b|t?elles?\b|t?on\b|nous\b)[^\W\d_]+)*")


class Token(NamedTuple):
    """A word outside the marks; `text` is in lower case."""

    start: int
    end: int
    text: str


@dataclass
class Frame:
    """A sentence, or several that a quotation holds together.

    `masked` is the whole document's text with the quotations hidden; `marked` are
    those whose marks (at least one of them) stand in this frame. `is_quoted` where the
    frame itself is what stands between marks.
    """

    block: Block
    start: int
    end: int
    masked: str
    marked: list[Marked] = field(default_factory=list)
    is_quoted: bool = False

    @cached_property
    def words(self) -> list[str]:
        """The words outside the marks, in lower case; cheaper than `tokens`."""
        return [word.lower() for word in _WORD.findall(self.masked, self.start, self.end)]

    @cached_property
    def is_overlong(self) -> bool:
        """Whether it is no sentence of any article; nothing is sought in such a frame."""
        return len(self.marked) > _MOST_MARKS or len(self.words) > _MOST_TOKENS

    @cached_property
    def tokens(self) -> list[Token]:
        """The words outside the marks with their places."""
        if self.is_overlong:
            return []
        found = _WORD.finditer(self.masked, self.start, self.end)
        return [Token(*match.span(), word) for match, word in zip(found, self.words, strict=True)]

    def between(self, start: int, end: int) -> str:
        """Return the text outside marks from start to end."""
        return self.masked[start:end]

    def token_at(self, position: int) -> int:
        """Return the index of the first token that starts at or behind a position."""
        return bisect_left(self.tokens, position, key=_start)


def _start(token: Token) -> int:
    return token.start


def breaks(gap: str, marks: str) -> bool:
    """Tell whether one of the marks stands between two words; most often a blank does.

    >>> breaks(" ", ".;"), breaks("; ", ".;")
    (False, True)
    """
    return gap not in (" ", "'") and any(mark in gap for mark in marks)


def mask(document: Document, marked: Sequence[Marked]) -> str:
    """Return the folded text with what stands between the marks hidden, all marks as \"."""
    pieces = []
    position = 0
    folded = document.folded
    for quotation in marked:
        pieces.append(folded[position : quotation.open])
        pieces.append('"'.ljust(quotation.start - quotation.open))
        pieces.append(HIDDEN * (quotation.close - quotation.start))
        pieces.append('"' * (quotation.stop - quotation.close))
        position = quotation.stop
    pieces.append(folded[position:])
    return _without_asides("".join(pieces))


def _without_asides(text: str) -> str:
    """Blank short parentheses and stops inside numbers and names, keeping the length."""
    text = _INNER_STOP.sub("_", text)
    return _PARENTHESIS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return match[0] if _SOURCE.search(match[0]) else " " * len(match[0])


def find_frames(document: Document, marked: Sequence[Marked]) -> list[Frame]:
    """Return the frames of the text in order."""
    masked = mask(document, marked)
    frames = [Frame(block, start, end, masked) for block, start, end in _spans(document, marked)]
    starts = [frame.start for frame in frames]
    for quotation in marked:
        first = bisect_left(starts, quotation.open + 1) - 1
        last = bisect_left(starts, quotation.close + 1) - 1
        for index in sorted({first, last} - {-1}):
            frames[index].marked.append(quotation)
    return frames


def _spans(document: Document, marked: Sequence[Marked]) -> Iterator[tuple[Block, int, int]]:
    """Join sentences whose boundary lies between a pair of marks, block by block."""
    sentences = document.sentences
    at = inside = 0
    for block in document.blocks:
        begin: int | None = None
        while at < len(sentences) and sentences[at].start < block.end:
            sentence = sentences[at]
            begin = sentence.start if begin is None else begin
            while inside < len(marked) and marked[inside].close < sentence.end:
                inside += 1
            goes_on = inside < len(marked) and marked[inside].open < sentence.end
            at += 1
            last = at == len(sentences) or sentences[at].start >= block.end
            if last or not goes_on:
                yield block, begin, sentence.end
                begin = None


def content_frame(document: Document, part: Span) -> Frame:
    """Return what stands between two marks as a frame of its own, nothing of it hidden."""
    block = Block("paragraph", part.start, part.end)
    return Frame(block, part.start, part.end, document.folded, is_quoted=True)
