"""The standfirst: the summary between headline and body."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from articleparse.document import fold
from articleparse.reading.html.headline import similarity
from articleparse.reading.html.regions import prose
from articleparse.reading.html.segments import Segment
from articleparse.reading.html.tags import HEADINGS
from articleparse.reading.shapes import is_byline

_SHORTEST = 25
_LONGEST = 1200
_SHORTEST_UNNAMED = 80
_LIKE_DESCRIPTION = 0.75
# A description cut short begins as the standfirst does.
_SAME_START = 60


def find_standfirst(
    segments: Sequence[Segment], zone: Sequence[int], body: int, description: str | None
) -> list[int]:
    """Return the segments of the standfirst, none where the page has none.

    `zone` are the segments behind the headline, the first of the body (at `body`)
    among them. Those that their names call so are taken; else the one that says what
    the page's `description` says and is set apart from the body, as many
    descriptions only repeat the first paragraph; else a lone one before the body, or
    one in bold at its beginning.
    """
    named = [i for i in zone if "standfirst" in segments[i].labels and _is_text(segments[i])]
    if named:
        return _first_run(segments, named)
    texts = [
        i
        for i in zone
        if _is_text(segments[i])
        and not is_byline(segments[i].text.strip())
        and not segments[i].is_caption
    ]
    before = [i for i in texts if i < body and prose(segments[i])]
    for i in texts:
        apart = i < body or _is_set_apart(segments, i, zone)
        if description and apart and _says(segments[i].text, description):
            return [i]
    if len(before) == 1 and len(segments[before[0]].text) >= _SHORTEST_UNNAMED:
        return before
    if texts and _is_marked(segments[texts[0]]):
        return texts[:1] if len(segments[texts[0]].text) >= _SHORTEST_UNNAMED else []
    return []


def _says(text: str, description: str) -> bool:
    """Tell whether a text says what the description does, which may be cut short."""
    start = fold(description[:_SAME_START]).casefold()
    if len(start) == _SAME_START and fold(text).casefold().lstrip().startswith(start):
        return True
    return similarity(text, description) >= _LIKE_DESCRIPTION


def _first_run(segments: Sequence[Segment], named: Sequence[int]) -> list[int]:
    """Return the first segments that stand together, as the items of one summary."""
    run = [named[0]]
    for i in named[1:]:
        if i - run[-1] > 1 or not _are_alike(segments[i].element, segments[run[-1]].element):
            break
        run.append(i)
    return run


def _are_alike(one: Element, other: Element) -> bool:
    """Tell elements that stand in one, or are of one make."""
    if one is other or one.getparent() is other.getparent():
        return True
    return one.tag == other.tag and one.get("class") == other.get("class")


def _is_text(segment: Segment) -> bool:
    length = len(segment.text)
    return _SHORTEST <= length <= _LONGEST and 2 * segment.linked < length


def _is_set_apart(segments: Sequence[Segment], i: int, zone: Sequence[int]) -> bool:
    """Tell a segment that looks other than the next, or stands in another element."""
    following = next((k for k in zone if k > i and _is_text(segments[k])), None)
    if following is None or _is_marked(segments[i]):
        return True
    one, other = segments[i].element, segments[following].element
    if one.getparent() is not other.getparent():
        return True
    return bool(one.get("class")) and one.get("class") != other.get("class")


def _is_marked(segment: Segment) -> bool:
    return segment.tag in HEADINGS or segment.bold >= 0.9 * len(segment.text.strip())
