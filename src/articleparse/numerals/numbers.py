"""Find the numbers of a text, in digits or in words, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from articleparse.document import Words, cut_words
from articleparse.lexicon.numbers import magnitudes, number_nouns, number_words
from articleparse.numerals import digits
from articleparse.numerals import words as written

# A token: letters (with inner apostrophes left apart) or digits.
TOKEN = re.compile(r"[^\W\d_]+|\d+")
_DIGITS = re.compile(digits.PATTERN)
_LINK = re.compile(r"[ -](?:et[ -])?(?=[^\W\d_])")
_VIRGULE = re.compile(r" (?:virgule|point) ")
_ARTICLES = ("un", "une")
_SIZES = ("petite", "bonne", "grosse", "grande", "petit", "bon", "gros")
_NOUN = re.compile(rf" (?:(?:{'|'.join(_SIZES)}) )?((?:demi-)?[a-zé]+)\b", re.I)
_OF_NOUN = re.compile(r" de (milliers|millions|milliards)\b", re.I)
_HALF = re.compile(r" et demie?\b", re.I)
_SINGULAR_BEFORE = re.compile(
    r"\b(?:la|cette|sa|leur|notre)(?: petite| bonne| première| dernière)? $", re.I
)
# No number in words is longer; a longer run is an enumeration.
_LONGEST_RUN = 24
# More digits make a code, and more than Python likes to turn into a number.
_LONGEST_NUMBER = 18


class Numeral(NamedTuple):
    """A number as it stands in the text.

    `form` is `article` for un and une, which may be no number at all. `scale` is the
    factor of the magnitude word ("millions") that ends it, 1 where there is none;
    `takes_de` where the counted noun follows behind "de".
    """

    start: int
    end: int
    value: int | float
    form: Literal["digits", "words", "article"]
    scale: int = 1
    takes_de: bool = False
    is_rough: bool = False


@cache
def _magnitude_pattern() -> re.Pattern[str]:
    long = "|".join(m for m in magnitudes() if len(m) > 3)
    short = "|".join(sorted((m for m in magnitudes() if len(m) <= 3), key=len, reverse=True))
    return re.compile(
        rf"[ -]?(?P<long>{long})\b(?P<half> et demi\b)?"
        # A letter multiplies where it sticks to the number, or stands before a currency.
        rf"|(?P<short>{short})(?=\b|[A-Z$€£]|€)|\s(?P<apart>{short})(?=\s?[€$£])"
    )


@cache
def _magnitude_initials() -> frozenset[str]:
    return frozenset(form[0] for form in magnitudes())


@cache
def _written_numbers() -> frozenset[str]:
    return number_words().union(number_nouns())


@cache
def _going_on() -> frozenset[str]:
    """Words behind "un" and "une" with which these may be part of a longer number."""
    between = ("et", "virgule", "point", *_SIZES)
    return _written_numbers().union(between, ("demi",))


def numerals(text: str, words: Words | None = None) -> Iterator[Numeral]:
    """Yield the numbers of folded text, in its order and apart from one another.

    `words` are those of the text, where they have been cut already.

    >>> [(n.value, n.form) for n in numerals("1,5 million, deux cent trente et une vingtaine")]
    [(1500000, 'digits'), (230, 'words'), (20, 'words')]
    """
    words = words or cut_words(text)
    position = 0
    for index in words.among_with_numbers(_written_numbers()):
        if words.starts[index] < position:
            continue
        found = _numeral_at(text, words, index)
        if found is not None:
            yield found
            position = found.end


def _numeral_at(text: str, words: Words, index: int) -> Numeral | None:
    start, end, low = words.starts[index], words.ends[index], words.lows[index]
    if low.isdecimal():
        return _in_digits(text, start) if end - start <= _LONGEST_NUMBER else None
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return None
    if low in _ARTICLES and "".join(words.lows[index + 1 : index + 2]) not in _going_on():
        return Numeral(start, end, 1, "article")
    if low in number_words():
        return _in_words(text, start)
    return _lone_noun(text, start, end)


def _in_digits(text: str, start: int) -> Numeral | None:
    match = _DIGITS.match(text, start)
    assert match is not None  # the caller stands on a digit
    value, end = digits.value_of(match[0]), match.end()
    initial = text[end : end + 2].lstrip(" -\n")[:1]
    factor = _magnitude_pattern().match(text, end) if initial in _magnitude_initials() else None
    if factor is None:
        return Numeral(start, end, value, "digits")
    scale = magnitudes()[factor["long"] or factor["short"] or factor["apart"]]
    end = factor.end()
    value = digits.integral(value * scale)
    if factor["half"]:
        value += scale // 2
    takes_de = bool(factor["long"]) and scale > 1000
    if takes_de and (more := _remainder(text, end, scale)):
        return Numeral(start, more.end, value + more.value, "digits", scale)
    return Numeral(start, end, value, "digits", scale, takes_de)


def _remainder(text: str, end: int, scale: int) -> Numeral | None:
    """Return what is added to "3 millions" in "3 millions 200 000"."""
    match = _DIGITS.match(text, end + 1) if text[end : end + 1] == " " else None
    if match is None or len(match[0]) > _LONGEST_NUMBER:
        return None
    value = digits.value_of(match[0])
    rest = Numeral(end + 1, match.end(), value, "digits")
    return rest if 100 <= value < scale else None


def _in_words(text: str, start: int) -> Numeral | None:
    ends = _run(text, start)
    if len(ends) == 1 and text[start : ends[0]].lower() in ("millions", "milliards"):
        return None  # "des millions de Français" is no number
    if (
        len(ends) > 1
        and text[start : ends[-1]].lower().endswith((" un", " une"))
        and _noun_value(text, ends[-1])
    ):
        ends.pop()  # "trente et une vingtaine": the article belongs to the noun
    for end in reversed(ends):
        value = written.value_of(text[start:end])
        if value is not None:
            break
    else:
        return None
    first = text[start : ends[0]].lower()
    is_article = end == ends[0] and first in ("un", "une")
    if noun := _noun(text, start, end, value):
        return noun
    last = text[start:end].lower().replace("-", " ").rsplit(" ", 1)[-1]
    scale = magnitudes().get(last, 1) if last != "mil" else 1
    takes_de = scale > 1000
    if takes_de and (half := _HALF.match(text, end)):
        return Numeral(start, half.end(), value + scale // 2, "words", scale, takes_de)
    return Numeral(start, end, value, "article" if is_article else "words", scale, takes_de)


def _run(text: str, start: int) -> list[int]:
    """Return the ends of the ever longer runs of number words from `start`."""
    ends: list[int] = []
    position = start
    known = number_words()
    while len(ends) < _LONGEST_RUN:
        token = TOKEN.match(text, position)
        if token is None or token[0].lower() not in known:
            break
        ends.append(token.end())
        link = _VIRGULE.match(text, token.end()) or _LINK.match(text, token.end())
        if link is None:
            break
        position = link.end()
    return ends


def _lone_noun(text: str, start: int, end: int) -> Numeral | None:
    """Read "la centaine d'agents", "cette vingtaine de maires"."""
    if not _SINGULAR_BEFORE.search(text[max(0, start - 14) : start]):
        return None
    if text[end : end + 3] not in (" de", " d'"):
        return None
    value = number_nouns()[text[start:end].lower()]
    return Numeral(start, end, value, "words", value, True, True)


def _noun_value(text: str, end: int) -> int | None:
    match = _NOUN.match(text, end)
    return number_nouns().get(match[1].lower()) if match else None


def _factor(noun: str) -> int | None:
    return 1000 if noun == "milliers" else magnitudes().get(noun)


def _noun(text: str, start: int, end: int, count: int | float) -> Numeral | None:
    """Read "une dizaine", "deux douzaines", "une centaine de milliers"."""
    match, value = _NOUN.match(text, end), _noun_value(text, end)
    if match is None or value is None:
        return None
    total, end, scale = count * value, match.end(), value
    if (factor := _OF_NOUN.match(text, end)) and (many := _factor(factor[1].lower())):
        total, end, scale = total * many, factor.end(), many
    is_rough = not match[1].lower().startswith(("douzaine", "demi"))
    return Numeral(start, end, total, "words", scale, True, is_rough)
