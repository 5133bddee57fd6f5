"""What a line is, told by its shape alone: crosshead, list item, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articleparse.document import BlockKind
from articleparse.reading import bylines
from articleparse.reading.visible_dates import DATE_LINE

CROSSHEAD_LENGTH = 110
BYLINE_LENGTH = 120
# How far from either end of the text a byline may stand, in paragraphs.
BYLINE_REACH = 5

_CLOSING = " \t\u00a0\u202f\"'»”’)]"
_ITEM = re.compile(r"(?:[-•*·▪◦‣–—]|\d{1,2}[.)°])\s")
_BYLINE = re.compile(
    r"(?:par|by|propos recueillis par|texte|article de|de notre (?:correspondant|envoyé)e?)\b"
    r"|\(?(?:[\w .'’\-]{2,60}\b)?avec (?:l'|l’)?(?:AFP|Reuters|AP|agences?)\b",
    re.IGNORECASE,
)
# "SAUMUR (AFP) –", "Mende (Lozère), reportage", "Paris, le 8 juin 2021", "08/06/2021 13:32:25 -",
# "18h20", on a line of their own.
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’\- ]{1,40}"
    r"(?:\s?\([\w '’./-]{2,30}\)(?:,\s(?:reportage|correspondance|envoyée?s?\sspéciale?s?|de\snotre\s\w{5,14}(?:\s\w{5,9})?))?\s?[-–—.]?|,\s(?:le\s)?(?:\w{5,8}\s)?\d{1,2}(?:er)?\s\w{3,9}(?:\s\d{4})?\s?[-–—]?)"
    r"|\d\d/\d\d/\d{4}(?:\s\d\d:\d\d(?::\d\d)?)?\s?[-–—]?|\d{1,2}\s?[:h]\s?\d\d(?::\d\d)?)\s*$"
)


def mark_body(lines: Sequence[str], kinds: list[BlockKind], begin: int = 0) -> None:
    """Mark what among the paragraphs from `begin` on is something else, by its shape.

    >>> kinds = ["paragraph", "paragraph"]
    >>> mark_body(["Un coût maîtrisé", "Le pain bio coûte peu à la ville."], kinds)
    >>> kinds
    ['crosshead', 'paragraph']
    """
    for i in range(begin, len(lines)):
        if kinds[i] != "paragraph":
            continue
        near_end = len(lines) - i <= BYLINE_REACH and begin < i
        if _is_item(lines, i):
            kinds[i] = "list_item"
        elif near_end and is_byline(lines[i]):
            kinds[i] = "byline"
        elif is_dateline(lines[i]) and (near_end or i == begin or lines[i][0].isdigit()):
            kinds[i] = "dateline"
        elif _is_crosshead(lines, kinds, i):
            kinds[i] = "crosshead"


def is_dateline(line: str) -> bool:
    """Tell a line that says where, when or by which agency, and nothing else.

    >>> is_dateline("SAUMUR (AFP) –"), is_dateline("18h20"), is_dateline("Un titre")
    (True, True, False)
    """
    return bool(_DATELINE.match(line))


def is_byline(line: str) -> bool:
    """Tell a line that signs the article or says when it appeared.

    >>> is_byline("Par Ana Roy"), is_byline("Par ailleurs, il pleut.")
    (True, False)
    """
    if len(line) > BYLINE_LENGTH or line.endswith((":", "?", "!")):
        return False
    return bool(DATE_LINE.match(line)) or bool(_BYLINE.match(line) and bylines.names(line))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences do, inside closing marks or not.

    >>> ends_sentence("« Il pleut. »"), ends_sentence("« Il pleut »")
    (True, False)
    """
    return line.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":"))


def is_item(line: str) -> bool:
    """Tell a line that opens as the items of a list do.

    >>> is_item("- du pain"), is_item("du pain")
    (True, False)
    """
    return bool(_ITEM.match(line))


def _is_item(lines: Sequence[str], i: int) -> bool:
    """Tell a list's line: it opens with a mark, and so does one of its neighbours."""
    if not is_item(lines[i]):
        return False
    neighbours = [*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2]]
    return any(
        is_item(line) and (line[0] == lines[i][0] or (line[0].isdigit() and lines[i][0].isdigit()))
        for line in neighbours
    )


def _is_crosshead(lines: Sequence[str], kinds: Sequence[BlockKind], i: int) -> bool:
    """Tell a short line without a final stop, with running text behind it."""
    line = lines[i]
    if len(line) > CROSSHEAD_LENGTH or line.endswith((".", ",", ";", ":", "…")):
        return False
    if line.rstrip(_CLOSING).endswith((".", ",", ";")) or not any(map(str.isalpha, line)):
        return False
    following = lines[i + 1] if i + 1 < len(lines) and kinds[i + 1] == "paragraph" else ""
    return len(following) > len(line) and ends_sentence(following)
