"""Small words and marks around and inside names of people and organisations."""

from __future__ import annotations

from functools import cache
from typing import Literal

from articleparse.lexicon.files import rows

NameWordClass = Literal[
    "article",
    "before genitive",
    "before inhabitant",
    "before no person",
    "before platform",
    "before portfolio",
    "epithet",
    "for",
    "foreign link",
    "leading",
    "left",
    "lost article",
    "no complement",
    "noble",
    "noble article",
    "of",
    "ordinal",
    "particle",
    "right",
    "saint",
    "title article",
    "to",
]


@cache
def name_words(word_class: NameWordClass) -> frozenset[str]:
    """Return the words of a class, as tokens.

    >>> "van" in name_words("particle"), "d'" in name_words("of")
    (True, True)
    """
    return frozenset(word for name, word in rows("name_words.tsv", 2) if name == word_class)
