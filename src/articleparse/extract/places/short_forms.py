"""Find compound names of communes that an article goes on to cut short."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from articleparse.extract.places.mention import PlaceMention
from articleparse.extract.places.senses import is_free
from articleparse.extract.places.surroundings import look_around
from articleparse.extract.places.words import Words
from articleparse.gazetteer import communes
from articleparse.lexicon.places import homographs

_JOINTS = frozenset(("au", "aux", "de", "des", "du", "d", "en", "la", "le", "les", "sous", "sur"))
_BEFORE = frozenset(("à", "de", "entre", "vers", "depuis", "pour"))
_LEAST_LETTERS = 4
_LARGEST = 35_000
"""Inhabitants from which a town is called by the first word of its name everywhere."""
_MUCH = 4
_LARGE = 20_000
"""Inhabitants from which a name is that town's even where a longer one stands nearby."""


def short_forms(words: Words, mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Return the mentions "Ivry" of an article that also has "Ivry-sur-Seine".

    >>> words = Words("À Ivry-sur-Seine. Le maire d'Ivry.")
    >>> whole = PlaceMention(2, 16, "place-name", True, "ivry sur seine", ("commune",))
    >>> [(m.start, m.end, m.key) for m in short_forms(words, [whole])]
    [(29, 33, 'ivry sur seine')]
    """
    known = dict(_by_size())
    for mention in mentions:
        if mention.senses[:1] == ("commune",) and not mention.is_weak:
            first, *rest = mention.key.split()
            if rest and rest[0] in _JOINTS and _may_stand_alone(first):
                known.setdefault(first, mention.key)
    return [
        PlaceMention(
            words.starts[index],
            words.ends[index],
            "place-short-form",
            False,
            known[words.low(index)],
            ("commune",),
        )
        for index in words.capitals
        if words.low(index) in known and _stands_alone(words, index)
    ]


@cache
def _by_size() -> dict[str, str]:
    """Return the first words that alone are a town's: "Brive" for "Brive-la-Gaillarde".

    That is where no other name is that word, or begins with it and is not much smaller.
    """
    largest: dict[str, list[tuple[int, str]]] = {}
    for name in communes():
        first, *rest = name.split()
        if rest and rest[0] in _JOINTS and len(first) > _LEAST_LETTERS:
            largest.setdefault(first, []).append((communes().inhabitants(name), name))
    found = {}
    for first, towns in largest.items():
        (population, name), *others = sorted(towns, reverse=True)
        is_alone = not others or others[0][0] * _MUCH < population
        if population >= _LARGEST and is_alone and is_free(first):
            found[first] = name
    return found


def _may_stand_alone(word: str) -> bool:
    if len(word) < _LEAST_LETTERS or word in homographs():
        return False
    return communes().inhabitants(word) < _LARGE


def _stands_alone(words: Words, index: int) -> bool:
    around = look_around(words, index, index, words.low(index))
    return (
        around.preposition in _BEFORE
        and not around.article
        and not around.precedes_capital
        and not around.follows_capital
    )
