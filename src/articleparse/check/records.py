"""Read records from files, for those who need records only; what is none is told apart."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from articleparse.check.files import record_files, record_lines
from articleparse.check.shape import read_record
from articleparse.record import Article


class Records:
    """The records of files and folders, in order, one at a time; iterate once.

    `unusable` fills up with a line for each file or line that holds no record.

    >>> records = Records(["no/such/file.jsonl"])
    >>> list(records), records.unusable
    ([], ['no/such/file.jsonl: No such file or directory'])
    """

    def __init__(self, paths: Iterable[str]) -> None:
        """Prepare to read the paths: what `articleparse.check.files` takes."""
        self._paths = paths
        self.unusable: list[str] = []
        self.count = 0

    def __iter__(self) -> Iterator[Article]:
        """Yield each record."""
        for path in record_files(self._paths):
            try:
                yield from self._of_file(path)
            except (OSError, EOFError, zlib.error) as error:
                reason = getattr(error, "strerror", None) or str(error)
                self.unusable.append(f"{path}: {reason}")

    def _of_file(self, path: str) -> Iterator[Article]:
        for number, line in record_lines(path):
            article = read_record(line)
            if isinstance(article, list):
                self.unusable.append(f"{path}:{number}: {article[0]}")
            else:
                self.count += 1
                yield article
