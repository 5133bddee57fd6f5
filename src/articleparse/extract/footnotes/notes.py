"""Find the notes: lines that begin with a marker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articleparse.document import Block, Document
from articleparse.extract.footnotes.markers import AT_LINE_START, NUMBERED_LINE, sign

_HEADING = re.compile(r"(?:notes?|notes de bas de page|références|renvois) ?:?", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
# A line that goes on with a note begins small; a full sentence begins something new.
_ENDED = re.compile(r"[.!?…\"»)]\s*$")
_SMALL = re.compile(r"[a-zà-ÿ]")
_LAST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A line that begins with a marker at `line_start`; its text stands from start to end.

    `is_certain` where the page or a heading says that it is a note, so that it needs
    no anchor.
    """

    line_start: int
    start: int
    end: int
    marker: str
    rule: str
    is_certain: bool


def notes(document: Document) -> list[Note]:
    """Return the lines that may be notes, in text order.

    Without a block of that kind, a heading or a place at the end of the text, a line
    needs an anchor before it, which the caller looks for.
    """
    found: list[Note] = []
    under_heading = False
    raised = {span.start for span in document.superscripts}
    last = len(document.blocks) - _LAST_BLOCKS
    for index, block in enumerate(document.blocks):
        if _HEADING.fullmatch(document.folded, block.start, block.end):
            under_heading = True
            continue
        in_block = _in_block(document, block, raised, under_heading, is_last=index >= last)
        if in_block:
            found += in_block
        elif found and _goes_on(document, found[-1], block, document.blocks[index - 1]):
            found[-1] = replace(found[-1], end=_stripped_end(document, block.end))
        elif under_heading and block.kind not in ("footnote", "list_item"):
            under_heading = False
    return found


def _in_block(
    document: Document, block: Block, raised: set[int], under_heading: bool, is_last: bool
) -> list[Note]:
    text = document.folded
    if block.kind in ("headline", "kicker", "standfirst", "caption"):
        return []
    found: list[Note] = []
    for line in _LINE.finditer(text, block.start, block.end):
        match = AT_LINE_START.match(text, line.start())
        is_note_block = block.kind == "footnote" or under_heading
        if match is None and (is_note_block or line.start() in raised):
            match = NUMBERED_LINE.match(text, line.start())
        if match is None or match.end() >= line.end():
            if found:
                found[-1] = replace(found[-1], end=_stripped_end(document, line.end()))
            elif line.start() == block.start:
                return []
            continue
        # "(a)" and "*" begin the items of lists as well.
        is_number = sign(match).isdecimal() and text[line.start()] in "([¹²³⁴⁵⁶⁷⁸⁹"
        found.append(
            Note(
                line.start(),
                match.end(),
                _stripped_end(document, line.end()),
                sign(match),
                "note-block" if is_note_block else "note-line",
                is_note_block or (is_last and is_number and sign(match) != "0"),
            )
        )
    return found


def _goes_on(document: Document, note: Note, block: Block, before: Block) -> bool:
    """Tell whether a block goes on with the note before it: a note run over lines."""
    text = document.folded
    return (
        note.end == _stripped_end(document, before.end)
        and _SMALL.match(text, block.start) is not None
        and _ENDED.search(text[max(note.start, note.end - 4) : note.end]) is None
    )


def _stripped_end(document: Document, end: int) -> int:
    while end > 0 and document.text[end - 1].isspace():
        end -= 1
    return end
