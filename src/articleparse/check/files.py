"""Files of records: JSONL checked line by line, JSON as one record."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from typing import IO, cast

from articleparse.check import check
from articleparse.check.findings import Finding


def check_file(path: str) -> Iterator[tuple[int, list[Finding]]]:
    """Yield for each record of a file the number of its line and its findings.

    A `.json` file holds one record, any other one a line; either may be gzipped, and
    "-" is standard input. Empty lines are passed over. Raises OSError, EOFError or
    zlib.error where the file cannot be read.
    """
    with _open(path) as file:
        whole = path.lower().removesuffix(".gz").endswith(".json")
        for number, line in enumerate([file.read()] if whole else file, start=1):
            if whole or line.strip():
                yield number, check(line)


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    if path.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return open(path, "rb")
