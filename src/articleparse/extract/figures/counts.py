"""Numbers with a unit or a counted noun, ranges of them, and numbers that lack a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articleparse.extract.figures.measures import Measure, currency_before, measure_of
from articleparse.extract.figures.mention import Exactness, FigureMention, Number
from articleparse.extract.figures.naming import is_clock_time, is_glued, is_name
from articleparse.extract.figures.surroundings import (
    change_before,
    modifier_before,
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
_SIGNED = frozenset(("%", "points", "°C", "°F", "EUR", "‰"))
_RATES = frozenset(("%", "points", "°C"))
_SIGN = re.compile(r"(?:^|[\s(\[\"])([+-]) ?$")
_MOVING = re.compile(
    r"(?:tomb|ramen|port|abaiss|relev|descend)\w*$|pass(?:e|é|ée|és|ées|ent|er|ait|aient|era|eront|ant|èrent|a)$"
)
_BEHIND = re.compile(
    r" (?:de (?P<more>plus|hausse|mieux)|d'augmentation|de (?P<less>moins|baisse))\b"
)
_LONE = re.compile(r"\(\s?$")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'-]+ $")
_PLAIN = re.compile(r"[,.;)\n]| et |$")
_VERB_BEHIND = re.compile(r" (?:ont|sont|étaient|avaient|seront|d'entre) ")
_LENT = frozenset(("dont", "contre", "au lieu de", "sur", "nombre de", "dont au moins", "soit"))
_OTHERS = re.compile(r" autres?\b(?! [a-zà-ÿ]+s\b)")
_SHARING = frozenset((" et ", ", ", " des ", " de ces ", " de ses ", " sur les ", " parmi les "))
_DEGREES = frozenset(("°C", "°F"))
_SUB_ZERO = re.compile(r" (?:en[- ]dessous|au-dessous|sous) (?:de )?z[ée]ro\b")
_NOT_ALONE = (1900, 2100)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its unit, or without where `unit` is None."""

    start: int
    end: int
    value: Number
    unit: str | None
    measures: str | None
    is_noun: bool


def count_at(
    text: str, number: Numeral, following: Numeral | None
) -> tuple[FigureMention, bool] | None:
    """Return the figure that begins with `number`, and whether it takes `following` in."""
    first = _amount(text, number)
    is_priced = first.start < number.start
    if is_glued(text, number) and not is_priced:
        return None
    # A range comes first: of "10-15 ans" the first number alone looks like a code.
    if following is not None and (pair := _range(text, number, first, following)):
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
    if following is not None and (sum_ := _with_cents(text, first, following)):
        return _single(text, sum_, number.is_rough), True
    if first.unit is None:
        bare = _bare(text, number)
        return (bare, False) if bare else None
    if number.form == "article" and first.value == 1:
        return None
    if number.value == 0 and number.form == "words" and first.is_noun:
        return None
    return _single(text, first, number.is_rough), False


def _amount(text: str, number: Numeral) -> _Amount:
    start, end, value = number.start, number.end, number.value
    if before := currency_before(text, start):
        unit, start = before
        return _Amount(start, end, integral(value * unit.factor), unit.symbol, None, False)
    measure = measure_of(text, number)
    if measure is None:
        return _Amount(start, end, value, None, None, False)
    value = _value(number, measure)
    return _Amount(start, measure.end, value, measure.unit, measure.measures, measure.is_noun)


def _value(number: Numeral, measure: Measure) -> Number:
    if measure.factor == 1 and not measure.extra:
        return number.value
    return integral(number.value * measure.factor + measure.extra)


def _with_cents(text: str, first: _Amount, following: Numeral) -> _Amount | None:
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
    return _Amount(first.start, measure.end, value, first.unit, None, False)


def _shared(text: str, number: Numeral, following: Numeral) -> FigureMention | None:
    """Read the first number of "15 et 17 ans" and of "25 des 30 salariés"."""
    link = text[number.end : following.start]
    is_article = "article" in (number.form, following.form)
    if is_article or link not in _SHARING or is_clock_time(text, following):
        return None
    second = _amount(text, following)
    if second.unit is None or (link == ", " and not second.is_noun):
        return None
    if link != " et " and link != ", " and (not second.is_noun or number.value > second.value):
        return None
    modifier, start = _modifier(text, number.start, number.is_rough)
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


def _single(text: str, amount: _Amount, is_rough: bool) -> FigureMention:
    value, start = amount.value, amount.start
    change: Change | None = None
    sign = _SIGN.search(text[max(0, start - 3) : start])
    if sign and amount.unit in _SIGNED and (sign[0][-1] != " " or amount.unit in _RATES):
        start -= len(sign[0].lstrip('( ["\n'))
        change = "increase" if sign[1] == "+" else "decrease"
        value = value if sign[1] == "+" else -value
        if amount.unit in _DEGREES:
            change = None
    end = amount.end
    if amount.unit in _DEGREES and (start, end) != (cold := _below_zero(text, start, end)):
        (start, end), value = cold, -value
    modifier, start = _modifier(text, start, is_rough)
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


def _below_zero(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in what makes a temperature negative: "moins dix degrés", "sous zéro"."""
    if text[max(0, start - 6) : start].lower() == "moins " and not modifier_before(text, start):
        return start - 6, end
    match = _SUB_ZERO.match(text, end)
    return (start, match.end()) if match else (start, end)


def _change_behind(text: str, end: int) -> Change | None:
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    return "decrease" if match["less"] else "increase"


def _modifier(text: str, start: int, is_rough: bool) -> tuple[Exactness, int]:
    found = modifier_before(text, start)
    if found is None:
        return ("about" if is_rough else "exact"), start
    return found


def _range(text: str, number: Numeral, first: _Amount, following: Numeral) -> FigureMention | None:
    """Read "de 10 à 15 %", "entre 2 et 3 millions", "10-15 ans", "trois ou quatre mois"."""
    is_apart = following.start - first.end > 24 or following.form == "article"
    if is_apart or is_clock_time(text, following):
        return None
    link = text[first.end : following.start]
    left = phrase_before(text, first.start, _RANGE_OPENERS)
    is_between = left is not None and left[0] in _BETWEEN
    is_to = _TO.fullmatch(link) is not None
    if not (is_to or _OR.fullmatch(link) or (is_between and _AND.fullmatch(link))):
        return None
    second = _amount(text, following)
    if second.unit is None and not (first.unit and left):
        return None
    is_inverted = left is not None and is_to and second.unit is None
    agrees = first.unit == second.unit and left is not None and not first.is_noun
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


def _is_scaled(number: Numeral, amount: _Amount) -> bool:
    return bool(number.value) and amount.unit == "EUR" and amount.value != number.value


def _paired(
    text: str,
    left: tuple[str, int] | None,
    first: _Amount,
    second: _Amount,
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
    modifier, start = _modifier(text, first.start, False)
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


def _bare(text: str, number: Numeral) -> FigureMention | None:
    """Return a number whose noun was said before: "(363)", "dont 40", "contre 2 millions"."""
    if number.form == "article" or number.value == 0:
        return None
    start, end = number.start, number.end
    modifier, start = _modifier(text, start, number.is_rough)
    is_large = number.scale > 1 or number.is_rough
    is_grouped = number.form == "digits" and number.value >= 1000 and end - number.start > 4
    needs = not (is_large and number.form == "words")
    if not (is_large or is_grouped or modifier != "exact" or _is_lent(text, number)):
        return None
    low, high = _NOT_ALONE
    if number.form == "digits" and low <= number.value <= high and end - number.start == 4:
        return None
    return FigureMention(
        start,
        end,
        "elliptic",
        number.value,
        number.value,
        None,
        None,
        modifier,
        needs_antecedent=needs,
    )


def _is_lent(text: str, number: Numeral) -> bool:
    start, end = number.start, number.end
    before = text[max(0, start - 24) : start]
    if number.form == "digits":
        if _LONE.search(before) and text[end : end + 1] == ")":
            return True
        if _NAMED.search(before) and _PLAIN.match(text, end):
            return True
    elif _OTHERS.match(text, end):
        return True
    if _VERB_BEHIND.match(text, end):
        return True
    return phrase_before(text, start, _LENT) is not None
