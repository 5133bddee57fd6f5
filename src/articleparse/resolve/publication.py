"""Tell the day on which the article appeared, and when it was changed.

What counts, in this order: the page's metadata and the caller ("metadata"), a visible
"Publié le" or a dateline ("stated"), a day that the text calls this day ("inferred").
Never the day on which the program runs.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from articleparse.document import Document
from articleparse.document import StatedDate as Stated
from articleparse.extract.dates import DateMention
from articleparse.record import Evidence, StampedDate
from articleparse.resolve.inference import infer

_IN_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{2})[/-](?P<d>\d{2})(?!\d)"
    r"|(?<!\d)(?P<d2>\d{2})-(?P<m2>\d{2})-(?P<y2>(?:19|20)\d\d)(?!\d)"
)


def resolve(
    document: Document, dates: list[DateMention]
) -> tuple[StampedDate | None, StampedDate | None]:
    """Return when the article was published and modified, each None if unknown."""
    published = _published(document, dates)
    modified = _from_metadata(document, "modified") or _stated(document, dates, "modified")
    return published, modified


def _published(document: Document, dates: list[DateMention]) -> StampedDate | None:
    visible = _stated(document, dates, "published")
    known = _from_metadata(document, "published")
    if known is None:
        return visible or _from_url(document) or infer(document, dates)
    if visible is None:
        return known
    if visible.date == known.date:
        return known.model_copy(update={"evidence": _joined(known.evidence, visible.evidence)})
    is_overwritten = known.basis == "metadata" and visible.date < known.date
    if is_overwritten and not _is_from_caller(document):
        # Some pages overwrite the day of publication with that of the last update.
        evidence = _joined(visible.evidence, known.evidence)
        return visible.model_copy(update={"evidence": evidence, "rule": "visible-before-metadata"})
    return known


def _joined(first: tuple[Evidence, ...], more: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return all evidence, of statements that share a place in the text the first alone."""
    return (*first, *(e for e in more if not any(_overlap(e, known) for known in first)))


def _overlap(one: Evidence, other: Evidence) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _is_from_caller(document: Document) -> bool:
    return any(s.origin == "caller" and s.role == "published" for s in document.metadata.dates)


def _from_metadata(
    document: Document, role: Literal["published", "modified"]
) -> StampedDate | None:
    """Return the first date of that role in the page's order; the caller's comes first."""
    stated = [s for s in document.metadata.dates if s.role == role]
    if not stated:
        return None
    stated.sort(key=lambda s: s.origin != "caller")
    first = stated[0]
    times = [s.time for s in stated if s.date == first.date and s.time is not None]
    evidence = tuple(map(_evidence, stated))
    is_in_text = evidence[0].origin == "text"
    return StampedDate(
        date=first.date,
        time=first.time or (times[0] if times else None),
        basis="stated" if is_in_text else "metadata",
        evidence=evidence,
        rule="stated-in-text" if is_in_text else "metadata",
    )


def _evidence(stated: Stated) -> Evidence:
    """Return the statement; a line with its place in the text is the text's own.

    A page may show its day in a line that does not belong to the article's text: that
    counts with the metadata.
    """
    is_in_text = stated.origin == "visible" and stated.start is not None
    origin = "text" if is_in_text else stated.origin
    return Evidence(origin=origin, text=stated.text, start=stated.start, end=stated.end)


def _stated(
    document: Document, dates: list[DateMention], role: Literal["published", "modified"]
) -> StampedDate | None:
    """Return the day that the text itself states; contradicting statements tell nothing."""
    roles = ("published", "dateline") if role == "published" else ("modified",)
    found: list[tuple[dt.date, DateMention]] = []
    for mention in dates:
        if mention.role in roles and mention.first.year and (day := _day(mention)):
            found.append((day, mention))
    explicit = [f for f in found if f[1].role == role] or found
    if not explicit or len({day for day, _ in explicit}) > 1:
        return None
    day, mention = explicit[0]
    return StampedDate(
        date=day,
        time=mention.time,
        basis="stated",
        evidence=tuple(_text_evidence(document, m) for _, m in explicit),
        rule="dateline" if mention.role == "dateline" else "stated-in-text",
    )


def _text_evidence(document: Document, mention: DateMention) -> Evidence:
    return Evidence(
        origin="text",
        text=document.text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
    )


def _day(mention: DateMention) -> dt.date | None:
    point = mention.first
    if point.year is None or point.month is None or point.day is None:
        return None
    try:
        return dt.date(point.year, point.month, point.day)
    except ValueError:
        return None


def _from_url(document: Document) -> StampedDate | None:
    """Return the day that stands in the address, as most papers put it there."""
    match = _IN_URL.search(document.metadata.url or "")
    if match is None:
        return None
    parts = [match[g] or match[g + "2"] for g in ("y", "m", "d")]
    try:
        day = dt.date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
    evidence = Evidence(origin="url", text=match[0])
    return StampedDate(date=day, basis="metadata", evidence=(evidence,), rule="url")
