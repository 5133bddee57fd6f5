"""Machine-readable dates as pages write them, to the publisher's local day."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from articleparse.lexicon.files import rows

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_PARIS = "Europe/Paris"
# ISO 8601 and what content management systems make of it: "2016-08-15CEST10:01:00+0200",
# "2021-6-8 9:05", "20210608T0905Z", "2021/06/08", a fraction of a second of any length.
_ISO = re.compile(
    r"""\s*(?P<year>(?:19|20)\d\d)(?P<dash>[-/.]?)(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)
        (?:\s*(?:T|[A-Z]{3,4})?\s*(?P<hour>\d\d?)[:hH]?(?P<minute>\d\d)(?::?(?P<second>\d\d))?
           (?:[.,]\d{1,9})?
           \s*(?P<zone>Z\b|UTC|GMT|[+\-\u2212]\d\d?:?(?:\d\d)?)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
# "Tue, 08 Jun 2021 09:05:00 +0200" (RFC 822), "Jun 8, 2021".
_ENGLISH_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_RFC = re.compile(
    r"""\s*(?:[A-Za-z]{3,9},?\s+)?(?P<day>\d\d?)\s+(?P<month>[A-Za-z]{3})[a-z]*\.?\s+(?P<year>(?:19|20)\d\d)
        (?:\s+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?
           \s*(?P<zone>Z\b|UTC|GMT|[+-]\d\d:?\d\d)?)?""",
    re.VERBOSE,
)
_DAY_FIRST = re.compile(
    r"\s*(?P<day>\d\d?)[/.-](?P<month>\d\d?)[/.-](?P<year>(?:19|20)\d\d)"
    r"(?:\D{1,5}(?P<hour>\d\d?)[:hH](?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z\b)?)?"
)
# The words and the two numbers that any other form must have: what reads it is slow.
_TELLS_DAY = re.compile(
    r"(?=.*(?<!\d)(?:19|20)\d\d(?!\d))(?=.*(?<!\d)\d\d?(?!\d))(?=.*[^\W\d_]{3})", re.DOTALL
)
_EPOCH = re.compile(r"\s*(?P<seconds>[1-9]\d{8,9})(?:\d{3})?\s*$")


class Stamp(NamedTuple):
    """A day, and the time of day where it is known, local to the publisher."""

    date: dt.date
    time: dt.time | None = None


def read_stamp(value: str, url: str | None = None) -> Stamp | None:
    """Return the local day and time that `value` names, or None if it names none.

    A time in UTC, or at an offset that clocks in France show, is told in the zone of
    the publisher (Europe/Paris unless the domain of `url` says otherwise); any other
    offset is taken for the publisher's own, and so are times without one.

    >>> read_stamp("2023-04-13T23:40:00Z")
    Stamp(date=datetime.date(2023, 4, 14), time=datetime.time(1, 40))
    >>> read_stamp("2016-08-15CEST10:01:00+0200").date
    datetime.date(2016, 8, 15)
    >>> read_stamp("demain")
    """
    value = value[:80]
    if match := _EPOCH.match(value):
        moment = dt.datetime.fromtimestamp(int(match["seconds"]), dt.timezone.utc)
        return _localised(moment, url)
    match = _ISO.match(value) or _RFC.match(value) or _DAY_FIRST.match(value)
    return (_stamp(match, url) if match else None) or _odd(value, url)


def _odd(value: str, url: str | None) -> Stamp | None:
    """Read a form that no standard knows: "mardi 8 juin 2021 - 09:05", "June 8th, 2021".

    Only where day, month and year all stand there.
    """
    if not _TELLS_DAY.match(value):
        return None
    found = _odd_forms().get_date_data(value)
    moment = found.date_obj
    if moment is None or found.period not in ("day", "time"):
        return None
    if moment.tzinfo is not None:
        return _localised(moment, url)
    is_timed = found.period == "time"
    return Stamp(moment.date(), moment.time().replace(microsecond=0) if is_timed else None)


@cache
def _odd_forms() -> DateDataParser:
    # Loading it takes longer than most articles do, and few pages need it.
    from dateparser.date import DateDataParser

    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],  # no relative words: they need today's date
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),
        "RETURN_TIME_AS_PERIOD": True,
        "DATE_ORDER": "DMY",
    }
    # A parser that tries the language of the value before would hang on the order of pages.
    return DateDataParser(
        languages=["fr", "en"], settings=settings, try_previous_locales=False, use_given_order=True
    )


def _stamp(match: re.Match[str], url: str | None) -> Stamp | None:
    month = match["month"]
    if not month.isdigit():
        if month.lower() not in _ENGLISH_MONTHS:
            return None
        month = str(_ENGLISH_MONTHS.index(month.lower()) + 1)
    try:
        day = dt.date(int(match["year"]), int(month), int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return Stamp(day)
    try:
        time = dt.time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return Stamp(day)
    if match["zone"] is None:
        return Stamp(day, time)
    offset = _offset(match["zone"])
    return _localised(dt.datetime.combine(day, time, dt.timezone(offset)), url)


def _offset(zone: str) -> dt.timedelta:
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return dt.timedelta(0)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    offset = dt.timedelta(hours=min(int(hours), 14), minutes=min(int(minutes), 59))
    return offset if zone[0] == "+" else -offset


def _localised(moment: dt.datetime, url: str | None) -> Stamp:
    offset = moment.utcoffset() or dt.timedelta(0)
    if dt.timedelta(0) <= offset <= dt.timedelta(hours=2):
        moment = moment.astimezone(ZoneInfo(_zone(url)))
    return Stamp(moment.date(), moment.time().replace(microsecond=0))


def _zone(url: str | None) -> str:
    if not url:
        return _PARIS
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return _PARIS
    return _zones().get(host.rpartition(".")[2], _PARIS)


@cache
def _zones() -> dict[str, str]:
    return dict(rows("publisher_zones.tsv", 2))
