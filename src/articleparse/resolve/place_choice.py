"""Choose among namesakes, by what is written, by the article's context, by size."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import log10
from typing import Literal

from articleparse import gazetteer
from articleparse.extract.places import PlaceMention, Within
from articleparse.gazetteer import Commune
from articleparse.resolve.place_context import NAMED_DEPARTMENT, Context

_LEAST_LEAD = 0.5
"""How far (in powers of ten) the best namesake must lead: three times as large."""
_OVERSEAS = 0.6
"""What namesakes overseas lose: papers of the mainland write which one they mean."""
_FAMOUS = 50_000
"""Inhabitants from which a French town goes before a city abroad of the same name."""

Basis = Literal["code", "department_name", "context", "prior"]
_BASES: dict[str, Basis] = {
    "code": "code",
    "department_name": "department_name",
    "region_name": "context",
    "country_name": "context",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The commune that was chosen, or None where nobody can tell, and why it."""

    commune: Commune | None
    basis: Basis | None


def choose_commune(mention: PlaceMention, context: Context, day: dt.date) -> Choice | None:
    """Return the commune that a mention stands for; None where there is none of the name."""
    named = gazetteer.communes_with_key(mention.key, day)
    fitting = [c for c in named if gazetteer.article(c.name) == mention.article]
    if mention.within is not None or not fitting:
        fitting = list(named)
    if not fitting:
        return None
    within = mention.within or context.within.get(mention.key)
    if within is not None:
        inside = [c for c in fitting if lies_within(c, within)]
        if inside:
            return Choice(inside[0], _BASES[within.basis])
        if mention.within is not None:
            return Choice(None, None)
    if len(fitting) == 1:
        return Choice(fitting[0], None)
    return _weigh(fitting, context, day, mention.start)


def _weigh(communes: list[Commune], context: Context, day: dt.date, at: int) -> Choice:
    weighed = []
    for commune in communes:
        weight = context.weight(commune.department, _region_code(commune.department, day), at)
        size = log10(commune.population + 50) - (_OVERSEAS if commune.code >= "97" else 0)
        weighed.append((size + weight, weight, commune))
    weighed.sort(key=lambda item: (-item[0], item[2].code))
    best, second = weighed[0], weighed[1]
    if best[0] - second[0] < _LEAST_LEAD:
        return Choice(None, None)
    return Choice(best[2], "context" if best[1] > second[1] else "prior")


def is_local(mention: PlaceMention, context: Context, day: dt.date) -> bool:
    """Tell whether a commune of the name lies in a department in which the article plays."""
    return any(
        context.weight(c.department, "", mention.start) >= NAMED_DEPARTMENT
        for c in gazetteer.communes_with_key(mention.key, day)
        if gazetteer.article(c.name) == mention.article
    )


def is_abroad(mention: PlaceMention, context: Context, day: dt.date) -> bool:
    """Tell whether a name of cities abroad and of communes is here that of a city abroad."""
    within = context.within.get(mention.key)
    if within is not None:
        return within.basis == "country_name"
    named = gazetteer.communes_with_key(mention.key, day)
    cities = gazetteer.cities().get(mention.key, ())
    if not cities or not named:
        return bool(cities)
    if any(
        context.weight(c.department, _region_code(c.department, day), mention.start) > 0
        for c in named
    ):
        return False
    if any(city.country in context.countries for city in cities):
        return True
    return named[0].population < _FAMOUS


def lies_within(commune: Commune, within: Within) -> bool:
    """Tell whether a commune lies in the departments or regions that the text names."""
    if within.basis in ("code", "department_name"):
        return commune.department in within.codes
    return any(
        state.code == commune.department
        and (state.old_region in within.codes or state.new_region in within.codes)
        for state in gazetteer.departments()
    )


def _region_code(department: str, day: dt.date) -> str:
    state = gazetteer.department(department, day)
    return state.region_code(day) if state else ""
