"""Which reader a file needs: by its name, and by its first bytes where that is not enough."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from typing import IO, cast

from articleparse.archive.items import Failure, Item
from articleparse.archive.limits import MAX_BYTES, MAX_NESTING, BudgetError, RefusedError
from articleparse.archive.readers import europresse
from articleparse.archive.readers.context import UNREADABLE, Context, Reader, reason
from articleparse.archive.readers.csvs import read_csv
from articleparse.archive.readers.jsonl import read_jsonl
from articleparse.archive.readers.members import Member, is_hidden
from articleparse.archive.readers.tars import tar_members
from articleparse.archive.readers.warcs import read_warc
from articleparse.archive.readers.xmls import read_xml
from articleparse.archive.readers.zips import zip_members
from articleparse.archive.streams import charged, limited_bytes, plain_name, unpacked

_TEXT_SUFFIXES = (".txt",)
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_CONTAINERS: dict[str, Reader] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".warc": read_warc,
    ".xml": read_xml,
}
_TAR_SUFFIXES = (".tar", ".tgz", ".tbz2", ".txz", ".tzst")
_ZIP_SUFFIX = ".zip"
SUFFIXES = (*_TEXT_SUFFIXES, *_PAGE_SUFFIXES, *_CONTAINERS, *_TAR_SUFFIXES, _ZIP_SUFFIX)
"""Files that are looked for in folders and archives, packed (`.gz` …) or not."""


def is_wanted(name: str) -> bool:
    """Tell whether a file found in a folder or an archive may hold articles.

    >>> is_wanted("1998.warc.gz"), is_wanted("LISEZMOI.md")
    (True, False)
    """
    return plain_name(name).endswith(SUFFIXES)


def read_container(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the articles of a file that is named so; what cannot be read is a Failure."""
    try:
        plain = plain_name(name)
        if plain.endswith((*_TAR_SUFFIXES, _ZIP_SUFFIX)):
            yield from _archived(stream, name, plain, context)
        else:
            suffix = next((s for s in _CONTAINERS if plain.endswith(s)), None)
            reader = _CONTAINERS[suffix] if suffix else _read_article
            if reader is not read_warc:
                stream = unpacked(stream, context.budget)
            if not is_wanted(name) and _first_bytes(stream).startswith(b'{"'):
                reader = read_jsonl  # standard input, mostly
            yield from reader(stream, name, context)
    except UNREADABLE as error:
        if isinstance(error, BudgetError) and context.nesting:
            raise  # the whole file is a bomb, not this member alone
        yield Failure(name, reason(error))


def _first_bytes(stream: IO[bytes]) -> bytes:
    """Return what the stream will read next."""
    return bytes(stream.peek(2)) if isinstance(stream, io.BufferedReader) else b""


def _read_article(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the one article of a text or page, or those of a Europresse export."""
    data = limited_bytes(stream)
    if europresse.MARK in data:
        yield from europresse.read_europresse(data, stream, name)
    else:
        yield Item(name, data)


def _archived(
    stream: IO[bytes], name: str, plain: str, context: Context
) -> Iterator[Item | Failure]:
    if context.nesting >= MAX_NESTING:
        raise RefusedError("refused: an archive in an archive in an archive")
    if plain.endswith(_ZIP_SUFFIX):
        with _seekable(stream, context) as file:
            yield from _members(zip_members(file, name), name, context)
    else:
        yield from _members(tar_members(unpacked(stream, context.budget), name), name, context)


def _members(
    members: Iterator[Member | Failure], archive: str, context: Context
) -> Iterator[Item | Failure]:
    for member in members:
        if isinstance(member, Failure):
            yield member
        elif is_wanted(member.name) and not is_hidden(member.name):
            yield from _read_member(member, f"{archive}!{member.name}", context)


def _read_member(member: Member, name: str, context: Context) -> Iterator[Item | Failure]:
    is_article = plain_name(name).endswith(_TEXT_SUFFIXES) and plain_name(name) == name.lower()
    if is_article and member.size > MAX_BYTES:
        yield Failure(name, f"refused: {member.size} bytes, more than {MAX_BYTES}")
        return
    try:
        with member.open() as raw:
            yield from read_container(charged(raw, context.budget), name, context.deeper())
    except RuntimeError as error:  # zipfile: a password is needed after all
        yield Failure(name, str(error))
    except UNREADABLE as error:
        if isinstance(error, BudgetError):
            raise
        yield Failure(name, reason(error))


def _seekable(stream: IO[bytes], context: Context) -> IO[bytes]:
    """Return the stream, or a copy of it on disk where ZIP could not jump about in it."""
    if not context.nesting and stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(1 << 24)  # noqa: SIM115 - the caller closes it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast("IO[bytes]", copy)
