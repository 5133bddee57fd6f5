"""Read the data files of the lexicon: plain lines, or tab-separated rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_DATA = files(__package__) / "data"


def lines(name: str) -> Iterator[str]:
    """Yield the entries of `data/<name>`, without comments and empty lines.

    Raises FileNotFoundError when there is no such file.

    >>> "M." in set(lines("abbreviations.txt"))
    True
    """
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.rstrip()


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of a one-column file as a set.

    >>> "Mme." in words("abbreviations.txt")
    False
    """
    return frozenset(lines(name))


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file; short rows are filled with empty strings.

    Raises ValueError when a row has more than `columns` fields.
    """
    for line in lines(name):
        fields = line.split("\t")
        if len(fields) > columns:
            raise ValueError(f"{name}: more than {columns} fields in {line!r}")
        yield fields + [""] * (columns - len(fields))
