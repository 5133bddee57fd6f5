"""Infer the day of publication from days that the text calls its own: "ce 8 juin".

The year comes from the weekday where one stands there ("ce jeudi 30 mars"), else from
the latest full date of the text. (A weekday and a day of the month meet again after five
or six years only.) A day said to be still to come is no evidence, and
days that contradict one another are none either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from articleparse.document import Document
from articleparse.extract.dates import DateMention
from articleparse.record import Evidence, StampedDate
from articleparse.resolve.calendar import safe_date


def infer(document: Document, mentions: list[DateMention]) -> StampedDate | None:
    """Return the day on which the text was written, None where it does not tell."""
    deictic = [m for m in mentions if m.is_deictic and m.first.day and m.outlook == "past"]
    latest = _latest_full(mentions)
    years = _years(mentions)
    found: list[tuple[dt.date, list[DateMention]]] = []
    for mention in deictic:
        told = _day(mention, latest, years)
        if told is not None:
            found.append(told)
    days = {day for day, _ in found}
    if len(days) != 1:
        return None
    day = days.pop()
    if latest is not None and latest[0] > day:
        return None
    evidence: dict[tuple[int, int], Evidence] = {}
    for _, used in found:
        for mention in used:
            evidence.setdefault((mention.start, mention.end), _evidence(document, mention))
    return StampedDate(
        date=day, basis="inferred", evidence=tuple(evidence.values()), rule="day-and-year"
    )


def _day(
    mention: DateMention,
    latest: tuple[dt.date, DateMention] | None,
    years: dict[int, DateMention],
) -> tuple[dt.date, list[DateMention]] | None:
    """Return the day that a deictic mention tells, with the mentions that it rests on."""
    point = mention.first
    assert point.day is not None
    if point.month is None:
        return None
    if point.year is not None:
        day = safe_date(point.year, point.month, point.day)
        return (day, [mention]) if day else None
    if point.weekday is not None and years:
        return _by_weekday(mention, years)
    if latest is not None:
        for candidate in range(latest[0].year, latest[0].year + 2):
            day = safe_date(candidate, point.month, point.day)
            if day and day >= latest[0]:
                return day, [mention, latest[1]]
    return None


def _by_weekday(
    mention: DateMention, years: dict[int, DateMention]
) -> tuple[dt.date, list[DateMention]] | None:
    """Return the day in the latest year that the text names, or the one after, that agrees."""
    point = mention.first
    latest = max(years)
    for candidate in sorted({*years, latest + 1}, key=lambda y: (y in years, y), reverse=True):
        day = safe_date(candidate, point.month or 1, point.day or 1)
        if day and day.weekday() == point.weekday:
            return day, [mention, years.get(candidate, years[latest])]
    return None


def _full_days(mentions: list[DateMention]) -> Iterator[tuple[dt.date, DateMention]]:
    for mention in mentions:
        point = mention.last or mention.first
        if not (point.year and point.month and point.day) or mention.role == "modified":
            continue
        if day := safe_date(point.year, point.month, point.day):
            yield day, mention


def _latest_full(mentions: list[DateMention]) -> tuple[dt.date, DateMention] | None:
    told = (found for found in _full_days(mentions) if _is_past(found[1]))
    return max(told, key=lambda found: found[0], default=None)


def _years(mentions: list[DateMention]) -> dict[int, DateMention]:
    """Return the years named, each with its first mention."""
    years: dict[int, DateMention] = {}
    for mention in mentions:
        if mention.first.year and _is_past(mention):
            years.setdefault(mention.first.year, mention)
    return years


def _is_past(mention: DateMention) -> bool:
    return mention.outlook != "future"


def _evidence(document: Document, mention: DateMention) -> Evidence:
    return Evidence(
        origin="text",
        text=document.text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
    )
