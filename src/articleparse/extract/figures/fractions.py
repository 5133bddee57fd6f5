"""Parts of a whole: un tiers, trois quarts, la moitié, deux habitants sur cinq, 32 sur 56."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articleparse.document import Words
from articleparse.extract.figures.measures import measure_of
from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.nouns import CountedNoun, counted_noun, partitive_noun
from articleparse.extract.figures.surroundings import modifier_before
from articleparse.lexicon.numbers import denominators
from articleparse.lexicon.units import units
from articleparse.numerals.digits import integral
from articleparse.numerals.numbers import TOKEN, Numeral

_OF = re.compile(r" (?:de la |de l'|des |du |de |d')")
_OUT_OF = re.compile(r" (?:\w+ )?sur ")
_FINAL = re.compile(r" de(?:s)? finales?\b", re.I)
_MEASURE = re.compile(r" (?:de |d')([^\W\d_]+)")
# Shares are given to four decimals: no article means more by "un tiers".
_DECIMALS = 4
_PARTS = frozenset(("quart", "moitié", "tiers", "demi"))
_TIMES = {"double": 2, "triple": 3, "quadruple": 4}
_TIMES_WORDS = frozenset(_TIMES)
_TIMES_OF = re.compile(r"le \w+(?= (?:de|du|des|d')\b)", re.I)
_PART = re.compile(
    r"(?P<quarter>quart d'heure)|(?P<part>moitié|tiers|quart)(?![\w-])|demi[- ](?P<demi>[^\W\d_]+)",
    re.I,
)
_ARTICLE = re.compile(r"\b(?:l[ae]|une(?: bonne| petite| grosse)?|du|au) $", re.I)
_SLASH = re.compile(r"/(\d{1,2})(?![\d/])")


@cache
def _denominator_pattern() -> re.Pattern[str]:
    names = sorted(denominators(), key=len, reverse=True)
    return re.compile(rf" ({'|'.join(names)})(?![\w-])", re.I)


def share(value: float) -> int | float:
    """Round a share as figures give it.

    >>> share(1 / 3)
    0.3333
    """
    return integral(round(value, _DECIMALS))


def fraction_at(text: str, number: Numeral, following: Numeral | None) -> FigureMention | None:
    """Return the fraction whose numerator is `number`."""
    behind = text[number.end : number.end + 1]
    if behind == " " and (name := _denominator_pattern().match(text, number.end)):
        return _named(text, number, name)
    if behind == "/" and (slash := _SLASH.match(text, number.end)):
        return _slashed(text, number, slash)
    if following is None or not text.endswith(" sur ", number.end, following.start):
        return None
    if following.value < number.value or following.start - number.end > 40:
        return None
    return _out_of(text, number, following)


def _named(text: str, number: Numeral, name: re.Match[str]) -> FigureMention | None:
    word, end = name[1].lower(), name.end()
    parts = denominators().get(word)
    if parts is None or _FINAL.match(text, end) or number.value >= parts:
        return None
    has_of = _OF.match(text, end)
    # "un cinquième homme" is no share, and "un demi" is a glass of beer.
    if (number.value == 1 and word != "tiers" and not has_of) or word.startswith("demi"):
        return None
    value = number.value / parts
    if (of := _MEASURE.match(text, end)) and (unit := units().get(of[1].lower())):
        total = integral(value * unit.factor)
        return _mention(text, number.start, of.end(), total, unit.symbol, None, "fraction")
    return _mention(
        text, number.start, end, share(value), "×", partitive_noun(text, end), "fraction"
    )


def _slashed(text: str, number: Numeral, slash: re.Match[str]) -> FigureMention | None:
    parts = int(slash[1])
    if not 0 < number.value < parts or number.form != "digits":
        return None
    value, end = number.value / parts, slash.end()
    unit = re.compile(r" ([^\W\d_]+)").match(text, end)
    if unit and (known := units().get(unit[1])):
        total = integral(value * known.factor)
        return _mention(text, number.start, unit.end(), total, known.symbol, None, "fraction")
    of = partitive_noun(text, end)
    return _mention(text, number.start, end, share(value), "×", of, "fraction") if of else None


def _out_of(text: str, number: Numeral, whole: Numeral) -> FigureMention | None:
    noun = counted_noun(text, number.end, number.value, takes_de=False)
    behind = noun.end if noun else number.end
    link = _OUT_OF.fullmatch(text, behind, whole.start)
    if link is None or (noun is None and text[behind : behind + 5] != " sur "):
        return None
    # "deux jours sur 40 km": what the number behind counts makes it no whole.
    if measure_of(text, whole) or TOKEN.match(text, whole.end) or whole.value <= number.value:
        return None
    if text[whole.end : whole.end + 4] == " ou " or (noun and _is_measured(text, noun)):
        return None
    value = share(number.value / whole.value)
    return _mention(text, number.start, whole.end, value, "×", noun, "share-out-of")


def _is_measured(text: str, noun: CountedNoun) -> bool:
    """Tell tonnes from inhabitants: of "23 tonnes sur 30" both numbers are given."""
    return text[noun.head_start : noun.head_end].lower() in units()


def other_parts(text: str, words: Words) -> Iterator[FigureMention]:
    """Yield the parts that no number introduces: la moitié, le tiers de, une demi-heure.

    >>> from articleparse.document import cut_words
    >>> text = "Près de la moitié des élus, le quart du budget, une demi-heure."
    >>> [(text[m.start:m.end], m.low, m.unit) for m in other_parts(text, cut_words(text))]
    [('Près de la moitié des élus', 0.5, '×'), ('le quart du budget', 0.25, '×'), ('une demi-heure', 0.5, 'hour')]
    """
    for index in words.among(_TIMES_WORDS):
        start = words.starts[index] - len("le ")
        if start >= 0 and (times := _TIMES_OF.match(text, start)):
            value = _TIMES[words.lows[index]]
            yield _mention(text, start, times.end(), value, "×", None, "multiple")
    for index in words.among(_PARTS):
        at = _PART.match(text, words.starts[index])
        if at is None:
            continue
        start, end = at.span()
        if at["demi"]:
            if unit := units().get(at["demi"].lower()):
                start -= 4 if text[max(0, start - 4) : start].lower() == "une " else 0
                yield _mention(
                    text, start, end, integral(unit.factor / 2), unit.symbol, None, "half"
                )
            continue
        if at["quarter"]:
            yield _mention(text, start, end, 0.25, "hour", None, "fraction")
            continue
        article = _ARTICLE.search(text[max(0, start - 12) : start])
        of = partitive_noun(text, end)
        part = at["part"].lower()
        if article is None or (part != "moitié" and (not of or _FINAL.match(text, end))):
            continue
        parts = 2 if part == "moitié" else denominators()[part]
        yield _mention(text, start - len(article[0]), end, share(1 / parts), "×", of, "fraction")


def _mention(
    text: str,
    start: int,
    end: int,
    value: int | float,
    unit: str,
    of: CountedNoun | None,
    rule: str,
) -> FigureMention:
    modifier = modifier_before(text, start)
    measures = text[of.start : of.end] if of else None
    return FigureMention(
        modifier[1] if modifier else start,
        max(end, of.head_end) if of else end,
        rule,
        value,
        value,
        unit,
        measures,
        modifier[0] if modifier else "exact",
    )
