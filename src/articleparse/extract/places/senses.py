"""Everything that a name may stand for, and the longest such name at a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from articleparse import gazetteer
from articleparse.extract.places.common_words import beginnings
from articleparse.extract.places.words import Words, fold_word
from articleparse.gazetteer import (
    City,
    Commune,
    Country,
    DepartmentState,
    Division,
    Feature,
)
from articleparse.lexicon import places as lexicon

# fmt: off
_SMALL = frozenset((
    "a", "au", "aux", "d", "de", "des", "du", "en", "es", "et", "l", "la", "le", "les",
    "o", "s", "sous", "sur",
))
# fmt: on
_LONGEST_ACRONYM = 4
_JOINTS = frozenset((" ", "-", "'", ". ", " - "))


@dataclass(frozen=True, slots=True, eq=False)  # as a key of caches, one is nobody but itself
class Senses:
    """The places of one key, of all times."""

    key: str
    communes: tuple[Commune, ...]
    departments: tuple[DepartmentState, ...]
    regions: tuple[Division, ...]
    country: Country | None
    cities: tuple[City, ...]
    features: tuple[Feature, ...]
    homograph: str | None
    """What else the name is first of all: word, given, family, brand, compass."""

    def communes_with(self, article: str) -> tuple[Commune, ...]:
        """Return the communes whose name has that article, or none if it is empty."""
        return _communes_with(self, article)

    def inhabitants_with(self, article: str) -> int:
        """Return how many live in the largest of the communes with that article, 0 without one."""
        return _inhabitants_with(self, article)


@lru_cache(maxsize=8192)
def _communes_with(senses: Senses, article: str) -> tuple[Commune, ...]:
    return tuple(c for c in senses.communes if gazetteer.article(c.name) == article)


@lru_cache(maxsize=8192)
def _inhabitants_with(senses: Senses, article: str) -> int:
    return max((commune.population for commune in _communes_with(senses, article)), default=0)


@lru_cache(maxsize=8192)
def senses(name_key: str) -> Senses:
    """Return what a key of the gazetteer stands for."""
    return Senses(
        name_key,
        gazetteer.communes().with_key(name_key),
        gazetteer.departments_with_key(name_key),
        gazetteer.regions_with_key(name_key),
        gazetteer.countries().get(name_key),
        gazetteer.cities().get(name_key, ()),
        gazetteer.features().get(name_key, ()),
        lexicon.homographs().get(name_key),
    )


@cache
def _names_by_first_word() -> dict[str, tuple[int, frozenset[str]]]:
    """By the first word of names: how many words the longest has, and the second words."""
    lengths: dict[str, int] = {}
    seconds: dict[str, set[str]] = {}
    for name_key in _keys():
        first, _, rest = name_key.partition(" ")
        length = 1
        if rest:
            length += rest.count(" ") + 1
            seconds.setdefault(first, set()).add(rest.partition(" ")[0])
        if length > lengths.get(first, 0):
            lengths[first] = length
    nothing: frozenset[str] = frozenset()
    return {
        first: (length, frozenset(seconds[first]) if length > 1 else nothing)
        for first, length in lengths.items()
    }


@cache
def _keys() -> frozenset[str]:
    """The keys of all names."""
    return frozenset(
        (
            *gazetteer.communes(),
            *gazetteer.division_keys(),
            *gazetteer.countries(),
            *gazetteer.cities(),
            *gazetteer.features(),
        )
    )


class Candidate(NamedTuple):
    """The words `first` to `last` of a text, which are a name of the gazetteer."""

    first: int
    last: int
    start: int
    end: int
    senses: Senses
    is_capitalised: bool
    """Whether all words but the small ones begin with a capital."""
    is_hyphenated: bool
    is_acronym: bool
    """Whether it looks like one: a short word in capitals that no place is written in."""


def candidates(words: Words) -> list[Candidate]:
    """Return the longest names of the gazetteer, in text order and apart."""
    raws, names = words.raws, _names_by_first_word()
    common = beginnings()
    starts = sorted(words.capitals + [i for i in words.commons if raws[i] in common])
    found: list[Candidate] = []
    last = -1
    for index in starts:
        known = names.get(fold_word(raws[index]))
        if known is None or index <= last:
            continue
        limit, seconds = known
        # Few words that a name of several begins with go on as it does.
        goes_on = limit > 1 and index + 1 < len(raws) and fold_word(raws[index + 1]) in seconds
        candidate = _longest(words, index, limit if goes_on else 1)
        if candidate is not None:
            found.append(candidate)
            last = candidate.last
    return found


def _longest(words: Words, first: int, limit: int) -> Candidate | None:
    """Return the longest name, of `limit` words at most, that begins with a word."""
    text, raws, starts, ends = words.text, words.raws, words.starts, words.ends
    known = _keys()
    name_key = fold_word(raws[first])
    all_capital = has_capital = best_all = words.is_capital(first)
    is_name = has_capital and name_key in known and name_key not in _SMALL
    best = first if is_name else -1
    best_key = name_key
    for last in range(first + 1, min(first + limit, len(raws))):
        if text[ends[last - 1] : starts[last]] not in _JOINTS:
            break
        low = fold_word(raws[last])
        if low not in _SMALL:
            is_high = raws[last][0].isupper() or low[0].isdigit()
            all_capital = all_capital and is_high
            has_capital = has_capital or is_high
        name_key = f"{name_key} {low}"
        # "le ROI et ainsi" is not Roi Et.
        ends_small = low in _SMALL and not raws[last][0].isupper()
        if has_capital and not ends_small and name_key in known:
            best, best_key, best_all = last, name_key, all_capital
    return _candidate(words, first, best, best_key, best_all) if best >= 0 else None


def _candidate(
    words: Words, first: int, last: int, name_key: str, is_capitalised: bool
) -> Candidate | None:
    found = senses(name_key)
    if not is_capitalised and not (
        found.features or found.country or found.regions or found.departments or found.cities
    ):
        return None
    return Candidate(
        first,
        last,
        words.starts[first],
        words.ends[last],
        found,
        is_capitalised,
        last > first and words.gap(first + 1) == "-",
        _is_acronym(words, first, last, found),
    )


def is_free(word: str) -> bool:
    """Tell whether a key of one word is no name of the gazetteer, nor another word."""
    return word not in _keys() and word not in lexicon.homographs()


def _is_acronym(words: Words, first: int, last: int, found: Senses) -> bool:
    raw = words.raws[first]
    if first != last or len(raw) > _LONGEST_ACRONYM or not raw.isupper():
        return False
    written_so = found.country is not None or bool(found.regions)  # RDC, USA, PACA
    return not written_so
