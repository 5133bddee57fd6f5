"""An output file that is whole or not there."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO


class Output:
    """A text file written under a temporary name, and moved to its own at the end.

    "-" is standard output; what is no regular file (a pipe, a device) is written to
    directly. Raises OSError where the file cannot be written.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "records.jsonl"
    >>> with Output(str(target)) as output:
    ...     output.write_line("{}")
    ...     target.exists()
    False
    >>> target.read_text()
    '{}\\n'
    """

    def __init__(self, path: str) -> None:
        """Prepare to write to the path; nothing is opened yet."""
        self._target = None if path == "-" else Path(path).resolve()
        self._part: Path | None = None
        self._file: IO[bytes]

    def __enter__(self) -> Output:
        """Open the temporary file."""
        if self._target is None:
            self._file = sys.stdout.buffer
        elif self._target.exists() and not self._target.is_file():
            self._file = self._target.open("wb")
        else:
            self._part = self._target.with_name(f".{self._target.name}.{os.getpid()}.part")
            self._file = self._part.open("wb")
        return self

    def write_line(self, line: str) -> None:
        """Write one line, as UTF-8."""
        self._file.write(line.encode("utf-8") + b"\n")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Move the file to its name, or away with it where something went wrong."""
        try:
            self._file.flush()
            if self._part is not None and self._target is not None and error is None:
                os.fsync(self._file.fileno())
                self._part.replace(self._target)
        finally:
            if self._target is not None:
                with suppress(OSError):  # what mattered was flushed, or has raised above
                    self._file.close()
            if self._part is not None:
                self._part.unlink(missing_ok=True)
