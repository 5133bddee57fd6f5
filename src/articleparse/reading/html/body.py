"""The body of the article: segments to blocks, tables to items, notes from below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from articleparse.document import BlockKind
from articleparse.lexicon import page_lines
from articleparse.reading.composing import TextBlock
from articleparse.reading.footnotes import mark_footnotes
from articleparse.reading.html.lines import blocks_of
from articleparse.reading.html.segments import Segment
from articleparse.reading.shapes import mark_body

# Notes stand so many segments behind the body at most.
_NOTES_REACH = 40
_CELL_LENGTH = 200
_LEADING_LENGTH = 40
_CELLS = frozenset(("td", "th"))
_QUOTING = frozenset(("blockquote", "figure"))
# The arrow that leads from a note back to its anchor.
_BACK = re.compile(r"\s*[↑↩⤴↵^]\ufe0e?\s*$")


def read_body(
    segments: Sequence[Segment], junk: Sequence[bool], first: int, end: int, taken: Collection[int]
) -> list[TextBlock]:
    """Return the blocks of the segments from `first` to `end`, and of the notes behind.

    Segments that are junk or `taken` for another part of the article are left out.
    """
    places = [i for i in range(first, end) if not junk[i] and i not in taken]
    behind = range(end, min(end + _NOTES_REACH, len(segments)))
    places += [i for i in behind if not junk[i] and "note" in segments[i].labels]
    rows = list(_rows(segments, places))
    introduced = set(_introduced(segments, places))
    placed = [
        (segments[row[0]].tag, block)
        for row in rows
        for block in _blocks(segments, row, row[0] in introduced)
    ]
    blocks = [block for _, block in placed]
    lines = [block.text for block in blocks]
    kinds = [block.kind for block in blocks]
    mark_footnotes(lines, kinds, _superscripts(blocks))
    mark_body(lines, kinds)
    for i, (tag, block) in enumerate(placed):
        if tag in _QUOTING and kinds[i] == "crosshead":  # who says what is set apart
            kinds[i] = block.kind
    return [block._replace(kind=kind) for block, kind in zip(blocks, kinds, strict=True)]


def _introduced(segments: Sequence[Segment], places: Sequence[int]) -> Iterator[int]:
    """Yield the items of lists that a sentence of the article leads in."""
    is_led = False
    for i in places:
        segment = segments[i]
        if segment.tag != "li":
            text = segment.text.rstrip()
            is_led = len(text) >= _LEADING_LENGTH and text.endswith(":")
            is_led = is_led and not page_lines.leads_elsewhere(text)
        elif is_led:
            yield i


def _rows(segments: Sequence[Segment], places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the short cells of a table's row together, and all other segments alone."""
    row: list[int] = []
    for i in places:
        segment = segments[i]
        is_cell = segment.tag in _CELLS and len(segment.text) <= _CELL_LENGTH
        if row and not (is_cell and _are_neighbours(segments[row[-1]], segment)):
            yield row
            row = []
        if is_cell:
            row.append(i)
        else:
            yield [i]
    if row:
        yield row


def _are_neighbours(one: Segment, other: Segment) -> bool:
    """Tell two cells of a row from two paragraphs in one cell of an old page's layout."""
    cell, following = one.element, other.element
    return cell is not following and cell.getparent() is following.getparent()


def _blocks(
    segments: Sequence[Segment], row: Sequence[int], keeps_links: bool
) -> Iterator[TextBlock]:
    if len(row) > 1:
        cells = (" ".join(segments[i].text.split("\n")).strip() for i in row)
        yield TextBlock("list_item", " | ".join(cells))
        return
    segment = segments[row[0]]
    for block in blocks_of(segment, keeps_links):
        if "note" not in segment.labels:
            yield block
        elif block.kind != "crosshead":  # "Notes", over them
            yield _note(block, segment)


def _note(block: TextBlock, segment: Segment) -> TextBlock:
    """Return the block as a note, without its arrow, with the number that a list shows."""
    kind: BlockKind = "footnote"
    text = _BACK.sub("", block.text)
    item = segment.element
    parent = item.getparent()
    if parent is not None and parent.tag == "li" and item.getprevious() is None:
        item, parent = parent, parent.getparent()
    if item.tag == "li" and parent is not None and parent.tag == "ol":
        number = 1 + sum(1 for _ in item.itersiblings("li", preceding=True))
        # The number is no text of the page's source, and it has no spans before it.
        return TextBlock(kind, f"{number}. {text}")
    return block._replace(kind=kind, text=text)


def _superscripts(blocks: Sequence[TextBlock]) -> set[str]:
    return {block.text[s.start : s.end] for block in blocks for s in block.superscripts}
