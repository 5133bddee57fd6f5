"""Segments of the body to blocks: line breaks, kinds, and lines that no article holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from articleparse.document import BlockKind, Link, Span
from articleparse.lexicon import page_lines
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.segments import Segment
from articleparse.reading.html.tags import HEADINGS
from articleparse.reading.shapes import ends_sentence, is_dateline

CROSSHEAD_LENGTH = 130
_ITEMS = frozenset(("li", "dt", "dd"))
_STOPS = (".", ",", ";", ":", "…")
_SENTENCE_END = re.compile(r"[.!?…:;»”\")\]]\s*$")
_BREAK = re.compile(r"\n\s*")
# A line so short was broken by hand.
_SHORT_LINE = 60
# A paragraph that is one link leads elsewhere.
_LINKED_LENGTH = 250
# So does one that says so ("Lire sur le sujet : …"), and is a link in so great a part.
_LEADING_SHARE = 0.35
# "… fin. Lire aussi : <a>autre article</a>" in the text of a paragraph, not in parentheses.
_READ_ALSO = re.compile(
    r"(?:(?:(?<=\s)|^)[>»►▶→•|–-]{0,3}\s?(?:(?:à |a )?(?:lire|voir|écouter) (?:aussi|également))"
    r"|(?:^|(?<=[.!?…»”\")\]\n]\s)|(?<=[.!?…»”\")\]\n]))[>»►▶→•|–-]{0,3}\s?(?:à lire|relire))\b",
    re.I,
)
# How far behind these words the link begins.
_TO_LINK = 12
# A picture drawn as first letter, and the letter again in the text: "L" + "Le maire".
_DOUBLED_CAP = re.compile(r"([A-LN-ZÀ-Þ])\1(?=[a-zà-ÿ'’])")


def blocks_of(segment: Segment, keeps_links: bool = False) -> Iterator[TextBlock]:
    """Yield the blocks of a segment, parted at its line breaks, without junk lines.

    What is nothing but a link leads elsewhere, and is junk unless `keeps_links`.

    >>> segment = Segment("p", "Une phrase.\\nLire aussi : Autre", None)
    >>> [b.text for b in blocks_of(segment)]
    ['Une phrase.']
    """
    length = len(segment.text.strip())
    is_link = segment.linked >= 0.9 * length and length <= _LINKED_LENGTH
    if is_link and segment.tag not in HEADINGS and not keeps_links:
        return
    for start, end in _parts(segment):
        part = _cut(segment, start, end)
        if part is not None and not _is_junk(part) and (keeps_links or not _is_link(part)):
            yield part


def _parts(segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield the ranges that are paragraphs of their own, without "lire aussi" and its link.

    A single line break inside a sentence (an address, a poem, a narrow column) parts
    nothing.
    """
    text = segment.text
    begin = 0
    for start, end in _read_also(segment):
        yield from _between_breaks(text, begin, start)
        begin = end
    yield from _between_breaks(text, begin, len(text))


def _read_also(segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield where other articles are recommended inside a paragraph."""
    begin = 0
    while segment.links and (match := _READ_ALSO.search(segment.text, begin)):
        begin = match.end()
        links = _within(segment.links, begin, begin + _TO_LINK)
        if links:
            begin = links[0].end
            yield match.start(), begin


def _between_breaks(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text, begin, end):
        before = match.start()
        is_sentence = bool(_SENTENCE_END.search(text, max(begin, before - 4), before))
        is_going_on = text[match.end() : match.end() + 1].islower()
        is_short = before - begin < _SHORT_LINE and not is_going_on
        if "\n" in match[0][1:] or is_sentence or is_short:
            yield begin, before
            begin = match.end()
    yield begin, end


def _cut(segment: Segment, start: int, end: int) -> TextBlock | None:
    text = segment.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip().replace("\n", " ")
    if _DOUBLED_CAP.match(text):
        start, text = start + 1, text[1:]
    if not text:
        return None
    end = start + len(text)
    raised = [
        Span(s.start - start, s.end - start)
        for s in _within(segment.superscripts, start, end)
        if s.end <= end
    ]
    links = [
        Link(k.start - start, k.end - start, k.url)
        for k in _within(segment.links, start, end)
        if k.end <= end
    ]
    return TextBlock(_kind(segment, text), text, tuple(raised), tuple(links))


_Placed = TypeVar("_Placed", Span, Link)


def _within(placed: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    """Return what begins from `start` to `end`, of things in the order of their starts."""
    first = bisect_left(placed, start, key=_start)
    return placed[first : bisect_left(placed, end, lo=first, key=_start)]


def _start(placed: Span | Link) -> int:
    return placed.start


def _kind(segment: Segment, text: str) -> BlockKind:
    if segment.is_caption:
        return "caption"
    if segment.tag not in HEADINGS and not ends_sentence(text) and page_lines.is_credit(text):
        return "caption"
    if segment.tag in HEADINGS:
        return "crosshead" if len(text) <= 2 * CROSSHEAD_LENGTH else "paragraph"
    if segment.tag in _ITEMS:
        return "list_item"
    is_bold = segment.bold >= 0.9 * len(segment.text.strip())
    is_short = is_bold and len(text) <= CROSSHEAD_LENGTH and not text.endswith(_STOPS)
    return "crosshead" if is_short and not is_dateline(text) else "paragraph"


def _is_junk(block: TextBlock) -> bool:
    return page_lines.is_junk(block.text) or not any(map(str.isalnum, block.text))


def _is_link(block: TextBlock) -> bool:
    linked = sum(link.end - link.start for link in block.links)
    share = linked / len(block.text) if len(block.text) <= _LINKED_LENGTH else 0.0
    if share >= 0.9 and block.kind != "crosshead":
        return True
    return share >= _LEADING_SHARE and page_lines.leads_elsewhere(block.text)
