"""Give every date expression its value, counted from the publication date."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass

from articleparse.document import Document
from articleparse.extract.dates import DateMention, Point
from articleparse.record import Date, StampedDate
from articleparse.resolve.calendar import (
    Direction,
    add_months,
    easter,
    edtf,
    nearest_day,
    nearest_month,
    nearest_weekday,
    safe_date,
)
from articleparse.resolve.date_neighbours import informed

Value = tuple[int, int | None, int | None]


_FAR = 45
"""Days from which an article that names a day and then "le 16" tells of that time."""
_NEAR = 2
"""Days within which "ce samedi" means that one, whatever the tense."""
_OF = (" du ", " de ", " de ce ")


@dataclass(slots=True)
class _Context:
    """What the text said before: the day last named, and the year of a section."""

    base: dt.date | None
    named: dt.date | None = None
    named_year: int | None = None
    section: int | None = None
    full: dt.date | None = None
    full_block: int = -1


def resolve(
    document: Document, mentions: list[DateMention], published: StampedDate | None
) -> tuple[Date, ...]:
    """Return the dates whose value can be told, in text order."""
    if not mentions:
        return ()
    context = _Context(published.date if published else None)
    blocks = [block.start for block in document.blocks]
    found = []
    mentions = informed(document.folded, mentions)
    for index, mention in enumerate(mentions):
        block = bisect_right(blocks, mention.start)
        if mention.first.from_named and index + 1 < len(mentions):
            _look_ahead(document, mention, mentions[index + 1], context, block)
        value = _value(mention, context, block)
        if value is None:
            continue
        found.append(
            Date(
                start=mention.start,
                end=mention.end,
                text=document.text[mention.start : mention.end],
                rule=mention.rule,
                value=value,
            )
        )
    return tuple(found)


def _look_ahead(
    document: Document, mention: DateMention, behind: DateMention, context: _Context, block: int
) -> None:
    """Name the day of "le lendemain du 13 février" before it is counted from."""
    if document.folded[mention.end : behind.start] in _OF and behind.last is None:
        value = _point(behind.first, behind.outlook, context, block)
        if value and _exists(value):
            _remember(behind, value, context, block)


def _value(mention: DateMention, context: _Context, block: int) -> str | None:
    if mention.last is not None:
        return _range(mention, mention.last, context)
    if mention.is_weekend and mention.first.weekday is not None:
        return _relative_weekend(mention.first, mention.outlook, context)
    value = _point(mention.first, mention.outlook, context, block)
    if value is None or not _exists(value):
        return None
    _remember(mention, value, context, block)
    if mention.is_weekend:
        return _weekend(value)
    return edtf(*value)


def _exists(value: Value) -> bool:
    year, month, day = value
    if month is None:
        return -9999 <= year <= 9999
    return safe_date(year, month, day or 1) is not None


def _remember(mention: DateMention, value: Value, context: _Context, block: int) -> None:
    year, month, day = value
    context.named_year = year
    if mention.opens_section:
        context.section = year
    if month and day and (named := safe_date(year, month, day)):
        context.named = named
        if mention.first.is_absolute:
            context.full, context.full_block = named, block


def _relative_weekend(point: Point, outlook: Direction, context: _Context) -> str | None:
    """Return "le week-end dernier", "ce week-end" or "le week-end prochain".

    The last one is that before the week of publication. "Ce week-end" looks where its
    clause does; where that tells nothing, back on Monday and Tuesday, later ahead.
    """
    base = context.base
    if base is None:
        return None
    saturday = base + dt.timedelta(days=5 - base.weekday())
    is_on = base >= saturday
    if point.side == "this":
        is_over = base.weekday() <= 1 if outlook is None else outlook == "past"
        weeks = -1 if is_over and not is_on else 0
    else:
        weeks = -1 if point.side == "before" else int(is_on)
    return _weekend(_triple(saturday + dt.timedelta(weeks=weeks)))


def _weekend(value: Value) -> str | None:
    year, month, day = value
    about = safe_date(year, month or 1, day or 1)
    if about is None:
        return None
    saturday = about - dt.timedelta(days=(about.weekday() - 5) % 7 if about.weekday() > 4 else 0)
    if about.weekday() < 5:
        saturday = about + dt.timedelta(days=5 - about.weekday())
    sunday = saturday + dt.timedelta(days=1)
    return f"{saturday.isoformat()}/{sunday.isoformat()}"


def _range(mention: DateMention, last: Point, context: _Context) -> str | None:
    first = mention.first
    end = _point(last, mention.outlook, context, -1)
    if end is None or not _exists(end):
        return None
    begin = _begin(first, last, end, mention, context)
    if begin is None or not _exists(begin):
        return None
    low, high = edtf(*begin), edtf(*end)
    return f"{low}/{high}" if low <= high else None


def _begin(
    first: Point, last: Point, end: Value, mention: DateMention, context: _Context
) -> Value | None:
    """Return the first point of a range so that it lies right before its end."""
    year, month, day = end
    if first.is_absolute or first.year is not None:
        return _point(first, None, context, -1)
    if first.month is None and first.day is not None and month is not None:
        return year, month, first.day
    if first.month is not None and month is not None:
        later = (first.month, first.day or 0) > (month, day or 0)
        return year - later, first.month, first.day
    if first.weekday is not None and month and day:
        until = dt.date(year, month, day)
        before = nearest_weekday(until, first.weekday, "past", skips_base=True)
        return before.year, before.month, before.day
    return _point(first, mention.outlook, context, -1)


def _point(point: Point, outlook: Direction, context: _Context, block: int) -> Value | None:
    if point.year is not None:
        if point.easter is not None:
            return _triple(easter(point.year) + dt.timedelta(days=point.easter))
        return point.year, point.month, point.day
    if point.from_named:
        return _from_named(point, context)
    base = context.base
    if base is None:
        return None
    if point.days is not None:
        return _triple(base + dt.timedelta(days=point.days))
    if point.months is not None:
        return (*add_months(base, point.months), None)
    if point.years is not None:
        return base.year + point.years, None, None
    return _partial(point, _direction(point, outlook), base, context, block)


def _direction(point: Point, outlook: Direction) -> Direction:
    if point.side in ("before", "after"):
        return "past" if point.side == "before" else "future"
    return outlook


def _partial(
    point: Point, direction: Direction, base: dt.date, context: _Context, block: int
) -> Value | None:
    """Return the value of a point that leaves the year, or month and year, to the reader."""
    is_strict = point.side in ("before", "after")
    if point.easter is not None:
        days = [
            easter(y) + dt.timedelta(days=point.easter) for y in range(base.year - 1, base.year + 2)
        ]
        return _triple(_nearest(days, base, direction))
    if point.is_holiday and point.month and point.day:
        dated = [safe_date(y, point.month, point.day) for y in range(base.year - 1, base.year + 2)]
        return _triple(_nearest([d for d in dated if d], base, direction))
    if point.month is not None and point.day is not None:
        if (inherited := _in_section(point, context, block)) is not None:
            return inherited
        day = nearest_day(base, point.month, point.day, direction, point.weekday)
        return _triple(day) if day else None
    if point.month is not None:
        if context.section is not None and context.section != base.year:
            return context.section, point.month, None
        return (*nearest_month(base, point.month, direction, is_strict), None)
    if point.day is not None:
        named = context.named
        if named and point.weekday is None and abs((base - named).days) > _FAR:
            return _day_of_month(point, "future", named)  # a chronicle goes on from day to day
        return _day_of_month(point, direction, base)
    if point.weekday is not None and point.side == "this":
        return _triple(_this_weekday(base, point.weekday, direction))
    if point.weekday is not None:
        return _triple(nearest_weekday(base, point.weekday, direction or "past", is_strict))
    return None


def _this_weekday(base: dt.date, weekday: int, direction: Direction) -> dt.date:
    """Return "ce samedi": the nearer one; the tense tells only where none is near."""
    ahead = (weekday - base.weekday()) % 7
    if ahead <= _NEAR or ahead >= 7 - _NEAR:
        direction = "future" if ahead <= _NEAR else "past"
    return nearest_weekday(base, weekday, direction or ("future" if ahead < 4 else "past"))


def _nearest(days: list[dt.date], base: dt.date, direction: Direction) -> dt.date:
    """Return the nearest day; where the clause looks ahead, the nearest ahead."""
    ahead = [d for d in days if d >= base] if direction == "future" else []
    return min(ahead or days, key=lambda d: abs((d - base).days))


def _in_section(point: Point, context: _Context, block: int) -> Value | None:
    """Return the day in the year of the section or of the full date in the same paragraph."""
    assert point.month is not None
    assert context.base is not None
    if context.section is not None and context.section != context.base.year:
        return context.section, point.month, point.day
    full = context.full
    if full is None or context.full_block != block or full.year >= context.base.year:
        return None
    day = safe_date(full.year, point.month, point.day or 1)
    if day is None or (point.weekday is not None and day.weekday() != point.weekday):
        return None
    if day < full:
        return None
    return full.year, point.month, point.day


def _day_of_month(point: Point, direction: Direction, base: dt.date) -> Value | None:
    """Return "mardi 14" or "le 16" in the nearest month that fits."""
    assert point.day is not None
    days = []
    for shift in (0, -1, 1, -2, 2):
        day = safe_date(*add_months(base, shift), point.day)
        if day and (point.weekday is None or day.weekday() == point.weekday):
            days.append(day)
    if direction == "past":
        days = [d for d in days if d <= base] or days
    elif direction == "future":
        days = [d for d in days if d >= base] or days
    near = min(days, key=lambda d: abs((d - base).days), default=None)
    return _triple(near) if near else None


def _from_named(point: Point, context: _Context) -> Value | None:
    if point.days is not None:
        named = context.named or context.base
        return _triple(named + dt.timedelta(days=point.days)) if named else None
    if point.months is not None:
        named = context.named or context.base
        return (*add_months(named, point.months), None) if named else None
    year = context.named_year
    if year is None and context.base is not None:
        year = context.base.year
    return (year + (point.years or 0), None, None) if year is not None else None


def _triple(day: dt.date) -> Value:
    return day.year, day.month, day.day
