"""The article on a page: headline, standfirst, byline, body and metadata put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articleparse.document import Byline, Metadata, StatedDate
from articleparse.lexicon import page_lines
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.appeals import mark_appeals
from articleparse.reading.html.body import read_body
from articleparse.reading.html.dates import (
    in_order,
    machine_dates,
    stated_dates,
    time_elements,
    url_date,
)
from articleparse.reading.html.ending import end_of_body
from articleparse.reading.html.flow import read_flow
from articleparse.reading.html.head import Head, read_head
from articleparse.reading.html.headline import (
    find_headline,
    find_kicker,
    headline_text,
    without_site,
)
from articleparse.reading.html.jsonld import ArticleData, read_json_ld
from articleparse.reading.html.markup import Page
from articleparse.reading.html.regions import find_body, mark_junk, prose
from articleparse.reading.html.segments import Flow
from articleparse.reading.html.signatures import find_authors, find_bylines, is_signed
from articleparse.reading.html.standfirst import find_standfirst
from articleparse.reading.shapes import ends_sentence, is_byline
from articleparse.reading.visible_dates import (
    DATE_LINE,
    PUBLISHED_LINE,
    tells_published,
    visible_dates,
)

# Bylines and dates stand so many segments before the headline or behind the body at most,
# and before the last of so many sentences of the body.
_BEFORE, _INTO, _OUT = 6, 3, 8
_LONGEST_FRONT = 15
_SHORTEST_PROSE = 60
_DATE_LABELS = frozenset(("date", "byline"))
# "Ana Roy, envoyée spéciale | 8 juin 2021": a line for the day has little before it.
_DATED_LENGTH, _TO_DAY = 150, 40
_PAYWALL_REACH = 15
# Counts of words differ by what they count.
_MOST_WORDS = 0.9


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of the article stand among the segments of the page."""

    kicker: str | None
    headline: tuple[int, int] | None
    junk: list[bool]
    first: int
    end: int
    standfirst: list[int]
    signed: list[int]
    dated: list[int]
    around: list[int]


def read_article(page: Page, url: str | None) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of the article on a page, and the page's metadata."""
    head = read_head(page.root)
    url = url or head.first("og:url") or head.canonical
    data = read_json_ld(page.json_ld, url)
    flow = read_flow(page.root)
    layout = _lay_out(flow, head, data)
    taken = {*layout.standfirst, *layout.signed, *layout.dated}
    body = read_body(flow.segments, layout.junk, layout.first, layout.end, taken)
    if not body and not layout.headline:
        return [], Metadata()
    publisher = head.first("og:site_name") or data.publisher
    authors, signature = find_authors(flow, layout.signed, layout.around, data, head)
    blocks = [*_front(flow, layout, _titles(head, data), publisher, signature), *body]
    metadata = Metadata(
        url=url,
        publisher=publisher,
        language=_language(head, data),
        dates=tuple(_dates(flow, layout, head, data, url)),
        authors=tuple(map(Byline, authors)),
        truncated=_has_paywall(flow, layout) or not (data.is_free or _is_whole(data, body)),
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
    site = head.first("og:site_name") or data.publisher
    place = find_headline(flow, _titles(head, data), site)
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
    return _Layout(kicker, place, junk, first, end, standfirst, signed, dated, around)


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


def _front(
    flow: Flow, layout: _Layout, titles: Sequence[str], publisher: str | None, signature: int | None
) -> Iterator[TextBlock]:
    """Yield headline, standfirst and byline, in the order in which readers know them."""
    if layout.kicker:
        yield TextBlock("kicker", layout.kicker)
    if layout.headline:
        yield TextBlock("headline", headline_text(flow, layout.headline, layout.kicker))
    elif titles:
        yield TextBlock("headline", without_site(titles[0], publisher))
    if layout.standfirst:
        text = _joined(flow, layout.standfirst, "\n")
        yield TextBlock("standfirst", page_lines.without_label(text))
    if signature is not None and signature not in layout.standfirst:
        yield TextBlock("byline", _joined(flow, [signature], " "))


def _joined(flow: Flow, places: range | list[int], separator: str) -> str:
    return separator.join(flow.segments[i].text.replace("\n", " ").strip() for i in places)


def _dates(
    flow: Flow, layout: _Layout, head: Head, data: ArticleData, url: str | None
) -> list[StatedDate]:
    dates = list(machine_dates(data, head, url))
    around = set(layout.around)
    lines = {i for i in layout.around if _tells_day(flow, i)} | around.intersection(
        [*layout.signed, *layout.dated]
    )
    # What stands under the headline is the article's own, and no other one's in a column.
    under = layout.headline[1] if layout.headline else 0
    places = sorted(lines, key=lambda i: (i < under, i))
    shown = list(stated_dates(flow.segments[i].text for i in places))
    inline = [(element, i) for element, i in flow.inline if i in around]
    shown += time_elements([element for element, _ in inline if element.tag == "time"], url)
    shown += stated_dates(
        "".join(map(str, element.itertext()))
        for element, i in inline
        if i not in lines and "date" in flow.inline_labels[element]
    )
    if not any(d.role == "published" for d in (*dates, *shown)):
        # Old pages tell their day under the article or in a column beside it.
        end = min(layout.end + _OUT, len(flow.segments))
        below = [(i in layout.signed, flow.segments[i].text) for i in range(layout.first, end)]
        shown += stated_dates(line for signs, line in below if signs or DATE_LINE.match(line))
        texts = (segment.text for segment in flow.segments)
        shown += stated_dates(line for line in texts if PUBLISHED_LINE.match(line))
    dates = in_order([*dates, *shown])
    return dates if any(d.role == "published" for d in dates) else [*dates, *url_date(url)]


def _tells_day(flow: Flow, i: int) -> bool:
    """Tell lines about the article from its sentences, whose days are not its own."""
    segment = flow.segments[i]
    is_named = not _DATE_LABELS.isdisjoint(segment.labels)
    return is_named or bool(DATE_LINE.match(segment.text) or PUBLISHED_LINE.match(segment.text))


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


def _has_paywall(flow: Flow, layout: _Layout) -> bool:
    first = layout.headline[0] if layout.headline else layout.first
    end = min(layout.end + _PAYWALL_REACH, len(flow.segments))
    return any(page_lines.is_paywall(segment.text) for segment in flow.segments[first:end])


def _is_whole(data: ArticleData, body: Sequence[TextBlock]) -> bool:
    """Tell whether a page that is not free shows as many words as its article has.

    `articleBody` does not count: some pages hold no more than the beginning there, too.
    """
    shown = sum(len(block.text.split()) for block in body)
    return data.words is not None and 0 < _MOST_WORDS * data.words <= shown


def _language(head: Head, data: ArticleData) -> str | None:
    told = head.language or data.language or head.first("og:locale", "content-language")
    return told.replace("_", "-") if told else None
