"""CSV tables: one article a row, further columns kept beside it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from articleparse.archive.items import Failure, Item
from articleparse.archive.readers.context import Context
from articleparse.reading import MAX_BYTES, Hints
from articleparse.reading.decoding import WINDOWS_PIECES

FIELDS = ("name", "text", "html", "url", "publisher", "language", "published", "authors")
_DELIMITERS = ",;\t|"


def read_csv(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the articles of a CSV file, each under the name `file!name`, or `file!row`.

    The first row names the columns; `context.columns` says which is which where they
    are not called as the fields of an article are (in any case of letters). One of
    `text` and `html` is needed. Several `authors` stand with ";" between them. What
    further columns hold is kept in `extra`. The delimiter is the commonest in the
    first row of comma, semicolon, tab and bar. Rows count from 1.
    """
    csv.field_size_limit(MAX_BYTES)
    text = io.TextIOWrapper(stream, codecs.lookup("utf-8-sig").name, WINDOWS_PIECES, newline="")
    first = text.readline(1 << 16)
    if not first.strip():
        return
    delimiter = max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter))
    try:
        columns = _columns(header, context.columns)
    except ValueError as error:
        yield Failure(name, str(error))
        return
    for number, row in enumerate(csv.reader(text, delimiter=delimiter), start=1):
        if row:
            yield _item(dict(zip(header, row, strict=False)), columns, name, number)


def read_columns(told: Iterable[str]) -> dict[str, str]:
    """Return the columns that a user tells as FIELD=NAME; raises ValueError.

    >>> read_columns(["text=Corps de l'article"])
    {'text': "Corps de l'article"}
    """
    columns = dict(pair.partition("=")[::2] for pair in told)
    for field, column in columns.items():
        if field not in FIELDS or not column:
            raise ValueError(f"{field}: FIELD=NAME with a field among {', '.join(FIELDS)}")
    return columns


def _columns(header: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    """Return for each field of an article the column that holds it."""
    absent = [column for column in told.values() if column not in header]
    if absent:
        raise ValueError(f"no column {absent[0]!r} among {', '.join(header)}")
    by_name = {column.strip().lower(): column for column in reversed(header)}
    columns = {name: by_name[name] for name in FIELDS if name in by_name} | dict(told)
    if not {"text", "html"} & columns.keys():
        raise ValueError(f"no column text or html among {', '.join(header)}: see --column")
    return columns


def _item(
    row: Mapping[str, str], columns: Mapping[str, str], archive: str, number: int
) -> Item | Failure:
    value = {field: row.get(column, "").strip() for field, column in columns.items()}
    name = f"{archive}!{value.get('name') or number}"
    content = value.get("html") or value.get("text")
    if not content:
        return Failure(name, f"row {number}: neither text nor html")
    used = set(columns.values())
    hints = Hints(
        url=value.get("url") or None,
        publisher=value.get("publisher") or None,
        language=value.get("language") or None,
        published=value.get("published") or None,
        authors=tuple(a for part in value.get("authors", "").split(";") if (a := part.strip())),
        extra={key: cell for key, cell in row.items() if key not in used and cell.strip()},
    )
    return Item(name, content, hints)
