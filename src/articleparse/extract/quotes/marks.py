"""Pair quotation marks of every kind, nested, across paragraphs, and with odd ones among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from articleparse.document import Block, Document, Span

# Families of marks: a mark closes only one of its own family.
_OPENING = {"«": "«", "“": "“", "„": "“", "‟": "“", ",,": "“", "‹": "‹", "‘": "‘", "<<": "«"}
_CLOSING = {"»": "«", "”": "“", "›": "‹", "''": "“", ">>": "«"}
# An apostrophe between letters is an elision and no mark.
_ONE = r"[«»“”„‟\"″＂‹›‘’'](?!(?<=[‘’'])(?<=[^\W_].)[^\W_])"
_DOUBLED = ("<<", ">>", ",,", "''")
_MARK = re.compile(_ONE)
_MARK_OR_DOUBLED = re.compile(rf"<<|>>|,,(?=\w)|''|{_ONE}")
_APOSTROPHES = "'’"
# No paragraph has more marks; beyond that none is paired, which bounds the time for garbage.
_MOST_MARKS = 2000


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between a pair of outermost marks; one part for each paragraph of it.

    `open` is where the opening mark starts, `close` where the closing one starts and
    `stop` where it ends.
    """

    parts: tuple[Span, ...]
    open: int
    close: int
    stop: int

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Behind the last code point of the content."""
        return self.parts[-1].end


def content_of(document: Document, marked: Marked) -> list[str]:
    """Return the words between a pair of marks, in lower case and cut at hyphens."""
    words = document.words
    first = bisect_left(words.starts, marked.start)
    last = bisect_left(words.starts, marked.end, first)
    number = bisect_left(words.numbers, first)
    if number < len(words.numbers) and words.numbers[number] < last:
        return [low for low in words.lows[first:last] if not low.isdecimal()]
    return list(words.lows[first:last])


@dataclass(frozen=True, slots=True)
class _Pair:
    open: int
    start: int
    end: int
    stop: int


def find_marked(document: Document) -> list[Marked]:
    """Return the outermost marked spans of the text in order; linear in its length.

    Marks are paired within their block. An opening mark that its block leaves open
    runs on only where the next block is a paragraph that repeats the mark or closes
    it first of all, a crosshead between or none; an odd mark is dropped, so that it
    spoils nothing behind it. Paragraphs that repeat the mark and never close it are
    somebody's words to the end of the last.
    """
    found: list[Marked] = []
    # A pattern that begins with one set of characters is searched four times as fast.
    has_doubled = any(mark in document.text for mark in _DOUBLED)
    pattern = _MARK_OR_DOUBLED if has_doubled else _MARK
    carried: _Carried | None = None
    for block in document.blocks:
        paired = _pair(document.text, block, pattern)
        if carried is not None:
            if block.kind == "crosshead" and not paired.pairs:
                continue
            carried = carried.through(document.text, block, paired, found)
        if carried is None:
            carried = _Carried.after(document.text, block, paired)
        for pair in paired.pairs:
            if span := _trim(document.text, pair.start, pair.end):
                found.append(Marked((span,), pair.open, pair.end, pair.stop))
    if carried is not None:
        carried.end_unclosed(found)
    return sorted(found, key=lambda marked: marked.open)


@dataclass(slots=True)
class _Paired:
    """The outermost pairs of a block and what is left over at both its ends."""

    pairs: list[_Pair]
    unclosed: tuple[int, int, str] | None = None
    unopened: tuple[int, int, str] | None = None
    # Behind a » that the block opens with, as some printers repeat it.
    closing: tuple[int, int, str] | None = None
    leading: tuple[int, int, str] | None = None


def _pair(text: str, block: Block, pattern: re.Pattern[str]) -> _Paired:
    """Pair the marks of one block with a stack; a closing mark drops what it leaves open."""
    paired = _Paired([])
    matches = list(islice(pattern.finditer(text, block.start, block.end), _MOST_MARKS + 1))
    if not matches or len(matches) > _MOST_MARKS:
        return paired
    stack: list[tuple[int, int, str]] = []
    depth = dict.fromkeys("«“‹\"'", 0)
    for start, end, family, role in _marks(text, block, matches):
        if role == "open" or (role == "either" and not depth[family]):
            stack.append((start, end, family))
            depth[family] += 1
        elif depth[family]:
            while stack[-1][2] != family:
                depth[stack.pop()[2]] -= 1
            opened = stack.pop()
            depth[family] -= 1
            while paired.pairs and paired.pairs[-1].open > opened[0]:
                paired.pairs.pop()
            paired.pairs.append(_Pair(opened[0], opened[1], start, end))
        elif not paired.pairs and not stack and family != "'":
            if paired.unopened is not None and paired.unopened[0] == block.start:
                paired.closing = paired.closing or (start, end, family)
            paired.unopened = paired.unopened or (start, end, family)
        if start == block.start and family != "'":
            paired.leading = (start, end, family)
    outer = [mark for mark in stack if mark[2] != "'"]
    if outer and not (paired.pairs and paired.pairs[-1].open > outer[0][0]):
        paired.unclosed = outer[0]
    return paired


def _marks(
    text: str, block: Block, matches: Iterable[re.Match[str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield each mark as (start, end, family, role); straight ones are told by context."""
    for match in matches:
        start, end = match.span()
        mark = match[0]
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if mark in _APOSTROPHES or mark == "‘":
            # An apostrophe is a mark only where no letter stands on its outer side.
            if mark != "’" and not before.isalnum() and before not in "’'" and after.isalnum():
                yield start, end, "'", "open"
            elif mark != "‘" and not after.isalnum() and not before.isspace():
                yield start, end, "'", "close"
        elif mark == "“" and _closes(before, after):
            yield start, end, "“", "close"
        elif mark in _OPENING:
            yield start, end, _OPENING[mark], "open"
        elif mark in _CLOSING:
            yield start, end, _CLOSING[mark], "close"
        else:
            opens, closes = _opens(before, after), _closes(before, after)
            yield start, end, '"', "either" if opens == closes else "open" if opens else "close"


def _opens(before: str, after: str) -> bool:
    return (
        not after.isspace()
        and after not in ",.;:)]}»”"
        and (before.isspace() or before in "([{'’-–—/:«“")
    )


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and (after.isspace() or after in ".,;:!?…)]}-–—/»”")


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(slots=True)
class _Carried:
    """A quotation that its paragraph left open."""

    open: int
    family: str
    parts: list[Span]
    # A » at the start of a paragraph that closes the quotation unless a later one does.
    doubtful: tuple[int, int, str] | None = None
    firm: int = 1

    @classmethod
    def after(cls, text: str, block: Block, paired: _Paired) -> _Carried | None:
        if paired.unclosed is None or block.kind != "paragraph":
            return None
        start, end, family = paired.unclosed
        span = _trim(text, end, block.end)
        return cls(start, family, [span]) if span else None

    def through(
        self, text: str, block: Block, paired: _Paired, found: list[Marked]
    ) -> _Carried | None:
        """Take the next block in, or give the quotation up; closed ones go to `found`."""
        if block.kind != "paragraph":
            self.end_unclosed(found)
            return None
        leading = paired.leading
        begin = leading[1] if leading else block.start
        if paired.unopened and paired.unopened[2] == self.family:
            if self._is_repeated(text, paired):
                return self._go_on(text, block, begin, paired, found)
            self._close(text, begin, paired.unopened, found)
            return None
        if leading is None or leading[2] != self.family:
            self.end_unclosed(found)
            return None
        if paired.pairs and paired.pairs[0].open == leading[0]:
            first = paired.pairs.pop(0)
            self._close(text, begin, (first.end, first.stop, self.family), found)
            return None
        if paired.unclosed and paired.unclosed[0] == leading[0] and not paired.pairs:
            if span := _trim(text, begin, block.end):
                self.parts.append(span)
                self.firm = len(self.parts)
            paired.unclosed = None
            return self
        self.end_unclosed(found)
        return None

    def end_unclosed(self, found: list[Marked]) -> None:
        """Take what several paragraphs open and none closes; a single one is an odd mark."""
        if self.doubtful is not None:
            start, end, _ = self.doubtful
            found.append(Marked(tuple(self.parts[: self.firm]), self.open, start, end))
        elif len(self.parts) > 1:
            end = self.parts[-1].end
            found.append(Marked(tuple(self.parts), self.open, end, end))

    def _is_repeated(self, text: str, paired: _Paired) -> bool:
        """Tell whether a paragraph opens with » and goes on with a word: the mark repeated."""
        mark = paired.unopened
        if mark is None or paired.leading != mark or self.family != "«" or paired.pairs:
            return False
        return text[mark[1] : mark[1] + 2].strip()[:1].isalpha()

    def _go_on(
        self, text: str, block: Block, begin: int, paired: _Paired, found: list[Marked]
    ) -> _Carried | None:
        if paired.closing is not None:
            self._close(text, begin, paired.closing, found)
            return None
        self.doubtful = self.doubtful or paired.unopened
        if span := _trim(text, begin, block.end):
            self.parts.append(span)
        return self

    def _close(
        self, text: str, begin: int, mark: tuple[int, int, str], found: list[Marked]
    ) -> None:
        if span := _trim(text, begin, mark[0]):
            self.parts.append(span)
        found.append(Marked(tuple(self.parts), self.open, mark[0], mark[1]))
