"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: str) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its name when all went well.

    "-" is standard output, and what is no regular file is written to directly. Raises
    OSError where the file cannot be written.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "report.html"
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


@contextmanager
def whole_folder(path: str) -> Iterator[Path]:
    """Make a folder that takes its name when all went well.

    Raises OSError where it cannot be made, or where something other than an empty
    folder is there already: files of an older export would mix with the new ones.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "tables"
    >>> with whole_folder(str(target)) as folder:
    ...     _ = (folder / "places.csv").write_text("id")
    >>> [file.name for file in target.iterdir()]
    ['places.csv']
    """
    target = path.rstrip("/" + os.sep) or path
    if os.path.lexists(target) and (not os.path.isdir(target) or os.listdir(target)):
        raise FileExistsError(0, "is there already", target)
    part = Path(f"{target}.{os.getpid()}.part")
    part.mkdir()
    try:
        yield part
        os.replace(part, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
