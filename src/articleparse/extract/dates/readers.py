"""One function a construction: from a place in the text to the points that it tells.

Each takes the folded text and an offset, and returns what it read there: pieces with
their offsets, points and rule, or nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point, Side
from articleparse.lexicon.calendar import (
    holidays,
    months,
    relative_days,
    short_months,
    weekdays,
)
from articleparse.lexicon.numbers import noncount_words
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
        return _century(int(short))
    form = match["y"]
    if form is None:
        return None
    value = int(form) if form[0].isdecimal() else words.value_of(form)
    return int(value) if value is not None else None


def _century(year: int) -> int:
    """Return the full year: two digits stand for 1930 to 2029, as in POSIX with a later turn."""
    return year + (2000 if year < 40 else 1900)


def _month(form: str) -> int:
    return months()[form.lower()]


def _weekday(form: str | None) -> int | None:
    return weekdays()[form.lower()] if form else None


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
    month, year = _month(match["m"]), year_number(match)
    first_month = _month(match["m1"]) if match["m1"] else month
    first_year = int(match["y1"]) if match["y1"] else year
    if year is not None and not match["y1"] and first_month > month:
        first_year = year - 1
    first = Point(first_year, first_month, first_day, _weekday(match["wd1"]))
    last = Point(year, month, last_day, _weekday(match["wd2"]))
    return [Piece(_inner_start(match), match.end(), "day-range", first, last)]


def _inner_start(match: re.Match[str]) -> int:
    """Keep "entre" and "du" of a range: they say that it is one."""
    return match.start()


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
        point = Point(final.first.year, final.first.month, number, _weekday(item["wd"]))
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
        year, _month(match["m"]), number, _weekday(match["wd"]), side_of(groups.get("side"))
    )
    start = match.start()
    if match["wd"] is None and not groups.get("this"):
        start = match.start("d") if "short" in groups else match.start("m")
    return Piece(start, match.end(), "day", point, is_deictic=bool(groups.get("this")))


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
    point = Point(day=number, weekday=_weekday(match["wd"]))
    return [
        Piece(match.start(), match.end(), "weekday-and-day", point, is_deictic=bool(match["this"]))
    ]


def read_weekday_range(text: str, at: int) -> list[Piece]:
    """Read "lundi à mardi" where "dans la nuit de" or "entre" stands before it."""
    match = patterns.weekday_range().match(text, at)
    left = text[max(0, at - 9) : at].lower()
    if match is None or not left.endswith(("nuit de ", "nuit du ", "entre ")):
        return []
    first, last = Point(weekday=_weekday(match["wd1"])), Point(weekday=_weekday(match["wd2"]))
    return [Piece(match.start(), match.end(), "weekday-range", first, last)]


_HABIT = re.compile(
    r"(?:\b(?:le|les|chaque|tous les|du|au|un|une|aux|des|ces|[a-z]+\.) |[-'])$", re.I
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
    if not match["this"] and not match["side"] and _HABIT.search(left) and not _NIGHT.search(left):
        return []
    # "Mercredi" inside a name: a newspaper, a street, "Vendredi saint".
    if match["wd"][0].isupper() and not _at_start(text, at) and not match["this"]:
        return []
    side = "this" if match["this"] and not match["side"] else side_of(match["side"])
    return [
        Piece(
            match.start(), match.end(), "weekday", Point(weekday=_weekday(match["wd"]), side=side)
        )
    ]


def _at_start(text: str, at: int) -> bool:
    return re.search(r"(?:^|[.!?:;\n\"(…-] ?)$", text[max(0, at - 2) : at]) is not None


def read_month_range(text: str, at: int) -> list[Piece]:
    """Read "de janvier à mars 2021"."""
    match = patterns.month_range().match(text, at)
    if match is None or (match["link"] == "et" and (match["open"] or "").lower() != "entre"):
        return []
    if match["link"] == "à" and not match["open"]:
        return []
    if not _is_month_word(text, match.start("m1"), match["m1"]):
        return []
    month, year = _month(match["m"]), year_number(match)
    first_month = _month(match["m1"])
    first_year = int(match["y1"]) if match["y1"] else year
    if year is not None and not match["y1"] and first_month > month:
        first_year = year - 1
    first, last = Point(first_year, first_month), Point(year, month)
    return [Piece(match.start(), match.end(), "month-range", first, last)]


_MONTH_BEFORE = re.compile(
    r"(?:\b(?:en|de|depuis|dès|jusqu'en|jusqu'à|et|ou|à|avant|après|vers|courant|pour|mois|entre|par|avec|contre|durant|pendant|que|ce|cette|ces|le|du|fin|mi|début|d'ici|milieu|mois de|prévue?s?|quand|est|dans)[ -]|\b[dl]'|[(:;,\"-] ?|^|\n)$",
    re.I,
)


def _is_month_word(text: str, at: int, form: str) -> bool:
    if form.lower() in ("mar", "mars", "mai", "avril", "juin", "août", "janvier") or form.islower():
        pass
    left = text[max(0, at - 14) : at]
    if form[0].isupper():
        return _at_start(text, at) or left.lower().endswith(("en ", "fin ", "début ", "mi-"))
    return len(form.rstrip(".")) > 3 or form.endswith(".")


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
    point = Point(year, _month(form), side=side_of(match["side"]))
    return [Piece(start, match.end(), "month", point)]


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
        year = _century(year) if len(match["y"]) == 2 else year
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
            first = Point(day=numbers[0], weekday=_weekday(match["wd1"]))
            last = Point(day=numbers[1], weekday=_weekday(match["wd2"]))
            return [Piece(match.start(), match.end(), "bare-day-range", first, last)]
    match = patterns.day_alone().match(text, at)
    number = day_number(match["d"]) if match else None
    if match is None or number is None:
        return []
    return [Piece(match.start("d"), match.end(), "day-alone", Point(day=number))]


def read_relative(text: str, at: int) -> list[Piece]:
    """Read "hier", "la veille", "ce matin"."""
    match = patterns.relative().match(text, at)
    if match is None:
        return []
    found = relative_days()[match["form"].lower()]
    if (
        text[match.end() : match.end() + 4].lower() in ("-hie", " de l", " de ")
        and found.from_named
    ):
        pass
    point = Point(days=found.days, from_named=found.from_named)
    return [Piece(match.start(), match.end(), "relative-day", point)]


def read_period(text: str, at: int) -> list[Piece]:
    """Read "l'an dernier", "cette année", "le mois prochain", "la fin de l'année"."""
    match = patterns.period().match(text, at)
    if match is None:
        return []
    point = _period_point(text, match)
    return [Piece(match.start(), match.end(), "period", point)] if point else []


def _period_point(text: str, match: re.Match[str]) -> Point | None:
    if match["year"] or match["month"]:
        when = (match["when"] or match["mwhen"]).lower()
        step = -1 if side_of(when) == "before" else 1
        named = when.startswith(("préc", "prec", "suiv"))
        if match["year"]:
            return Point(years=step, from_named=named)
        return Point(months=step, from_named=named)
    if match["same"]:
        is_same = "même" in match[0].lower()
        if match["same"].lower() == "la" and not is_same:
            return None
        return Point(years=0, from_named=is_same)
    if match["edge"]:
        return Point(year=int(match["y"])) if match["y"] else Point(years=0)
    return Point(months=0)


def read_weekend(text: str, at: int) -> list[Piece]:
    """Read "week-end du 8 avril"."""
    match = patterns.weekend().match(text, at)
    number = day_number(match["d"]) if match else None
    if match is None or number is None:
        return []
    point = Point(year_number(match), _month(match["m"]), number)
    return [Piece(match.start(), match.end(), "weekend", point, is_weekend=True)]


def read_holiday(text: str, at: int) -> list[Piece]:
    """Read "Noël", "lundi de Pâques", "Toussaint 2022"."""
    match = patterns.holiday().match(text, at)
    if match is None:
        return []
    left = text[max(0, at - 24) : at].lower()
    if re.search(
        r"(?:p[eè]re|mère|marchés?|vacances|cadeaux?|sapins?|contes?|chants?|bûches?|œufs?|île|rue|jouets?|repas|village|congés?|fêtes|trêve|esprit|magie|film|soir|veille) (?:de |d')?(?:l'|la )?$",
        left,
    ):
        return []
    if match["name"] == "Noël" and re.match(r" [A-ZÀ-Þ]", text[match.end() : match.end() + 2]):
        return []
    found = holidays()[match["name"]]
    year = int(match["y"]) if match["y"] else None
    point = (
        Point(year, found.month, found.day, is_holiday=True)
        if found.month
        else Point(year, easter=found.day, is_holiday=True)
    )
    return [Piece(match.start(), match.end(), "holiday", point)]
