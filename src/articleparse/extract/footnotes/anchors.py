"""Find where notes are cited, and behind which term."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.document import Document, Span
from articleparse.extract.footnotes.markers import IN_TEXT, sign, signs

_LONGEST_TERM = 80
# Other anchors and marks may stand between the term and an anchor.
_BETWEEN = re.compile(r"(?:[ .,;]|\(\w{1,2}\))*\Z")
_REACH = 24
_NAME_WORD = r"[A-ZÀ-Þ][\w'’&.-]*"
_NAME = re.compile(
    rf"{_NAME_WORD}(?: (?:d[eu]|des|de la|de l'|d'|et|en|la|le|les|l'|pour|à|sur) ?{_NAME_WORD}| {_NAME_WORD}){{0,7}}$"
)
_ARTICLE = re.compile(r"(?:L[ae]s?|Les|Une?|Des|Ce|Cette|[LD]')\s?(?=\S)")
_WORD = re.compile(r"[\w'-]+$")
_QUOTED = re.compile(r"\"([^\"\n]{1,78})\"$")


class Anchor(NamedTuple):
    """A marker in the text: what it cites, and the term before it."""

    start: int
    end: int
    marker: str
    term: Span | None


def anchors(document: Document, markers: set[str]) -> list[Anchor]:
    """Return the places that cite one of the markers, in text order."""
    found: list[Anchor] = []
    text = document.folded
    raised = {(span.start, span.end) for span in document.superscripts}
    for match in IN_TEXT.finditer(text):
        if (match.start(), match.end()) in raised or (match["star"] and match.start() == 0):
            continue
        for marker in signs(match):
            if marker in markers and _cites(text, match):
                found.append(Anchor(match.start(), match.end(), marker, _term(text, match.start())))
    for span in document.superscripts:
        inner = IN_TEXT.fullmatch(text, span.start, span.end)
        marker = sign(inner) if inner else text[span.start : span.end].strip()
        if marker in markers:
            found.append(Anchor(span.start, span.end, marker, _term(text, span.start)))
    return sorted(found)


def _cites(text: str, match: re.Match[str]) -> bool:
    """Refuse what begins an item of an enumeration: "… : (1) la voirie, (2) l'eau"."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" ")
    if not before or before.endswith("\n"):
        return False
    return not (before.endswith((":", ";")) and match["round"] is not None)


def _term(text: str, end: int) -> Span | None:
    """Return the name, the quoted words or else the word that stands before `end`."""
    between = _BETWEEN.search(text[max(0, end - _REACH) : end])
    end -= len(between[0]) if between else 0
    start = max(0, end - _LONGEST_TERM)
    left = text[start:end].rsplit("\n", 1)[-1]
    start = end - len(left)
    if quoted := _QUOTED.search(left):
        inner = quoted[1].strip()
        at = start + quoted.start(1) + quoted[1].index(inner) if inner else 0
        return Span(at, at + len(inner)) if inner else None
    name = _NAME.search(left)
    if name and (article := _ARTICLE.match(name[0])):
        return Span(start + name.start() + article.end(), end)
    match = name or _WORD.search(left)
    return Span(start + match.start(), start + match.end()) if match else None
