"""Days, months and years nearest to a base day, and their EDTF form."""

from __future__ import annotations

import datetime as dt
from typing import Literal

# Days within which a weekday that agrees outweighs the nearest year.
_AGREEING = 400
# How near a day must be to be meant against what its clause speaks of.
_CLOSE_MONTHS = 1
_CLOSE = dt.timedelta(days=14)
_MOST_OF_A_YEAR = dt.timedelta(days=300)
Direction = Literal["past", "future"] | None


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where the calendar has none such.

    >>> safe_date(2023, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest_day(
    base: dt.date, month: int, day: int, direction: Direction, weekday: int | None = None
) -> dt.date | None:
    """Return the day of that name that the text means, seen from `base`.

    A weekday that agrees with one year alone fixes it; one that agrees with none is
    an error of the text and says nothing. Without direction the nearer day holds,
    and one in the past is thought nearer than one as far ahead.

    >>> base = dt.date(2023, 1, 10)
    >>> nearest_day(base, 12, 20, None), nearest_day(base, 12, 20, "future")
    (datetime.date(2022, 12, 20), datetime.date(2023, 12, 20))
    """
    around = [safe_date(year, month, day) for year in range(base.year - 1, base.year + 2)]
    days = [found for found in around if found]
    if weekday is not None:
        wide = [safe_date(year, month, day) for year in range(base.year - 5, base.year + 3)]
        days = [
            d for d in wide if d and d.weekday() == weekday and abs((d - base).days) < _AGREEING
        ] or days
    return _choose(base, days, direction)


def _choose(base: dt.date, days: list[dt.date], direction: Direction) -> dt.date | None:
    """Prefer the given side of `base`; on it, and without one, the nearest.

    A day close by on the other side outweighs one that lies most of a year away: the
    clause about it may speak of something else.
    """
    if direction is not None:
        is_ahead = direction == "future"
        side = [d for d in days if (d >= base if is_ahead else d <= base)]
        nearest = min((abs(d - base) for d in side), default=dt.timedelta.max)
        if nearest < _MOST_OF_A_YEAR or not any(abs(d - base) <= _CLOSE for d in days):
            days = side or days
    # Newspapers look back further than ahead.
    weights = ((base - d).days if d <= base else 2 * (d - base).days for d in days)
    return min(zip(weights, days, strict=True), default=(0, None))[1]


def nearest_weekday(
    base: dt.date, weekday: int, direction: Direction, skips_base: bool = False
) -> dt.date:
    """Return the day of the week in the direction from `base`, which may be that day.

    >>> nearest_weekday(dt.date(2023, 3, 28), 1, "past")
    datetime.date(2023, 3, 28)
    >>> nearest_weekday(dt.date(2023, 3, 28), 1, "future", skips_base=True)
    datetime.date(2023, 4, 4)
    """
    if direction == "future":
        ahead = (weekday - base.weekday()) % 7
        return base + dt.timedelta(days=ahead or (7 if skips_base else 0))
    back = (base.weekday() - weekday) % 7
    return base - dt.timedelta(days=back or (7 if skips_base else 0))


def nearest_month(
    base: dt.date, month: int, direction: Direction, skips_base: bool = False
) -> tuple[int, int]:
    """Return year and month in the direction from `base`; this month counts as both.

    Without a direction the nearest, as `nearest_day` does it: months ahead count twice.

    >>> nearest_month(dt.date(2023, 4, 14), 9, None), nearest_month(dt.date(2023, 4, 14), 9, "future")
    ((2022, 9), (2023, 9))
    >>> nearest_month(dt.date(2023, 4, 14), 5, None), nearest_month(dt.date(2023, 4, 14), 3, "future")
    ((2023, 5), (2023, 3))
    """
    ahead = (month - base.month) % 12
    back = 12 - ahead if ahead else 0
    if skips_base and not ahead:
        ahead = back = 12
    if direction is None:
        direction = "future" if 2 * ahead < back else "past"
    elif not skips_base and min(ahead, back) <= _CLOSE_MONTHS and max(ahead, back) < 12:
        # As of days: the clause may speak of something else.
        direction = "future" if ahead < back else "past"
    year, _ = add_months(base, ahead if direction == "future" else -back)
    return year, month


def add_months(base: dt.date, months: int) -> tuple[int, int]:
    """Return year and month that many months from `base`.

    >>> add_months(dt.date(2023, 1, 31), -1)
    (2022, 12)
    """
    index = base.year * 12 + base.month - 1 + months
    return index // 12, index % 12 + 1


def easter(year: int) -> dt.date:
    """Return Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher).

    >>> easter(2023)
    datetime.date(2023, 4, 9)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a date in EDTF (ISO 8601-2) at its precision.

    >>> edtf(580), edtf(2021, 6), edtf(-43)
    ('0580', '2021-06', '-0043')
    """
    parts = [f"-{-year:04d}" if year < 0 else f"{year:04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)
