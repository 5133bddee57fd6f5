"""What the extractor of dates claims: expressions as the text has them, not yet valued."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from articleparse.document import Mention

Outlook = Literal["past", "future"]
Side = Literal["before", "after", "this"]


class Point(NamedTuple):
    """A day, month or year as far as an expression tells it.

    `year`, `month`, `day` and `weekday` (Monday 0) are what stands there. `side` is
    what "dernier" and "prochain" tell. `days`, `months` and `years` count from the
    publication, or from the day last named where `from_named`. `easter` counts days
    from Easter Sunday of the year. `is_holiday` where a name tells the day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    side: Side | None = None
    days: int | None = None
    months: int | None = None
    years: int | None = None
    from_named: bool = False
    easter: int | None = None
    is_holiday: bool = False

    @property
    def is_absolute(self) -> bool:
        """Whether the value needs neither publication date nor context."""
        return self.year is not None and (self.weekday is None or self.day is not None)


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date expression: one point, or a range from `first` to `last`.

    `outlook` is the time of which the clause speaks. `role` is set where the text says
    of what the date is ("Publié le …"); `is_deictic` where it says that the date is the
    day of writing ("ce 8 juin"). `time` is a clock time behind it. `is_weekend` where
    the point stands for the Saturday and Sunday about it; `opens_section` where a year
    heads what follows ("2016 : …").
    """

    first: Point
    last: Point | None = None
    outlook: Outlook | None = None
    role: Literal["published", "modified", "dateline"] | None = None
    is_deictic: bool = False
    time: dt.time | None = None
    is_weekend: bool = False
    opens_section: bool = False
