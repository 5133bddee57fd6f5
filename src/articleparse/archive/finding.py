"""Paths to items: files, folders, standard input."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Iterator

from articleparse.archive.files import limited_bytes, unpacked
from articleparse.archive.items import Failure, Item, Meter
from articleparse.archive.jsonl import read_jsonl

ARTICLE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
JSONL_SUFFIX = ".jsonl"
STDIN = "-"


def find(paths: Iterable[str], meter: Meter | None = None) -> Iterator[Item | Failure]:
    """Yield the articles that the paths hold, in the order of the paths.

    A file is one article, unless it is named `.jsonl`: then each line is one. A
    folder stands for all files below it, sorted by path, that are named `.txt`,
    `.html`, `.htm`, `.xhtml` or `.jsonl`; hidden ones are passed over. All of these may
    be gzipped (`.gz`). "-" is one article from standard input.
    """
    meter = meter or Meter()
    files = [file for path in paths for file in _files(path)]
    meter.total += sum(_size(file) for file in files)
    for file in files:
        yield from _items(file, meter)


def _files(path: str) -> Iterator[str]:
    """Yield the path itself, or the files of a folder."""
    if path == STDIN or not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _plain_name(name).endswith(
                (*ARTICLE_SUFFIXES, JSONL_SUFFIX)
            ):
                yield os.path.join(folder, name)


def _plain_name(path: str) -> str:
    """Return the name without `.gz`, in lower case.

    >>> _plain_name("Archives/1998.JSONL.gz")
    'archives/1998.jsonl'
    """
    return path.lower().removesuffix(".gz")


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except OSError:
        return 0


def _items(file: str, meter: Meter) -> Iterator[Item | Failure]:
    before = meter.done
    # A name that is no UTF-8 could not be written into a record.
    name = os.fsencode(file).decode("utf-8", "replace")
    try:
        if file == STDIN:
            yield Item("<stdin>", limited_bytes(sys.stdin.buffer))
        else:
            with open(file, "rb") as raw:
                if _plain_name(file).endswith(JSONL_SUFFIX):
                    yield from read_jsonl(raw, name, meter)
                else:
                    yield Item(name, limited_bytes(unpacked(raw, name)))
    except FileNotFoundError:
        yield Failure(name, "no such file or folder", missing=True)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(name, getattr(error, "strerror", None) or str(error))
    meter.done = before + _size(file)
