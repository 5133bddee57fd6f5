#!/usr/bin/env python3
"""Write the French names of countries and territories from the CLDR data in Babel.

    tools/build_countries.py           needs babel (2.18.0 carries CLDR 47)

French territories that INSEE's code holds are left out, as are names that CLDR keeps
for groupings and for tests. Other names and old states are in country_aliases.tsv.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

DATA = Path(__file__).parents[1] / "src" / "articleparse" / "gazetteer" / "data"
IN_INSEE_CODE = {"BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"}
NO_COUNTRY = {"AC", "AQ", "CP", "DG", "EA", "EH", "EU", "EZ", "IC", "PS", "QO", "TA", "UM", "UN"}
NO_COUNTRY |= {"BV", "XA", "XB", "ZZ"}


def table() -> str:
    names = {
        code: name
        for code, name in Locale("fr").territories.items()
        if len(code) == 2 and code.isalpha() and code not in IN_INSEE_CODE | NO_COUNTRY
    }
    heading = (
        "# Countries and territories: ISO 3166-1 alpha-2 code, French name.\n"
        f"# Source: Unicode CLDR {get_cldr_version()} (Unicode License V3), through Babel.\n"
        "# Written by tools/build_countries.py.\n"
    )
    return heading + "".join(
        f"{code}\t{name}\n"
        for code, name in sorted(names.items())
        if "(" not in name and "R.A.S." not in name
    )


if __name__ == "__main__":
    (DATA / "countries.tsv").write_text(table(), encoding="utf-8")
