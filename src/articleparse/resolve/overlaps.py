"""Settle which of two overlapping mentions holds."""

from __future__ import annotations

from bisect import bisect_right
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
    spans = _Spans(claimed)
    return [m for m in mentions if not spans.reach_beyond(m.start, m.end - 1)]


def outside_of(mentions: Iterable[M], wholes: Iterable[Spanned]) -> list[M]:
    """Return the mentions that do not begin inside a whole: the number in "20 Minutes" does.

    >>> from articleparse.document import Span
    >>> outside_of([Span(0, 4), Span(6, 9)], [Span(3, 8)])
    [Span(start=0, end=4)]
    """
    spans = _Spans(wholes)
    return [m for m in mentions if not spans.reach_beyond(m.start, m.start)]


class _Spans:
    """Spans that may overlap, ready to be asked what lies in them."""

    def __init__(self, spans: Iterable[Spanned]) -> None:
        ordered = sorted([(span.start, span.end) for span in spans])
        self._starts = [start for start, _ in ordered]
        # For each, the furthest end of all spans up to it.
        self._reach = list(accumulate([end for _, end in ordered], max))

    def reach_beyond(self, start: int, last: int) -> bool:
        """Tell whether a span that begins at `last` or before it ends behind `start`."""
        index = bisect_right(self._starts, last)
        return index > 0 and self._reach[index - 1] > start
