"""Read years and ranges of years, and tell them from other numbers of four digits."""

from __future__ import annotations

import re

from articleparse.extract.dates import patterns
from articleparse.extract.dates.mention import Point
from articleparse.extract.dates.pieces import Piece

_FIRST_PLAIN, _LAST_PLAIN = 1800, 2100
# What makes any number of three or four digits a year.
_YEAR_BEFORE = re.compile(
    r"\b(?:en|depuis|dès|jusqu'en|d'ici|l'an|l'année|années?|fin|début|mi|vers|été|hiver|printemps|automne|avant|après|né en|née en|trimestre|semestre|exercice|saison|millésime|rentrée|avril|mars|mai|juin|juillet|août|janvier|février|septembre|octobre|novembre|décembre)[ -](?:de |d')?$",
    re.I,
)
_DECADE_BEFORE = re.compile(r"\b(?:les |des |aux )?(?:années|ann\.) $", re.I)
_QUANTITY_BEFORE = re.compile(
    r"\b(?:près de|plus de|moins de|environ|quelque|les|des|ses|aux|au moins|presque|n°|no|article|"
    r"numéro|loi|[€$£]|à peine|total de|tous les|millier|parmi les) ?$",
    re.I,
)
_COUNT_BEHIND = re.compile(
    r" ?(?:[%€$£°]|(?!(?:dans|plus|sous|mais|puis|depuis|vers|hors|sans|après|dès|les|des|ses|nous|vous|ils|elles|selon|plusieurs|jusqu|alors|aux|à|avec|toujours|très|tous|toutes|certains|certaines|sauf|moins|ces|mes|pas|cas|ans|eux|celles|ceux|deux|trois|six|dix|lors|auprès|chez)\b)"
    r"[a-zà-ÿ-]{2,}[sx]\b|(?:km|m|ha|kg|g|ans|fois|MW|kWh|mois|personnes)\b)"
)
_OPENS = re.compile(r" ?: ")
_SPAN_LIMIT = 130


def read_year_range(text: str, at: int) -> list[Piece]:
    """Read "entre 2019 et 2020", "de 2019 à 2021", "2022-2023", "(602-639)"."""
    match = patterns.year_range().match(text, at)
    if match is None or (at and text[at - 1] in ".,/-'"):
        return []
    opening, link = (match["open"] or "").strip().lower(), match["link"].strip()
    first, last = int(match["y1"]), match["y2"].split()[0]
    end_year = int(match["y1"][: 4 - len(last)] + last) if len(last) == 2 else int(last)
    has_era = match["y2"] != last
    is_long = end_year - first > _SPAN_LIMIT and first < 1000 and not has_era
    if not first < end_year <= _LAST_PLAIN or is_long:
        return []
    if (link == "et") != (opening == "entre") or (link == "à" and opening not in ("de", "d'")):
        return []
    if _DECADE_BEFORE.search(text[max(0, at - 12) : at]):
        return []
    if first < 1000 and text[at - 1 : at] != "(" and not has_era:
        return []
    if len(last) == 2 and (end_year != first + 1 or first < 1900):
        return []
    if first >= 1000 and (first < 1500 or _COUNT_BEHIND.match(text, match.end())) and link != "-":
        return []
    if first >= 1000 and _COUNT_BEHIND.match(text, match.end()):
        return []
    start = match.start() if opening else match.start("y1")
    return [Piece(start, match.end(), "year-range", Point(first), Point(end_year))]


def read_year(text: str, at: int) -> list[Piece]:
    """Read "2022", "fin 2020", "été 2019", "250 après J.-C."."""
    match = patterns.year().match(text, at)
    if match is None:
        return []
    year, number_at = int(match["y"]), match.start("y")
    if not match["part"] and not _is_year(text, match, year):
        return []
    if match["part"] and _COUNT_BEHIND.match(text, match.end()) and not 1900 <= year <= 2060:
        return []
    if _glued(text, number_at, match.end()):
        return []
    if match["before"] and match["before"].lower().startswith("av"):
        year = 1 - year  # EDTF counts astronomically: 1 BC is the year 0
    start = match.start("part") if match["part"] else number_at
    return [Piece(start, match.end(), "year", Point(year))]


def _glued(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() or before[-1:] in tuple("/.,_#@+€$£"):
        return True
    if before[-1:] == "-" and before[:1].isdecimal():
        return True
    return (
        behind[:1].isalnum()
        or behind[:1] in tuple("/_°%€")
        or (behind[:1] == "-" and behind[1:].isdecimal())
    )


def _is_year(text: str, match: re.Match[str], year: int) -> bool:
    start, end = match.start("y"), match.end("y")
    left = text[max(0, start - 16) : start]
    if _DECADE_BEFORE.search(left):
        return False
    if match["era"]:
        return True
    if _YEAR_BEFORE.search(left):
        return year >= 1000 or left.endswith(("en ", "En ", "vers ", "Vers "))
    if year < _FIRST_PLAIN or _QUANTITY_BEFORE.search(left):
        return False
    return not _COUNT_BEHIND.match(text, end)


def opens_section(text: str, start: int, end: int) -> bool:
    """Tell whether a year heads what follows: "2016 : …" at the start of a paragraph.

    >>> opens_section("2016 : la réforme", 0, 4)
    True
    """
    return (start == 0 or text[start - 1] == "\n") and _OPENS.match(text, end) is not None
