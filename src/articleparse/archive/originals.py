"""The articles that records were made from, found again by the records' names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from articleparse.archive.finding import find
from articleparse.archive.items import Failure, Item
from articleparse.errors import ArticleParseError
from articleparse.pipeline import Parser
from articleparse.record import Article


class Originals:
    """Parses sources again that lie below a folder.

    A container is read once as long as records are asked for in its order, as
    `convert` writes them.
    """

    def __init__(self, folder: str) -> None:
        """Take the folder; raises NotADirectoryError where it is none."""
        self._folder = Path(folder)
        if not self._folder.is_dir():
            raise NotADirectoryError(f"{folder}: no folder")
        self._parser = Parser()
        self._path = ""
        self._items: Iterator[Item | Failure] = iter(())

    def reparse(self, name: str) -> Article | str | None:
        """Return the record of the source of that name, why there is none, or None.

        `name` is what a record calls it: a path, or archive!member.
        """
        file, mark, member = name.partition("!")
        path = self._below(file)
        if path is None:
            return None
        item = self._item(path, f"{path}{mark}{member}")
        if item is None:
            return None
        if isinstance(item, Failure):
            return item.reason
        try:
            return self._parser.parse(item.content, name=name, hints=item.hints)
        except ArticleParseError as error:
            return str(error)

    def _below(self, file: str) -> str | None:
        """Return the file's path below the folder, by as much of its name as leads there."""
        parts = [part for part in PurePosixPath(file).parts if part not in ("/", "..")]
        for begin in range(len(parts)):
            path = self._folder.joinpath(*parts[begin:])
            if path.is_file():
                return str(path)
        return None

    def _item(self, path: str, name: str) -> Item | Failure | None:
        goes_on = path == self._path
        if goes_on and (item := self._next(name)):
            return item
        self._path, self._items = path, find([path])
        return self._next(name)

    def _next(self, name: str) -> Item | Failure | None:
        return next((item for item in self._items if item.name == name), None)
