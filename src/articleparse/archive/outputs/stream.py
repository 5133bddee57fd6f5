"""Standard output, pipes and devices: written to directly, never gone on with."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import IO


class Stream:
    """A stream of lines in UTF-8; "-" is standard output. Raises OSError."""

    def __init__(self, path: str) -> None:
        """Prepare to write to the path; nothing is opened yet."""
        self._path = path
        self._file: IO[bytes]

    def __enter__(self) -> Stream:
        """Open the stream."""
        self._file = sys.stdout.buffer if self._path == "-" else open(self._path, "wb")
        return self

    def write_line(self, line: str) -> None:
        """Write one line."""
        self._file.write(line.encode("utf-8") + b"\n")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Flush the stream, and close it where it was opened here."""
        self._file.flush()
        if self._path != "-":
            self._file.close()
