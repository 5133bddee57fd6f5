"""Cut a block of text where facts begin and end, so that overlapping ones can be drawn."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A stretch of the text that cards mark alike; `style` is how it is underlined."""

    start: int
    end: int
    style: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """One underline of a segment; lane 0 runs next to the letters."""

    lane: int
    mark: Marked


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that no mark's edge divides; the layers go from the outermost inwards."""

    start: int
    text: str
    layers: tuple[Layer, ...]

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards of all its marks: the one that a reader points at first, each once."""
        inwards = sorted(
            (layer.mark for layer in self.layers), key=lambda mark: (mark.end - mark.start, mark)
        )
        return tuple(dict.fromkeys(card for mark in inwards for card in mark.cards))

    @property
    def main(self) -> Marked | None:
        """The shortest mark over the segment: what a reader points at."""
        marks = [layer.mark for layer in self.layers]
        return min(marks, key=lambda mark: (mark.end - mark.start, mark)) if marks else None


def merged(marks: Iterable[Marked]) -> list[Marked]:
    """Return the marks in text order; those that would be drawn alike become one.

    >>> merged([Marked(4, 9, "speaker", ("q2",)), Marked(4, 9, "speaker", ("q1",))])
    [Marked(start=4, end=9, style='speaker', cards=('q1', 'q2'))]
    """
    alike = groupby(sorted(marks), key=lambda mark: (mark.start, mark.end, mark.style))
    return [
        Marked(*place, tuple(dict.fromkeys(card for mark in group for card in mark.cards)))
        for place, group in alike
    ]


def segments(text: str, start: int, end: int, marks: Iterable[Marked]) -> list[Segment]:
    """Cut `text[start:end]` at the edges of the marks; each mark keeps its lane throughout.

    >>> marks = [Marked(0, 9, "quote", ("q1",)), Marked(4, 9, "place", ("l1",))]
    >>> for segment in segments("vive Brive !", 0, 12, marks):
    ...     print(repr(segment.text), [(lane.lane, lane.mark.cards[0]) for lane in segment.layers])
    'vive' [(0, 'q1')]
    ' Briv' [(1, 'l1'), (0, 'q1')]
    'e !' []
    """
    inside = sorted(mark for mark in marks if mark.start < end and mark.end > start)
    edges = {start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)}
    cuts = sorted(edges)
    free: list[int] = []  # lanes given back; beyond them the next new one
    lanes = 0
    active: list[Layer] = []
    found: list[Segment] = []
    coming = iter([*inside, None])
    following = next(coming)
    for left, right in pairwise(cuts):
        for layer in active:
            if layer.mark.end <= left:
                heapq.heappush(free, layer.lane)
        active = [layer for layer in active if layer.mark.end > left]
        while following is not None and following.start <= left:
            if free:
                lane = heapq.heappop(free)
            else:
                lane, lanes = lanes, lanes + 1
            active.append(Layer(lane, following))
            following = next(coming)
        layers = sorted(active, key=lambda layer: -layer.lane)
        found.append(Segment(left, text[left:right], tuple(layers)))
    return found
