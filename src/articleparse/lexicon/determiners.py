"""Determiners of French, and what they tell of the noun behind them."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from articleparse.lexicon.files import rows

Gender = Literal["feminine", "masculine"]


class Determiner(NamedTuple):
    """What a determiner tells of its noun.

    Definite ones take up somebody known; pointing ones ("ce", "cette") do so by showing.
    """

    gender: Gender | None
    is_plural: bool
    is_definite: bool
    is_pointing: bool


NO_DETERMINER = Determiner(None, False, False, False)
_GENDERS: dict[str, Gender | None] = {"f": "feminine", "m": "masculine", "": None}


@cache
def determiners() -> dict[str, Determiner]:
    """Return the determiners as they stand before a noun, folded and in lower case.

    >>> determiners()["cette"]
    Determiner(gender='feminine', is_plural=False, is_definite=True, is_pointing=True)
    """
    return {
        word: Determiner(_GENDERS[gender], number == "p", bool(kind), kind == "pointing")
        for word, gender, number, kind in rows("determiners.tsv", 4)
    }
