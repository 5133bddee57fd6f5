"""Streams: unpacked by their first bytes, counted, and read no further than needed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from itertools import chain
from typing import IO, Any, cast

from articleparse.archive.items import Meter
from articleparse.archive.limits import MAX_BYTES, Budget, RefusedError

PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst")


class Counted(io.RawIOBase):
    """A stream that tells how many bytes have been read from it."""

    def __init__(self, stream: IO[bytes], count: Callable[[int], None]) -> None:
        """Read from the stream, and call `count` with the length of each piece."""
        self._stream, self._count = stream, count
        # A torn file gives what stands before the tear, where single reads are possible.
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Tell whether the stream beneath can seek."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to an offset."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the offset in the stream."""
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        """Read into the buffer, and count."""
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        self._count(len(data))
        return len(data)


def metered(stream: IO[bytes], meter: Meter) -> IO[bytes]:
    """Return the stream, its bytes counted on the meter."""

    def count(length: int) -> None:
        meter.done += length

    return io.BufferedReader(Counted(stream, count), 1 << 17)


def charged(stream: IO[bytes], budget: Budget) -> IO[bytes]:
    """Return the stream, its bytes charged to what its archive may unpack to."""
    return io.BufferedReader(Counted(stream, budget.charge), 1 << 17)


def unpacked(stream: IO[bytes], budget: Budget) -> IO[bytes]:
    """Return the stream, unpacked where its first bytes say gzip, bzip2, xz or Zstandard.

    Raises RefusedError where zstandard is needed and not installed.

    >>> packed = io.BytesIO(gzip.compress(b"Un titre"))
    >>> unpacked(packed, Budget(28)).read()
    b'Un titre'
    """
    buffered = (
        stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    )
    first = buffered.peek(6)
    for magic, unpack in _UNPACKERS.items():
        if first.startswith(magic):
            return charged(unpack(buffered), budget)
    return buffered


def _from_gzip(stream: Any) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))


def _from_zstandard(stream: Any) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        raise RefusedError("reading .zst needs: pip install articleparse[zstd]") from None
    return cast(
        "IO[bytes]", zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    )


_UNPACKERS: dict[bytes, Callable[[Any], IO[bytes]]] = {
    b"\x1f\x8b": _from_gzip,
    b"BZh": cast("Callable[[Any], IO[bytes]]", bz2.BZ2File),
    b"\xfd7zXZ\x00": cast("Callable[[Any], IO[bytes]]", lzma.LZMAFile),
    b"\x28\xb5\x2f\xfd": _from_zstandard,
}


def limited_bytes(stream: IO[bytes]) -> bytes:
    """Read the stream, but no more than makes it too large for an article."""
    return stream.read(MAX_BYTES + 1)


def pieces(head: bytes, stream: IO[bytes], size: int = 1 << 18) -> Iterator[bytes]:
    """Yield what was read already, then the rest of the stream."""
    return chain([head], iter(lambda: stream.read(size), b""))


def plain_name(name: str) -> str:
    """Return the name in lower case, without the suffix of a packed file.

    >>> plain_name("Archives/1998.JSONL.gz")
    'archives/1998.jsonl'
    """
    name = name.lower()
    for suffix in PACKED_SUFFIXES:
        if name.endswith(suffix):
            return name.removesuffix(suffix)
    return name
