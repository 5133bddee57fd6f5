"""Generate the lexicon of intercommunalities that have a name of their own.

    cd FOLDER && npm pack @etalab/decoupage-administratif@5.2.0
    python tools/intercommunalities.py FOLDER

The package has the public establishments of inter-municipal cooperation (EPCI) with the
names that the ministry of the Interior gives them. Left out are those that only the kind
and a region name ("CC du Pays Dunois"): the press writes their kind in full.
"""

from __future__ import annotations

import argparse
import json
import re
import tarfile
from pathlib import Path

FILE = (
    Path(__file__).parents[1]
    / "src"
    / "articleparse"
    / "lexicon"
    / "data"
    / "intercommunalities.txt"
)
PACKAGE, VERSION = "@etalab/decoupage-administratif", "5.2.0"
HEADING = f"""\
# Intercommunalities that have a name of their own.
# Source: npm {PACKAGE} {VERSION}, from BANATIC (ministry of the Interior)
# and INSEE, Licence Ouverte / Open Licence (Etalab). Written by tools/intercommunalities.py.
"""
_KIND = re.compile(r"(?:CC|CA|CU) (?:(?:de la|de l'|du|des|de|d') ?)?")
_OWN = re.compile(
    r"\b(?:M[ée]tropole|Agglom[ée]ration|Agglo|Communauté|Intercommunalité|Excellence)\b"
)


def own_name(name: str) -> str | None:
    """The name that stands by itself, None if there is none.

    >>> own_name("CA Valenciennes Métropole"), own_name("CU du Grand Reims (CUGR)")
    ('Valenciennes Métropole', 'Grand Reims')
    >>> own_name("CC du Pays Dunois")
    """
    name = name.partition(" (")[0]
    rest = _KIND.sub("", name, count=1)
    if rest == name or rest.startswith("Grand ") or _OWN.search(rest):
        return rest
    return None


def table(folder: Path) -> str:
    """The file's text, out of the tarball in a folder."""
    tarball = folder / f"etalab-decoupage-administratif-{VERSION}.tgz"
    with tarfile.open(tarball) as archive:
        member = archive.extractfile("package/data/epci.json")
        assert member is not None
        names = {own_name(row["nom"]) for row in json.load(member)}
    return HEADING + "".join(f"{name}\n" for name in sorted(filter(None, names)))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=Path)
    FILE.write_text(table(arguments.parse_args().folder), encoding="utf-8")
