"""The unit behind (or before) a number, and what it measures."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articleparse.extract.figures.nouns import counted_noun, partitive_noun
from articleparse.lexicon.units import Unit, units
from articleparse.numerals.numbers import Numeral

_MARKS = frozenset(("", *",.;:)\n"))
"""What no unit and no noun stands behind."""
_DE = re.compile(r" (?:de |d')")
# "1 euro 99", "15 dollars et 15 cents", "2 euros et vingt centimes" are read as one sum.
_CENTS = re.compile(r" (?:et )?(\d{2}(?!\d))(?: (?:cents|centimes|cts)\b)?(?! ?[^\W\d_%€$])")
_HALF = re.compile(r" et demie?\b")
_TIMES = re.compile(r" fois(?P<ratio> (?:plus|moins|supérieure?s?|inférieure?s?)(?! d)\b)?", re.I)


class Measure(NamedTuple):
    """The unit of a number: where it ends, what one is worth, what is measured.

    `is_noun` where the unit is a counted noun; `extra` is added to the product of
    value and factor ("deux ans et demi").
    """

    end: int
    unit: str
    factor: float = 1.0
    measures: str | None = None
    is_noun: bool = False
    extra: float = 0.0


@cache
def _forms() -> dict[str, list[str]]:
    """The units' forms, the longest first, by what they begin with.

    That is two letters of a word, which stands in any case, and the first character of
    a symbol: few numbers have either behind them, and then few forms are left to try.
    """
    is_word = re.compile(r"[a-zà-ÿ]{3}").search
    found: dict[str, list[str]] = {}
    for form in sorted(units(), key=len, reverse=True):
        by_letters = is_word(form) or form in ("an", "ans")
        found.setdefault(form[:2].lower() if by_letters else form[0], []).append(form)
    return found


@cache
def _pattern(beginning: str) -> re.Pattern[str]:
    """Return the pattern of the forms that begin so, behind a blank perhaps."""
    forms = "|".join(map(re.escape, _forms()[beginning]))
    if len(beginning) == 1:
        return re.compile(rf"[ -]?(?P<form>{forms})(?![\w/'])")
    return re.compile(rf"[ -]?(?P<form>{forms})(?![\w])", re.I)


@cache
def _folded_units() -> dict[str, Unit]:
    return {form.lower(): unit for form, unit in units().items()}


def _unit_at(text: str, start: int) -> tuple[Unit, int] | None:
    """Return the unit whose form stands at `start`, behind a blank perhaps."""
    at = start + 1 if text[start : start + 1] in (" ", "-") else start
    first, forms = text[at : at + 2], _forms()
    if first.lower() in forms and (match := _pattern(first.lower()).match(text, start)):
        unit = _folded_units().get(match["form"].lower())
        return (unit, match.end()) if unit else None
    if first[:1] in forms and (match := _pattern(first[:1]).match(text, start)):
        return units()[match["form"]], match.end()
    return None


def measure_of(text: str, number: Numeral) -> Measure | None:
    """Return the unit or counted noun behind the number.

    >>> from articleparse.numerals.numbers import numerals
    >>> def of(text): return measure_of(text, next(numerals(text)))
    >>> of("3 % des élus")[1:4], of("12 M€")[1:3], of("40 nouvelles places")[1]
    (('%', 1.0, 'élus'), ('EUR', 1.0), 'places')
    """
    end = number.end
    if text[end : end + 1] in _MARKS:
        return None
    if times := _TIMES.match(text, end):
        return Measure(times.end(), "×" if times["ratio"] else "fois", is_noun=not times["ratio"])
    start = end
    if number.takes_de and (of := _DE.match(text, end)):
        start = of.end() - 1 if text[of.end() - 1] == " " else of.end()
    if (found := _unit_at(text, start)) and not _is_measured_noun(text, found, number):
        return _with_remainder(text, number, *found)
    noun = counted_noun(text, end, number.value, number.takes_de)
    if noun is None:
        return None
    head = text[noun.head_start : noun.head_end]
    if (unit := units().get(head.lower())) and not unit.is_money and unit.symbol != "points":
        return Measure(noun.head_end, unit.symbol, unit.factor)
    return Measure(noun.head_end, head, measures=text[noun.start : noun.end], is_noun=True)


def _is_measured_noun(text: str, found: tuple[Unit, int], number: Numeral) -> bool:
    """Tell books and pounds apart: "deux livres" are read, millions of them are paid."""
    _, end = found
    form = text[number.end : end].strip(" -").lower()
    return form in ("livres", "livre") and number.scale < 1000 and number.value < 100


def _with_remainder(text: str, number: Numeral, unit: Unit, end: int) -> Measure:
    if unit.is_money and unit.factor == 1 and (cents := _CENTS.match(text, end)):
        return Measure(cents.end(), unit.symbol, extra=int(cents[1]) / 100)
    if half := _HALF.match(text, end):
        return Measure(half.end(), unit.symbol, unit.factor, extra=unit.factor / 2)
    of = partitive_noun(text, end)
    return Measure(end, unit.symbol, unit.factor, text[of.start : of.end] if of else None)


_MONEY_BEFORE = re.compile(r"(?<![\w])(US ?\$|\$US|\$|£|€|¥|EUR|USD|GBP|CHF|[a-z]{2,3}\$) ?$")


def currency_before(text: str, start: int) -> tuple[Unit, int] | None:
    """Return the currency that stands before the number at `start`, and where.

    >>> currency_before("pour $75 millions", 6)
    (Unit(symbol='USD', factor=1.0, is_money=True), 5)
    """
    # What the pattern ends with, a blank apart, told before it is tried.
    last = text[max(0, start - 1) : start]
    if not last or (text[start - 2 : start - 1] if last == " " else last) not in "$£€¥RDPFS":
        return None
    match = _MONEY_BEFORE.search(text[max(0, start - 6) : start])
    unit = units().get(match[1]) if match else None
    return (unit, max(0, start - 6) + match.start()) if match and unit else None
