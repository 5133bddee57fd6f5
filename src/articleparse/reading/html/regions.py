"""Where the article stands in the page: what is junk around it, what holds its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from lxml.etree import _Element as Element

from articleparse.reading.html.segments import Flow, Segment
from articleparse.reading.html.tags import HEADINGS

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
_MOST_NAMED = 0.55
_LABELLED_SHARE = 0.3
_ALL, _LINK_BOX = 0.9, 6
_SHORTEST_PROSE = 40


def prose(segment: Segment) -> int:
    """Return the characters of running text in a segment; links and headings have none.

    >>> prose(Segment("p", "Une phrase assez longue pour en être une, dit-on.", None))
    49
    """
    length = len(segment.text)
    if segment.tag in HEADINGS or 2 * segment.linked > length:
        return 0
    if length < _SHORTEST_PROSE and segment.tag != "p":
        return 0
    return 0 if segment.is_caption else length


def mark_junk(flow: Flow, headline: int | None) -> list[bool]:
    """Tell of each segment whether it stands in a box that is no part of the article.

    Boxes are told by their names, but an element that holds the headline or a great
    part of the page's text is none; comments are, however many.
    """
    junk = ["junk" in segment.labels and i != headline for i, segment in enumerate(flow.segments)]
    _mark(flow, junk, "comments", headline)
    texts = (0 if out else prose(s) for s, out in zip(flow.segments, junk, strict=True))
    weights = [0, *accumulate(texts)]
    _mark(flow, junk, "junk", headline, weights)
    _mark(flow, junk, "social", headline, weights)
    _mark_linked_headings(flow, junk, headline)
    return junk


def _mark_linked_headings(flow: Flow, junk: list[bool], headline: int | None) -> None:
    """Mark headings that are links and stand in a box with nothing else but links."""
    for i, segment in enumerate(flow.segments):
        is_heading = segment.tag in HEADINGS and i != headline and not junk[i]
        if not is_heading or not _leads_away(segment):
            continue
        box = segment.element.getparent()
        while box is not None and box not in flow.ranges:
            box = box.getparent()
        begin, stop = (i, i + 1) if box is None else flow.ranges[box]
        if stop - begin <= _LINK_BOX and all(
            s.linked >= _ALL * len(s.text) for s in flow.segments[begin:stop]
        ):
            junk[begin:stop] = [True] * (stop - begin)


def _mark(
    flow: Flow,
    junk: list[bool],
    label: str,
    headline: int | None,
    weights: Sequence[int] | None = None,
) -> None:
    for element, labels in flow.labels.items():
        # Sites quote inside boxes named as embedded; only posts of others are junk.
        if label not in labels or (label == "junk" and element.tag == "blockquote"):
            continue
        first, end = flow.ranges[element]
        holds_headline = headline is not None and first <= headline < end
        is_heavy = weights and weights[end] - weights[first] > _TOO_HEAVY * weights[-1]
        if not holds_headline and not is_heavy:
            junk[first:end] = [True] * (end - first)


def _leads_away(segment: Segment) -> bool:
    """Tell a heading that is a link to another page, and no anchor in its own."""
    if segment.linked < _ALL * len(segment.text):
        return False
    around = (link.get("href") or "#" for link in segment.element.iterancestors("a"))
    return bool(segment.links) or not all(url.startswith("#") for url in around)


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
    best = _labelled_body(flow, weight, weights[-1], headline)
    best = root if best is None else best
    while (child := _heaviest_child(flow, best, weight)) is not None:
        share = _MOST_NAMED if "body" in flow.labels.get(child, ()) else _MOST
        if weight(child) < share * weight(best):
            break
        best = child
    first, end = flow.ranges[best]
    return max(first, begin), end


def _labelled_body(
    flow: Flow, weight: Callable[[Element], int], total: int, headline: int | None
) -> Element | None:
    labelled = [e for e, labels in flow.labels.items() if "body" in labels or e.tag == "article"]
    if headline is not None:
        # The next article of an endless page has its own.
        around = flow.segments[headline].element.iterancestors("article")
        labelled += [e for e in around if e in flow.ranges]
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
    """Yield the blocks in an element that stand in no other one, behind inline elements too."""
    waiting = list(element)
    while waiting:
        child = waiting.pop()
        if child in flow.ranges:
            yield child
        else:
            waiting.extend(child)
