"""TAR archives, read as a stream: their members, and those that are refused."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import IO

from articleparse.archive.items import Failure
from articleparse.archive.limits import RefusedError
from articleparse.archive.readers.members import Member, safe_name


def tar_members(stream: IO[bytes], name: str) -> Iterator[Member | Failure]:
    """Yield the files of a TAR archive; each must be read before the next is asked for.

    Links, devices, sparse files and names that lead out of the archive are Failures.
    Raises TarError where it is no TAR archive.
    """
    with tarfile.open(fileobj=stream, mode="r|", errorlevel=1) as archive:
        for info in archive:
            # tarfile keeps every member that it has seen; millions would fill memory.
            archive.members = []  # type: ignore[attr-defined]
            if info.isdir():
                continue
            shown = info.name.encode("utf-8", "replace").decode("utf-8")
            try:
                _refuse(info)
                member = safe_name(shown)
            except RefusedError as error:
                yield Failure(f"{name}!{shown}", str(error))
                continue
            yield Member(member, info.size, partial(_open, archive, info))


def _refuse(info: tarfile.TarInfo) -> None:
    if info.issym() or info.islnk():
        raise RefusedError("refused: a link")
    if not info.isreg() or info.issparse():
        raise RefusedError("refused: a device or a sparse file")


def _open(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(info)
    assert stream is not None  # a regular file has content
    return stream
