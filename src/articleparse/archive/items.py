"""What a container holds: articles to parse, or the reason why one cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field

from articleparse.reading import Hints, Marked


@dataclass(frozen=True, slots=True)
class Item:
    """One article to parse: its name (a path, or archive!member), content and hints."""

    name: str
    content: str | bytes | Marked
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that gave no record, or a path where nothing is (`missing`)."""

    name: str
    reason: str
    missing: bool = False

    def __str__(self) -> str:
        """Return name and reason as one line.

        >>> str(Failure("lettre.txt", "no text"))
        'lettre.txt: no text'
        """
        return f"{self.name}: {self.reason}"


Result = str | Failure
"""A record as JSON, or why there is none."""


@dataclass(slots=True)
class Tally:
    """How many articles gave a record, and how many did not."""

    converted: int = 0
    failed: int = 0
    missing: int = 0

    def add(self, result: Result) -> None:
        """Count one result."""
        if not isinstance(result, Failure):
            self.converted += 1
        elif result.missing:
            self.missing += 1
        else:
            self.failed += 1

    @property
    def exit_code(self) -> int:
        """What a command returns: 0 all converted, 1 some not, 2 there was nothing.

        >>> Tally().exit_code, Tally(converted=3).exit_code, Tally(3, missing=1).exit_code
        (2, 0, 1)
        """
        if not self.converted and not self.failed:
            return 2
        return 1 if self.failed or self.missing else 0

    def __str__(self) -> str:
        """Return the counts as one line.

        >>> str(Tally(3, 1))
        'converted: 3, failed: 1'
        """
        return f"converted: {self.converted}, failed: {self.failed + self.missing}"


@dataclass(slots=True)
class Meter:
    """Bytes of input that there are, and that have been read: what a progress bar shows."""

    total: int = 0
    done: int = 0
