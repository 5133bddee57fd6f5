"""A file that grows by whole commits, and gets its name when it is complete."""

from __future__ import annotations

import os

from articleparse.archive.outputs.encoding import encoder


class Appended:
    """Lines written to `path.part`, which becomes `path` at the end.

    Nothing reaches the file between two commits, so a file cut back to the size that
    the last commit told holds whole lines only. Raises OSError.

    >>> import tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "a.jsonl")
    >>> file = Appended(path)
    >>> file.open(0)
    >>> file.write_line("{}")
    >>> file.commit(), os.path.exists(path)
    (3, False)
    >>> file.finish()
    >>> os.path.getsize(path)
    3
    """

    def __init__(self, path: str) -> None:
        """Prepare to write to the path; nothing is opened yet."""
        self.path = path
        self.part = f"{path}.part"
        self._encode = encoder(path)
        self._lines: list[bytes] = []

    def open(self, size: int) -> None:
        """Open the file as it was when it had that size, in bytes."""
        self._file = open(self.part, "ab")  # noqa: SIM115 - closed by `finish`
        self._file.truncate(size)
        self._file.seek(0, os.SEEK_END)

    def write_line(self, line: str) -> None:
        """Keep a line for the next commit."""
        self._lines.append(line.encode("utf-8") + b"\n")

    def commit(self) -> int:
        """Write the lines; return the file's size when they are on the disk."""
        if self._lines:
            self._file.write(self._encode(b"".join(self._lines)))
            self._lines.clear()
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._file.tell()

    def finish(self) -> None:
        """Give the file its name; an empty one only takes away what bore it before."""
        self.close()
        if os.path.exists(self.part):
            os.replace(self.part, self.path)

    def close(self) -> None:
        """Close the file; lines that were not committed are lost."""
        if hasattr(self, "_file"):
            self._file.close()

    def discard(self) -> None:
        """Delete what was written."""
        self.close()
        if os.path.exists(self.part):
            os.unlink(self.part)
