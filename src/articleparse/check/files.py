"""Files of records: JSONL checked line by line, JSON as one record, folders of both."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, cast

from articleparse.check import check
from articleparse.check.findings import Finding

SUFFIXES = (".jsonl", ".json", ".jsonl.gz", ".json.gz")


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that was checked: its file, the number of its line, its name, its findings."""

    path: str
    line: int
    record: str | None
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


def check_file(path: str) -> Iterator[Checked]:
    """Yield each record of a file as it was checked.

    A `.json` file holds one record, any other one a line; either may be gzipped, and
    "-" is standard input. Empty lines are passed over. Raises OSError, EOFError or
    zlib.error where the file cannot be read.
    """
    with _open(path) as file:
        whole = path.lower().removesuffix(".gz").endswith(".json")
        for number, line in enumerate([file.read()] if whole else file, start=1):
            if whole or line.strip():
                findings = check(line)
                yield Checked(path, number, _name(line) if findings else None, findings)


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
