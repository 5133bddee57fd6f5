"""Where the article stands in the page: what is junk around it, what holds its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from lxml.etree import _Element as Element

from articleparse.reading.html.flow import Flow, Segment

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CONTAINERS = frozenset(
    [
        "body",
        "article",
        "center",
        "div",
        "dd",
        "details",
        "form",
        "main",
        "section",
        "table",
        "tbody",
        "td",
        "tr",
    ]
)
# An element with so much of a page's prose is no box beside the article, whatever its name.
_TOO_HEAVY = 0.4
# The body is looked for in a child as long as it holds so much of what its parent holds.
_MOST = 0.8
_LABELLED_SHARE = 0.3
_SHORTEST_PROSE = 40


def prose(segment: Segment) -> int:
    """Return the characters of running text in a segment; links and headings have none.

    >>> prose(Segment("p", "Une phrase assez longue pour en être une, dit-on.", None, frozenset()))
    49
    """
    length = len(segment.text)
    if segment.tag in _HEADINGS or 2 * segment.linked > length:
        return 0
    if length < _SHORTEST_PROSE and segment.tag != "p":
        return 0
    return 0 if "caption" in segment.labels else length


def mark_junk(flow: Flow, headline: int | None) -> list[bool]:
    """Tell of each segment whether it stands in a box that is no part of the article.

    Boxes are told by their names, but an element that holds the headline or a great
    part of the page's text is none.
    """
    weights = [0, *accumulate(map(prose, flow.segments))]
    junk = [False] * len(flow.segments)
    for element, labels in flow.labels.items():
        if "junk" not in labels and "comments" not in labels:
            continue
        first, end = flow.ranges[element]
        holds_headline = headline is not None and first <= headline < end
        is_heavy = weights[end] - weights[first] > _TOO_HEAVY * weights[-1]
        if not holds_headline and not (is_heavy and "comments" not in labels):
            junk[first:end] = [True] * (end - first)
    return junk


def find_body(flow: Flow, junk: list[bool], headline: int | None) -> tuple[int, int]:
    """Return the range of segments that holds the body of the article.

    The heaviest element that its names call a body, else the page; and from there
    down as long as one child holds most of the text.
    """
    begin = 0 if headline is None else headline + 1
    weights = [0]
    for i, segment in enumerate(flow.segments):
        counts = i >= begin and not junk[i]
        weights.append(weights[-1] + (prose(segment) if counts else 0))

    def weight(element: Element) -> int:
        first, end = flow.ranges[element]
        return weights[end] - weights[first]

    if not flow.ranges or not weights[-1]:
        return begin, begin
    root = max(flow.ranges, key=lambda element: flow.ranges[element][1] - flow.ranges[element][0])
    best = _labelled_body(flow, weight, weights[-1])
    best = root if best is None else best
    while (child := _heaviest_child(flow, best, weight)) is not None:
        if weight(child) < _MOST * weight(best):
            break
        best = child
    first, end = flow.ranges[best]
    return max(first, begin), end


def _labelled_body(flow: Flow, weight: Callable[[Element], int], total: int) -> Element | None:
    labelled = [e for e, labels in flow.labels.items() if "body" in labels or e.tag == "article"]
    heavy = [e for e in labelled if weight(e) > _LABELLED_SHARE * total]
    return max(heavy, key=weight, default=None)


def _heaviest_child(
    flow: Flow, element: Element, weight: Callable[[Element], int]
) -> Element | None:
    return max(
        (child for child in _block_children(flow, element) if child.tag in _CONTAINERS),
        key=weight,
        default=None,
    )


def _block_children(flow: Flow, element: Element) -> Iterator[Element]:
    for child in element:
        if child in flow.ranges:
            yield child
        elif isinstance(child.tag, str):
            yield from _block_children(flow, child)
