"""The days of an article, gathered from all places of its page that tell them."""

from __future__ import annotations

from articleparse.document import StatedDate
from articleparse.reading.html.dates import (
    in_order,
    machine_dates,
    stated_dates,
    time_elements,
    url_date,
)
from articleparse.reading.html.head import Head
from articleparse.reading.html.jsonld import ArticleData
from articleparse.reading.html.layout import Layout
from articleparse.reading.html.segments import Flow
from articleparse.reading.visible_dates import DATE_LINE, PUBLISHED_LINE

# A day under the article stands so many segments behind it at most.
_OUT = 8
_DATE_LABELS = frozenset(("date", "byline"))


def gather_days(
    flow: Flow, layout: Layout, head: Head, data: ArticleData, url: str | None
) -> list[StatedDate]:
    """Return the days that a page states for its article, that deserving most trust first.

    Metadata come first, then what stands around the headline; what stands elsewhere,
    and the page's address, only where these tell nothing.
    """
    dates = [*machine_dates(data, head, url), *_shown_days(flow, layout, url)]
    if not any(day.role == "published" for day in dates):
        dates += _days_elsewhere(flow, layout)
    dates = in_order(dates)
    return dates if any(day.role == "published" for day in dates) else [*dates, *url_date(url)]


def _shown_days(flow: Flow, layout: Layout, url: str | None) -> list[StatedDate]:
    """Return the days that the lines around the headline show."""
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
    return shown


def _days_elsewhere(flow: Flow, layout: Layout) -> list[StatedDate]:
    """Return the days under the article or in a column beside it, where old pages have them."""
    end = min(layout.end + _OUT, len(flow.segments))
    below = [(i in layout.signed, flow.segments[i].text) for i in range(layout.first, end)]
    texts = (segment.text for segment in flow.segments)
    return [
        *stated_dates(line for signs, line in below if signs or DATE_LINE.match(line)),
        *stated_dates(line for line in texts if PUBLISHED_LINE.match(line)),
    ]


def _tells_day(flow: Flow, i: int) -> bool:
    """Tell lines about the article from its sentences, whose days are not its own."""
    segment = flow.segments[i]
    is_named = not _DATE_LABELS.isdisjoint(segment.labels)
    return is_named or bool(DATE_LINE.match(segment.text) or PUBLISHED_LINE.match(segment.text))
