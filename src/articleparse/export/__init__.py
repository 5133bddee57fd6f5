"""Records in the formats of other programs, one module each, one record at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import cast

from articleparse.export.whole import whole_file, whole_folder
from articleparse.record import Article

FILES = {
    "jsonld": "schema_org",
    "webannotation": "web_annotation",
    "geojson": "geojson",
    "iramuteq": "iramuteq",
}
"""Formats of one file, and their modules; each has `write(articles, put)`."""

FOLDERS = {"csv": "csv_tables", "spacy": "spacy_docs"}
"""Formats of several files, and their modules; each has `write(articles, folder)`."""

Put = Callable[[str], object]
"""Takes the next piece of a file."""

Write = Callable[[Iterable[Article], Put], "list[str]"]
WriteInto = Callable[[Iterable[Article], Path], "list[str]"]


def export(format: str, articles: Iterable[Article], output: str) -> list[str]:
    """Write the records to a file or folder that appears when it is whole.

    Returns what a reader should know of the output: how many places have no
    coordinates, say. Raises OSError where it cannot be written, or the format needs an
    extra that is not installed.

    >>> import json, tempfile
    >>> from articleparse import parse
    >>> path = Path(tempfile.mkdtemp()) / "places.geojson"
    >>> export("geojson", [parse("Un titre\\n\\nÀ Aubusson (Creuse), rien.")], str(path))
    ['places: 2, without coordinates: 1']
    >>> [f["properties"]["name"] for f in json.loads(path.read_bytes())["features"]]
    ['Aubusson', 'Creuse']
    """
    if format in FOLDERS:
        into = cast("WriteInto", import_module(f"{__name__}.{FOLDERS[format]}").write)
        with whole_folder(output) as folder:
            return into(articles, folder)
    write = cast("Write", import_module(f"{__name__}.{FILES[format]}").write)
    with whole_file(output) as file:
        return write(articles, lambda piece: file.write(piece.encode("utf-8")))
