"""ZIP archives: their members, and those that are refused."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import IO

from articleparse.archive.items import Failure
from articleparse.archive.limits import RefusedError
from articleparse.archive.readers.members import Member, safe_name

_ENCRYPTED = 0x1


def zip_members(stream: IO[bytes], name: str) -> Iterator[Member | Failure]:
    """Yield the files of a ZIP archive, in the order of its directory.

    Links, encrypted members and names that lead out of the archive are Failures.
    Raises BadZipFile where it is no ZIP archive.
    """
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            try:
                _refuse(info)
                member = safe_name(info.filename)
            except RefusedError as error:
                yield Failure(f"{name}!{info.filename}", str(error))
                continue
            yield Member(member, info.file_size, partial(archive.open, info))


def _refuse(info: zipfile.ZipInfo) -> None:
    if stat.S_ISLNK(info.external_attr >> 16):
        raise RefusedError("refused: a link")
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError("refused: encrypted")
