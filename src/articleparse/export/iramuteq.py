"""Texts as a corpus for IRaMuTeQ (and Alceste), whose format its manual describes.

Each text stands behind a line of four stars and its variables, `*name_value`. The
format knows stars, underscores and a dash with a star at the head of a line as marks
of its own, so they go from the texts; of a variable, what stands behind a second
underscore would be lost, so values are letters, digits and dashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from articleparse.export import Put
from articleparse.record import Article

_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ´`", "'")
    | dict.fromkeys('«»“”„"', " ")
    | dict.fromkeys("‐‑–—−", "-")
    | dict.fromkeys("*_", " ")
    | {"…": "...", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u00ad": None}
)
_NO_VALUE = re.compile(r"[^a-z0-9]+")
_LONGEST_VALUE = 60
UNKNOWN = "none"
"""Value of a variable that the article does not tell: each text has all variables."""


def write(articles: Iterable[Article], put: Put) -> list[str]:
    """Write the corpus; texts are numbered in the order of the records."""
    for number, article in enumerate(articles, start=1):
        variables = " ".join(f"*{name}_{value}" for name, value in _variables(article, number))
        put(f"**** {variables}\n")
        for block in article.blocks:
            if text := plain(article.text[block.start : block.end]):
                put(f"{text}\n")
        put("\n")
    return []


def _variables(article: Article, number: int) -> Iterator[tuple[str, str]]:
    published = article.published
    yield "article", str(number)
    yield "publisher", value(article.publisher)
    yield "year", str(published.date.year) if published else UNKNOWN
    yield "month", published.date.strftime("%Y%m") if published else UNKNOWN
    yield "date", published.date.strftime("%Y%m%d") if published else UNKNOWN
    yield "author", value(article.authors[0].name if article.authors else None)


def value(text: str | None) -> str:
    """Return a text as the value of a variable.

    >>> value("L’Écho d’Aubusson"), value(None), value("???")
    ('l-echo-d-aubusson', 'none', 'none')
    """
    letters = unicodedata.normalize("NFKD", (text or "").translate(_PLAIN).lower())
    marks_off = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NO_VALUE.sub("-", marks_off)[:_LONGEST_VALUE].strip("-") or UNKNOWN


def plain(text: str) -> str:
    """Return a block as one line without what the format, or its reader, takes for marks.

    >>> plain("** « L’été\\u00a0— une_chance…\\n»")
    "L'été - une chance..."
    """
    kept = "".join(letter if letter.isprintable() else " " for letter in text.translate(_PLAIN))
    return " ".join(kept.split())
