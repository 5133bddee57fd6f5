"""What an article as a whole tells about where it plays."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articleparse import gazetteer
from articleparse.extract.places import PlaceMention, Within

NAMED_DEPARTMENT = 2.0
_NAMED_NEARBY = 3.0
_NEARBY = 150
"""Characters to either side within which a department is named nearby."""
_NAMED_REGION = 1.2
_NEIGHBOUR = 0.8
_PREVAILING = 2.4
"""What a department gains by its name, its region's, a commune in it, and by most of the
communes being in it, in powers of ten of inhabitants: a named department outweighs a
namesake a hundred times as large."""
_PREVAILS_FROM = 2
_PREVAILING_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Context:
    """Departments, regions and countries that the article names, and in which it plays."""

    departments: dict[str, list[int]]
    """Where each department is named, in text order."""
    regions: frozenset[str]
    countries: frozenset[str]
    neighbours: Counter[str]
    """How many communes that have no namesake the article names in each department."""
    cities_with_arrondissements: frozenset[str]
    """The keys of those of Paris, Lyon and Marseille that the article names."""
    within: dict[str, Within]
    """By key of a name, where the text first says that the place lies."""

    def weight(self, department: str, region: str, at: int) -> float:
        """Return how strongly the article speaks of a department of a region.

        `at` is the offset of the name for which it is asked.
        """
        named = self.departments.get(department)
        if named:
            after = bisect_left(named, at)
            nearest = min(abs(at - place) for place in named[max(0, after - 1) : after + 1])
            return _NAMED_NEARBY if nearest <= _NEARBY else NAMED_DEPARTMENT
        count = self.neighbours[department]
        if count >= max(_PREVAILS_FROM, _PREVAILING_SHARE * self.neighbours.total()):
            return _PREVAILING
        found = _NAMED_REGION if region in self.regions else 0.0
        return found + (_NEIGHBOUR if count else 0.0)


def read_context(mentions: Iterable[PlaceMention], day: dt.date) -> Context:
    """Gather what the mentions of an article tell together."""
    departments: dict[str, list[int]] = {}
    regions: set[str] = set()
    countries: set[str] = set()
    neighbours: Counter[str] = Counter()
    within: dict[str, Within] = {}
    seen: set[str] = set()
    for mention in mentions:
        if mention.within is not None:
            within.setdefault(mention.key, mention.within)
            if mention.within.basis in ("code", "department_name"):
                for code in mention.within.codes:
                    departments.setdefault(code, []).append(mention.start)
        if mention.is_weak or not mention.senses:
            continue
        sense = mention.senses[0]
        if sense == "department":
            for state in gazetteer.departments_with_key(mention.key):
                departments.setdefault(state.code, []).append(mention.start)
        elif sense == "region":
            regions.update(r.code for r in gazetteer.regions_with_key(mention.key))
        elif sense == "country":
            countries.add(gazetteer.countries()[mention.key].code)
        elif sense == "city" and "commune" not in mention.senses:
            countries.update(c.country for c in gazetteer.cities().get(mention.key, ()))
        elif sense == "commune" and mention.key not in seen:
            seen.add(mention.key)
            if mention.key in gazetteer.cities():
                continue  # it may itself be abroad
            named = gazetteer.communes_with_key(mention.key, day)
            if len(named) == 1:
                neighbours[named[0].department] += 1
    return Context(
        departments,
        frozenset(regions),
        frozenset(countries),
        neighbours,
        frozenset(key for key in seen if gazetteer.arrondissement_code(key, 1)),
        within,
    )
