"""Where the parts of an article stand among the segments of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articleparse.reading.html.appeals import mark_appeals
from articleparse.reading.html.ending import end_of_body
from articleparse.reading.html.head import Head
from articleparse.reading.html.headline import find_headline, find_kicker
from articleparse.reading.html.jsonld import ArticleData
from articleparse.reading.html.regions import find_body, mark_junk, prose
from articleparse.reading.html.segments import Flow
from articleparse.reading.html.signatures import find_bylines, is_signed
from articleparse.reading.html.standfirst import find_standfirst
from articleparse.reading.shapes import ends_sentence, is_byline
from articleparse.reading.visible_dates import tells_published, visible_dates

# Bylines and dates stand so many segments before the headline or behind the body at most,
# and before the last of so many sentences of the body.
_BEFORE, _INTO, _OUT = 6, 3, 8
_LONGEST_FRONT = 15
_SHORTEST_PROSE = 60
# "Ana Roy, envoyée spéciale | 8 juin 2021": a line for the day has little before it.
_DATED_LENGTH, _TO_DAY = 150, 40


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of the article stand, as numbers of segments.

    `first` to `end` is the body; `signed` are bylines, the best first, `dated` lines
    that are there for their day, `around` those around the headline that tell about
    the article; `junk` says of each segment whether it is no part of the article.
    """

    kicker: str | None
    headline: tuple[int, int] | None
    junk: list[bool]
    first: int
    end: int
    standfirst: list[int]
    signed: list[int]
    dated: list[int]
    around: list[int]


def titles_of(head: Head, data: ArticleData) -> list[str]:
    """Return what the metadata of a page call its title, the best first."""
    found = (
        data.headline if data.is_article else None,
        head.first("og:title", "twitter:title"),
        head.title,
    )
    return [title for title in found if title]


def lay_out(flow: Flow, head: Head, data: ArticleData) -> Layout:
    """Find the parts of the article on a page."""
    site = head.first("og:site_name") or data.publisher
    place = find_headline(flow, titles_of(head, data), site)
    junk = mark_junk(flow, place[0] if place else None)
    first, end = find_body(flow, junk, place[1] - 1 if place else None)
    mark_appeals(flow, junk, first, end)
    top = place[1] if place else first
    bottom = _end_of_front(flow, junk, first, end)
    zone = [i for i in range(top, bottom) if not junk[i]]
    above = [
        i
        for i in range(max(0, top - _BEFORE), top)
        if not junk[i] and not (place and place[0] <= i)
    ]
    end = end_of_body(flow, junk, first, end)
    below = range(max(end - _OUT, bottom), min(end + _OUT, len(flow.segments)))
    # Bylines stand in boxes named after sharing or biographies, too.
    named = [i for i in range(top, bottom) if junk[i] and "byline" in flow.segments[i].labels]
    footers = [i for i in below if i >= end and junk[i] and is_signed(flow, i)]
    lines = [*zone, *named, *reversed(above), *(i for i in below if not junk[i]), *footers[:1]]
    last = next((i for i in below if i >= end and not junk[i]), end)
    signed = find_bylines(flow, lines, {*zone, last})
    description = data.description or head.first("og:description", "description")
    standfirst = find_standfirst(
        flow.segments, [i for i in zone if i not in signed], first, description
    )
    first = min([first, *(i for i in zone if i not in standfirst and _is_prose(flow, i))])
    dated = list(_dated_lines(flow, zone, standfirst))
    kicker = find_kicker(flow, place) if place else None
    around = [*above, *zone]
    return Layout(kicker, place, junk, first, end, standfirst, signed, dated, around)


def _end_of_front(flow: Flow, junk: Sequence[bool], first: int, end: int) -> int:
    """Return where standfirst, bylines and dates are no longer looked for in the body."""
    seen = 0
    for i in range(first, min(first + _LONGEST_FRONT, end)):
        seen += not junk[i] and prose(flow.segments[i]) > 0
        if seen == _INTO:
            return max(i + 1, min(first + _INTO, end))
    return min(first + _LONGEST_FRONT, end)


def _is_prose(flow: Flow, i: int) -> bool:
    segment = flow.segments[i]
    text = segment.text.strip()
    is_text = prose(segment) >= _SHORTEST_PROSE and (segment.tag == "li" or ends_sentence(text))
    return is_text and "date" not in segment.labels and not is_byline(text)


def _dated_lines(flow: Flow, zone: Sequence[int], standfirst: Sequence[int]) -> Iterator[int]:
    """Yield the lines between headline and body that are there for a day that they tell."""
    for i in zone:
        text = flow.segments[i].text.strip()
        if i not in standfirst and _is_prose(flow, i):
            break
        is_line = len(text) <= _DATED_LENGTH and not ends_sentence(text)
        if not is_line or flow.segments[i].is_caption:
            continue
        first = next(visible_dates(text), None)
        if first and (tells_published(text) or text.find(first.text) <= _TO_DAY):
            yield i
