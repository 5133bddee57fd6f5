"""Read a byline: persons and agencies, without roles, places and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articleparse.document import fold
from articleparse.lexicon import bylines

MAX_LENGTH = 300
"""A longer text is no byline."""

_PARENTHESES = re.compile(r"\(((?:[^()]|\([^()]{0,40}\)){0,90})\)")
_SEPARATOR = r"(?:[,;|/•·–—+&]|\s-\s|\s?\b(?:et|and|avec|with|pour|for)\s|\.\s(?=Propos\s))"
_PARTS = re.compile(rf"\s*{_SEPARATOR}(?:\s*{_SEPARATOR})*\s*", re.IGNORECASE)
_WITH = re.compile(r"\(\s*(?:et\s+)?(?:avec|with)\s+", re.IGNORECASE)
# What follows the names: "Publié le …", "le 8 juin 2021", "Hier à 9h", an address.
_TRAILER = re.compile(
    r"\s*(?:\b(?:publié|posté|mis en ligne|mis à jour|modifié|créé|published|updated)\b(?!\s+par\b)"
    r"|\ble\s+(?:\w+[.,]?\s+)?\d|\d{1,2}[/.]\d{1,2}[/.]\d{2}|\b\d{1,2}\s+\w{3,9}\.?\s+\d{4}|\bà\s+\d{1,2}\s?[:h]|\S{0,60}@|https?:|\b\d+\s*min\b).*",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"[^\W\d_][\w.’'\- ]*$")
_CAPITAL = re.compile(r"(?:^|[\s.’'-])[A-ZÀ-ÞŒ]")
MAX_WORDS = 7


def names(byline: str) -> tuple[str, ...]:
    """Return the persons, agencies and media that a byline names, in their order.

    >>> names("Par Ana Roy, envoyée spéciale à Lomé, et J.-P. Sy (avec AFP)")
    ('Ana Roy', 'J.-P. Sy', 'AFP')
    >>> names("admin")
    ()
    """
    if len(byline) > MAX_LENGTH:
        return ()
    # "(avec AFP)" names; "(Lomé, correspondance)" tells a place and a role.
    byline = _WITH.sub(", (", byline)
    shown = _PARENTHESES.sub(
        lambda m: m[1] if byline[max(0, m.start() - 2) : m.start()] == ", " else ",", byline
    )
    return tuple(dict.fromkeys(_named(shown)))


def merged(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names of several bylines, each once whatever its case.

    >>> merged([("Ana Roy",), ("ANA ROY", "AFP")])
    ('Ana Roy', 'AFP')
    """
    seen: dict[str, str] = {}
    for group in groups:
        for name in group:
            seen.setdefault(fold(name).casefold(), name)
    return tuple(seen.values())


def _named(byline: str) -> Iterator[str]:
    for part in _PARTS.split(_TRAILER.sub("", byline)):
        name = part.strip(' .:*-–—\u00a0\u202f\n\t"«»“”')
        for _ in range(2):
            name = (
                bylines.lead_ins().sub("", name, count=1)
                if bylines.lead_ins().match(name)
                else name
            )
        # Initials keep their last stop ("J. D.").
        if part.strip().endswith(name + ".") and re.search(r"(?:^|[ .])[A-Z]$", name):
            name += "."
        if _is_name(name):
            yield name


def _is_name(name: str) -> bool:
    return bool(
        len(name) > 1
        and len(name.split()) <= MAX_WORDS
        and _NAME.match(name)
        and (_CAPITAL.search(name) or bylines.is_agency(name))
        and not bylines.roles().match(name)
        and not bylines.is_placeholder(name)
    )
