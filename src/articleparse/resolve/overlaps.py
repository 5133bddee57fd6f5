"""Settle which of two overlapping mentions holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """First code point behind it."""
        ...


M = TypeVar("M", bound=Spanned)


def free_of(mentions: Iterable[M], claimed: Iterable[Spanned]) -> list[M]:
    """Return the mentions that share no character with a claimed span.

    Runs in O((n + m) log m).

    >>> from articleparse.document import Span
    >>> free_of([Span(0, 4), Span(5, 9)], [Span(3, 5)])
    [Span(start=5, end=9)]
    """
    claims = Claims(claimed)
    return [m for m in mentions if not claims.share(m)]


def outside_of(mentions: Iterable[M], wholes: Iterable[Spanned]) -> list[M]:
    """Return the mentions that do not begin inside a whole: the number in "20 Minutes" does.

    >>> from articleparse.document import Span
    >>> outside_of([Span(0, 4), Span(6, 9)], [Span(3, 8)])
    [Span(start=0, end=4)]
    """
    claims = Claims(wholes)
    return [m for m in mentions if not claims.hold_start(m)]


class Claims:
    """Spans that may overlap, ready to be asked what lies in them."""

    def __init__(self, spans: Iterable[Spanned]) -> None:
        """Index the spans."""
        ordered = sorted([(span.start, span.end) for span in spans])
        self._starts = [start for start, _ in ordered]
        # For each, the furthest end of all spans up to it.
        self._reach = list(accumulate([end for _, end in ordered], max))

    def share(self, mention: Spanned) -> bool:
        """Tell whether a mention has a character in one of the spans."""
        index = bisect_left(self._starts, mention.end)
        return index > 0 and self._reach[index - 1] > mention.start

    def hold_start(self, mention: Spanned) -> bool:
        """Tell whether a mention begins in one of the spans."""
        index = bisect_right(self._starts, mention.start)
        return index > 0 and self._reach[index - 1] > mention.start
