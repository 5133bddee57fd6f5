"""AP4xx: codes that the geographic code does not know, or that contradict one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articleparse.check.findings import Finding
from articleparse.gazetteer import YEAR, communes, countries, key
from articleparse.gazetteer.divisions import DepartmentState, Division, departments, regions
from articleparse.record import Article, CodedName, Department, Place


def findings(article: Article) -> Iterator[Finding]:
    """Yield what is wrong with the codes of the record's places.

    A code is good that stood on any day up to the gazetteer's year: records of old
    articles hold old codes.
    """
    for index, place in enumerate(article.places):
        yield from _place_findings(place, f"/places/{index}")


def _place_findings(place: Place, where: str) -> Iterator[Finding]:
    if place.country and place.country not in _country_codes():
        yield _unknown("country", place.country, f"{where}/country")
    if place.insee_code:
        states = communes().with_code(place.insee_code)
        if not states:
            yield _unknown("commune", place.insee_code, f"{where}/insee_code")
        elif place.department and place.department.code != states[-1].department:
            message = f"commune {place.insee_code} is not in department {place.department.code}"
            yield Finding("AP402", message, f"{where}/department/code")
    if place.department:
        yield from _department_findings(place.department, place.region, where)
    if place.region:
        known = _regions().get(place.region.code, ())
        yield from _division_findings("region", place.region, known, f"{where}/region")


def _department_findings(
    department: Department, region: CodedName | None, where: str
) -> Iterator[Finding]:
    known = _departments().get(department.code, ())
    yield from _division_findings("department", department, known, f"{where}/department")
    if known and region and region.code in _regions():
        over = {code for state in known for code in (state.old_region, state.new_region)}
        if region.code not in over:
            message = f"department {department.code} is not in region {region.code}"
            yield Finding("AP403", message, f"{where}/region/code")


def _division_findings(
    kind: str, division: CodedName | Department, known: tuple[Division, ...], where: str
) -> Iterator[Finding]:
    if not known:
        yield _unknown(kind, division.code, f"{where}/code")
    elif key(division.name) not in {key(state.name) for state in known}:
        message = f"{kind} {division.code} is {known[-1].name}, not {division.name}"
        yield Finding("AP404", message, f"{where}/name")


def _unknown(kind: str, code: str, where: str) -> Finding:
    return Finding("AP401", f"no {kind} had the code {code} up to {YEAR}", where)


@cache
def _departments() -> dict[str, tuple[DepartmentState, ...]]:
    found: dict[str, tuple[DepartmentState, ...]] = {}
    for state in departments():
        found[state.code] = (*found.get(state.code, ()), state)
    return found


@cache
def _regions() -> dict[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for state in regions():
        found[state.code] = (*found.get(state.code, ()), state)
    return found


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(country.code for country in countries().values())
