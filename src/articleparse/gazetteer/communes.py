"""The communes of France since 1943, state after state, as INSEE numbers them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from articleparse.gazetteer.files import lines
from articleparse.gazetteer.keys import key

Status = Literal["commune", "delegated", "associated", "absorbed", "arrondissement"]
_STATUS: dict[str, Status] = {
    "C": "commune",
    "D": "delegated",
    "A": "associated",
    "P": "absorbed",
    "M": "arrondissement",
}
_RANK: dict[Status, int] = {
    "commune": 0,
    "arrondissement": 1,
    "delegated": 2,
    "associated": 3,
    "absorbed": 4,
}


@dataclass(frozen=True, slots=True)
class Commune:
    """One name, code and status of a commune between two days.

    `since` is None from 1943 on, `until` (the first day on which the state no longer
    held) while it holds. `next_code` is the commune that a delegated, associated or
    absorbed one, or an arrondissement, belongs to; else the one that followed at
    `until`. `today` is the code of the commune that it is or belongs to in the last
    edition, empty where there is none. `population` is the latest known, else 0.
    """

    code: str
    name: str
    status: Status
    since: dt.date | None
    until: dt.date | None
    next_code: str
    today: str
    population: int
    postcodes: tuple[str, ...]

    @property
    def department(self) -> str:
        """The code of the department, as the code of the commune tells it."""
        return self.code[: 3 if self.code.startswith("9") and self.code[1] in "78" else 2]

    def stands(self, on: dt.date) -> bool:
        """Tell whether this state holds on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


_POPULATION = 8
"""The column of the inhabitants, for those who want nothing else."""


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _read(line: str) -> Commune:
    _, code, name, kind, since, until, following, today, population, postcodes = line.split("\t")
    return Commune(
        code,
        name,
        _STATUS[kind],
        _day(since),
        _day(until),
        following,
        today,
        int(population or 0),
        tuple(postcodes.split()),
    )


class Communes:
    """All states of all communes; rows are read when they are asked for."""

    def __init__(self, data: list[str]) -> None:
        """Take the lines of the data file, sorted by key."""
        self._lines = data
        self._first: dict[str, int] = {}
        last = ""
        for index, line in enumerate(data):
            name = line[: line.index("\t")]
            if name != last:
                self._first[name] = index
                last = name

    def __contains__(self, name_key: str) -> bool:
        """Tell whether any commune had a name with that key."""
        return name_key in self._first

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys of all names."""
        return iter(self._first)

    def __len__(self) -> int:
        """Return the number of states."""
        return len(self._lines)

    def with_key(self, name_key: str) -> tuple[Commune, ...]:
        """Return all states of all communes whose name has that key."""
        return tuple(map(_read, self._rows(name_key)))

    def inhabitants(self, name_key: str) -> int:
        """Return how many live in the largest commune whose name has that key, 0 without one.

        >>> communes().inhabitants("saumur") > 20_000
        True
        """
        rows = self._rows(name_key)
        return max((int(row.split("\t")[_POPULATION] or 0) for row in rows), default=0)

    def _rows(self, name_key: str) -> Iterator[str]:
        index = self._first.get(name_key, len(self._lines))
        prefix = name_key + "\t"
        while index < len(self._lines) and self._lines[index].startswith(prefix):
            yield self._lines[index]
            index += 1

    @cached_property
    def _by_code(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            found.setdefault(line.split("\t", 2)[1], []).append(index)
        return found

    def with_code(self, code: str) -> tuple[Commune, ...]:
        """Return all states that had that code, the earliest first."""
        found = [_read(self._lines[index]) for index in self._by_code.get(code, ())]
        return tuple(sorted(found, key=lambda c: (c.since or dt.date.min, _RANK[c.status])))


@cache
def communes() -> Communes:
    """Return the communes, read once."""
    return Communes(lines("communes.tsv.gz"))


def commune(code: str, on: dt.date) -> Commune | None:
    """Return what stood under a code on a day: the commune itself before a part of one.

    >>> commune("49328", dt.date(2021, 6, 8)).name
    'Saumur'
    >>> commune("78377", dt.date(1965, 1, 1)).name, commune("78377", dt.date(1970, 1, 1))
    ('Massy', None)
    """
    standing = [c for c in communes().with_code(code) if c.stands(on)]
    return min(standing, key=lambda c: _RANK[c.status], default=None)


def communes_named(name: str, on: dt.date) -> tuple[Commune, ...]:
    """Return the communes of that name, one state each, the most populous first.

    Spelling may be free (see `keys.key`). Of each commune it is the state that holds on
    the day; where none does, the last one before it, else the first one behind it.

    >>> [(c.name, c.code) for c in communes_named("evreux", dt.date(2020, 1, 1))]
    [('Évreux', '27229')]
    >>> [(c.code, c.status, c.today) for c in communes_named("Octeville", dt.date(2005, 1, 1))]
    [('50383', 'absorbed', '50129')]
    """
    return communes_with_key(key(name), on)


@lru_cache(maxsize=4096)
def communes_with_key(name_key: str, on: dt.date) -> tuple[Commune, ...]:
    """Return what `communes_named` does, for a key instead of a name."""
    chains: dict[str, list[Commune]] = {}
    for state in communes().with_key(name_key):
        chains.setdefault(state.today or state.code, []).append(state)
    best = [min(states, key=lambda c: _distance(c, on)) for states in chains.values()]
    return tuple(sorted(best, key=lambda c: (-c.population, c.code)))


def _distance(state: Commune, on: dt.date) -> tuple[int, int, int]:
    """Order the states of one commune by how well they hold on a day."""
    if state.stands(on):
        return 0, 0, _RANK[state.status]
    if state.until is not None and state.until <= on:
        return 1, (on - state.until).days, _RANK[state.status]
    assert state.since is not None  # it neither holds nor has ended, so it is to begin
    return 2, (state.since - on).days, _RANK[state.status]


_ARRONDISSEMENTS = {"paris": (75100, 20), "lyon": (69380, 9), "marseille": (13200, 16)}
"""By key of the city: the code before that of the first arrondissement, and how many."""


def arrondissement_code(city_key: str, number: int) -> str | None:
    """Return the code of a municipal arrondissement, or None where there is none.

    >>> arrondissement_code("paris", 13), arrondissement_code("lyon", 10)
    ('75113', None)
    """
    base, count = _ARRONDISSEMENTS.get(city_key, (0, 0))
    return str(base + number) if 1 <= number <= count else None
