"""Settle which of two overlapping mentions holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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
    starts, reach = _reach(claimed)
    kept = []
    for mention in mentions:
        index = bisect_right(starts, mention.end - 1)
        if index == 0 or reach[index - 1] <= mention.start:
            kept.append(mention)
    return kept


def outside_of(mentions: Iterable[M], wholes: Iterable[Spanned]) -> list[M]:
    """Return the mentions that do not begin inside a whole: the number in "20 Minutes" does.

    >>> from articleparse.document import Span
    >>> outside_of([Span(0, 4), Span(6, 9)], [Span(3, 8)])
    [Span(start=0, end=4)]
    """
    starts, reach = _reach(wholes)
    kept = []
    for mention in mentions:
        index = bisect_right(starts, mention.start)
        if index == 0 or reach[index - 1] <= mention.start:
            kept.append(mention)
    return kept


def _reach(claimed: Iterable[Spanned]) -> tuple[Sequence[int], Sequence[int]]:
    """Starts in order, and for each the furthest end of all spans up to it."""
    spans = sorted((s.start, s.end) for s in claimed)
    reach: list[int] = []
    for _, end in spans:
        reach.append(max(end, reach[-1]) if reach else end)
    return [start for start, _ in spans], reach
