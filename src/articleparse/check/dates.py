"""AP5xx: dates that contradict one another, their evidence or the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from articleparse.check.findings import Finding
from articleparse.record import Article, StampedDate

_EDTF = re.compile(r"-?([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def findings(article: Article, today: dt.date | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the record's dates; nothing is in the future without `today`."""
    published, modified = article.published, article.modified
    if published and modified and modified.date < published.date:
        message = f"modified on {modified.date}, before published on {published.date}"
        yield Finding("AP501", message, "/modified/date")
    for name, stamp in (("published", published), ("modified", modified)):
        if stamp:
            yield from _evidence_findings(stamp, f"/{name}")
            # East of here it may be tomorrow.
            if today and stamp.date > today + dt.timedelta(days=1):
                message = f"{name} on {stamp.date}, in the future"
                yield Finding("AP506", message, f"/{name}/date")
    for index, date in enumerate(article.dates):
        yield from calendar_findings(date.value, f"/dates/{index}/value")
    for index, reference in enumerate(article.references):
        if reference.date:
            yield from calendar_findings(reference.date, f"/references/{index}/date")
    for index, figure in enumerate(article.figures):
        if figure.period:
            yield from calendar_findings(figure.period, f"/figures/{index}/period")


def _evidence_findings(stamp: StampedDate, where: str) -> Iterator[Finding]:
    if not stamp.evidence:
        yield Finding("AP502", "a date without evidence", f"{where}/evidence")
    for index, evidence in enumerate(stamp.evidence):
        if evidence.origin == "text":
            continue
        # An hour near midnight in another time zone may stand for the day beside.
        day = _iso_day(evidence.text)
        if day and abs(day - stamp.date) > dt.timedelta(days=1):
            message = f"{evidence.origin} states {day}, the record {stamp.date}"
            yield Finding("AP503", message, f"{where}/evidence/{index}/text")


def _iso_day(text: str) -> dt.date | None:
    match = _ISO_DAY.match(text)
    try:
        return dt.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def calendar_findings(value: str, where: str) -> Iterator[Finding]:
    """Check an EDTF date or range against the calendar."""
    ends = value.split("/")
    if not all(_stands_in_calendar(end) for end in ends):
        yield Finding("AP504", f"no calendar has {value}", where)
    elif len(ends) == 2 and "X" not in value and not value.startswith("-"):
        shared = min(map(len, ends))
        if ends[0][:shared] > ends[1][:shared]:
            yield Finding("AP505", f"{value} ends before it begins", where)


def _stands_in_calendar(value: str) -> bool:
    """Tell whether the calendar has the day, month or year; X stands for any digit.

    >>> [_stands_in_calendar(value) for value in ("2021-02-29", "2020-02-XX", "202X", "2021-13")]
    [False, True, True, False]
    """
    match = _EDTF.fullmatch(value.replace("X", "0"))
    if match is None:
        return False
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if month > 12:
        return False
    # A part that is left open fits; year 0 and those before it are leap years by their rest.
    return day <= calendar.monthrange(year % 400 + 2000, month or 1)[1]
