"""Find the numbers of a text, in digits or in words, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from articleparse.lexicon.numbers import magnitudes, number_nouns, number_words
from articleparse.numerals import digits, words

# A token: letters (with inner apostrophes left apart) or digits.
TOKEN = re.compile(r"[^\W\d_]+|\d+")
_DIGITS = re.compile(digits.PATTERN)
_LINK = re.compile(r"[ -](?:et[ -])?(?=[^\W\d_])")
_VIRGULE = re.compile(r" (?:virgule|point) ")
_NOUN = re.compile(
    r" (?:(?:petite|bonne|grosse|grande|petit|bon|gros) )?((?:demi-)?[a-zé]+)\b", re.I
)
_OF_NOUN = re.compile(r" de (milliers|millions|milliards)\b", re.I)
_HALF = re.compile(r" et demie?\b", re.I)
_SINGULAR_BEFORE = re.compile(
    r"\b(?:la|cette|sa|leur|notre)(?: petite| bonne| première| dernière)? $", re.I
)
# No number in words is longer; a longer run is an enumeration.
_LONGEST_RUN = 24
# More digits make a code, and more than Python likes to turn into a number.
_LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Numeral:
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
def _candidates() -> re.Pattern[str]:
    """Match digits, and words that begin like a word of number: half of all, at half the cost."""
    initials = "".join(sorted({word[0] for word in number_words() | number_nouns().keys()}))
    return re.compile(rf"\d+|\b[{initials}{initials.upper()}][^\W\d_]+")


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of folded text, in its order and apart from one another.

    >>> [(n.value, n.form) for n in numerals("1,5 million, deux cent trente et une vingtaine")]
    [(1500000, 'digits'), (230, 'words'), (20, 'words')]
    """
    known = number_words()
    position = 0
    for token in _candidates().finditer(text):
        if token.start() < position:
            continue
        word = token[0]
        if word[0].isdecimal():
            if len(word) > _LONGEST_NUMBER:
                continue
            found = _in_digits(text, token.start())
        elif (lower := word.lower()) in known:
            found = _in_words(text, token.start())
        elif lower in number_nouns():
            found = _lone_noun(text, token)
        else:
            continue
        if found is not None:
            yield found
            position = found.end


def _in_digits(text: str, start: int) -> Numeral | None:
    match = _DIGITS.match(text, start)
    assert match is not None  # the caller stands on a digit
    value, end = digits.value_of(match[0]), match.end()
    factor = _magnitude_pattern().match(text, end)
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
    if (
        len(ends) > 1
        and text[start : ends[-1]].lower().endswith((" un", " une"))
        and _noun_value(text, ends[-1])
    ):
        ends.pop()  # "trente et une vingtaine": the article belongs to the noun
    for end in reversed(ends):
        value = words.value_of(text[start:end])
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


def _lone_noun(text: str, token: re.Match[str]) -> Numeral | None:
    """Read "la centaine d'agents", "cette vingtaine de maires"."""
    if not _SINGULAR_BEFORE.search(text[max(0, token.start() - 14) : token.start()]):
        return None
    if text[token.end() : token.end() + 3] not in (" de", " d'"):
        return None
    value = number_nouns()[token[0].lower()]
    return Numeral(token.start(), token.end(), value, "words", value, True, True)


def _noun_value(text: str, end: int) -> int | None:
    match = _NOUN.match(text, end)
    return number_nouns().get(match[1].lower()) if match else None


def _noun(text: str, start: int, end: int, count: int | float) -> Numeral | None:
    """Read "une dizaine", "deux douzaines", "une centaine de milliers"."""
    match, value = _NOUN.match(text, end), _noun_value(text, end)
    if match is None or value is None:
        return None
    total, end, scale = count * value, match.end(), value
    if factor := _OF_NOUN.match(text, end):
        scale = 1000 if factor[1].lower() == "milliers" else magnitudes()[factor[1].lower()]
        total, end = total * scale, factor.end()
    is_rough = not match[1].lower().startswith(("douzaine", "demi"))
    return Numeral(start, end, total, "words", scale, True, is_rough)
