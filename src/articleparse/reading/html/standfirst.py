"""The standfirst: the summary between headline and body."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.reading.html.flow import Segment
from articleparse.reading.html.headline import similarity

_SHORTEST = 25
_LONGEST = 1200
_LIKE_DESCRIPTION = 0.75


def find_standfirst(
    segments: Sequence[Segment], zone: Sequence[int], body: int, description: str | None
) -> list[int]:
    """Return the segments of the standfirst, none where the page has none.

    `zone` are the segments behind the headline, the first of the body (at `body`)
    among them. Those that their names call so are taken; else the one that says what
    the page's `description` says, if it stands before the body, or is set apart
    from it (bold, a heading): many descriptions only repeat the first paragraph.
    """
    named = [i for i in zone if "standfirst" in segments[i].labels and _is_text(segments[i])]
    if named:
        return _first_run(segments, named)
    for i in zone:
        segment = segments[i]
        if not _is_text(segment) or not description:
            continue
        if similarity(segment.text, description) >= _LIKE_DESCRIPTION and (
            i < body or _is_set_apart(segment)
        ):
            return [i]
    first = next((i for i in zone if _is_text(segments[i])), None)
    if first is not None and _is_set_apart(segments[first]) and len(segments[first].text) > 80:
        return [first]
    return []


def _first_run(segments: Sequence[Segment], named: Sequence[int]) -> list[int]:
    """Return the first segments that stand together, as the items of one summary."""
    run = [named[0]]
    for i in named[1:]:
        if i - run[-1] > 1 or segments[i].element.getparent() is None:
            break
        run.append(i)
    return run


def _is_text(segment: Segment) -> bool:
    length = len(segment.text)
    return _SHORTEST <= length <= _LONGEST and 2 * segment.linked < length


def _is_set_apart(segment: Segment) -> bool:
    return segment.tag in ("h2", "h3", "h4") or segment.bold >= 0.9 * len(segment.text.strip())
