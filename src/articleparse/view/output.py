"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def whole_file(path: str) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its name when all went well.

    "-" is standard output, and what is no regular file is written to directly. Raises
    OSError where the file cannot be written.

    >>> import pathlib, tempfile
    >>> target = pathlib.Path(tempfile.mkdtemp()) / "report.html"
    >>> with whole_file(str(target)) as file:
    ...     file.write(b"<p>") and target.exists()
    False
    >>> target.read_bytes()
    b'<p>'
    """
    if path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
    else:
        part = f"{path}.{os.getpid()}.part"
        try:
            with open(part, "wb") as file:
                yield file
            os.replace(part, path)
        finally:
            if os.path.exists(part):
                os.unlink(part)
