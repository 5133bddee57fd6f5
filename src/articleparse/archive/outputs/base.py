"""What every output that can be gone on with does, whatever it writes."""

from __future__ import annotations

import json
import os
from typing import Protocol

from articleparse.archive.items import Failure, Result
from articleparse.archive.outputs.appended import Appended


class Records(Protocol):
    """Where records go: one file, many files, tables."""

    def open(self, state: dict[str, int]) -> None:
        """Open the output as it was at a commit with that state; {} is the beginning."""

    def write(self, record: str) -> None:
        """Take one record."""

    def commit(self) -> dict[str, int]:
        """Put on the disk what was taken; return what `open` needs to go on from here."""

    def finish(self) -> None:
        """Give everything its name. May be called again after a death on the way."""

    def close(self) -> None:
        """Let go of files."""

    def discard(self) -> None:
        """Delete what was written."""


def errors_path(output: str) -> str:
    """Return the name of the file that lists what failed, beside the output.

    >>> errors_path("out/records.jsonl.gz"), errors_path("out/records/")
    ('out/records.errors.jsonl', 'out/records.errors.jsonl')
    """
    folder, name = os.path.split(output.rstrip("/" + os.sep))
    for suffix in (".gz", ".zst", ".jsonl", ".ndjson", ".json", ".parquet"):
        name = name.removesuffix(suffix)
    return os.path.join(folder, f"{name}.errors.jsonl")


class Errors:
    """The file of failures, a JSON object a line; there is none without failures."""

    def __init__(self, output: str) -> None:
        """Prepare the file beside that output."""
        self._file = Appended(errors_path(output))
        self.path = self._file.path

    def open(self, size: int) -> None:
        """Open the file as it was when it had that size."""
        self._file.open(size)

    def write(self, failure: Failure) -> None:
        """Take one failure."""
        self._file.write_line(failure_line(failure))

    def commit(self) -> int:
        """Put on the disk what was taken; return the size of the file."""
        return self._file.commit()

    def finish(self) -> None:
        """Give the file its name, or delete it, and an older one, where nothing failed."""
        self._file.close()
        if os.path.exists(self._file.part):
            if os.path.getsize(self._file.part):
                self._file.finish()
            else:
                self._file.discard()
                if os.path.exists(self.path):
                    os.unlink(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def discard(self) -> None:
        """Delete what was written."""
        self._file.discard()


def failure_line(failure: Failure) -> str:
    """Return a failure as a line of JSON.

    >>> failure_line(Failure("lettre.txt", "no article"))
    '{"name": "lettre.txt", "reason": "no article"}'
    """
    return json.dumps({"name": failure.name, "reason": failure.reason}, ensure_ascii=False)


def size(result: Result) -> int:
    """Return how much memory a result holds, roughly, in bytes."""
    return 0 if isinstance(result, Failure) else len(result)
