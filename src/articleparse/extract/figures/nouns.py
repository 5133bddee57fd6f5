"""The counted noun behind a number: its head and the whole phrase."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articleparse.lexicon.files import words
from articleparse.lexicon.numbers import (
    noncount_words,
    number_words,
    prenominal_adjectives,
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GAP = re.compile(r" ?(?:\" ?)?")
_DE = re.compile(r" (?:de |d')(?:\" ?)?")
_COMPLEMENT = re.compile(r" (?:de |d')(?=[a-zà-ÿ])")
_AND = re.compile(r" et (?=[a-zà-ÿ])")
_PARTITIVE = re.compile(r" (?:des |du |de la |de l'|de |d')(?:\" ?)?")
_MOST_ADJECTIVES = 3
# Compounds of a verb or preposition have one form ("deux sans-abri", "trois porte-parole").
_UNCHANGED = ("sans-", "porte-", "hors-", "après-")
_DEGREES = ("plus", "moins")


class CountedNoun(NamedTuple):
    """Offsets of the phrase and of its head in it."""

    start: int
    head_start: int
    head_end: int
    end: int


def counted_noun(text: str, end: int, value: float, takes_de: bool) -> CountedNoun | None:
    """Return the noun phrase that the number ending at `end` counts.

    >>> text = "97 nouvelles contributions et remarques reçues"
    >>> noun = counted_noun(text, 2, 97, False)
    >>> text[noun.head_start:noun.head_end], text[noun.start:noun.end]
    ('contributions', 'nouvelles contributions et remarques')
    >>> counted_noun("12 sont venus", 2, 12, False) is None
    True
    """
    gap = (_DE if takes_de else _GAP).match(text, end)
    if gap is None or gap.end() == end:
        return None
    return _phrase(text, gap.end(), plural=value >= 2)


def partitive_noun(text: str, end: int) -> CountedNoun | None:
    """Return what a share is a share of: "20 % des ménages", "un tiers du budget".

    >>> text = "près de 20 % des ménages modestes"
    >>> noun = partitive_noun(text, 12)
    >>> text[noun.start:noun.end]
    'ménages modestes'
    """
    gap = _PARTITIVE.match(text, end)
    return _phrase(text, gap.end(), plural=text[end : end + 4] == " des") if gap else None


def _phrase(text: str, start: int, plural: bool) -> CountedNoun | None:
    word = _WORD.match(text, start)
    for _ in range(_MOST_ADJECTIVES):
        if word is not None and word[0] in _DEGREES:  # "les deux plus jeunes enfants"
            word = _WORD.match(text, word.end() + 1)
        if word is None or word[0].lower() not in prenominal_adjectives():
            break
        behind = (
            _WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] == " " else None
        )
        if behind is None or not _is_noun(behind[0], plural):
            break
        word = behind
    if word is None or not _is_noun(word[0], plural):
        return None
    return CountedNoun(start, word.start(), word.end(), _extended(text, word.end(), plural))


def _is_noun(word: str, plural: bool) -> bool:
    lower = word.lower()
    if lower in noncount_words() or lower in number_words():
        return False
    if word.isupper():
        return len(word) > 1
    if plural:
        return len(word) > 2 and (lower[-1] in "sxz" or lower.startswith(_UNCHANGED))
    return len(word) > 2


@cache
def _adjective_endings() -> tuple[str, ...]:
    return tuple(words("plural_adjective_endings.txt"))


def _is_adjective(word: str, plural: bool) -> bool:
    lower = word.lower()
    if word != lower or lower in noncount_words() or lower in number_words():
        return False
    endings = _adjective_endings()
    return lower.endswith(endings) if plural else (lower + "s").endswith(endings)


def _extended(text: str, end: int, plural: bool) -> int:
    """Return the end of the phrase with its adjectives, one complement, one coordination."""
    end = _with_adjectives(text, end, plural)
    complement = _COMPLEMENT.match(text, end)
    if complement and (word := _WORD.match(text, complement.end())):
        lower = word[0].lower()
        if len(lower) > 2 and lower not in noncount_words() and lower not in number_words():
            end = _with_adjectives(text, word.end(), plural=lower[-1] in "sx")
    both = _AND.match(text, end) if plural else None
    other = _WORD.match(text, both.end()) if both else None
    if other and _is_noun(other[0], plural=True):
        end = _with_adjectives(text, other.end(), plural=True)
    return end


def _with_adjectives(text: str, end: int, plural: bool) -> int:
    while text[end : end + 1] == " " and (word := _WORD.match(text, end + 1)):
        if not _is_adjective(word[0], plural):
            break
        end = word.end()
    return end
