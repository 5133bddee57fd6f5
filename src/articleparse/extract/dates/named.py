"""Read days and periods that go by a name or by their distance: "hier", "Noël", "l'an dernier"."""

from __future__ import annotations

import re

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point
from articleparse.extract.dates.pieces import Piece, side_of
from articleparse.lexicon.calendar import holiday_things, holidays, relative_days


def read_relative(text: str, at: int) -> list[Piece]:
    """Read "hier", "la veille", "ce matin"."""
    match = patterns.relative().match(text, at)
    if match is None:
        return []
    # "à ce jour" says "until now".
    if match["form"].lower() == "ce jour" and text[max(0, at - 2) : at].lower() == "à ":
        return []
    found = relative_days()[match["form"].lower()]
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


_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+) (?:de |d')?(?:l'|la )?\Z")


def read_holiday(text: str, at: int) -> list[Piece]:
    """Read "Noël", "lundi de Pâques", "Toussaint 2022"."""
    match = patterns.holiday().match(text, at)
    if match is None:
        return []
    before = _WORD_BEFORE.search(text, max(0, at - 24), at)
    if before and before[1].lower() in holiday_things():
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
