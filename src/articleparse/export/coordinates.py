"""Where places lie: the points of communes in `data/coordinates.tsv`.

GeoNames, CC BY 4.0: communes of some thousand inhabitants and more. Departments,
regions and countries are areas, which a point would misrepresent; they have none.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from articleparse.record import Place


class Point(NamedTuple):
    """Degrees of WGS 84."""

    latitude: float
    longitude: float


def of_place(place: Place) -> Point | None:
    """Return where a place lies: a commune, by its INSEE code.

    >>> from articleparse import parse
    >>> aubusson, creuse = parse("Un titre\\n\\nÀ Aubusson (Creuse), rien.").places
    >>> of_place(aubusson), of_place(creuse)
    (Point(latitude=45.9549, longitude=2.1672), None)
    """
    return points().get(place.insee_code) if place.insee_code else None


@cache
def points() -> dict[str, Point]:
    """Return the points by INSEE code, sorted by it."""
    data = (files(__package__) / "data" / "coordinates.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in data.splitlines() if not line.startswith("#"))
    return {code: Point(float(latitude), float(longitude)) for code, latitude, longitude in rows}
