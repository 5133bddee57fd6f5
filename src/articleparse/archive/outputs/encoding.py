"""Lines packed as the output's name says, in pieces that stand for themselves."""

from __future__ import annotations

import gzip
from collections.abc import Callable

Encode = Callable[[bytes], bytes]


def encoder(path: str) -> Encode:
    """Return what packs a piece of a file of that name.

    A gzip file may consist of several members and a Zstandard file of several frames,
    so that pieces are joined by writing one behind the other. Raises OSError where
    zstandard is needed and not installed.

    >>> gzip.decompress(encoder("a.jsonl.gz")(b"{}") + encoder("a.jsonl.gz")(b"[]"))
    b'{}[]'
    """
    if path.endswith(".gz"):
        return lambda data: gzip.compress(data, compresslevel=6, mtime=0)
    if path.endswith(".zst"):
        try:
            import zstandard
        except ImportError:
            raise OSError("writing .zst needs: pip install articleparse[zstd]") from None
        return zstandard.ZstdCompressor(level=9).compress
    return bytes
