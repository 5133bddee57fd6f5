"""French words around the names of places, and names that are first something else."""

from __future__ import annotations

from functools import cache

from articleparse.gazetteer.keys import folded_words, key
from articleparse.lexicon.files import lines, rows


@cache
def heads() -> dict[str, frozenset[str]]:
    """Return the kinds (town, near, state, department, river, sea) of nouns that govern names.

    >>> sorted(heads()["nord"])
    ['department', 'near']
    """
    found: dict[str, frozenset[str]] = {}
    for word, kind in rows("place_heads.tsv", 2):
        found[word] = found.get(word, frozenset()) | {kind}
    return found


@cache
def homographs() -> dict[str, str]:
    """Return by key the names that are a word, a given or family name, or a brand first.

    >>> homographs()["sens"], homographs()["florence"]
    ('word', 'given')
    """
    return {key(name): kind for name, kind in rows("place_homographs.tsv", 2)}


@cache
def openers() -> frozenset[str]:
    """Return, folded, the words that may begin a sentence before a name.

    >>> "depuis" in openers()
    True
    """
    return frozenset(" ".join(folded_words(word)) for word in lines("place_openers.txt"))


@cache
def idioms() -> dict[str, frozenset[str]]:
    """Return by key of a name the folded words before which it stands for no place.

    >>> "equipe de" in idioms()["france"]
    True
    """
    found: dict[str, frozenset[str]] = {}
    for before, name in rows("place_idioms.tsv", 2):
        phrase = " ".join(folded_words(before))
        found[key(name)] = found.get(key(name), frozenset()) | {phrase}
    return found


@cache
def club_words(kind: str) -> frozenset[str]:
    """Return words of sports: signs of them, words before a club, nouns before "de" and one.

    >>> "contre" in club_words("before"), "match" in club_words("sign")
    (True, True)
    """
    return frozenset(word for word, found in rows("place_clubs.tsv", 2) if found == kind)


@cache
def ordinals() -> dict[str, int]:
    """Return the numbers of ordinals in words, masculine, from one to twenty.

    >>> ordinals()["treizième"]
    13
    """
    return {word: int(number) for word, number in rows("place_ordinals.tsv", 2)}
