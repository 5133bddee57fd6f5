"""Infer the day of publication from days that the text calls its own: "ce 8 juin".

So does the dateline: "MENDE, 6 février". The year comes from the weekday where one stands
there ("ce jeudi 30 mars"), else from the latest full date of the text. (A weekday and a
day of the month meet again after five or six years only.) Where no full date is past, one
that is announced tells the year, if it lies close ahead and the rest of the text agrees.
A day said to be still to come is no evidence itself, and days that contradict one another
are none either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from articleparse.document import Document
from articleparse.extract.dates import DateMention
from articleparse.record import Evidence, StampedDate
from articleparse.resolve.calendar import safe_date

# An event announced with its year is rarely further off, and rarely a whole year more.
_ANNOUNCED_WITHIN = dt.timedelta(days=62)
# The years that a text names for what happened lately.
_RECENT_YEARS = 2


def infer(document: Document, mentions: list[DateMention]) -> StampedDate | None:
    """Return the day on which the text was written, None where it does not tell."""
    own = [m for m in mentions if m.first.day and _is_own_day(m)]
    if not own:
        return None
    latest = _latest_full(mentions)
    years = _years(mentions)
    found: list[tuple[dt.date, list[DateMention]]] = []
    for mention in own:
        told = _day(mention, latest, years) if mention.outlook == "past" else None
        told = told or _before_announced(mention, mentions, years)
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


def _is_own_day(mention: DateMention) -> bool:
    if mention.role == "dateline":
        return True
    return mention.is_deictic and mention.outlook != "future"


def _before_announced(
    mention: DateMention, mentions: list[DateMention], years: dict[int, DateMention]
) -> tuple[dt.date, list[DateMention]] | None:
    """Return the day of that name shortly before the first full date that lies ahead.

    Only where the text agrees besides: by a year of the time just before, or by a weekday
    that falls on its day of the month in that year.
    """
    point = mention.first
    ahead = [found for found in _full_days(mentions) if found[1].outlook == "future"]
    if not ahead or point.month is None or point.day is None:
        return None
    event, announced = min(ahead, key=lambda found: found[0])
    for year in (event.year, event.year - 1):
        day = safe_date(year, point.month, point.day)
        if day is None or not dt.timedelta(0) <= event - day <= _ANNOUNCED_WITHIN:
            continue
        verdicts = [(m, agrees) for m in mentions if (agrees := _falls_in(m, year)) is not None]
        # A year after that of the event is a forecast: "11 000 véhicules en 2035".
        named = max((y for y in years if y <= event.year), default=0)
        if not all(agrees for _, agrees in verdicts) or named > year:
            return None
        if verdicts:
            return day, [mention, announced, verdicts[0][0]]
        if named >= year - _RECENT_YEARS:
            return day, [mention, announced, years[named]]
    return None


def _falls_in(mention: DateMention, year: int) -> bool | None:
    """Tell whether a weekday agrees with its day in that year; None if it has none."""
    point = mention.first
    if point.year is not None or point.weekday is None or not (point.month and point.day):
        return None
    day = safe_date(year, point.month, point.day)
    return day is not None and day.weekday() == point.weekday


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
