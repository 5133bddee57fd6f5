"""What every reader is given beside its stream, and what it may raise."""

from __future__ import annotations

import csv
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import IO

from articleparse.archive.items import Failure, Item
from articleparse.archive.limits import Budget, RefusedError


@dataclass(frozen=True, slots=True)
class Context:
    """How to read: what the file may unpack to, how deep it stands, the user's columns.

    `columns` names, for fields of an article (`text`, `published` …), the columns of a
    CSV file that hold them where their names are others.
    """

    budget: Budget = field(default_factory=lambda: Budget(0))
    columns: Mapping[str, str] = field(default_factory=dict)
    nesting: int = 0

    def deeper(self) -> Context:
        """Return the context of what stands inside an archive."""
        return replace(self, nesting=self.nesting + 1)


Reader = Callable[[IO[bytes], str, Context], Iterator[Item | Failure]]
"""Yields the articles of a container; may raise what is in UNREADABLE."""

UNREADABLE = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    csv.Error,
    NotImplementedError,  # zipfile: a compression method that Python does not have
    RefusedError,
)


def reason(error: BaseException) -> str:
    """Return what an error says, as the reason of a Failure.

    >>> reason(EOFError())
    'EOFError'
    """
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
