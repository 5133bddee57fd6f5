"""Ranges, choices and moves between two numbers."""

from __future__ import annotations

import re

from articleparse.extract.figures.amounts import Amount, amount_at
from articleparse.extract.figures.antecedents import antecedent
from articleparse.extract.figures.mention import FigureMention, Number
from articleparse.extract.figures.naming import is_clock_time
from articleparse.extract.figures.surroundings import (
    change_before,
    exactness_before,
    phrase_before,
    words_before,
)
from articleparse.lexicon.numbers import Change, changes
from articleparse.numerals.digits import integral
from articleparse.numerals.numbers import Numeral

_TO = re.compile(r" à (?:près de |plus de |environ |quelque )?| ?- ?| jusqu'à ")
_OR = re.compile(r" (?:ou|voire) ")
_AND = re.compile(r" et (?:les |plus de )?")
_FROM = frozenset(("de", "d'", "entre", "passer de", "allant de", "à"))
_BETWEEN = frozenset(("entre", "comprise entre", "compris entre"))
_RANGE_OPENERS = _FROM | _BETWEEN
_MOVING = re.compile(
    r"(?:tomb|ramen|port|abaiss|relev|descend)\w*$|pass(?:e|é|ée|és|ées|ent|er|ait|aient|era|eront|ant|èrent|a)$"
)


def range_at(text: str, number: Numeral, first: Amount, following: Numeral) -> FigureMention | None:
    """Read "de 10 à 15 %", "entre 2 et 3 millions", "10-15 ans", "trois ou quatre mois"."""
    if following.start - first.end > 24 or following.form == "article":
        return None
    link = text[first.end : following.start]
    is_to = _TO.fullmatch(link) is not None
    if not (is_to or _OR.fullmatch(link) or _AND.fullmatch(link)):
        return None
    if is_clock_time(text, following):
        return None
    if first.unit is None and text[max(0, first.start - 3) : first.start].lower() == "en ":
        return None  # "3 % en 2018 à 10 % en 2019"
    left = phrase_before(text, first.start, _RANGE_OPENERS)
    is_between = left is not None and left[0] in _BETWEEN
    if not is_between and _AND.fullmatch(link):
        return None
    second = amount_at(text, following)
    counted = antecedent(text, number, number.start) if second.unit is None and is_to else None
    if counted and number.value < following.value:
        second = second._replace(unit=counted.noun, measures=counted.phrase, is_noun=True)
    if second.unit is None and not (first.unit and left):
        return None
    is_inverted = left is not None and is_to and second.unit is None
    # "60 % à 70 %" is a range without "de" too.
    is_told = left is not None or (is_to and first.value < second.value)
    agrees = first.unit == second.unit and is_told and not first.is_noun
    if first.unit is not None and not agrees and not is_inverted:
        return None
    low = first.value
    if first.unit is None and number.scale == 1:
        if following.scale > 1 and number.value < 1000:
            low = integral(low * following.scale)
        low = (
            integral(low * second.value / following.value) if _is_scaled(following, second) else low
        )
    if is_to and "-" in link and low >= second.value:
        return None
    return _paired(text, left, first, second, low, "range" if not _OR.fullmatch(link) else "choice")


def _is_scaled(number: Numeral, amount: Amount) -> bool:
    return bool(number.value) and amount.unit == "EUR" and amount.value != number.value


def _paired(
    text: str,
    left: tuple[str, int] | None,
    first: Amount,
    second: Amount,
    initial: Number,
    rule: str,
) -> FigureMention:
    final = second.value
    change: Change | None = None
    near = words_before(text, first.start)
    is_move = False
    if rule == "range" and left and left[0] in ("de", "passer de") and _moves(near[1:4]):
        # "baisser de 1 à 3 %" tells how much, "passer de 1 à 3 %" from where to where.
        is_move = initial > final or any(_MOVING.match(word) for word in near[1:4])
        direction: Change = "increase" if final > initial else "decrease"
        change = direction if is_move else change_before(text, first.start)
    modifier, start = exactness_before(text, first.start, False)
    if left and left[0] != "à":
        start = min(start, left[1])
    return FigureMention(
        start,
        max(first.end, second.end),
        "change" if is_move else rule,
        min(initial, final),
        max(initial, final),
        second.unit or first.unit,
        second.measures or first.measures,
        modifier,
        change,
        initial if is_move else None,
        final if is_move else None,
    )


def _moves(near: list[str]) -> bool:
    verbs = tuple(changes("verb"))
    return any(_MOVING.match(word) or word.startswith(verbs) for word in near)
