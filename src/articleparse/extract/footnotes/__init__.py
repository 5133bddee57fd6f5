"""Find notes and the markers that cite them."""

from __future__ import annotations

from articleparse.document import Document, Span
from articleparse.extract.footnotes.anchors import Anchor, anchors
from articleparse.extract.footnotes.mention import FootnoteMention
from articleparse.extract.footnotes.notes import Note, notes

__all__ = ["FootnoteMention", "extract"]


def extract(document: Document) -> list[FootnoteMention]:
    """Find them in a document, in text order.

    A line is a note where it begins with a marker and something cites that marker, or
    where the page sets it as a note. An anchor belongs to the next note with its
    marker, so that numbering may begin anew.
    """
    found = notes(document)
    if not found:
        return []
    cited = _cited(found, anchors(document, {note.marker for note in found}))
    return [
        FootnoteMention(
            note.start,
            note.end,
            note.rule,
            note.marker,
            Span(note.line_start, note.start),
            tuple(Span(anchor.start, anchor.end) for anchor in cited[index]),
            cited[index][0].term if cited[index] else None,
        )
        for index, note in enumerate(found)
        if note.is_certain or cited[index]
    ]


def _cited(found: list[Note], cites: list[Anchor]) -> list[list[Anchor]]:
    """Give each anchor to the first note with its marker behind it, else to the last before."""
    given: list[list[Anchor]] = [[] for _ in found]
    by_marker: dict[str, list[int]] = {}
    for index, note in enumerate(found):
        by_marker.setdefault(note.marker, []).append(index)
    for cite in cites:
        indices = by_marker[cite.marker]
        if any(found[i].line_start <= cite.start < found[i].start for i in indices):
            continue
        behind = [i for i in indices if found[i].line_start > cite.start]
        if behind or found[indices[-1]].is_certain:
            given[behind[0] if behind else indices[-1]].append(cite)
    return given
