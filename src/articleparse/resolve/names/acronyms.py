"""Find the pairs of a long name and its acronym that an article gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articleparse.document import Document
from articleparse.extract.names import NameMention
from articleparse.lexicon.spelling import plain

_NO_INITIAL = frozenset(
    ["de", "du", "des", "d'", "la", "le", "les", "l'", "et", "a", "au", "aux", "en", "pour", "sur"]
)


def acronyms(
    document: Document, names: Sequence[NameMention]
) -> list[tuple[NameMention, NameMention]]:
    """Return (acronym, long name) for names beside each other, one of them in parentheses.

    Either may stand first: "Agence bio (AB)", "AB (Agence bio)".
    """
    found = []
    for left, right in pairwise(names):
        between = document.folded[left.end : right.start]
        closing = document.folded[right.end : right.end + 1]
        if between.strip(" ") != "(" or closing not in (")", ",", "-"):
            continue
        if is_short_for(right.words, left.words):
            found.append((right, left))
        elif is_short_for(left.words, right.words):
            found.append((left, right))
    return found


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether one word is put together from letters that begin the words of a name.

    >>> is_short_for(["Anah"], ["Agence", "nationale", "de", "l'", "habitat"])
    True
    >>> is_short_for(["Suez"], ["Institut", "national"])
    False
    """
    if len(short) != 1 or len(long) < 2:
        return False
    letters = [c for c in plain(short[0]) if c.isalnum()]
    words = [plain(word) for word in long]
    if not letters or letters[0] != words[0][0]:
        return False
    return _covers(letters, [w for w in words if w not in _NO_INITIAL]) or _covers(letters, words)


def _covers(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the letters can be taken in order from the beginnings of the words."""
    reached = {0}
    for word in words:
        for at in sorted(reached):
            taken = 0
            while at < len(letters) and taken < len(word) and letters[at] == word[taken]:
                at, taken = at + 1, taken + 1
                reached.add(at)
    return len(letters) in reached
