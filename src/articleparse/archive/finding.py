"""What the user names — files, folders, globs, URLs, standard input — to files in order."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import IO, Any, NamedTuple, cast

from articleparse.archive.items import Failure, Item, Meter
from articleparse.archive.limits import Budget
from articleparse.archive.readers import Context, is_wanted, read_container
from articleparse.archive.readers.context import UNREADABLE, reason
from articleparse.archive.streams import metered

STDIN = "-"


class Found(NamedTuple):
    """A file to read: its path or URL, its size in bytes and its state of change."""

    path: str
    size: int
    changed: str


def find(
    paths: Iterable[str],
    meter: Meter | None = None,
    columns: Mapping[str, str] | None = None,
    passed_over: Collection[str] = (),
) -> Iterator[Item | Failure]:
    """Yield the articles that the paths hold, in the order of the paths.

    A path is a file, a folder (all files below it, sorted by path, that are named as
    containers or articles are; hidden ones are passed over), a glob, a URL of fsspec
    (`s3://…`, `https://…`), or "-" for standard input. `passed_over` are files that
    are not read where a folder holds them: the output, mostly. `columns` is for CSV
    files; see `read_csv`.
    """
    meter = meter or Meter()
    for file in files(paths, passed_over):
        yield from _items(file, meter, columns or {})


def files(paths: Iterable[str], passed_over: Collection[str] = ()) -> Iterator[Found]:
    """Yield the files that the paths stand for; one that is missing has size -1."""
    hidden = {os.path.abspath(path) for path in passed_over}
    for path in paths:
        if path == STDIN:
            yield Found(path, 0, "")
        elif "://" in path:
            yield from _remote(path)
        else:
            is_glob = glob.has_magic(path) and not os.path.exists(path)
            for match in (sorted(glob.glob(path, recursive=True)) if is_glob else ()) or [path]:
                found = _folder(match) if os.path.isdir(match) else [_local(match)]
                yield from (f for f in found if os.path.abspath(f.path) not in hidden)


def fingerprint(paths: Iterable[str], passed_over: Collection[str], meter: Meter) -> str:
    """Return a hash of all files with size and state of change; count them on the meter."""
    digest = hashlib.sha256()
    for file in files(paths, passed_over):
        digest.update(repr(tuple(file)).encode("utf-8", "surrogateescape"))
        meter.total += max(0, file.size)
    return digest.hexdigest()


def _folder(path: str) -> Iterator[Found]:
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_wanted(name):
                yield _local(os.path.join(folder, name))


def _local(path: str) -> Found:
    try:
        status = os.stat(path)
    except OSError:
        return Found(path, -1, "")
    return Found(path, status.st_size, str(status.st_mtime_ns))


def _remote(url: str) -> Iterator[Found]:
    """Yield a URL, or the wanted files below it."""
    fs, path = filesystem(url)
    if glob.has_magic(path):
        found = sorted(fs.glob(path))
    elif fs.isdir(path):
        found = [name for name in sorted(fs.find(path)) if is_wanted(name)]
    else:
        found = [path]
    for name in found:
        try:
            info = fs.info(name)
        except FileNotFoundError:
            yield Found(fs.unstrip_protocol(name), -1, "")
            continue
        state = info.get("ETag") or info.get("mtime") or info.get("LastModified") or ""
        yield Found(fs.unstrip_protocol(name), info.get("size") or 0, str(state))


def filesystem(url: str) -> tuple[Any, str]:
    """Return the file system of a URL and the path in it; raises OSError without fsspec."""
    try:
        import fsspec
    except ImportError:
        raise OSError("URLs need: pip install articleparse[cluster]") from None
    fs, path = fsspec.core.url_to_fs(url)
    return fs, path


def _open(path: str) -> IO[bytes]:
    if path == STDIN:
        return cast("IO[bytes]", sys.stdin.buffer)
    if "://" in path:
        fs, inner = filesystem(path)
        return cast("IO[bytes]", fs.open(inner, "rb"))
    return open(path, "rb")


def _items(file: Found, meter: Meter, columns: Mapping[str, str]) -> Iterator[Item | Failure]:
    before = meter.done
    # A name that is no UTF-8 could not be written into a record.
    name = os.fsencode(file.path).decode("utf-8", "replace")
    name = "<stdin>" if file.path == STDIN else name
    context = Context(Budget(max(0, file.size)), columns)
    try:
        with _open(file.path) as raw:
            yield from read_container(metered(raw, meter), name, context)
    except FileNotFoundError:
        yield Failure(name, "no such file or folder", missing=True)
    except UNREADABLE as error:
        yield Failure(name, reason(error))
    meter.done = before + max(0, file.size)
