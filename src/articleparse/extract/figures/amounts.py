"""A number with the unit or the noun that it counts."""

from __future__ import annotations

from typing import NamedTuple

from articleparse.extract.figures.measures import Measure, currency_before, measure_of
from articleparse.extract.figures.mention import Number
from articleparse.numerals.digits import integral
from articleparse.numerals.numbers import Numeral


class Amount(NamedTuple):
    """A number with its unit, or without where `unit` is None."""

    start: int
    end: int
    value: Number
    unit: str | None
    measures: str | None
    is_noun: bool


def amount_at(text: str, number: Numeral) -> Amount:
    """Return the number with what it measures or counts, a currency before it included."""
    start, end, value = number.start, number.end, number.value
    if before := currency_before(text, start):
        unit, start = before
        return Amount(start, end, integral(value * unit.factor), unit.symbol, None, False)
    measure = measure_of(text, number)
    if measure is None:
        return Amount(start, end, value, None, None, False)
    value = _value(number, measure)
    return Amount(start, measure.end, value, measure.unit, measure.measures, measure.is_noun)


def _value(number: Numeral, measure: Measure) -> Number:
    if measure.factor == 1 and not measure.extra:
        return number.value
    return integral(number.value * measure.factor + measure.extra)


_SMALLER = {"hour": ("minute", 60), "minute": ("second", 60)}


def with_smaller_part(text: str, first: Amount, following: Numeral) -> Amount | None:
    """Read "trois minutes et trente secondes" as one duration, in the smaller unit."""
    if first.unit not in _SMALLER or text[first.end : following.start] not in (" et ", " "):
        return None
    unit, many = _SMALLER[first.unit]
    measure = measure_of(text, following)
    if measure is None or measure.unit != unit or measure.is_noun:
        return None
    value = integral(first.value * many + following.value)
    return Amount(first.start, measure.end, value, unit, None, False)


def with_cents(text: str, first: Amount, following: Numeral) -> Amount | None:
    """Read "deux euros et vingt centimes" as one sum."""
    if first.unit is None or text[first.end : following.start] not in (" et ", " "):
        return None
    measure = measure_of(text, following)
    if measure is None or measure.factor == 1 or not text[first.end - 1].isalpha():
        return None
    is_coin = measure.unit == first.unit or measure.unit == "EUR" or measure.unit == "USD"
    if not is_coin or following.value >= 100 or measure.is_noun or first.is_noun:
        return None
    value = integral(first.value + following.value * measure.factor)
    return Amount(first.start, measure.end, value, first.unit, None, False)
