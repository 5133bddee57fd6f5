"""What stands left of a number: modifiers, words of change, and the words as such."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articleparse.extract.figures.mention import Exactness
from articleparse.lexicon.numbers import Change, Modifier, changes, modifiers, modifying_verbs

# The longest phrase of the lexicon has fewer characters than this.
_REACH = 48
_OPENING = "\"'(["
_CLAUSE = re.compile(r"[.;:!?\n]")
_WORD = re.compile(r"[^\W\d_]+'?|\d+|%")


@lru_cache(maxsize=16)
def _last_words(known: frozenset[str]) -> dict[str, int]:
    """Return what the phrases end with, behind the last blank and apostrophe.

    The value is the number of words of the longest phrase that ends so.
    """
    found: dict[str, int] = {}
    for phrase in known:
        words = phrase.split(" ")
        last = words[-1].rpartition("'")[2]
        found[last] = max(len(words), found.get(last, 0))
    return found


@lru_cache(maxsize=1 << 12)  # words come again and again
def _key(word: str) -> str:
    """Return what `_last_words` has of a word."""
    return word.lower().lstrip(_OPENING).rpartition("'")[2]


@cache
def _modifier_phrases() -> frozenset[str]:
    return frozenset(modifiers())


def phrase_before(text: str, end: int, known: frozenset[str]) -> tuple[str, int] | None:
    """Return the longest known phrase that ends right before `end`, and where it starts.

    Blanks and an opening quotation mark may stand between.

    >>> phrase_before("Il y a plus de 30", 15, frozenset({"de", "plus de"}))
    ('plus de', 7)
    """
    begin = max(0, end - _REACH)
    left = text[begin:end].rstrip(' "')
    most_words = _last_words(known).get(_key(left.rsplit(None, 1)[-1])) if left else None
    if most_words is None:
        return None
    stop = position = begin + len(left)
    floor = max(0, stop - _REACH)
    best = None
    for _ in range(most_words):
        position = max(text.rfind(" ", floor, position), text.rfind("\n", floor, position))
        start = position + 1
        while start < stop and text[start] in _OPENING:
            start += 1
        phrase = text[start:stop].lower()
        if phrase in known:
            best = (phrase, start)
        elif (elided := phrase.find("'", 1, 6) + 1) and phrase[elided:] in known:
            best = (phrase[elided:], start + elided)
        if position < floor:
            break
    return best


def modifier_before(text: str, start: int) -> tuple[Modifier, int] | None:
    """Return how the number at `start` is meant, and where the figure with its modifier begins.

    >>> modifier_before("avec près de 30 %", 13), modifier_before("et dépasse 30 %", 11)
    (('about', 5), ('at_least', 11))
    """
    found = phrase_before(text, start, _modifier_phrases())
    if found is None:
        return None
    return modifiers()[found[0]], start if found[0] in modifying_verbs() else found[1]


def words_before(text: str, end: int) -> list[str]:
    """Return the words of the clause before `end` in lower case, the nearest first.

    >>> words_before("Fin. Une forte hausse de 3 %", 25)
    ['de', 'hausse', 'forte', 'une']
    """
    floor = max(0, end - _REACH)
    clause = _CLAUSE.split(text[floor:end])[-1].lower()
    return _WORD.findall(clause)[::-1]


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(changes("verb"))) + ")")


def change_before(text: str, start: int) -> Change | None:
    """Return whether the words before a number say that it is a growth or a decline.

    >>> change_before("des ventes en nette hausse de 4 %", 30)
    'increase'
    >>> change_before("la part était de 4 %", 17) is None
    True
    """
    if "d" not in text[max(0, start - 8) : start].lower():  # no "de", cheaply told
        return None
    near = words_before(text, start)[:6]
    if not near or near[0] not in ("de", "d'"):
        return None
    for word in near[1:]:
        if change := changes("noun").get(word):
            return change
        if match := _verb_pattern().match(word):
            return changes("verb")[match[0]]
        if word.isdecimal():
            return None
    return None


def exactness_before(text: str, start: int, is_rough: bool) -> tuple[Exactness, int]:
    """Return how exact the number at `start` is said to be, and where that begins.

    >>> exactness_before("environ 30", 8, False)
    ('about', 0)
    """
    found = modifier_before(text, start)
    if found is None:
        return ("about" if is_rough else "exact"), start
    return found
