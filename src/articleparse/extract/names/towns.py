"""Words that the gazetteer has as places, where a name may end or go on with one."""

from __future__ import annotations

from functools import lru_cache

from articleparse.gazetteer import cities, communes, countries, division_keys, key
from articleparse.lexicon.people import given_name

_LARGE = 20_000  # inhabitants; INSEE counts towns from there among the middle-sized
_LARGE_ABROAD = 100_000


@lru_cache(maxsize=10_000)
def is_place(text: str) -> bool:
    """Tell whether a word names a country, or a commune and is no common given name."""
    name = given_name(text)
    folded = key(text)
    return folded in countries() or (not (name and name.is_common) and folded in communes())


@lru_cache(maxsize=10_000)
def is_large_town(text: str) -> bool:
    """Tell whether a word names a town that readers know without a hint, a department, a region or a country.

    >>> is_large_town("Strasbourg"), is_large_town("Montferrand")
    (True, False)
    """
    folded = key(text)
    return (
        folded in countries()
        or folded in division_keys()
        or any(
            (city.inhabitants or _LARGE_ABROAD) >= _LARGE_ABROAD
            for city in cities().get(folded, ())
        )
        or is_large_town_of_france(text)
    )


@lru_cache(maxsize=10_000)
def is_large_town_of_france(text: str) -> bool:
    """Tell whether a word names a large town of France.

    >>> is_large_town_of_france("Nantes"), is_large_town_of_france("Milan")
    (True, False)
    """
    return communes().inhabitants(key(text)) >= _LARGE
