"""Parts of a whole: un tiers, trois quarts, la moitié, deux habitants sur cinq, 32 sur 56."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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
_HALF = re.compile(r"(?:la|une|bonne|petite|grosse) moitié\b", re.I)
_THE_PART = re.compile(r"(?:le|du|au|d'un) (tiers|quart)(?= (?:de|des|du|d')\b)", re.I)
_DEMI = re.compile(r"(?:(?:une?|trois|deux) )?demi-([^\W\d_]+)", re.I)
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
    if name := _denominator_pattern().match(text, number.end):
        return _named(text, number, name)
    if slash := _SLASH.match(text, number.end):
        return _slashed(text, number, slash)
    if following is None or following.value < number.value or following.start - number.end > 40:
        return None
    return _out_of(text, number, following)


def _named(text: str, number: Numeral, name: re.Match[str]) -> FigureMention | None:
    word, end = name[1].lower(), name.end()
    parts = denominators()[word]
    if _FINAL.match(text, end) or number.value >= parts:
        return None
    has_of = _OF.match(text, end)
    # "un cinquième homme" is no share, and "un demi" is a glass of beer.
    if number.value == 1 and word != "tiers" and not has_of or word.startswith("demi"):
        return None
    if number.value == 1 and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
        if (
            not has_of
            and word == "tiers"
            and text[end + 1 : end + 3] not in ("en", "à ", "se", "on")
        ):
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
    if counted_noun(text, whole.end, whole.value, whole.takes_de) and whole.form != "digits":
        return None
    if TOKEN.match(text, whole.end) or text[whole.end : whole.end + 1] in ("%", "°"):
        return None
    value = share(number.value / whole.value)
    return _mention(text, number.start, whole.end, value, "×", noun, "share-out-of")


def other_parts(text: str) -> Iterator[FigureMention]:
    """Yield the parts that no number introduces: la moitié, le tiers de, une demi-heure."""
    for at in re.finditer("moitié", text):
        if match := _HALF.match(text, max(0, at.start() - 3)) or _HALF.match(
            text, max(0, at.start() - 4)
        ):
            of = partitive_noun(text, match.end())
            yield _mention(text, match.start(), match.end(), 0.5, "×", of, "half")
    for at in re.finditer("tiers|quart", text):
        if match := _THE_PART.match(text, max(0, at.start() - 3)):
            if not _FINAL.match(text, match.end()):
                value = share(1 / denominators()[match[1].lower()])
                of = partitive_noun(text, match.end())
                yield _mention(text, match.start(), match.end(), value, "×", of, "fraction")
    for at in re.finditer("demi-", text):
        if (match := _DEMI.match(text, at.start())) and (unit := units().get(match[1].lower())):
            if not text[at.start() - 1 : at.start()].isalnum():
                value = integral(unit.factor / 2)
                yield _mention(text, at.start(), match.end(), value, unit.symbol, None, "half")


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
