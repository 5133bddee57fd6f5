"""Units of measure and currencies, with the forms in which the press writes them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articleparse.lexicon.files import rows


class Unit(NamedTuple):
    """A unit: its symbol or ISO 4217 code, and what one of the written form is worth in it."""

    symbol: str
    factor: float
    is_money: bool


@cache
def units() -> dict[str, Unit]:
    """Return the units by written form.

    >>> units()["kilomètres carrés"]
    Unit(symbol='km²', factor=1.0, is_money=False)
    >>> units()["centimes"]
    Unit(symbol='EUR', factor=0.01, is_money=True)
    """
    found = {}
    for name, is_money in (("units.tsv", False), ("currencies.tsv", True)):
        for form, symbol, factor in rows(name, 3):
            found[form] = Unit(symbol, float(factor or 1), is_money)
    return found
