"""Sentences that no quotation cuts in two, as the words that stand outside the marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from articleparse.document import Block, Document, Span
from articleparse.extract.quotes.marks import Marked
from articleparse.lexicon.speech import telling_words

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
# Nor is what stands between two dashes within a sentence, unless it is a verb of speech.
_INSERTION = re.compile(r" - (?<=\w - )[^-()\n\0\".!?;:]{1,100}[^-()\n\0\".!?;: ] ?- ?(?=[a-zà-ÿ])")
_SOURCE = re.compile(r"\b(?:selon|d'après)\b")
# Latin, Greek and Cyrillic letters in lower case; one set of characters is searched fastest.
_LETTERS = "[a-zß-öø-ɏͰ-ӿḀ-ỿ]+"
_WORD = re.compile(rf"({_LETTERS}(?:-(?!t-|je\b|t?ils?\b|t?elles?\b|t?on\b|nous\b){_LETTERS})*)")


class Words(NamedTuple):
    """Words in text order, in lower case, with where they start and end.

    `gaps` are what stands before each of them.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]


def cut(text: str, offset: int = 0) -> Words:
    """Cut a text into words, without figures; a pronoun behind a verb is one.

    `offset` is where the text starts, and is added to all places.

    >>> cut("Qu'en dit-il, 30 ans après ?").texts
    ['qu', 'en', 'dit', 'il', 'ans', 'après']
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" is two characters in lower case
        lowered = "".join(low if len(low := mark.lower()) == 1 else mark for mark in text)
    pieces = _WORD.split(lowered)
    edges = list(accumulate(map(len, pieces), initial=offset))
    gaps = pieces[:-1:2]
    if "  " in text:  # where something has been blanked
        gaps = [gap if len(gap) < 2 or gap.strip(" ") else " " for gap in gaps]
    return Words(pieces[1::2], edges[1:-1:2], edges[2::2], gaps)


@dataclass(slots=True)
class Frame:
    """A sentence, or several that a quotation holds together.

    `masked` is the whole document's text with the quotations hidden; `words`, in lower
    case, are those outside the marks, from `starts` to `ends`, with `gaps` before them;
    `marked` are the quotations whose marks (at least one of them) stand in this frame. `is_quoted` where
    the frame itself is what stands between marks. Nothing is sought in an overlong
    frame, which is no sentence of any article; it has no words.
    """

    block: Block
    start: int
    end: int
    masked: str
    words: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[str]
    marked: list[Marked] = field(default_factory=list)
    is_quoted: bool = False
    is_overlong: bool = False

    def between(self, start: int, end: int) -> str:
        """Return the text outside marks from start to end."""
        return self.masked[start:end]

    def span(self, index: int) -> Span:
        """Return where a word stands."""
        return Span(self.starts[index], self.ends[index])

    def token_at(self, position: int) -> int:
        """Return the index of the first word that starts at or behind a position."""
        return bisect_left(self.starts, position)


def _open(quotation: Marked) -> int:
    return quotation.open


def breaks(gap: str, marks: str) -> bool:
    """Tell whether one of the marks stands between two words; most often a blank does.

    >>> breaks(" ", ".;"), breaks("; ", ".;")
    (False, True)
    """
    if gap != " " and gap != "'":
        for mark in marks:  # a generator would cost more than it goes through
            if mark in gap:
                return True
    return False


def counts(gap: str) -> bool:
    """Tell whether a figure or a percent sign stands between two words.

    >>> counts(" 66 % "), counts(", ")
    (True, False)
    """
    return gap not in (" ", "'") and any(mark.isdigit() or mark == "%" for mark in gap)


def mask(document: Document, marked: Sequence[Marked], names: Collection[Marked] = ()) -> str:
    """Return the folded text with what stands between the marks hidden, all marks as \".

    Of `names` the marks alone are blanked: they hide nothing.
    """
    pieces = []
    position = 0
    folded = document.folded
    for quotation in sorted([*marked, *names], key=_open) if names else marked:
        pieces.append(folded[position : quotation.open])
        if quotation in names:
            pieces.append(" " * (quotation.start - quotation.open))
            pieces.append(folded[quotation.start : quotation.close])
            pieces.append(" " * (quotation.stop - quotation.close))
            position = quotation.stop
            continue
        pieces.append('"'.ljust(quotation.start - quotation.open))
        pieces.append(HIDDEN * (quotation.close - quotation.start))
        pieces.append('"' * (quotation.stop - quotation.close))
        position = quotation.stop
    pieces.append(folded[position:])
    return _without_asides("".join(pieces))


def _without_asides(text: str) -> str:
    """Blank short parentheses and stops inside numbers and names, keeping the length."""
    text = _INNER_STOP.sub("_", text)
    if " - " in text:
        text = _INSERTION.sub(_blank, text)
    return _PARENTHESIS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    aside = match[0]
    if _SOURCE.search(aside) or (
        " -" in aside and not telling_words().isdisjoint(cut(aside).texts)
    ):
        return aside
    return " " * len(aside)


def find_frames(
    document: Document, marked: Sequence[Marked], names: Collection[Marked] = ()
) -> list[Frame]:
    """Return the frames of the text in order; `names` are marks that hide nothing."""
    masked = mask(document, marked, names)
    words = cut(masked)
    texts = words.texts
    # Parts of tuples cost the collector of garbage nothing, and texts have many sentences.
    starts, ends, gaps = tuple(words.starts), tuple(words.ends), tuple(words.gaps)
    frames = []
    last = 0
    for block, start, end in _spans(document, marked):
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, end, first)
        own = slice(first, last)
        frames.append(
            Frame(block, start, end, masked, texts[own], starts[own], ends[own], gaps[own])
        )
    _share_out(frames, marked)
    return frames


def _share_out(frames: list[Frame], marked: Sequence[Marked]) -> None:
    """Give each frame the quotations that it opens or closes, and empty overlong ones."""
    starts = [frame.start for frame in frames]
    for quotation in marked:
        first = bisect_left(starts, quotation.open + 1) - 1
        last = bisect_left(starts, quotation.close + 1, max(first, 0)) - 1
        for index in (first, last) if last != first else (first,):
            if index >= 0:
                frames[index].marked.append(quotation)
    for frame in frames:
        if len(frame.words) > _MOST_TOKENS or len(frame.marked) > _MOST_MARKS:
            frame.is_overlong = True
            frame.words, frame.starts, frame.ends, frame.gaps = [], [], [], []


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
    folded = document.folded
    content, stops = _INNER_STOP.subn("_", folded[part.start : part.end])
    masked = folded[: part.start] + content + folded[part.end :] if stops else folded
    words = cut(content, part.start)
    frame = Frame(block, part.start, part.end, masked, *words, is_quoted=True)
    _share_out([frame], ())
    return frame
