"""What many records say together: who speaks how often, and where it happens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import ceil

from articleparse.gazetteer.divisions import departments
from articleparse.record import Article

STEPS = 5
"""Shades of the map."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is quoted: how many quotes, in how many articles."""

    name: str
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A department on the map; `shade` is 0 where no article names it, at most STEPS."""

    code: str
    name: str
    column: int
    row: int
    articles: int
    shade: int


def voices(articles: Iterable[Article]) -> list[Voice]:
    """Return who is quoted, the most quoted first; equal ones by name."""
    quotes: Counter[str] = Counter()
    where: defaultdict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        for quote in article.quotes:
            if quote.speaker:
                quotes[quote.speaker.label] += 1
                where[quote.speaker.label].add(number)
    ranked = sorted(quotes.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Voice(name, count, len(where[name])) for name, count in ranked]


def department_map(articles: Sequence[Article]) -> list[Tile]:
    """Return a tile for each department, shaded by how many articles name a place in it."""
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update({place.department.code for place in article.places if place.department})
    most = max(counts.values(), default=1)
    names = {state.code: state.name for state in departments() if state.until is None}
    return [
        Tile(code, names[code], column, row, counts[code], ceil(counts[code] * STEPS / most))
        for code, column, row in tiles()
    ]


@cache
def tiles() -> tuple[tuple[str, int, int], ...]:
    """Return code, column and row of each department on the map.

    >>> ("2A", 11, 12) in tiles()
    True
    """
    data = (files(__package__) / "data" / "departments.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in data.splitlines() if line and not line.startswith("#")]
    return tuple(
        (code, column, row)
        for row, codes in enumerate(rows)
        for column, code in enumerate(codes)
        if code != ".."
    )
