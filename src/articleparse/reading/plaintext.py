"""Plain text to blocks, told by their shape: what is a headline, what a crosshead."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.document import BlockKind, Byline, Metadata, StatedDate
from articleparse.reading import bylines
from articleparse.reading.composing import TextBlock
from articleparse.reading.footnotes import joined_notes, mark_footnotes
from articleparse.reading.paragraphs import paragraphs
from articleparse.reading.shapes import (
    BYLINE_REACH,
    ends_sentence,
    is_byline,
    is_dateline,
    is_item,
    mark_body,
)
from articleparse.reading.visible_dates import DATE_LINE, visible_dates

HEADLINE_LENGTH = 250
STANDFIRST_LENGTH = 700
KICKER_LENGTH = 40
KICKER_WORDS = 4


def read_plain_text(text: str) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of a text, and what its visible lines tell of author and day.

    A text of one paragraph has no headline.

    >>> [b.kind for b in read_plain_text("Un titre\\n\\nUn chapô.\\n\\nUne phrase.")[0]]
    ['headline', 'standfirst', 'paragraph']
    """
    lines = joined_notes(paragraphs(text))
    kinds: list[BlockKind] = ["paragraph"] * len(lines)
    body = _mark_front(lines, kinds)
    mark_footnotes(lines, kinds)
    mark_body(lines, kinds, body)
    blocks = [TextBlock(kind, line) for kind, line in zip(kinds, lines, strict=True)]
    return blocks, _metadata(blocks)


def _mark_front(lines: Sequence[str], kinds: list[BlockKind]) -> int:
    """Mark kicker, headline, bylines and standfirst; return where the body begins."""
    if len(lines) < 2:
        return 0
    position = 0
    if len(lines) > 2 and _is_kicker(lines[0]) and _is_headline(lines[1]):
        kinds[0] = "kicker"
        position = 1
    if not _is_headline(lines[position]):
        return 0
    kinds[position] = "headline"
    position = _mark_bylines(lines, kinds, position + 1)
    # A summary needs a body behind it.
    is_standfirst = (
        position + 1 < len(lines)
        and len(lines[position]) <= STANDFIRST_LENGTH
        and ends_sentence(lines[position])
        and not is_item(lines[position])
    )
    if is_standfirst:
        kinds[position] = "standfirst"
        position = _mark_bylines(lines, kinds, position + 1)
        position = _mark_bylines_below(lines, kinds, position)
    return position


def _mark_bylines_below(lines: Sequence[str], kinds: list[BlockKind], position: int) -> int:
    """Mark the bylines below a summary that goes on over several lines."""
    for below in range(position, min(BYLINE_REACH, len(lines) - 1)):
        if is_byline(lines[below]):
            return _mark_bylines(lines, kinds, below)
        if len(lines[below]) > STANDFIRST_LENGTH or not ends_sentence(lines[below]):
            break
    return position


def _mark_bylines(lines: Sequence[str], kinds: list[BlockKind], position: int) -> int:
    while position + 1 < len(lines) and position < BYLINE_REACH:
        line = lines[position]
        if is_byline(line):
            kinds[position] = "byline"
        elif is_dateline(line):
            kinds[position] = "dateline"
        else:
            break
        position += 1
    return position


def _is_kicker(line: str) -> bool:
    is_short = len(line) <= KICKER_LENGTH and len(line.split()) <= KICKER_WORDS
    return is_short and line[-1].isalnum()


def _is_headline(line: str) -> bool:
    return _is_title(line) and not is_byline(line) and not is_dateline(line)


def _is_title(line: str) -> bool:
    return len(line) <= HEADLINE_LENGTH and (line.endswith(("...", "…")) or line[-1] not in ".;,:")


def _metadata(blocks: Sequence[TextBlock]) -> Metadata:
    signed = [block.text for block in blocks if block.kind in ("byline", "dateline")]
    dates: list[StatedDate] = [date for line in signed for date in visible_dates(line)]
    authors = bylines.merged(
        bylines.names(block.text)
        for block in blocks
        if block.kind == "byline" and not DATE_LINE.match(block.text)
    )
    return Metadata(dates=tuple(dates), authors=tuple(map(Byline, authors)))
