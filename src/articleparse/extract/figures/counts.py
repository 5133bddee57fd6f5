"""The figure that begins with a number: with a unit, a counted noun or neither."""

from __future__ import annotations

import re

from articleparse.extract.figures.amounts import Amount, amount_at, with_cents, with_smaller_part
from articleparse.extract.figures.bare import bare_at
from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.naming import is_clock_time, is_glued, is_name
from articleparse.extract.figures.ranges import range_at
from articleparse.extract.figures.surroundings import (
    change_before,
    exactness_before,
    modifier_before,
)
from articleparse.lexicon.numbers import Change
from articleparse.numerals.numbers import Numeral

_SIGNED = frozenset(("%", "points", "°C", "°F", "EUR", "‰"))
_RATES = frozenset(("%", "points", "°C"))
_SIGN = re.compile(r"(?:^|[\s(\[\"])([+-]) ?$")
_BEHIND = re.compile(
    r" (?:de (?P<more>plus|hausse|mieux)|d'augmentation|de (?P<less>moins|baisse))\b"
)
_SHARING = frozenset((" et ", ", ", " des ", " de ces ", " de ses ", " sur les ", " parmi les "))
_DEGREES = frozenset(("°C", "°F"))
_SUB_ZERO = re.compile(r" (?:en[- ]dessous|au-dessous|sous) (?:de )?z[ée]ro\b")


def count_at(
    text: str, number: Numeral, following: Numeral | None
) -> tuple[FigureMention, bool] | None:
    """Return the figure that begins with `number`, and whether it takes `following` in."""
    first = amount_at(text, number)
    is_priced = first.start < number.start
    if is_glued(text, number) and not is_priced:
        return None
    # A range comes first: of "10-15 ans" the first number alone looks like a code.
    if following is not None and (pair := range_at(text, number, first, following)):
        return pair, True
    has_unit = first.unit is not None and not (first.is_noun and number.form == "digits")
    if not is_priced and is_name(text, number, has_unit):
        return None
    if (
        following is not None
        and first.unit is None
        and (shared := _shared(text, number, following))
    ):
        return shared, False
    if following is not None and following.start - first.end <= len(" et "):
        sum_ = with_cents(text, first, following) or with_smaller_part(text, first, following)
        if sum_:
            return _single(text, sum_, number.is_rough), True
    if first.unit is None:
        bare = bare_at(text, number)
        return (bare, False) if bare else None
    if number.form == "article" and first.value == 1:
        return None
    if number.value == 0 and number.form == "words" and first.is_noun:
        return None
    return _single(text, first, number.is_rough), False


def _shared(text: str, number: Numeral, following: Numeral) -> FigureMention | None:
    """Read the first number of "15 et 17 ans" and of "25 des 30 salariés"."""
    link = text[number.end : following.start]
    if link not in _SHARING or "article" in (number.form, following.form):
        return None
    if is_clock_time(text, following):
        return None
    second = amount_at(text, following)
    if second.unit is None or (link == ", " and not second.is_noun):
        return None
    if link != " et " and link != ", " and (not second.is_noun or number.value > second.value):
        return None
    modifier, start = exactness_before(text, number.start, number.is_rough)
    return FigureMention(
        start,
        number.end,
        "shared-unit",
        number.value,
        number.value,
        second.unit,
        second.measures,
        modifier,
    )


def _single(text: str, amount: Amount, is_rough: bool) -> FigureMention:
    value, start = amount.value, amount.start
    change: Change | None = None
    left = text[max(0, start - 3) : start]
    sign = _SIGN.search(left) if "-" in left or "+" in left else None
    if sign and _is_sign(text, sign, amount):
        start -= len(sign[0].lstrip('( ["\n'))
        change = "increase" if sign[1] == "+" else "decrease"
        value = value if sign[1] == "+" else -value
        if amount.unit in _DEGREES:
            change = None
    end = amount.end
    if amount.unit in _DEGREES and (start, end) != (cold := _below_zero(text, start, end)):
        (start, end), value = cold, -value
    modifier, start = exactness_before(text, start, is_rough)
    if change is None and amount.unit not in ("year", "month", "day", "hour"):
        change = change_before(text, start) or _change_behind(text, end)
    if amount.is_noun:
        change = change if change and amount.unit not in ("fois",) else None
    return FigureMention(
        start,
        end,
        "counted-noun" if amount.is_noun else "measure",
        value,
        value,
        amount.unit,
        amount.measures,
        modifier,
        change,
    )


def _is_sign(text: str, sign: re.Match[str], amount: Amount) -> bool:
    """Tell "- 55 %" from what stands between dashes, "le taux - 55 % - baisse"."""
    if amount.unit not in _SIGNED:
        return False
    is_apart = sign[0][-1] == " "
    return not is_apart or (amount.unit in _RATES and text[amount.end : amount.end + 2] != " -")


def _below_zero(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in what makes a temperature negative: "moins dix degrés", "sous zéro"."""
    if text[max(0, start - 6) : start].lower() == "moins " and not modifier_before(text, start):
        return start - 6, end
    match = _SUB_ZERO.match(text, end)
    return (start, match.end()) if match else (start, end)


def _change_behind(text: str, end: int) -> Change | None:
    match = _BEHIND.match(text, end) if text.startswith(" d", end) else None
    if match is None:
        return None
    return "decrease" if match["less"] else "increase"
