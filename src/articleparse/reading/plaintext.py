"""Plain text to blocks, told by their shape: what is a headline, what a crosshead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.document import BlockKind, Byline, Metadata, StatedDate
from articleparse.reading import bylines
from articleparse.reading.composing import TextBlock
from articleparse.reading.footnotes import joined_notes, mark_footnotes
from articleparse.reading.paragraphs import paragraphs
from articleparse.reading.visible_dates import DATE_LINE, visible_dates

HEADLINE_LENGTH = 250
STANDFIRST_LENGTH = 700
CROSSHEAD_LENGTH = 110
KICKER_LENGTH = 40
KICKER_WORDS = 4
BYLINE_LENGTH = 120
# How far from either end of the text a byline may stand, in paragraphs.
_BYLINE_REACH = 5

_CLOSING = " \t\u00a0\u202f\"'»”’)]"
_ITEM = re.compile(r"(?:[-•*·▪◦‣–—]|\d{1,2}[.)°])\s")
_BYLINE = re.compile(
    r"(?:par|by|propos recueillis par|texte|article de|de notre (?:correspondant|envoyé)e?)\b"
    r"|[\w .'’\-]{2,60}\bavec (?:l'|l’)?(?:AFP|Reuters|AP|agences?)\b",
    re.IGNORECASE,
)
# "SAUMUR (AFP) –", "Paris, le 8 juin 2021" on a line of their own.
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’\- ]{1,40}(?:\s?\([\w ./]{2,30}\)\s?[-–—]?|,\s(?:le\s)?\d{1,2}(?:er)?\s\w{3,9}(?:\s\d{4})?\s?[-–—]?)"
    r"|\d\d/\d\d/\d{4}(?:\s\d\d:\d\d(?::\d\d)?)?\s?[-–—]?)\s*$"
)


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
    _mark_body(lines, kinds, body)
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
        and _ends_sentence(lines[position])
        and not _ITEM.match(lines[position])
    )
    if is_standfirst:
        kinds[position] = "standfirst"
        position = _mark_bylines(lines, kinds, position + 1)
    return position


def _mark_bylines(lines: Sequence[str], kinds: list[BlockKind], position: int) -> int:
    while position + 1 < len(lines) and position < _BYLINE_REACH:
        line = lines[position]
        if _is_byline(line):
            kinds[position] = "byline"
        elif _DATELINE.match(line):
            kinds[position] = "dateline"
        else:
            break
        position += 1
    return position


def _mark_body(lines: Sequence[str], kinds: list[BlockKind], begin: int) -> None:
    for i in range(begin, len(lines)):
        if kinds[i] != "paragraph":
            continue
        near_end = len(lines) - i <= _BYLINE_REACH and begin < i
        if _is_item(lines, i):
            kinds[i] = "list_item"
        elif near_end and _is_byline(lines[i]):
            kinds[i] = "byline"
        elif near_end and _DATELINE.match(lines[i]):
            kinds[i] = "dateline"
        elif _is_crosshead(lines, kinds, i):
            kinds[i] = "crosshead"


def _is_kicker(line: str) -> bool:
    is_short = len(line) <= KICKER_LENGTH and len(line.split()) <= KICKER_WORDS
    return is_short and line[-1].isalnum()


def _is_headline(line: str) -> bool:
    return _is_title(line) and not _is_byline(line) and not _DATELINE.match(line)


def _is_title(line: str) -> bool:
    return len(line) <= HEADLINE_LENGTH and (line.endswith(("...", "…")) or line[-1] not in ".;,:")


def _ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":"))


def _is_byline(line: str) -> bool:
    if len(line) > BYLINE_LENGTH or line.endswith((":", "?", "!")):
        return False
    return bool(DATE_LINE.match(line)) or bool(_BYLINE.match(line) and bylines.names(line))


def _is_item(lines: Sequence[str], i: int) -> bool:
    """Tell a list's line: it opens with a mark, and so does one of its neighbours."""
    if not _ITEM.match(lines[i]):
        return False
    neighbours = lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]  # type: ignore[operator]
    return any(_ITEM.match(line) and line[0] == lines[i][0] for line in neighbours) or any(
        line[0].isdigit() and lines[i][0].isdigit() and _ITEM.match(line) for line in neighbours
    )


def _is_crosshead(lines: Sequence[str], kinds: Sequence[BlockKind], i: int) -> bool:
    """Tell a short line without a final stop, with running text behind it."""
    line = lines[i]
    if len(line) > CROSSHEAD_LENGTH or line.endswith((".", ",", ";", ":", "…")):
        return False
    if line.rstrip(_CLOSING).endswith((".", ",", ";")) or not any(map(str.isalpha, line)):
        return False
    following = lines[i + 1] if i + 1 < len(lines) and kinds[i + 1] == "paragraph" else ""
    return len(following) > len(line) and _ends_sentence(following)


def _metadata(blocks: Sequence[TextBlock]) -> Metadata:
    signed = [block.text for block in blocks if block.kind in ("byline", "dateline")]
    dates: list[StatedDate] = [date for line in signed for date in visible_dates(line)]
    authors = bylines.merged(
        bylines.names(block.text)
        for block in blocks
        if block.kind == "byline" and not DATE_LINE.match(block.text)
    )
    return Metadata(dates=tuple(dates), authors=tuple(map(Byline, authors)))
