"""Files of records: JSON Lines, one JSON file a record, Parquet tables, folders of all."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, cast

from articleparse.check.parquet import TABLE, records_of_table

_PLAIN = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".zst")
SUFFIXES = (*_PLAIN, *(plain + packed for plain in _PLAIN for packed in _PACKED))
_NO_RECORDS = ".errors.jsonl"  # what `convert` writes beside records: why articles failed


def record_files(paths: Iterable[str]) -> list[str]:
    """Return the paths, with each folder replaced by the record files below it, sorted."""
    found: list[str] = []
    for path in paths:
        if not os.path.isdir(path):
            found.append(path)
            continue
        below = (
            os.path.join(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if _holds_records(name.lower())
        )
        found.extend(sorted(below))
    return found


def _holds_records(name: str) -> bool:
    if name.startswith(".") or name.endswith(_NO_RECORDS):
        return False
    return name == TABLE or name.endswith(SUFFIXES)


def record_lines(path: str) -> Iterator[tuple[int, bytes]]:
    """Yield each record of a file as JSON, with its line, or its row in a table, from 1.

    A `.json` file holds one record, a `.parquet` file one a row, any other one a line;
    files of JSON may be packed (`.gz`, `.zst`), and "-" is standard input. Empty lines
    are passed over. Raises OSError, EOFError or zlib.error where the file cannot be read.
    """
    name = path.lower()
    if name.endswith(".parquet"):
        yield from enumerate(records_of_table(path), start=1)
        return
    for packed in _PACKED:
        name = name.removesuffix(packed)
    with _open(path) as file:
        whole = name.endswith(".json")
        for number, line in enumerate([file.read()] if whole else file, start=1):
            if whole or line.strip():
                yield number, line


@contextmanager
def _open(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    with open(path, "rb") as file:
        if path.lower().endswith(".gz"):
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=file))
        elif path.lower().endswith(".zst"):
            with _from_zstandard(file) as unpacked:
                yield unpacked
        else:
            yield file


@contextmanager
def _from_zstandard(file: IO[bytes]) -> Iterator[IO[bytes]]:
    import io

    try:
        import zstandard
    except ImportError:
        raise OSError("reading .zst needs: pip install articleparse[zstd]") from None
    try:
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        yield io.BufferedReader(cast("io.RawIOBase", reader))
    except zstandard.ZstdError as error:
        raise OSError(f"no Zstandard file: {error}") from None


def record_name(line: bytes) -> str | None:
    """Return what a record that need not be one calls its source, as far as can be read.

    >>> record_name(b'{"source": {"name": "pont.txt"}}'), record_name(b"[")
    ('pont.txt', None)
    """
    try:
        name = json.loads(line)["source"]["name"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return name if isinstance(name, str) else None
