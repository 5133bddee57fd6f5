"""The article on a page: headline, standfirst, byline, body and metadata put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articleparse.document import Byline, Metadata
from articleparse.lexicon import page_lines
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.body import read_body
from articleparse.reading.html.days import gather_days
from articleparse.reading.html.flow import read_flow
from articleparse.reading.html.head import Head, read_head
from articleparse.reading.html.headline import headline_text, without_site
from articleparse.reading.html.jsonld import ArticleData, read_json_ld
from articleparse.reading.html.layout import Layout, lay_out, titles_of
from articleparse.reading.html.markup import Page
from articleparse.reading.html.segments import Flow
from articleparse.reading.html.signatures import find_authors

# The wall stands so many segments behind the body at most.
_PAYWALL_REACH = 15
# Counts of words differ by what they count.
_MOST_WORDS = 0.9


def read_article(page: Page, url: str | None) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of the article on a page, and the page's metadata."""
    head = read_head(page.root)
    url = url or head.first("og:url") or head.canonical
    data = read_json_ld(page.json_ld, url)
    flow = read_flow(page.root)
    layout = lay_out(flow, head, data)
    taken = {*layout.standfirst, *layout.signed, *layout.dated}
    body = read_body(flow.segments, layout.junk, layout.first, layout.end, taken)
    if not body and not layout.headline:
        return [], Metadata()
    publisher = head.first("og:site_name") or data.publisher
    authors, signature = find_authors(flow, layout.signed, layout.around, data, head)
    blocks = [*_front(flow, layout, titles_of(head, data), publisher, signature), *body]
    metadata = Metadata(
        url=url,
        publisher=publisher,
        language=_language(head, data),
        dates=tuple(gather_days(flow, layout, head, data, url)),
        authors=tuple(map(Byline, authors)),
        truncated=_has_paywall(flow, layout) or not (data.is_free or _is_whole(data, body)),
    )
    return blocks, metadata


def _front(
    flow: Flow, layout: Layout, titles: Sequence[str], publisher: str | None, signature: int | None
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


def _has_paywall(flow: Flow, layout: Layout) -> bool:
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
