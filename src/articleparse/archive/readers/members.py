"""What zip and tar have in common: members, and which of them are not read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from articleparse.archive.limits import RefusedError

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive; `open` returns its bytes, which may be asked for once."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def safe_name(name: str) -> str:
    r"""Return a member's name as a path below the archive.

    Raises RefusedError where it leads out of it: nothing is ever written under these
    names here, but records carry them to programs that may.

    >>> safe_name(".\\1998\\une.txt")
    '1998/une.txt'
    >>> safe_name("../../etc/passwd")
    Traceback (most recent call last):
        ...
    articleparse.archive.limits.RefusedError: refused: the name leads out of the archive
    """
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise RefusedError("refused: the name is an absolute path")
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    if ".." in parts:
        raise RefusedError("refused: the name leads out of the archive")
    return "/".join(parts)


def is_hidden(name: str) -> bool:
    """Tell whether a member is one that no user put there.

    >>> is_hidden("__MACOSX/une.txt"), is_hidden("1998/.DS_Store"), is_hidden("une.txt")
    (True, True, False)
    """
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
