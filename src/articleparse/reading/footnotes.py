"""Footnotes at the end of an article: which paragraphs are notes, and where they end."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from articleparse.document import BlockKind

# "(1) …", "[1] …", "1) …", "1. …", "¹ …", "* …", "(*) …" before the text of a note.
_NOTE = re.compile(
    r"(?P<marker>[(\[]?\s?(?:\d{1,3}|\*{1,3})\s?[)\]]|\d{1,3}(?=\.\s)|[¹²³⁴-⁹⁰]{1,3}|\*{1,3})\.?\s*[^\s*]"
)
_ANCHOR = re.compile(r"[(\[]\s?(?:\d{1,3}|\*{1,3})\s?[)\],]|[¹²³⁴-⁹⁰]{1,3}|\*{1,3}")
_UNSETTLED = ("paragraph", "list_item")
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


def mark_footnotes(
    lines: Sequence[str], kinds: list[BlockKind], raised: Collection[str] = ()
) -> None:
    """Mark the notes that end an article; each needs its anchor in the text before.

    `raised` are the superscripts of the page, which are anchors, too.

    >>> kinds = ["paragraph", "paragraph"]
    >>> mark_footnotes(["Selon l'Anssi (1).", "(1) Une agence."], kinds)
    >>> kinds
    ['paragraph', 'footnote']
    """
    first = len(lines)
    while first > 1 and kinds[first - 1] in _UNSETTLED and _NOTE.match(lines[first - 1]):
        first -= 1
    if first == len(lines):
        return
    anchors = {_marker(mark) for mark in raised}
    for line in lines[:first]:
        anchors.update(_marker(match[0]) for match in _ANCHOR.finditer(line))
    for i in range(first, len(lines)):
        match = _NOTE.match(lines[i])
        if match and _marker(match["marker"]) in anchors:
            kinds[i] = "footnote"


def _marker(mark: str) -> str:
    """Return a mark without brackets, raised figures as plain ones."""
    return mark.translate(_RAISED).strip("()[] \u00a0\u202f,")
