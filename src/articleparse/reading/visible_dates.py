"""The lines in which a page tells its day: "Publié le 8 juin 2021 à 10h05, mis à jour …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from articleparse.document import StatedDate
from articleparse.lexicon.files import rows

_PUBLISHED = r"publiée?|postée?|mise? en ligne|parue?|créée?|published|posted|diffusée?|édité"
_MODIFIED = (
    r"mise? à jour|modifiée?|actualisée?|màj|maj|updated|dernière modification|réactualisée?"
)
_TIME = r"(?P<hour>[01]?\d|2[0-3])\s?(?:[:hH]|heures)\s?(?P<minute>[0-5]\d)?"
_DAY = (
    r"(?:(?P<day>\d{1,2})(?:er)?[\s.-](?P<word>[^\W\d]{3,9})\.?,?[\s-](?P<year>(?:19|20)\d\d)"
    r"|(?P<word3>[^\W\d]{3,9})\.?\s(?P<day3>\d{1,2}),\s(?P<year3>(?:19|20)\d\d)"
    r"|(?P<day2>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year2>(?:19|20)\d\d|\d\d\b))"
)
_ROLE = rf"(?P<role>{_MODIFIED}|{_PUBLISHED})"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?"
_STATED = re.compile(
    rf"(?:\b{_ROLE}\b[\s:]{{0,3}}(?:par\b.{{2,60}}?\s)?)?(?:(?:le|du)\s?:?\s|:\s)?{_WEEKDAY}{_DAY}"
    rf"(?:[\s,]{{0,3}}(?:(?:à|-|–|\|)\s?)?{_TIME})?",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    rf"\W{{0,3}}(?:article\s|le\s)?{_WEEKDAY}(?:{_MODIFIED}|{_PUBLISHED})\b(?:.{{0,15}}?|\sdans\s.{{0,40}}?)\b{_WEEKDAY}\d{{1,2}}\W"
    rf"|\W{{0,3}}(?:le\s|date\W{{1,3}})?{_WEEKDAY}\d{{1,2}}(?:er)?[\s/.-][\w]{{1,9}}\.?[\s/.-]\d{{2,4}}(?:\W.{{0,30}})?$",
    re.IGNORECASE,
)
"""Matches a line that does nothing but tell when the article appeared or changed."""

PUBLISHED_LINE = re.compile(
    rf"\W{{0,3}}(?:article\s)?(?:{_PUBLISHED})(?:\s(?:le|on)\b|\s?:|\sdans\s.{{0,40}}?\bdu\b)",
    re.IGNORECASE,
)
"""Matches a line that begins with the day of publication."""


_TELLS_PUBLISHED = re.compile(rf"\b(?:{_PUBLISHED})\b", re.IGNORECASE)


def tells_published(line: str) -> bool:
    """Tell whether a line has a word for publication in it.

    >>> tells_published("Par Ana Roy - Publié le 8 juin 2021"), tells_published("8 juin 2021")
    (True, False)
    """
    return bool(_TELLS_PUBLISHED.search(line))


def visible_dates(line: str) -> Iterator[StatedDate]:
    """Yield the days that a line of the page's head states, in their order.

    Without a word that tells, the first day is that of publication.

    >>> [str(d.date) for d in visible_dates("Juin 8, 2021")]
    ['2021-06-08']
    >>> [(d.role, str(d.date), str(d.time)) for d in visible_dates(
    ...     "Publié le 8 juin 2021 à 10h05, mis à jour le 09/06/2021")]
    [('published', '2021-06-08', '10:05:00'), ('modified', '2021-06-09', 'None')]
    """
    role: Literal["published", "modified"] = "published"
    for match in _STATED.finditer(line[:400]):
        if match["role"]:
            role = "modified" if re.fullmatch(_MODIFIED, match["role"], re.I) else "published"
        if day := _day(match):
            yield StatedDate(role, "visible", match[0].strip(" ,:"), day, _time(match))
        role = "modified"


def _day(match: re.Match[str]) -> dt.date | None:
    word = match["word"] or match["word3"] or ""
    month = int(match["month"]) if match["month"] else _months().get(word.lower(), 0)
    year = int(match["year"] or match["year2"] or match["year3"])
    day = int(match["day"] or match["day2"] or match["day3"])
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> dt.time | None:
    return dt.time(int(match["hour"]), int(match["minute"] or 0)) if match["hour"] else None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in rows("page_months.tsv", 2)}
