"""Where the body of an article ends, and the page goes on with other things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from articleparse.lexicon import page_lines
from articleparse.reading.html.regions import prose
from articleparse.reading.html.segments import Flow, Segment
from articleparse.reading.html.tags import HEADINGS
from articleparse.reading.shapes import ends_sentence

# So much of the text stands before the heading that ends the article.
_BEFORE_END = 0.5
_LONG_LINE = 120
_NOTE_STARTS = ("*", "(1)", "[1]", "(*)")
_SHORTEST_SENTENCE = 40
# A box has no more segments, and no more of the text.
_LARGEST_BOX, _HEAVIEST_BOX = 12, 0.3
_CELLS = frozenset(("td", "th"))
_LINKED_SHARE = 0.8
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"', ")", "]")


def end_of_body(flow: Flow, junk: list[bool], first: int, end: int) -> int:
    """Return where the body ends: before a heading that leads to other articles.

    Behind such a heading ("Sur le même thème") little of the text may stand; a box in
    the middle of the article has its end, and becomes junk. What is no sentence behind
    the last one is no part of the body either.
    """
    segments = flow.segments
    weights = [0, *(0 if junk[i] else prose(segments[i]) for i in range(first, end))]
    sums = list(accumulate(weights))
    goes_on_to: int | None = None
    for i in range(first + 1, end):
        if junk[i]:
            continue
        line = " ".join(segments[i].text.split())
        if sums[i - first] <= _BEFORE_END * sums[-1]:
            if page_lines.is_break(line):
                _mark_box(flow, junk, i, sums, first)
            continue
        if page_lines.is_end(line):
            end = i
            break
        if page_lines.is_break(line) or page_lines.is_paywall(line):
            if goes_on_to is None:
                goes_on_to = _last_of_make(segments, junk, first, i, end)
            if goes_on_to <= i:
                end = i
                break
            _mark_box(flow, junk, i, sums, first)
    while end > first and (
        junk[end - 1] or not (_may_end(segments[end - 1]) or _is_cell(flow, segments[end - 1]))
    ):
        end -= 1
    return end


def _is_cell(flow: Flow, segment: Segment) -> bool:
    """Tell the cell of a table in the text from that of a page laid out in tables."""
    row = segment.element.getparent()
    if segment.tag not in _CELLS or segment.linked or row is None or row not in flow.ranges:
        return False
    begin, stop = flow.ranges[row]
    return 1 < stop - begin == sum(child.tag in _CELLS for child in row)


def _last_of_make(
    segments: Sequence[Segment], junk: Sequence[bool], first: int, place: int, end: int
) -> int:
    """Return the last sentence in elements of the same make as those before `place`."""
    makes = [
        (i, _make(segments[i]))
        for i in range(first, end)
        if not junk[i] and prose(segments[i]) and ends_sentence(segments[i].text)
    ]
    before = {make for i, make in makes if i < place}
    return max((i for i, make in makes if make in before), default=first)


def _make(segment: Segment) -> tuple[str, str, str]:
    parent = segment.element.getparent()
    names = ("", "") if parent is None else (str(parent.tag), parent.get("class") or "")
    return (segment.tag, *names)


def _mark_box(flow: Flow, junk: list[bool], place: int, sums: Sequence[int], first: int) -> None:
    """Mark the box that begins with a heading: the largest element that does, and is small.

    `sums` has the text of the body up to each of its segments, from `first` on.
    """
    box = (place, place + 1)
    for element in flow.segments[place].element.iterancestors():
        begin, stop = flow.ranges.get(element, box)
        last = stop - first
        if begin < place or stop - begin > _LARGEST_BOX or last >= len(sums):
            break
        if sums[last] - sums[begin - first] > _HEAVIEST_BOX * sums[-1]:
            break
        box = begin, stop
    junk[box[0] : box[1]] = [True] * (box[1] - box[0])


def _may_end(segment: Segment) -> bool:
    """Tell what may be the last segment of a body: a sentence, an item, a note."""
    text = segment.text.rstrip()
    if segment.is_caption or segment.linked > _LINKED_SHARE * len(text):
        return False
    if segment.tag in HEADINGS or page_lines.is_junk(text):
        return False
    if segment.tag == "p" and len(text) >= _SHORTEST_SENTENCE and not segment.bold:
        return True
    is_note = "note" in segment.labels or text.lstrip().startswith(_NOTE_STARTS)
    return is_note or len(text) >= _LONG_LINE or text.endswith(_SENTENCE_ENDS)
