"""Read months and ranges of months."""

from __future__ import annotations

import re

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point
from articleparse.extract.dates.pieces import Piece, at_start, month_number, side_of, year_number
from articleparse.lexicon.calendar import short_months


def read_month_range(text: str, at: int) -> list[Piece]:
    """Read "de janvier à mars 2021"."""
    match = patterns.month_range().match(text, at)
    if match is None or (match["link"] == "et" and (match["open"] or "").lower() != "entre"):
        return []
    if match["link"] == "à" and not match["open"]:
        return []
    if not _is_month_word(text, match.start("m1"), match["m1"]):
        return []
    month, year = month_number(match["m"]), year_number(match)
    first_month = month_number(match["m1"])
    first_year = int(match["y1"]) if match["y1"] else year
    if year is not None and not match["y1"] and first_month > month:
        first_year = year - 1
    first, last = Point(first_year, first_month), Point(year, month)
    return [Piece(match.start(), match.end(), "month-range", first, last)]


def _is_month_word(text: str, at: int, form: str) -> bool:
    if text[at - 1 : at] == "-" and text[max(0, at - 3) : at].lower() != "mi-":
        return False  # "Champ-de-Mars"
    if form[0].isupper():
        left = text[max(0, at - 14) : at].lower()
        return at_start(text, at) or left.endswith(("en ", "fin ", "début ", "mi-"))
    return form not in short_months() or form.endswith(".")


# "32 août": no day, and so no month either.
_DIGIT_BEFORE = re.compile(r"\d $")


def read_month(text: str, at: int) -> list[Piece]:
    """Read "fin mars", "août 2022", "juin dernier", "en octobre"."""
    match = patterns.month().match(text, at)
    if match is None:
        return []
    year, form = year_number(match), match["m"]
    if (year is None and form.lower() in short_months()) or _DIGIT_BEFORE.search(text[at - 3 : at]):
        return []
    if year is None and not _is_month_word(text, match.start("m"), form):
        return []
    if year is None and text[match.end() : match.end() + 1] in ("-", "'"):
        return []
    start = match.start("part") if match["part"] else match.start("m")
    if match["part"] and match["part"].lower() in ("milieu", "courant"):
        start = match.start("m")
    point = Point(year, month_number(form), side=side_of(match["side"]))
    return [Piece(start, match.end(), "month", point)]
