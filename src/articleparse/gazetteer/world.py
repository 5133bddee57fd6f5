"""Countries, cities abroad, and named places that no code of INSEE numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from articleparse.gazetteer.files import lines, rows
from articleparse.gazetteer.keys import key


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its code: ISO 3166-1 alpha-2, or 3166-3 where it is no more."""

    code: str
    name: str


class City(NamedTuple):
    """A city outside France.

    `inhabitants` is given of those that GeoNames alone lists, not of those, large or
    often in the news, that the project's own list holds.
    """

    name: str
    country: str
    inhabitants: int | None = None


FeatureKind = Literal[
    "continent",
    "area",
    "state",
    "province",
    "island",
    "mountain",
    "river",
    "sea",
    "street",
    "district",
]


@dataclass(frozen=True, slots=True)
class Feature:
    """A river, mountain, sea, world region, district …; `within` tells where it lies.

    `within` is a country code, or the INSEE code of the commune of a district. A
    province is a division of the first level that GeoNames alone lists.
    """

    name: str
    kind: FeatureKind
    within: str
    has_common_beginning: bool
    """Whether a form of its name begins in lower case ("mer du Nord")."""


@cache
def countries() -> dict[str, Country]:
    """Return the countries by the keys of all their names.

    >>> countries()["etats unis"].code, countries()["birmanie"].code
    ('US', 'MM')
    """
    found = {}
    names = {}
    for code, name in rows("countries.tsv", 2):
        names[code] = name
        found[key(name)] = Country(code, name)
    for code, name, part in rows("country_aliases.tsv", 3):
        # Of a state that CLDR does not list, or lists in brackets, the alias is the name.
        found[key(name)] = Country(code, name if part else names.setdefault(code, name))
    return found


class _World(NamedTuple):
    """What GeoNames adds to the own lists, by the keys of the names."""

    towns: dict[str, tuple[City, ...]]
    provinces: dict[str, tuple[Feature, ...]]


@cache
def _world() -> _World:
    own = {key(row[0]) for name in ("cities.tsv", "features.tsv") for row in rows(name, 1)}
    world = _World({}, {})
    for line in lines("world_places.tsv"):
        name, kind, country, *inhabitants = line.split("\t")
        if (name_key := key(name)) in own:
            continue
        if kind == "city":
            town = City(name, country, int(inhabitants[0]))
            world.towns[name_key] = (*world.towns.get(name_key, ()), town)
        else:
            province = Feature(name, "province", country, False)
            world.provinces[name_key] = (*world.provinces.get(name_key, ()), province)
    for name_key, towns in world.towns.items():
        if len(towns) > 1:
            world.towns[name_key] = tuple(sorted(towns, key=lambda town: -(town.inhabitants or 0)))
    return world


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Return the cities abroad by the keys of their names, the largest first.

    >>> [c.country for c in cities()["tel aviv"]], [c.country for c in cities()["laredo"]]
    (['IL'], ['US', 'PE'])
    """
    found: dict[str, tuple[City, ...]] = {}
    for name, country in rows("cities.tsv", 2):
        name_key = key(name)
        found[name_key] = (*found.get(name_key, ()), City(name, country))
    return found | _world().towns


@cache
def features() -> dict[str, tuple[Feature, ...]]:
    """Return rivers, mountains, seas, areas and districts by the keys of their names.

    >>> [f.kind for f in features()["loire"]]
    ['river']
    """
    kinds: dict[str, FeatureKind] = {
        "continent": "continent",
        "area": "area",
        "state": "state",
        "island": "island",
        "mountain": "mountain",
        "river": "river",
        "sea": "sea",
        "street": "street",
        "district": "district",
    }
    found: dict[str, tuple[Feature, ...]] = {}
    for name, kind, within, main in rows("features.tsv", 4):
        feature = Feature(main or name, kinds[kind], within, name[0].islower())
        name_key = key(name)
        found[name_key] = (*found.get(name_key, ()), feature)
    return found | _world().provinces
