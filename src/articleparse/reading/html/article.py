"""The article on a page: headline, standfirst, byline, body and metadata put together."""

from __future__ import annotations

from articleparse.document import Byline, Metadata
from articleparse.reading import bylines
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.dates import machine_dates, stated_dates, time_elements
from articleparse.reading.html.flow import read_flow
from articleparse.reading.html.head import read_head
from articleparse.reading.html.headline import find_headline, similarity
from articleparse.reading.html.jsonld import read_json_ld
from articleparse.reading.html.lines import lines_of
from articleparse.reading.html.markup import Page
from articleparse.reading.html.regions import find_body, mark_junk


def read_article(page: Page, url: str | None) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of the article on a page, and the page's metadata."""
    head = read_head(page.root)
    url = url or head.first("og:url") or head.canonical
    data = read_json_ld(page.json_ld, url)
    flow = read_flow(page.root)
    segments = flow.segments
    titles = [t for t in (data.headline, head.first("og:title", "twitter:title"), head.title) if t]
    place = find_headline(flow, titles)
    junk = mark_junk(flow, place[0] if place else None)
    first, end = find_body(flow, junk, place[1] - 1 if place else None)
    blocks: list[TextBlock] = []
    if place:
        text = " ".join(" ".join(s.text.split("\n")).strip() for s in segments[place[0] : place[1]])
        blocks.append(TextBlock("headline", text))
    elif titles:
        blocks.append(TextBlock("headline", titles[0]))
    description = data.description or head.first("og:description", "description") or ""
    top = place[1] if place else first
    between = [i for i in range(top, first) if not junk[i]]
    stand = [
        i for i in between if "standfirst" in segments[i].labels and len(segments[i].text) > 20
    ]
    if not stand:
        stand = [
            i
            for i in [*between, *range(first, min(first + 3, end))]
            if similarity(segments[i].text, description) > 0.8
            or ("standfirst" in segments[i].labels and len(segments[i].text) > 20 and i < first + 3)
        ][:1]
    if stand:
        blocks.append(
            TextBlock(
                "standfirst",
                "\n".join(" ".join(segments[i].text.split("\n")).strip() for i in stand),
            )
        )
    window = range(max(0, top - 6), min(first + 3, len(segments)))
    signed = [i for i in window if "byline" in segments[i].labels and i not in stand]
    groups = [bylines.names(" ".join(segments[i].text.split())) for i in signed]
    groups += [
        bylines.names(" ".join("".join(map(str, e.itertext())).split()))
        for e, i in flow.inline
        if i in window and ("author" in (e.get("class") or "") or e.get("rel") == "author")
    ]
    authors = (
        bylines.merged(groups)
        or bylines.merged(map(bylines.names, data.authors))
        or bylines.names(head.first("author", "article:author", "dc.creator") or "")
    )
    body = [i for i in range(first, end) if not junk[i] and i not in stand and i not in signed]
    if not any(len(segments[i].text) > 60 for i in body) and not blocks:
        return [], Metadata()
    for i in body:
        if "caption" in segments[i].labels or segments[i].tag == "figcaption":
            continue
        blocks.extend(lines_of(segments[i]))
    dates = [*machine_dates(data, head, url)]
    dates += time_elements([e for e, i in flow.inline if e.tag == "time" and i in window], url)
    dates += stated_dates([segments[i] for i in window])
    metadata = Metadata(
        url=url,
        publisher=head.first("og:site_name") or data.publisher,
        language=head.language or data.language,
        dates=tuple(dates),
        authors=tuple(map(Byline, authors)),
        truncated=not data.is_free,
    )
    return blocks, metadata
