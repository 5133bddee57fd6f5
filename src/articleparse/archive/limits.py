"""What an archive may unpack to: bombs and absurd sizes are refused, not tried."""

from __future__ import annotations

from articleparse.reading import MAX_BYTES

__all__ = ["MAX_BYTES", "MAX_NESTING", "Budget", "BudgetError", "RefusedError"]

MAX_NESTING = 2
"""An archive may stand in an archive; one inside that is refused."""

# Text packs at 3 to 10, pages of one site at up to 100; deflate's worst is 1032.
_RATIO = 200
_FLOOR = 128 << 20


class RefusedError(Exception):
    """A part of an archive that is not read, for the reason that the message tells."""


class BudgetError(RefusedError):
    """An archive unpacks to more than any honest one does; nothing of it is read on."""


class Budget:
    """Counts the bytes that one file unpacks to.

    `packed` is the file's size in bytes. It may unpack to 200 times that, and to
    128 MiB in any case.

    >>> Budget(1000).charge(300 << 20)
    Traceback (most recent call last):
        ...
    articleparse.archive.limits.BudgetError: refused: unpacks to more than 134 MB
    """

    def __init__(self, packed: int) -> None:
        """Allow what a file of that size may hold."""
        self._left = self._allowed = max(_FLOOR, _RATIO * packed)

    def charge(self, count: int) -> None:
        """Count bytes that were unpacked; raises BudgetError when it is too much."""
        self._left -= count
        if self._left < 0:
            raise BudgetError(f"refused: unpacks to more than {self._allowed // 1_000_000} MB")
