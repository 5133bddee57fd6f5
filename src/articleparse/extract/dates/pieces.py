"""What a reader returns, and the numbers behind the words of a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.extract.dates.mention import Point, Side
from articleparse.lexicon.calendar import months, weekdays
from articleparse.numerals import words


class Piece(NamedTuple):
    """What a reader read: offsets, rule, and one or two points."""

    start: int
    end: int
    rule: str
    first: Point
    last: Point | None = None
    is_deictic: bool = False
    is_weekend: bool = False


_BEFORE = re.compile(r"dern|pass|préc|prec|d'avant", re.I)


def side_of(word: str | None) -> Side | None:
    """Return what an adjective of time tells.

    >>> side_of("dernière"), side_of("prochain"), side_of(None)
    ('before', 'after', None)
    """
    if not word or word == "courant":
        return None
    return "before" if _BEFORE.match(word) else "after"


def day_number(form: str) -> int | None:
    """Return the number of a day of the month, in digits or in words.

    >>> day_number("1er"), day_number("vingt-quatre"), day_number("cent")
    (1, 24, None)
    """
    digits = re.match(r"\d+", form)
    if digits:
        return int(digits[0])
    value = 1 if form.lower() == "premier" else words.value_of(form)
    return int(value) if value is not None and 1 <= value <= 31 else None


def year_number(match: re.Match[str]) -> int | None:
    """Return the year that a pattern with AFTER_MONTH has read."""
    if short := match["short"]:
        return full_year(int(short))
    form = match["y"]
    if form is None:
        return None
    value = int(form) if form[0].isdecimal() else words.value_of(form)
    return int(value) if value is not None else None


def full_year(year: int) -> int:
    """Return the full year: two digits stand for 1940 to 2039, a later turn than POSIX's 1969.

    >>> full_year(39), full_year(40)
    (2039, 1940)
    """
    return year + (2000 if year < 40 else 1900)


def month_number(form: str) -> int:
    """Return the number of a month from any of its forms.

    >>> month_number("Févr.")
    2
    """
    return months()[form.lower()]


def weekday_number(form: str | None) -> int | None:
    """Return the number of a day of the week; Monday is 0.

    >>> weekday_number("Lundi"), weekday_number(None)
    (0, None)
    """
    return weekdays()[form.lower()] if form else None


def at_start(text: str, at: int) -> bool:
    """Tell whether a sentence or a clause of its own begins there.

    >>> at_start("Fin. Mars", 5), at_start("le Mars", 3)
    (True, False)
    """
    return re.search(r"(?:^|[.!?:;\n\"(…-] ?)$", text[max(0, at - 2) : at]) is not None
