"""Files of records: JSONL checked line by line, JSON as one record, folders of both."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, cast

from articleparse.check import sense_findings
from articleparse.check.findings import Finding
from articleparse.check.shape import read_record
from articleparse.record import Article

SUFFIXES = (".jsonl", ".json", ".jsonl.gz", ".json.gz")


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that was checked; `article` is None where it has the wrong shape."""

    path: str
    line: int
    record: str | None
    article: Article | None
    findings: list[Finding]


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
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        )
        found.extend(sorted(below))
    return found


def check_file(path: str, today: dt.date | None = None) -> Iterator[Checked]:
    """Yield each record of a file as it was checked.

    A `.json` file holds one record, any other one a line; either may be gzipped, and
    "-" is standard input. Empty lines are passed over. Raises OSError, EOFError or
    zlib.error where the file cannot be read.
    """
    with _open(path) as file:
        whole = path.lower().removesuffix(".gz").endswith(".json")
        for number, line in enumerate([file.read()] if whole else file, start=1):
            if whole or line.strip():
                yield _checked(path, number, line, today)


def _checked(path: str, number: int, line: bytes, today: dt.date | None) -> Checked:
    article = read_record(line)
    if isinstance(article, list):
        return Checked(path, number, _name(line), None, article)
    return Checked(path, number, article.source.name, article, sense_findings(article, today))


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    if path.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return open(path, "rb")


def _name(line: bytes) -> str | None:
    """Return what the record calls its source, as far as that can be read."""
    try:
        name = json.loads(line)["source"]["name"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return name if isinstance(name, str) else None
