"""Boxes without a telling name in which a publisher speaks for itself to the reader.

Appeals for gifts, subscriptions and newsletters; their sentences are those of an
article by their looks, so that one that gives it away speaks for its whole box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from articleparse.lexicon import page_lines
from articleparse.reading.html.regions import prose
from articleparse.reading.html.segments import Flow

# A box has no more segments, and holds no more of the text of the body.
_MOST_SEGMENTS = 12
_MOST_TEXT = 0.3
_QUOTING = frozenset(("blockquote", "figure", "li", "ol", "ul"))
# How notes begin, which stand under a rule, too.
_NOTE_STARTS = frozenset("([*¹²³0123456789")


def mark_appeals(flow: Flow, junk: list[bool], first: int, end: int) -> None:
    """Mark as junk the boxes from `first` to `end` that appeal to the reader.

    Such a box is an element that holds an appeal and is not made as others that hold
    the article are, or what a rule across the page parts from the article's end.
    """
    segments = flow.segments
    places = [i for i in range(first, end) if not junk[i] and _is_appeal(segments[i].text)]
    if not places:
        return
    most = _MOST_TEXT * sum(prose(segments[i]) for i in range(first, end) if not junk[i])
    weights = [0 if junk[i] else prose(segments[i]) for i in range(end)]
    regular = set(_regular_makes(flow, places, junk, first, end))
    for i in places:
        begin, stop = _box(flow, i, weights, most, regular, (first, end))
        junk[begin:stop] = [True] * (stop - begin)
    rule = _last_rule(flow, places[-1], first)
    behind = range(rule, end)
    if first < rule and sum(weights[rule:end]) <= most and len(behind) <= _MOST_SEGMENTS:
        for i in behind:
            junk[i] = junk[i] or segments[i].text.lstrip()[:1] not in _NOTE_STARTS


def _is_appeal(line: str) -> bool:
    return page_lines.is_appeal(line) or page_lines.is_paywall(line)


def _box(
    flow: Flow,
    place: int,
    weights: Sequence[int],
    most: float,
    regular: set[tuple[str, str]],
    bounds: tuple[int, int],
) -> tuple[int, int]:
    """Return the range of the largest box around a segment, an empty one if there is none."""
    box = (place, place)
    for element in flow.segments[place].element.iterancestors():
        if element not in flow.ranges:
            continue
        begin, stop = flow.ranges[element]
        is_small = stop - begin <= _MOST_SEGMENTS and bounds[0] <= begin and stop <= bounds[1]
        is_text = element.tag in _QUOTING or "inset" in flow.labels.get(element, ())
        if not is_small or is_text or sum(weights[begin:stop]) > most:
            break
        if stop - begin > 1 and _make(element) not in regular:
            box = begin, stop
    return box


def _regular_makes(
    flow: Flow, places: Sequence[int], junk: Sequence[bool], first: int, end: int
) -> Iterator[tuple[str, str]]:
    """Yield tag and class of the elements with text and without an appeal."""
    appeals = set(places)
    for element, (begin, stop) in flow.ranges.items():
        if first <= begin < stop <= end and stop - begin <= _MOST_SEGMENTS:
            inside = range(begin, stop)
            if appeals.isdisjoint(inside) and any(
                not junk[i] and prose(flow.segments[i]) for i in inside
            ):
                yield _make(element)


def _make(element: Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _last_rule(flow: Flow, place: int, first: int) -> int:
    """Return the segment behind the last `<hr>` before `place`, `first` if there is none."""
    rules = (begin for element, (begin, _) in flow.ranges.items() if element.tag == "hr")
    return max((begin for begin in rules if begin <= place), default=first)
