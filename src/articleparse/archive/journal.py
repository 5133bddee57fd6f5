"""How far a run has come, kept so that it survives the process at any moment."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import TracebackType
from typing import Any

try:
    import fcntl
except ImportError:  # Windows: two runs into one output are not noticed there
    fcntl = None  # type: ignore[assignment]


class ChangedError(Exception):
    """A run cannot be gone on with, because it would mix two; the message says why."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What is safely written: so many results of the input, and the output's state."""

    done: int = 0
    converted: int = 0
    failed: int = 0
    missing: int = 0
    state: dict[str, int] = field(default_factory=dict)
    finished: bool = False


class Journal:
    """A file of one line a commit; the last whole line counts.

    The first line holds what must not change between runs (`identity`). Raises
    ChangedError where it has, or where another process is at it. `is_older` tells
    whether a run before this one had begun it.

    >>> import tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "journal")
    >>> with Journal(path, {"version": "1"}) as journal:
    ...     journal.write(Commit(done=64))
    >>> with Journal(path, {"version": "1"}) as journal:
    ...     journal.last.done
    64
    >>> Journal(path, {"version": "2"})
    Traceback (most recent call last):
        ...
    articleparse.archive.journal.ChangedError: the run was begun with another version
    """

    def __init__(self, path: str, identity: Mapping[str, str], restart: bool = False) -> None:
        """Open the journal, or begin it; `restart` begins it anew."""
        self._path = path
        self._file = open(path, "a+b")  # noqa: SIM115 - closed in __exit__
        try:
            self._lock()
            self.is_older = self._file.seek(0, os.SEEK_END) > 0
            if restart:
                self._file.truncate(0)
            self.last = self._read(identity)
            if self.last is None:
                self._file.truncate(0)
                self._append(dict(identity))
        except BaseException:
            self._file.close()
            raise

    def write(self, commit: Commit) -> None:
        """Add a commit; when this returns, it is on the disk."""
        self._append(asdict(commit))

    def remove(self) -> None:
        """Delete the journal: everything is done."""
        os.unlink(self._path)

    def __enter__(self) -> Journal:
        """Return the journal."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file, and let go of the lock."""
        self._file.close()

    def _lock(self) -> None:
        if fcntl is not None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ChangedError("another process is writing it") from None

    def _append(self, fields: Mapping[str, Any]) -> None:
        self._file.write(json.dumps(fields, sort_keys=True).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self, identity: Mapping[str, str]) -> Commit | None:
        """Return the last commit, None before the first line; cut off what is torn."""
        self._file.seek(0)
        data = self._file.read()
        lines = data[: data.rfind(b"\n") + 1].splitlines()
        if not lines:
            return None
        begun = json.loads(lines[0])
        changed = sorted(key for key in identity if begun.get(key) != identity[key])
        if changed:
            raise ChangedError(f"the run was begun with another {' and '.join(changed)}")
        self._file.truncate(data.rfind(b"\n") + 1)
        return Commit(**json.loads(lines[-1])) if len(lines) > 1 else Commit()
