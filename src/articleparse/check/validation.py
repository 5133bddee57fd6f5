"""A run over files of records: which findings count, which are known, how it ends."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articleparse.check import sense_findings, sources
from articleparse.check.duplicates import Duplicates
from articleparse.check.files import record_files, record_lines, record_name
from articleparse.check.findings import CODES, DEFAULT, Finding, Located
from articleparse.check.shape import read_record
from articleparse.record import Article

OK, FINDINGS, UNUSABLE = 0, 1, 2


class BadOptionError(ValueError):
    """A code that is none, or a baseline that cannot be read."""


@dataclass
class Validation:
    """Checks files of records, and counts what it found.

    `select` and `ignore` are beginnings of codes ("AP2"), `fail_on` those that make the
    run fail; `known` are findings of an earlier run (see `read_baseline`). Articles
    later than `today` are in the future. `reparse` finds each record's source again.
    """

    paths: Iterable[str]
    select: tuple[str, ...] = DEFAULT
    ignore: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ("AP",)
    known: frozenset[tuple[str, str, str]] = frozenset()
    today: dt.date | None = None
    reparse: sources.Reparse | None = None
    files: list[str] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    records: int = 0
    findings: int = 0
    failing: int = 0
    duplicates: Duplicates = field(default_factory=Duplicates)

    def __post_init__(self) -> None:
        """Raise BadOptionError where an option begins no code."""
        for beginning in (*self.select, *self.ignore, *self.fail_on):
            if not any(code.startswith(beginning) for code in CODES):
                raise BadOptionError(f"no code begins with {beginning!r}")
        self.files = record_files(self.paths)

    def run(self) -> Iterator[Located]:
        """Yield the findings that count; files that cannot be read go to `unusable`."""
        for path in self.files:
            before = self.records
            try:
                for number, line in record_lines(path):
                    self.records += 1
                    yield from self._counted(path, number, line)
            except (OSError, EOFError, zlib.error) as error:
                reason = getattr(error, "strerror", None) or str(error)
                self.unusable.append(f"{path}: {reason}")
            else:
                if self.records == before:
                    self.unusable.append(f"{path}: no record")

    def _counted(self, path: str, number: int, line: bytes) -> Iterator[Located]:
        article = read_record(line)
        name = record_name(line) if isinstance(article, list) else article.source.name
        found = article if isinstance(article, list) else self._of_article(article, path, number)
        for finding in filter(self._counts, found):
            located = Located(path, number, name, finding)
            if located.key not in self.known:
                self.findings += 1
                self.failing += finding.code.startswith(self.fail_on)
                yield located

    def _of_article(self, article: Article, path: str, number: int) -> Iterator[Finding]:
        yield from sense_findings(article, self.today)
        yield from self.duplicates.findings(article, f"{path}:{number}")
        if self.reparse:
            yield from sources.findings(article, self.reparse)

    def _counts(self, finding: Finding) -> bool:
        return finding.code.startswith(self.select) and not finding.code.startswith(self.ignore)

    @property
    def exit_code(self) -> int:
        """How the run ended: 0 nothing that fails, 1 findings, 2 a file was unusable."""
        if self.unusable or not self.files:
            return UNUSABLE
        return FINDINGS if self.failing else OK


def read_baseline(path: str) -> frozenset[tuple[str, str, str]]:
    """Return the keys of the findings in a JSON report of an earlier run.

    Raises BadOptionError where the file is none.
    """
    try:
        report = json.loads(Path(path).read_bytes())
        return frozenset((f["record"], f["code"], f["pointer"]) for f in report)
    except OSError as error:
        raise BadOptionError(f"{path}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadOptionError(f"{path}: no report of --output-format json") from error
