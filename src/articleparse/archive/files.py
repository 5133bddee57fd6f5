"""Files opened for reading, gzipped or not, and read no further than an article goes."""

from __future__ import annotations

import gzip
from typing import IO, cast

from articleparse.reading import MAX_BYTES


def unpacked(raw: IO[bytes], name: str) -> IO[bytes]:
    """Return the stream, unpacked on the way where its file is named `.gz`."""
    if name.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    return raw


def limited_bytes(stream: IO[bytes]) -> bytes:
    """Read the stream, but no more than makes it too large: a bomb must not fill memory."""
    return stream.read(MAX_BYTES + 1)
