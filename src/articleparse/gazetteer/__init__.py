"""The geographic code of INSEE through time, countries and cities abroad.

Everything is read when it is first asked for, and kept.
"""

from __future__ import annotations

from articleparse.gazetteer.communes import (
    Commune,
    arrondissement_code,
    commune,
    communes,
    communes_named,
    communes_with_key,
)
from articleparse.gazetteer.divisions import (
    DepartmentState,
    Division,
    department,
    departments,
    departments_with_key,
    division_keys,
    region,
    regions_with_key,
    state_on,
)
from articleparse.gazetteer.keys import article, key
from articleparse.gazetteer.world import (
    City,
    Country,
    Feature,
    cities,
    countries,
    features,
)

__all__ = [
    "YEAR",
    "City",
    "Commune",
    "Country",
    "DepartmentState",
    "Division",
    "Feature",
    "arrondissement_code",
    "article",
    "cities",
    "commune",
    "communes",
    "communes_named",
    "communes_with_key",
    "countries",
    "department",
    "departments",
    "departments_with_key",
    "division_keys",
    "features",
    "key",
    "region",
    "regions_with_key",
    "state_on",
]

YEAR = 2026
"""The year of the geographic code that the package data end with."""
