"""Read days of the week, with and without a number, and week-ends."""

from __future__ import annotations

import re

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point
from articleparse.extract.dates.pieces import (
    Piece,
    at_start,
    day_number,
    month_number,
    side_of,
    weekday_number,
    year_number,
)
from articleparse.lexicon.numbers import noncount_words

_WORD_BEHIND = re.compile(r" ([a-zà-ÿ-]+[sx]|h)\b")


def read_weekday_day(text: str, at: int) -> list[Piece]:
    """Read "mardi 14"."""
    match = patterns.weekday_day().match(text, at)
    number = day_number(match["d"]) if match else None
    if match is None or number is None or len(match["wd"]) < 5:
        return []
    behind = _WORD_BEHIND.match(text, match.end())
    if behind and behind[1] not in noncount_words():  # "dimanche 18 tirs", "mercredi 21 heures"
        return []
    point = Point(day=number, weekday=weekday_number(match["wd"]))
    return [
        Piece(match.start(), match.end(), "weekday-and-day", point, is_deictic=bool(match["this"]))
    ]


def read_weekday_range(text: str, at: int) -> list[Piece]:
    """Read "lundi à mardi" where "dans la nuit de" or "entre" stands before it."""
    match = patterns.weekday_range().match(text, at)
    left = text[max(0, at - 9) : at].lower()
    if match is None or not left.endswith(("nuit de ", "nuit du ", "entre ")):
        return []
    first, last = (
        Point(weekday=weekday_number(match["wd1"])),
        Point(weekday=weekday_number(match["wd2"])),
    )
    return [Piece(match.start(), match.end(), "weekday-range", first, last)]


_HABIT = re.compile(
    r"(?:\b(?:le|les|chaque|tous les|du|au|un|une|aux|des|ces|[a-z]{2,4}\.) |[-'])$", re.I
)
_NIGHT = re.compile(
    r"(?:nuit|soirée|matinée|journée|séance|réunion|après-midi|week-end) d[eu] $", re.I
)


def read_weekday(text: str, at: int) -> list[Piece]:
    """Read "ce lundi", "lundi dernier", "lundi": not "le lundi", which is every Monday."""
    match = patterns.weekday().match(text, at)
    if match is None or text[match.end() : match.end() + 1] in ("-", "'"):
        return []
    left = text[max(0, at - 14) : at]
    is_plain = not match["this"] and not match["side"]
    if match["wd"][0].isupper() and not match["this"]:
        # "Mercredi" inside a name: a newspaper, a street, "Vendredi saint".
        if not at_start(text, at):
            return []
    elif is_plain and _HABIT.search(left) and not _NIGHT.search(left):
        return []
    side = "this" if match["this"] and not match["side"] else side_of(match["side"])
    return [
        Piece(
            match.start(),
            match.end(),
            "weekday",
            Point(weekday=weekday_number(match["wd"]), side=side),
        )
    ]


def read_weekend(text: str, at: int) -> list[Piece]:
    """Read "week-end du 8 avril"."""
    match = patterns.weekend().match(text, at)
    number = day_number(match["d"]) if match else None
    if match is None or number is None:
        return []
    point = Point(year_number(match), month_number(match["m"]), number)
    return [Piece(match.start(), match.end(), "weekend", point, is_weekend=True)]


def read_relative_weekend(text: str, at: int) -> list[Piece]:
    """Read "ce week-end", "week-end dernier": not "le week-end", which is every one."""
    match = patterns.relative_weekend().match(text, at)
    side = side_of(match["side"]) if match else None
    if match is None or not (side or match["this"]):
        return []
    point = Point(weekday=weekday_number("samedi"), side=side or "this")
    return [Piece(match.start(), match.end(), "weekend", point, is_weekend=True)]
