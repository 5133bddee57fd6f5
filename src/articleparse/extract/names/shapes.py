"""Observe what a name is made of: its words, their case, and what the lexicon tells of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from articleparse.extract.names.towns import is_large_town, is_large_town_of_france
from articleparse.gazetteer import countries, key
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.people import Gender, given_name
from articleparse.lexicon.spelling import plain
from articleparse.lexicon.word import Word, word

_ROAD = re.compile(r"[ADN]\d{1,4}")
_ACRONYM = 6  # letters


class Shape(NamedTuple):
    """The evidence that a name's words show, how many of them are given names, whose."""

    evidence: tuple[str, ...]
    key: str
    given: int = 0
    gender: Gender | None = None


@lru_cache(maxsize=10_000)
def shape_of(texts: tuple[str, ...]) -> Shape:
    """Return the shape of a name that neither the lexicon nor a head noun knows.

    >>> shape_of(("Anne", "Roy"))
    Shape(evidence=('words-2', 'given-common-first', 'family-last'), key='anne roy', given=1, gender='feminine')
    """
    first = word(texts[0])
    seen = [size_of(texts)]
    if _is_other(texts):
        seen.append("other-name")
    seen += _alone(first) if len(texts) == 1 else _together(texts, first, word(texts[-1]))
    if first.text[-1] == ".":
        seen.append("initial")
    if not all(map(str.isalpha, texts)) and any(map(str.isdigit, "".join(texts))):
        seen.append("digit")
    if first.is_thing:
        seen.append("thing-head")
    if first.head:
        seen.append("head-first")
    if len(texts) > 1 and _bears_a_town(first, word(texts[-1])):
        seen.append("town")
    given = _given(texts)
    return Shape(
        tuple(seen), key_of(texts), given, first.given.gender if given and first.given else None
    )


def _bears_a_town(first: Word, last: Word) -> bool:
    """Tell whether a name of no person begins or ends with a place ("Choose France").

    A rare given name that is a town of France is the town ("Paris Habitat").
    """
    if first.given:
        is_doubtful = not (first.given.is_common or last.is_family)
        return is_doubtful and is_large_town_of_france(first.text)
    return is_large_town(first.text) or is_large_town(last.text)


def key_of(texts: tuple[str, ...]) -> str:
    """Spell a name plainly, as names are compared."""
    return " ".join(map(plain, texts))


def size_of(texts: tuple[str, ...]) -> str:
    """Return the evidence that the number of words is."""
    return f"words-{min(len(texts), 4)}"


def _is_other(texts: tuple[str, ...]) -> bool:
    others = word_list("other_names.txt")
    if _ROAD.fullmatch(texts[0]):
        return True
    return texts[0] in others or (len(texts) > 1 and f"{texts[0]} {texts[1]}" in others)


def _alone(word: Word) -> list[str]:
    """Observe a name of one word."""
    text = word.text
    seen = []
    if key(text) in countries():
        seen.append("country")
    elif word.given:
        seen.append(f"given-{'common' if word.given.is_common else 'rare'}-single")
    if word.is_family:
        seen.append("family-single")
    if word.plain in word_list("famous_people.txt"):
        seen.append("famous")
    if len(text) > 1 and text.isupper():
        seen.append("capitals-short" if len(text) <= _ACRONYM else "capitals-long")
    elif not text[1:].islower() and "-" not in text and any(map(str.isupper, text[1:])):
        seen.append("capitals-mixed")
    if "-" in text:
        seen.append("hyphen")
    if text.endswith(_INHABITANT):
        seen.append("inhabitant")
    return seen


def _together(texts: tuple[str, ...], first: Word, last: Word) -> list[str]:
    """Observe a name of several words."""
    seen = []
    if first.given:
        seen.append(f"given-{'common' if first.given.is_common else 'rare'}-first")
    elif given_name(texts[1]):
        seen.append("given-second")
    if last.is_family:
        seen.append("family-last")
    if not word_list("corporate_words.txt").isdisjoint(texts):
        seen.append("corporate-word")
    if not first.given and key(last.text) in countries():
        seen.append("country-last")
    if any(t.islower() and t not in _JOINING for t in texts):
        seen.append("particle")
    if last.text.isupper() and not first.text.isupper():
        seen.append("capitals-last")
    return seen


def _given(texts: tuple[str, ...]) -> int:
    """Count the given names and initials that a name begins with, but for the last word."""
    count = 0
    for text in texts[:-1] or texts:
        if count and text.lower() in name_words("particle"):
            break
        if given_name(text) is None and not (text[-1] == "." and text[0].isupper()):
            break
        count += 1
    return count


_INHABITANT = ("ais", "aise", "aises", "ois", "oise", "iens", "iennes")
_JOINING = frozenset(["de", "d'", "du"])
