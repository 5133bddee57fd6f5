"""Write what the gazetteer knows of a place into the record."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from articleparse import gazetteer
from articleparse.gazetteer import City, Commune, Country, DepartmentState, Division, Feature
from articleparse.record import CodedName, Department, Extract, Former, Place, PlaceKind
from articleparse.resolve.place_choice import Basis

_LAST_EDITION = dt.date(gazetteer.YEAR, 1, 1)


class Entry(NamedTuple):
    """What the gazetteer knows of a place; the fields are those of `Place`.

    The record itself is made when all mentions have been found.
    """

    name: str
    kind: PlaceKind
    rule: str
    insee_code: str | None = None
    department: Department | None = None
    region: CodedName | None = None
    country: str | None = None
    former: Former | None = None
    basis: Basis | None = None


def place_of(id: str, entry: Entry, mentions: tuple[Extract, ...]) -> Place:
    """Return the record of a place with all its mentions."""
    return Place(id=id, mentions=mentions, **entry._asdict())


def commune_place(commune: Commune, basis: Basis | None, day: dt.date, rule: str) -> Entry:
    """Return the entry of a commune as it stood on a day, or last did before it."""
    department, region = _location(commune.department, _day_of(commune, day))
    return Entry(
        rule=rule,
        name=commune.name,
        kind="commune",
        insee_code=commune.code,
        department=department,
        region=region,
        country="FR",
        former=_former_commune(commune),
        basis=basis,
    )


def _day_of(commune: Commune, day: dt.date) -> dt.date:
    """Return the day nearest to `day` on which the commune's code held."""
    if commune.until is not None and commune.until <= day:
        return commune.until - dt.timedelta(days=1)
    if commune.since is not None and day < commune.since:
        return commune.since
    return day


def _former_commune(commune: Commune) -> Former | None:
    """Return what became of a commune that is, or was to be, no more."""
    until = commune.until if commune.status == "commune" else commune.since
    if until is None:
        return None
    now = gazetteer.commune(commune.today, _LAST_EDITION) if commune.today else None
    if now is not None and (now.code, now.name) == (commune.code, commune.name):
        return None
    became = (CodedName(code=now.code, name=now.name),) if now else ()
    return Former(code=commune.code, name=commune.name, until=until, became=became)


@lru_cache(maxsize=4096)
def _location(department_code: str, day: dt.date) -> tuple[Department | None, CodedName | None]:
    state = gazetteer.department(department_code, day)
    if state is None:
        return None, None
    return Department(code=state.code, name=state.name), _region_of(state, day)


def _region_of(state: DepartmentState, day: dt.date) -> CodedName | None:
    region = gazetteer.region(state.region_code(day), day)
    return CodedName(code=region.code, name=region.name) if region else None


def department_place(states: tuple[DepartmentState, ...], day: dt.date, rule: str) -> Entry:
    """Return the entry of a department, by the state that holds or last held on a day."""
    state = gazetteer.state_on(states, day)
    became = tuple(
        CodedName(code=now.code, name=now.name)
        for now in (gazetteer.department(code, _LAST_EDITION) for code in state.became)
        if now is not None
    )
    return Entry(
        rule=rule,
        name=state.name,
        kind="department",
        department=Department(code=state.code, name=state.name),
        region=_region_of(state, day),
        country="FR",
        former=_former_division(state, became),
    )


def region_place(states: tuple[Division, ...], day: dt.date, rule: str) -> Entry:
    """Return the entry of a region, by the state that holds or last held on a day."""
    state = gazetteer.state_on(states, day)
    became = tuple(
        CodedName(code=now.code, name=now.name)
        for now in (gazetteer.region(code, _LAST_EDITION) for code in state.became)
        if now is not None
    )
    return Entry(
        rule=rule,
        name=state.name,
        kind="region",
        region=CodedName(code=state.code, name=state.name),
        country="FR",
        former=_former_division(state, became),
    )


def _former_division(state: Division, became: tuple[CodedName, ...]) -> Former | None:
    if state.until is None:
        return None
    return Former(code=state.code, name=state.name, until=state.until, became=became)


def country_place(country: Country, rule: str) -> Entry:
    """Return the entry of a country."""
    return Entry(
        rule=rule,
        name=country.name,
        kind="country",
        country=country.code,
    )


def city_place(city: City, rule: str, basis: Basis | None) -> Entry:
    """Return the entry of a city abroad."""
    return Entry(
        rule=rule,
        name=city.name,
        kind="city",
        country=city.country,
        basis=basis,
    )


def feature_place(feature: Feature, day: dt.date, rule: str) -> Entry:
    """Return the entry of a river, a mountain, an area, a district …"""
    if feature.kind == "district":
        return district_place(feature.name, feature.within, day, rule)
    return Entry(
        rule=rule,
        name=feature.name,
        kind="region" if feature.kind in ("state", "province") else "other",
        country=feature.within or None,
    )


def district_place(
    name: str, commune_code: str, day: dt.date, rule: str, insee_code: str | None = None
) -> Entry:
    """Return the entry of a district; its own code is that of an arrondissement."""
    commune = gazetteer.commune(commune_code, day) if commune_code else None
    department, region = _location(commune.department, day) if commune else (None, None)
    return Entry(
        rule=rule,
        name=name,
        kind="district",
        insee_code=insee_code,
        department=department,
        region=region,
        country="FR" if commune else None,
    )


def other_place(name: str, department_code: str | None, day: dt.date, rule: str) -> Entry:
    """Return the entry of a place that no list has: a street, a lake, a hamlet."""
    department, region = _location(department_code, day) if department_code else (None, None)
    return Entry(
        rule=rule,
        name=name,
        kind="other",
        department=department,
        region=region,
    )


def unknown_commune(name: str, rule: str) -> Entry:
    """Return the entry of a commune of which nobody can tell which namesake it is."""
    return Entry(rule=rule, name=name, kind="commune", country="FR")
