"""The days that a page states for its article, the best evidence first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, cast

from lxml.etree import _Element as Element

from articleparse.document import StatedDate
from articleparse.lexicon.files import rows
from articleparse.reading.html.head import Head
from articleparse.reading.html.jsonld import ArticleData
from articleparse.reading.html.segments import Segment
from articleparse.reading.stamps import read_stamp
from articleparse.reading.visible_dates import visible_dates

_Role = Literal["published", "modified"]


def machine_dates(data: ArticleData, head: Head, url: str | None) -> Iterator[StatedDate]:
    """Yield what JSON-LD and meta elements state; malformed values are left out.

    >>> data = ArticleData(published="2021-06-08T10:00:00+02:00")
    >>> [(d.origin, str(d.date)) for d in machine_dates(data, Head(), None)]
    [('json-ld datePublished', '2021-06-08')]
    """
    pairs: list[tuple[_Role, str, str | None]] = [
        ("published", "json-ld datePublished", data.published),
        ("modified", "json-ld dateModified", data.modified),
    ]
    pairs += [(role, f"meta {name}", head.first(name)) for name, role in _meta_names()]
    for role, origin, value in pairs:
        stamp = read_stamp(value, url) if value else None
        if value and stamp:
            yield StatedDate(role, origin, value, stamp.date, stamp.time)


def time_elements(elements: Sequence[Element], url: str | None) -> Iterator[StatedDate]:
    """Yield the days of `<time>` elements around the headline."""
    for element in elements:
        value = element.get("datetime") or element.get("content") or ""
        stamp = read_stamp(value, url)
        if stamp is None:
            continue
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        role: _Role = "modified" if "modif" in names or "updat" in names else "published"
        yield StatedDate(role, "time datetime", value, stamp.date, stamp.time)


def stated_dates(segments: Sequence[Segment]) -> Iterator[StatedDate]:
    """Yield the days that the lines around the headline show."""
    for segment in segments:
        if len(segment.text) <= 300:
            yield from visible_dates(" ".join(segment.text.split("\n")))


@cache
def _meta_names() -> tuple[tuple[str, _Role], ...]:
    return tuple((name, cast(_Role, role)) for name, role in rows("page_dates.tsv", 2))
