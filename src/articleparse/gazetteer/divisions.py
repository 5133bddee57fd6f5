"""Departments, regions and collectivities overseas, and what they were before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from articleparse.gazetteer.files import rows
from articleparse.gazetteer.keys import key

REGIONS_OF_2016 = dt.date(2016, 1, 1)
"""The day on which the regions of the law of 16 January 2015 began."""


@dataclass(frozen=True, slots=True)
class Division:
    """One name and code of a department or region between two days.

    `until` is the first day on which it no longer stood; `became` holds the codes of
    what followed.
    """

    code: str
    name: str
    since: dt.date | None
    until: dt.date | None
    became: tuple[str, ...]

    def stands(self, on: dt.date) -> bool:
        """Tell whether this state holds on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class DepartmentState(Division):
    """A department with the codes of its region before 2016 and since."""

    old_region: str
    new_region: str

    def region_code(self, on: dt.date) -> str:
        """Return the code of its region on a day."""
        return self.new_region if on >= REGIONS_OF_2016 else self.old_region


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


D = TypeVar("D", bound=Division)


def state_on(states: Sequence[D], on: dt.date) -> D:
    """Return the state that holds on a day, else the last one before, else the first behind.

    >>> state_on(departments_with_key("cotes du nord"), dt.date(2020, 1, 1)).until
    datetime.date(1990, 2, 27)
    """

    def distance(state: D) -> tuple[int, int]:
        if state.stands(on):
            return 0, 0
        if state.until is not None and state.until <= on:
            return 1, (on - state.until).days
        return 2, 0

    return min(states, key=distance)


@cache
def departments() -> tuple[DepartmentState, ...]:
    """Return all states of all departments, by code and time."""
    return tuple(
        DepartmentState(code, name, _day(since), _day(until), tuple(became.split()), old, new)
        for code, name, since, until, old, new, became in rows("departments.tsv", 7)
    )


@cache
def regions() -> tuple[Division, ...]:
    """Return all states of all regions, by code and time."""
    return tuple(
        Division(code, name, _day(since), _day(until), tuple(became.split()))
        for code, name, since, until, became in rows("regions.tsv", 5)
    )


@cache
def _departments_by_code() -> dict[str, list[DepartmentState]]:
    found: dict[str, list[DepartmentState]] = {}
    for state in departments():
        found.setdefault(state.code, []).append(state)
    return found


@cache
def _regions_by_code() -> dict[str, list[Division]]:
    found: dict[str, list[Division]] = {}
    for state in regions():
        found.setdefault(state.code, []).append(state)
    return found


def department(code: str, on: dt.date) -> DepartmentState | None:
    """Return the department that stood under a code on a day.

    >>> department("22", dt.date(1985, 1, 1)).name
    'Côtes-du-Nord'
    >>> department("78", dt.date(1960, 1, 1)).became
    ('78', '91', '95')
    >>> department("20", dt.date(2020, 1, 1)) is None
    True
    """
    return next((d for d in _departments_by_code().get(code, ()) if d.stands(on)), None)


def region(code: str, on: dt.date) -> Division | None:
    """Return the region that stood under a code on a day.

    >>> region("31", dt.date(2010, 1, 1)).name, region("31", dt.date(2020, 1, 1))
    ('Nord-Pas-de-Calais', None)
    """
    return next((r for r in _regions_by_code().get(code, ()) if r.stands(on)), None)


@cache
def _departments_by_key() -> dict[str, tuple[DepartmentState, ...]]:
    found: dict[str, tuple[DepartmentState, ...]] = {}
    for state in departments():
        found[key(state.name)] = (*found.get(key(state.name), ()), state)
    for kind, code, name in rows("division_aliases.tsv", 3):
        if kind == "D":
            found[key(name)] = tuple(_departments_by_code()[code])
    return found


@cache
def _regions_by_key() -> dict[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for state in regions():
        found[key(state.name)] = (*found.get(key(state.name), ()), state)
    for kind, code, name in rows("division_aliases.tsv", 3):
        if kind == "R":
            found[key(name)] = tuple(_regions_by_code()[code])
    return found


def departments_with_key(name_key: str) -> tuple[DepartmentState, ...]:
    """Return the states of departments whose name, or another name, has that key.

    >>> [d.code for d in departments_with_key("maine et loire")]
    ['49']
    """
    return _departments_by_key().get(name_key, ())


def regions_with_key(name_key: str) -> tuple[Division, ...]:
    """Return the states of regions whose name, or another name, has that key.

    >>> [r.code for r in regions_with_key("paca")]
    ['93']
    """
    return _regions_by_key().get(name_key, ())


def division_keys() -> tuple[str, ...]:
    """Return the keys of all names of departments and regions."""
    return (*_departments_by_key(), *_regions_by_key())
