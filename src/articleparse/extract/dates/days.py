"""Read days of a month: alone, in ranges and lists, in words and in figures."""

from __future__ import annotations

import re

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point
from articleparse.extract.dates.pieces import (
    Piece,
    at_start,
    day_number,
    full_year,
    month_number,
    side_of,
    weekday_number,
    year_number,
)
from articleparse.lexicon.calendar import short_months


def read_day_range(text: str, at: int) -> list[Piece]:
    """Read "du 3 au 7 mai"."""
    match = patterns.day_range().match(text, at)
    if match is None:
        return []
    first_day, last_day = day_number(match["d1"]), day_number(match["d2"])
    if first_day is None or last_day is None:
        return []
    opening = text[match.start() : match.start() + 7].lower()
    is_open = opening.startswith("entre")
    if not is_open and (match["link"] == "et" or (match["link"] == "et le" and not match["m1"])):
        return []
    if match["link"] == "à" and not match["m1"]:
        return []
    month, year = month_number(match["m"]), year_number(match)
    first_month = month_number(match["m1"]) if match["m1"] else month
    first_year = int(match["y1"]) if match["y1"] else year
    if year is not None and not match["y1"] and first_month > month:
        first_year = year - 1
    first = Point(first_year, first_month, first_day, weekday_number(match["wd1"]))
    last = Point(year, month, last_day, weekday_number(match["wd2"]))
    return [Piece(match.start(), match.end(), "day-range", first, last)]


def read_day_list(text: str, at: int) -> list[Piece]:
    """Read "lundi 5 et mardi 6 juin" as two days, "les 5, 6 et 7 juin" as three."""
    head = patterns.day_list().match(text, at)
    last = patterns.day().match(text, head.end()) if head else None
    if head is None or last is None:
        return []
    final = _day_piece(last)
    if final is None:
        return []
    pieces = []
    for item in patterns.list_item().finditer(text, head.start("items"), head.end("items")):
        number = day_number(item["d"])
        if number is None:
            return []
        point = Point(final.first.year, final.first.month, number, weekday_number(item["wd"]))
        pieces.append(Piece(item.start(), item.end(), "day-list", point))
    return [*pieces, final]


def read_day(text: str, at: int) -> list[Piece]:
    """Read "ce mardi 8 juin 2021"."""
    match = patterns.day().match(text, at) or patterns.month_first().match(text, at)
    if match is None:
        return []
    piece = _day_piece(match)
    return [piece] if piece else []


def _day_piece(match: re.Match[str]) -> Piece | None:
    number = day_number(match["d"])
    if number is None:
        return None
    groups = match.groupdict()
    is_short = match["m"].lower() in short_months()
    if is_short and not match["d"][0].isdecimal():  # "trente sept" is a number
        return None
    year = year_number(match) if "short" in groups else int(match["y"])
    point = Point(
        year,
        month_number(match["m"]),
        number,
        weekday_number(match["wd"]),
        side_of(groups.get("side")),
    )
    start = match.start()
    if match["wd"] is None and not groups.get("this"):
        start = match.start("d") if "short" in groups else match.start("m")
    return Piece(start, match.end(), "day", point, is_deictic=bool(groups.get("this")))


def read_numeric(text: str, at: int) -> list[Piece]:
    """Read 14/04/2023 and 2023-04-14."""
    match = patterns.numeric().match(text, at)
    if match is None:
        return []
    if match["iy"]:
        point = Point(int(match["iy"]), int(match["im"]), int(match["id"]))
    else:
        if match["sep"] == "." and len(match["y"]) == 2:
            return []
        year = int(match["y"])
        year = full_year(year) if len(match["y"]) == 2 else year
        point = Point(year, int(match["m"]), int(match["d"]))
    return [Piece(match.start(), match.end(), "numeric", point)]


def read_numeric_day(text: str, at: int) -> list[Piece]:
    """Read "le 8/2"; without the article it may be a fraction or a score."""
    match = patterns.numeric_day().match(text, at)
    if match is None or not re.search(r"\b(?:le|du|au) $", text[max(0, at - 4) : at]):
        return []
    return [
        Piece(at, match.end(), "numeric-day", Point(month=int(match["m"]), day=int(match["d"])))
    ]


def read_day_alone(text: str, at: int) -> list[Piece]:
    """Read "le 16" at the end of a sentence or before a clock time; "du 13 au 18"."""
    if match := patterns.bare_day_range().match(text, at):
        numbers = day_number(match["d1"]), day_number(match["d2"])
        if numbers[0] and numbers[1] and numbers[0] < numbers[1]:
            first = Point(day=numbers[0], weekday=weekday_number(match["wd1"]))
            last = Point(day=numbers[1], weekday=weekday_number(match["wd2"]))
            return [Piece(match.start(), match.end(), "bare-day-range", first, last)]
    match = patterns.day_alone().match(text, at)
    if match is None and text[at] == "L" and at_start(text, at):
        match = patterns.opening_day().match(text, at)
    number = day_number(match["d"]) if match else None
    if match is None or number is None:
        return []
    return [Piece(match.start("d"), match.end(), "day-alone", Point(day=number))]
