"""The article on a page: headline, standfirst, byline, body and metadata put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articleparse.document import Byline, Metadata, StatedDate
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.dates import machine_dates, stated_dates, time_elements
from articleparse.reading.html.flow import Flow, read_flow
from articleparse.reading.html.head import Head, read_head
from articleparse.reading.html.headline import find_headline, without_site
from articleparse.reading.html.jsonld import ArticleData, read_json_ld
from articleparse.reading.html.lines import blocks_of
from articleparse.reading.html.markup import Page
from articleparse.reading.html.regions import end_of_body, find_body, mark_junk
from articleparse.reading.html.signatures import find_authors, find_bylines
from articleparse.reading.html.standfirst import find_standfirst

# Bylines and dates stand so many segments before the headline or into the body at most.
_BEFORE, _INTO, _OUT = 6, 3, 4


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of the article stand among the segments of the page."""

    headline: tuple[int, int] | None
    junk: list[bool]
    first: int
    end: int
    standfirst: list[int]
    signed: list[int]
    around: list[int]


def read_article(page: Page, url: str | None) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of the article on a page, and the page's metadata."""
    head = read_head(page.root)
    url = url or head.first("og:url") or head.canonical
    data = read_json_ld(page.json_ld, url)
    flow = read_flow(page.root)
    layout = _lay_out(flow, head, data)
    body = list(_body(flow, layout))
    if not body and not layout.headline:
        return [], Metadata()
    publisher = head.first("og:site_name") or data.publisher
    blocks = [*_front(flow, layout, head, data, publisher), *body]
    metadata = Metadata(
        url=url,
        publisher=publisher,
        language=_language(head, data),
        dates=tuple(_dates(flow, layout, head, data, url)),
        authors=tuple(map(Byline, find_authors(flow, layout.signed, layout.around, data, head))),
        truncated=not data.is_free,
    )
    return blocks, metadata


def _titles(head: Head, data: ArticleData) -> list[str]:
    found = (
        data.headline if data.is_article else None,
        head.first("og:title", "twitter:title"),
        head.title,
    )
    return [title for title in found if title]


def _lay_out(flow: Flow, head: Head, data: ArticleData) -> _Layout:
    place = find_headline(flow, _titles(head, data))
    junk = mark_junk(flow, place[0] if place else None)
    first, end = find_body(flow, junk, place[1] - 1 if place else None)
    top = place[1] if place else first
    bottom = min(first + _INTO, end)
    zone = [i for i in range(top, bottom) if not junk[i]]
    above = [
        i
        for i in range(max(0, top - _BEFORE), top)
        if not junk[i] and not (place and place[0] <= i)
    ]
    end = end_of_body(flow.segments, junk, first, end)
    below = range(max(end - _OUT, bottom), min(end + _OUT, len(flow.segments)))
    signed = find_bylines(flow, [*above, *zone, *(i for i in below if not junk[i])])
    description = data.description or head.first("og:description", "description")
    standfirst = find_standfirst(
        flow.segments, [i for i in zone if i not in signed], first, description
    )
    return _Layout(place, junk, first, end, standfirst, signed, [*above, *zone])


def _front(
    flow: Flow, layout: _Layout, head: Head, data: ArticleData, publisher: str | None
) -> Iterator[TextBlock]:
    """Yield headline, standfirst and byline, in the order in which readers know them."""
    titles = _titles(head, data)
    if layout.headline:
        first, end = layout.headline
        yield TextBlock("headline", _joined(flow, range(first, end), " "))
    elif titles:
        yield TextBlock("headline", without_site(titles[0], publisher))
    if layout.standfirst:
        yield TextBlock("standfirst", _joined(flow, layout.standfirst, "\n"))


def _body(flow: Flow, layout: _Layout) -> Iterator[TextBlock]:
    taken = {*layout.standfirst, *layout.signed}
    for i in range(layout.first, layout.end):
        if not layout.junk[i] and i not in taken:
            yield from blocks_of(flow.segments[i])


def _joined(flow: Flow, places: range | list[int], separator: str) -> str:
    return separator.join(flow.segments[i].text.replace("\n", " ").strip() for i in places)


def _dates(
    flow: Flow, layout: _Layout, head: Head, data: ArticleData, url: str | None
) -> Iterator[StatedDate]:
    yield from machine_dates(data, head, url)
    yield from stated_dates([flow.segments[i] for i in layout.around])
    around = set(layout.around)
    times = [e for e, i in flow.inline if e.tag == "time" and i in around]
    yield from time_elements(times, url)


def _language(head: Head, data: ArticleData) -> str | None:
    told = head.language or data.language or head.first("og:locale", "content-language")
    return told.replace("_", "-") if told else None
