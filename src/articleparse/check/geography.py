"""AP4xx: codes that the geographic code does not know, or that contradict one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from articleparse import gazetteer
from articleparse.check.findings import Finding
from articleparse.gazetteer import YEAR, Commune, communes, countries, key
from articleparse.gazetteer.divisions import DepartmentState, Division, departments, regions
from articleparse.record import Article, CodedName, Department, Place

D = TypeVar("D", bound=Division)


def findings(article: Article) -> Iterator[Finding]:
    """Yield what is wrong with the codes of the record's places.

    A code is good that stood on any day up to the gazetteer's year: records of old
    articles hold old codes. Names and regions are those of the day on which the article
    appeared, of the gazetteer's year where that is not known.
    """
    year = min(max(article.producer.gazetteer_year, 1943), YEAR)
    day = article.published.date if article.published else dt.date(year, 1, 1)
    for index, place in enumerate(article.places):
        yield from _place_findings(place, day, f"/places/{index}")


def _place_findings(place: Place, day: dt.date, where: str) -> Iterator[Finding]:
    if place.country and place.country not in _countries():
        yield _unknown("country", place.country, f"{where}/country")
    states: tuple[Commune, ...] = ()
    if place.insee_code:
        states = communes().with_code(place.insee_code)
        if not states:
            yield _unknown("commune", place.insee_code, f"{where}/insee_code")
        elif place.department and place.department.code != states[-1].department:
            message = f"commune {place.insee_code} is not in department {place.department.code}"
            yield Finding("AP402", message, f"{where}/department/code")
    days = _days(place, states, day)
    if place.department:
        yield from _department_findings(place.department, place.region, days, where)
    if place.region:
        known = _regions().get(place.region.code, ())
        yield from _division_findings("region", place.region, known, days, f"{where}/region")
    yield from _name_findings(place, states, where)


def _days(place: Place, states: Iterable[Commune], day: dt.date) -> list[dt.date] | None:
    """Return the days whose names are good, None for any: what is no more has those of its time.

    Of a commune that has gone, or that was to come, it is the day nearest to the article's.
    """
    if place.former:
        return None
    days = {day}
    for state in states:
        if state.until and state.until <= day:
            days.add(state.until - dt.timedelta(days=1))
        elif state.since and day < state.since:
            days.add(state.since)
    return sorted(days)


def _on(states: Sequence[D], days: list[dt.date] | None) -> list[D]:
    """Return the states that hold on the days, or are nearest to them."""
    return list(states) if days is None else [gazetteer.state_on(states, day) for day in days]


def _department_findings(
    department: Department, region: CodedName | None, days: list[dt.date] | None, where: str
) -> Iterator[Finding]:
    known = _departments().get(department.code, ())
    yield from _division_findings("department", department, known, days, f"{where}/department")
    if not known or region is None or region.code not in _regions():
        return
    if region.code not in _regions_over(_on(known, days), days):
        message = f"department {department.code} is not in region {region.code}{_when(days)}"
        yield Finding("AP403", message, f"{where}/region/code")


def _regions_over(states: Iterable[DepartmentState], days: list[dt.date] | None) -> set[str]:
    if days is None:
        return {code for state in states for code in (state.old_region, state.new_region)}
    return {state.region_code(day) for state in states for day in days}


def _division_findings(
    kind: str,
    division: CodedName | Department,
    known: Sequence[Division],
    days: list[dt.date] | None,
    where: str,
) -> Iterator[Finding]:
    if not known:
        yield _unknown(kind, division.code, f"{where}/code")
        return
    states = _on(known, days)
    if key(division.name) not in {key(state.name) for state in states}:
        message = f"{kind} {division.code} is {states[-1].name}{_when(days)}, not {division.name}"
        yield Finding("AP404", message, f"{where}/name")


def _name_findings(place: Place, states: Sequence[Commune], where: str) -> Iterator[Finding]:
    """Compare the place's own name with what its code stands for."""
    if place.kind == "commune" and states:
        names = {state.name for state in states}
    elif place.kind == "department" and place.department:
        names = {place.department.name}
    elif place.kind == "region" and place.region:
        names = {place.region.name}
    elif place.kind == "country" and place.country in _countries():
        names = _countries()[place.country]
    else:
        return
    if key(place.name) not in {key(name) for name in names}:
        message = f"the code stands for {sorted(names)[-1]}, not {place.name}"
        yield Finding("AP405", message, f"{where}/name")


def _when(days: list[dt.date] | None) -> str:
    return f" on {days[0]}" if days else ""


def _unknown(kind: str, code: str, where: str) -> Finding:
    return Finding("AP401", f"no {kind} had the code {code} up to {YEAR}", where)


@cache
def _departments() -> dict[str, tuple[DepartmentState, ...]]:
    return _by_code(departments())


@cache
def _regions() -> dict[str, tuple[Division, ...]]:
    return _by_code(regions())


def _by_code(divisions: Iterable[D]) -> dict[str, tuple[D, ...]]:
    found: dict[str, tuple[D, ...]] = {}
    for state in divisions:
        found[state.code] = (*found.get(state.code, ()), state)
    return found


@cache
def _countries() -> dict[str, set[str]]:
    """Return the keys of all names of each country, by its code."""
    found: dict[str, set[str]] = {}
    for name_key, country in countries().items():
        found.setdefault(country.code, set()).update((name_key, country.name))
    return found
