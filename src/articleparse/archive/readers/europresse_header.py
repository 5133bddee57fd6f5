"""The header lines of an article in Europresse: publication, day, section, authors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# "La Gazette (site web), no. 43018", "Le Réveil, vol. 12, no 4".
_ISSUE = re.compile(
    r"\s*,\s*(?:no|n°|nos|num|vol|ed|éd)\b.*$|\s*\((?:site web|réf\.?)[^()]*\)", re.I
)
_FRENCH_DAY = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)?,?\s*\b(\d{1,2})(?:er)? ([a-zà-ÿ]{3,9}) ((?:19|20)\d\d)\b",
    re.I,
)
_ENGLISH_DAY = re.compile(
    r"(?:\b[A-Z][a-z]+day,?\s*)?\b([A-Z][a-z]{2,8}) (\d{1,2}), ((?:19|20)\d\d)\b"
)
_PAGE = re.compile(r"\bp\.\s*([\w\-]{1,20}(?:[,;]\s*[\w\-]{1,20})*)")
_BY = re.compile(r"^\s*(?:par|by|de notre (?:correspondante?|envoyée?))\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,/]\s*|\s+et\s+|\s+and\s+")
_MOST_AUTHOR_WORDS = 5


class Header(NamedTuple):
    """What `DocHeader` tells: its text, and the section and page in it."""

    text: str
    section: str
    page: str


def header_lines(parts: Iterable[Iterable[str]]) -> Header:
    """Put the header's parts together: one line today, several in older exports.

    >>> header_lines([["Votre ville, jeudi 6 février 2014, p. 9"]])
    Header(text='Votre ville, jeudi 6 février 2014, p. 9', section='Votre ville', page='9')
    """
    text = ", ".join(line.strip(", ") for part in parts for line in part if line.strip(", "))
    found = _FRENCH_DAY.search(text) or _ENGLISH_DAY.search(text)
    section = text[: found.start()].strip(" ,") if found else ""
    page = _PAGE.search(text, found.end() if found else 0)
    return Header(text, section, page.group(1) if page else "")


def publication(shown: str) -> str:
    """Return a publication's name without issue number and kind of edition.

    >>> publication("La Gazette de l'Orne (site web), no. 43018")
    "La Gazette de l'Orne"
    """
    return _ISSUE.sub("", _ISSUE.sub("", shown)).strip(" ,")


def day(number: str | None, header: str) -> str | None:
    """Return the day of publication, ISO 8601: that of the number, else the header's.

    >>> day("news·20140206·PA·1", ""), day(None, "World, Friday, November 13, 2015")
    ('2014-02-06', '2015-11-13')
    >>> day(None, "lundi 28 janvier 2013, p. 3")
    '2013-01-28'
    """
    if number and (digits := number.split("·")[1:2]) and digits[0].isdigit():
        return f"{digits[0][:4]}-{digits[0][4:6]}-{digits[0][6:8]}"
    found = _FRENCH_DAY.search(header) or _ENGLISH_DAY.search(header)
    if not found:
        return None
    import dateparser

    read = dateparser.parse(" ".join(found.groups()), languages=["fr", "en"])
    return read.date().isoformat() if read else None


def authors(signed: str) -> tuple[str, ...]:
    """Return the names of an author line; an agency or a place is left as it is.

    >>> authors("Par Inès Kerbrat et Loïc Dumas"), authors("Kerbrat, Inès; Dumas, Loïc")
    (('Inès Kerbrat', 'Loïc Dumas'), ('Kerbrat, Inès', 'Dumas, Loïc'))
    """
    line = _BY.sub("", signed).strip(" .,;")
    between = re.compile(r"\s*;\s*") if ";" in line else _BETWEEN
    names = [name for part in between.split(line) if (name := part.strip())]
    return tuple(name for name in names if len(name.split()) <= _MOST_AUTHOR_WORDS)
