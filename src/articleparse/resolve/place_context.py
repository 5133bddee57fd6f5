"""What an article as a whole tells about where it plays."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articleparse import gazetteer
from articleparse.extract.places import PlaceMention, Within

_NAMED_DEPARTMENT = 2.0
_NAMED_REGION = 1.2
_NEIGHBOUR = 0.8
_MORE_NEIGHBOURS = 0.2
"""What a department gains by its name, its region's, a commune in it, and each further one,
in powers of ten of inhabitants: a named department outweighs a namesake a hundred times
as large."""


@dataclass(frozen=True, slots=True)
class Context:
    """Departments, regions and countries that the article names, and in which it plays."""

    departments: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    neighbours: Counter[str]
    """How many communes that have no namesake the article names in each department."""
    within: dict[str, Within]
    """By key of a name, where the text first says that the place lies."""

    def weight(self, department: str, region: str) -> float:
        """Return how strongly the article speaks of a department of a region."""
        if department in self.departments:
            return _NAMED_DEPARTMENT
        found = _NAMED_REGION if region in self.regions else 0.0
        count = self.neighbours[department]
        if count:
            found += _NEIGHBOUR + _MORE_NEIGHBOURS * min(count - 1, 3)
        return found


def read_context(mentions: Iterable[PlaceMention], day: dt.date) -> Context:
    """Gather what the mentions of an article tell together."""
    departments: set[str] = set()
    regions: set[str] = set()
    countries: set[str] = set()
    neighbours: Counter[str] = Counter()
    within: dict[str, Within] = {}
    seen: set[str] = set()
    for mention in mentions:
        if mention.within is not None:
            within.setdefault(mention.key, mention.within)
            if mention.within.basis in ("code", "department_name"):
                departments.update(mention.within.codes)
        if mention.is_weak or not mention.senses:
            continue
        sense = mention.senses[0]
        if sense == "department":
            departments.update(d.code for d in gazetteer.departments_with_key(mention.key))
        elif sense == "region":
            regions.update(r.code for r in gazetteer.regions_with_key(mention.key))
        elif sense == "country":
            countries.add(gazetteer.countries()[mention.key].code)
        elif sense == "city" and "commune" not in mention.senses:
            countries.update(c.country for c in gazetteer.cities()[mention.key])
        elif sense == "commune" and mention.key not in seen:
            seen.add(mention.key)
            named = gazetteer.communes_with_key(mention.key, day)
            if len(named) == 1:
                neighbours[named[0].department] += 1
    return Context(
        frozenset(departments), frozenset(regions), frozenset(countries), neighbours, within
    )
