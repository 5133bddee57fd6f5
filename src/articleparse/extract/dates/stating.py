"""What a date is the date of, by the words that state it: "Publié le 8 juin", a dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Literal

from articleparse.document import Words
from articleparse.extract.dates.pieces import Piece
from articleparse.lexicon.files import rows

_ADVERB = "initialement"


@cache
def _forms(stated: Literal["published", "modified"]) -> tuple[str, ...]:
    """Return what may state it, the longest first."""
    found = (form for kind, form in rows("stating_words.tsv", 2) if kind == stated)
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _pattern(stated: Literal["published", "modified"]) -> re.Pattern[str]:
    adverb = f"(?: {_ADVERB})?" if stated == "published" else ""
    return re.compile(rf"\b(?:{'|'.join(_forms(stated))}){adverb}(?: :)? (?:le |du )?$", re.I)


@cache
def _last_words() -> frozenset[str]:
    """Return the words that both patterns end with, an article apart; few dates stand behind one."""
    forms = (*_forms("published"), *_forms("modified"))
    return frozenset(form.rpartition(" ")[2] for form in forms) | {_ADVERB}


_AGENCY = re.compile(
    r"(?:[ -]*[A-ZÀ-Þ][\w' -]{1,30}?)?[ -]*\((?:AFP|Reuters|AP|ATS|Belga)\b|(?:[ ,]*\d{1,2}:\d\d(?::\d\d)?[ -]*)(?:[A-ZÀ-Þ][\w' -]{1,30}? )?\(AFP\)"
)
# "MENDE, 6 février (L'Écho) - " names the paper instead of an agency.
_NAMED_SOURCE = re.compile(r" ?\([^()\n]{2,40}\) ?- ")
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[A-ZÀ-Þ][\w' ()/-]{1,40}, (?:le )?$")


def role(
    text: str, words: Words, piece: Piece
) -> Literal["published", "modified", "dateline"] | None:
    """Return what the words around a date say that it is the date of, None where nothing."""
    left = text[max(0, piece.start - 44) : piece.start]
    if _is_stated(words, piece.start):
        if _pattern("modified").search(left):
            return "modified"
        if _pattern("published").search(left) and _begins_line(left):
            return "published"
    if piece.rule not in ("day", "numeric"):
        return None
    has_place = left.endswith((", ", ", le ")) and _DATELINE_BEFORE.search(left) is not None
    if has_place and _NAMED_SOURCE.match(text, piece.end):
        return "dateline"
    begins = has_place or not left or left.endswith("\n")
    return "dateline" if begins and _AGENCY.match(text, piece.end) else None


def _is_stated(words: Words, start: int) -> bool:
    """Tell whether the word before a date may say of what it is the date."""
    before = bisect_left(words.starts, start) - 1
    if before > 0 and words.lows[before] in ("le", "du"):
        before -= 1
    return before >= 0 and words.lows[before] in _last_words()


def _begins_line(left: str) -> bool:
    """Tell "Publié le 8 juin" at the start of a line from "le rapport publié le 8 juin"."""
    line = left.rsplit("\n", 1)[-1].strip(" |-•(")
    return (
        len(line) < 44
        and line[:1].isupper()
        and len(line.split()) <= 6
        and line.lower().startswith(
            ("publ", "mis", "post", "paru", "cré", "diff", "par ", "article")
        )
    )
