"""Records as one JSON file each."""

from __future__ import annotations

import json
import os
import re
import shutil

_PER_FOLDER = 1000
_LONGEST_NAME = 80
_UNSAFE = re.compile(r"[^\w.\-]+")
_OURS = re.compile(r"\d{5,}$")


class Folder:
    """Files `00000/00000012-lettre.txt.json`: a number in the run, and the article's name.

    Raises FileExistsError where the folder holds something else already.
    """

    def __init__(self, path: str) -> None:
        """Prepare the folder; nothing is made yet."""
        self.path = path
        self._written = 0
        self._waiting: list[str] = []

    def open(self, state: dict[str, int]) -> None:
        """Go on behind the files that were written at that commit."""
        os.makedirs(self.path, exist_ok=True)
        self._written = state.get("files", 0)
        if not state and os.listdir(self.path):
            raise FileExistsError(0, "the folder is not empty", self.path)

    def write(self, record: str) -> None:
        """Write one file."""
        name = json.loads(record)["source"]["name"]
        path = os.path.join(self.path, file_name(self._written, name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        part = f"{path}.part"
        with open(part, "w", encoding="utf-8") as file:
            file.write(record + "\n")
        os.replace(part, path)
        self._waiting.append(path)
        self._written += 1

    def commit(self) -> dict[str, int]:
        """Put the files on the disk, and return how many there are."""
        for path in self._waiting:
            with open(path, "rb") as file:
                os.fsync(file.fileno())
        self._waiting.clear()
        return {"files": self._written}

    def finish(self) -> None:
        """Do nothing: the files have their names."""

    def close(self) -> None:
        """Do nothing: no file is open."""

    def discard(self) -> None:
        """Delete the numbered folders."""
        if os.path.isdir(self.path):
            for name in filter(_OURS.match, os.listdir(self.path)):
                shutil.rmtree(os.path.join(self.path, name))
            if not os.listdir(self.path):
                os.rmdir(self.path)


def file_name(number: int, name: str) -> str:
    """Return the file of an article below the output folder.

    >>> file_name(12, "presse.zip!1998/une lettre.txt")
    '00000/00000012-une_lettre.txt.json'
    """
    last = re.split(r"[/\\\\!]", name.rstrip("/"))[-1]
    safe = _UNSAFE.sub("_", last)[-_LONGEST_NAME:].strip("._")
    return os.path.join(f"{number // _PER_FOLDER:05}", f"{number:08}-{safe or 'article'}.json")
