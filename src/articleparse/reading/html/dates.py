"""The days that a page states for its article, the best evidence first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, cast

from lxml.etree import _Element as Element

from articleparse.document import StatedDate
from articleparse.lexicon.files import rows
from articleparse.reading.html.head import Head
from articleparse.reading.html.jsonld import ArticleData
from articleparse.reading.stamps import read_stamp
from articleparse.reading.visible_dates import tells_published, visible_dates

_IN_URL = re.compile(r"[/_-]((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-])")
_LONGEST_LINE = 300
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


def stated_dates(lines: Iterable[str]) -> Iterator[StatedDate]:
    """Yield the days that lines show, those first that say that it is that of publication."""
    for line in sorted(lines, key=lambda line: not tells_published(line)):
        if len(line) <= _LONGEST_LINE:
            yield from visible_dates(" ".join(line.split("\n")))


def in_order(dates: Sequence[StatedDate]) -> list[StatedDate]:
    """Return the dates, that of publication first that deserves most trust.

    Some sites write the last update where the publication belongs: where the page
    shows an earlier day of publication, and that of the metadata as its update, the
    page is right.

    >>> import datetime as dt
    >>> early, late = dt.date(2021, 6, 1), dt.date(2021, 6, 9)
    >>> told = StatedDate("published", "meta date", "2021-06-09", late)
    >>> shown = StatedDate("published", "visible", "Publié le 1er juin 2021", early)
    >>> update = StatedDate("modified", "visible", "mis à jour le 9 juin 2021", late)
    >>> in_order([told, shown, update])[0].origin
    'visible'
    """
    told = next((d for d in dates if d.role == "published"), None)
    if told is None or told.origin == "visible":
        return list(dates)
    updates = {d.date for d in dates if d.role == "modified"}
    shown = [d for d in dates if d.origin == "visible" and tells_published(d.text)]
    earlier = [
        d for d in shown if d.role == "published" and d.date < told.date and told.date in updates
    ]
    return [*earlier[:1], *(d for d in dates if d not in earlier[:1])]


def url_date(url: str | None) -> Iterator[StatedDate]:
    """Yield the day that the page's address holds.

    >>> [str(d.date) for d in url_date("https://pays.example/2021/06/08/la-cantine")]
    ['2021-06-08']
    """
    if match := _IN_URL.search(url or ""):
        stamp = read_stamp("-".join(match.groups()))
        if stamp:
            yield StatedDate("published", "url", match[0].strip("/-_"), stamp.date)


@cache
def _meta_names() -> tuple[tuple[str, _Role], ...]:
    return tuple((name, cast(_Role, role)) for name, role in rows("page_dates.tsv", 2))
