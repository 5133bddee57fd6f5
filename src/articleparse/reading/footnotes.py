"""Footnotes at the end of an article: which paragraphs are notes, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.document import BlockKind

# "(1) …", "[1] …", "1) …", "¹ …", "* …", "(*) …" before the text of a note.
_NOTE = re.compile(
    r"[(\[]?\s?(?:(?P<number>\d{1,3})|(?P<star>\*{1,3}))\s?[)\]]\s*\S"
    r"|(?P<raised>[¹²³⁴-⁹]{1,2})\s?\S|(?P<stars>\*{1,3})\s?[^\s*]"
)
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


def joined_notes(lines: Sequence[str]) -> list[str]:
    """Join a line that goes on with a note (in lower case) to the note before it.

    >>> joined_notes(["(1) Une agence", "de la région."])
    ['(1) Une agence de la région.']
    """
    done: list[str] = []
    for line in lines:
        if done and line[0].islower() and _NOTE.match(done[-1]):
            done[-1] += " " + line
        else:
            done.append(line)
    return done


def mark_footnotes(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the notes that end an article; each needs its anchor in the text before.

    >>> kinds = ["paragraph", "paragraph"]
    >>> mark_footnotes(["Selon l'Anssi (1).", "(1) Une agence."], kinds)
    >>> kinds
    ['paragraph', 'footnote']
    """
    first = len(lines)
    while first > 1 and kinds[first - 1] == "paragraph" and _NOTE.match(lines[first - 1]):
        first -= 1
    if first == len(lines):
        return
    body = "\n".join(lines[:first])
    for i in range(first, len(lines)):
        if _has_anchor(lines[i], body):
            kinds[i] = "footnote"


def _has_anchor(note: str, body: str) -> bool:
    match = _NOTE.match(note)
    if match is None:
        return False
    marker = match["number"] or match["star"] or match["stars"]
    if not marker:
        raised = match["raised"]
        return raised in body or f"({raised.translate(_RAISED)})" in body
    return any(anchor in body for anchor in (f"({marker})", f"[{marker}]", f"({marker},")) or (
        marker.startswith("*") and f"{marker} " in body + " "
    )
