"""Spell words plainly: lower case, without accents, as lexicons look them up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return the word in lower case, without accents and ligatures.

    >>> plain("Élysée"), plain("Sœur"), plain("A.M.F.")
    ('elysee', 'soeur', 'a.m.f.')
    """
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFD", lowered.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
