"""Read the data files of the gazetteer: tab-separated rows under a `#` heading."""

from __future__ import annotations

import gzip
from importlib.resources import files

_DATA = files(__package__) / "data"


def lines(name: str) -> list[str]:
    """Return the rows of `data/<name>`, packed with gzip or plain, without comments.

    Raises FileNotFoundError when there is no such file.

    >>> lines("countries.tsv")[0]
    'AD\\tAndorre'
    """
    data = (_DATA / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    found = text.split("\n")
    first = next(i for i, line in enumerate(found) if not line.startswith("#"))
    return found[first : -1 if not found[-1] else None]


def rows(name: str, columns: int) -> list[list[str]]:
    """Return the rows as lists of fields; short rows are filled with empty strings.

    >>> rows("division_aliases.tsv", 4)[0]
    ['D', '973', 'Guyane française', '']
    """
    found = [line.split("\t", columns)[:columns] for line in lines(name)]
    for row in found:
        if len(row) < columns:
            row += [""] * (columns - len(row))
    return found
