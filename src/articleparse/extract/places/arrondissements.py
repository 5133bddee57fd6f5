"""Find the municipal arrondissements of Paris, Lyon and Marseille."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.extract.places.mention import PlaceMention
from articleparse.extract.places.words import Words
from articleparse.gazetteer import arrondissement_code
from articleparse.lexicon.places import ordinals

_CITIES = frozenset(("Paris", "Lyon", "Marseille", "PARIS", "LYON", "MARSEILLE"))
_CITY = rf"(?P<city>{'|'.join(sorted(_CITIES))})"
_NUMBER = r"(?P<number>\d{1,2}|[IVX]{1,5})\s?(?:er|ère|re|e|ème|è|E|ER)"
_BEHIND_CITY = re.compile(rf"\b{_CITY}(?: |-|, | \(|, dans le ){_NUMBER}\b(?: arrondissement\b)?")
_ALONE = re.compile(
    rf"\b(?:{_NUMBER}|(?P<word>[a-zA-Zé-]{{5,12}}ième|[Pp]remier|[Ss]econd)) arrondissement\b"
    rf"(?: (?:de |d')?{_CITY}\b| (?P<adjective>parisien|lyonnais|marseillais)\b)?"
)
_ADJECTIVES = {"parisien": "paris", "lyonnais": "lyon", "marseillais": "marseille"}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def arrondissements(words: Words) -> Iterator[PlaceMention]:
    """Yield them; the key is the INSEE code, or the bare number where no city is named.

    >>> [m.key for m in arrondissements(Words("Le XVe arrondissement de Paris et Lyon 3e."))]
    ['69383', '75115']
    """
    for match in _matches(words):
        number = _number(match)
        groups = match.groupdict()
        city = (groups["city"] or _ADJECTIVES.get(groups.get("adjective") or "", "")).lower()
        if number is None:
            continue
        key = arrondissement_code(city, number) if city else str(number)
        if key is None:
            continue
        yield PlaceMention(*match.span(), "place-arrondissement", True, key, kind="arrondissement")


def _matches(words: Words) -> Iterator[re.Match[str]]:
    if not _CITIES.isdisjoint(words.all):
        for index in words.capitals:
            if words.raws[index] in _CITIES:
                match = _BEHIND_CITY.match(words.text, words.starts[index])
                if match is not None:
                    yield match
    if "arrondissement" in words.text:
        yield from _ALONE.finditer(words.text)


def _number(match: re.Match[str]) -> int | None:
    word = match.groupdict().get("word")
    if word is not None:
        return ordinals().get(word.lower())
    digits = match["number"]
    number = int(digits) if digits.isdigit() else _roman(digits)
    return number if 1 <= number <= 20 else None


def _roman(digits: str) -> int:
    values = [_ROMAN[digit] for digit in digits]
    return sum(
        -value if index + 1 < len(values) and value < values[index + 1] else value
        for index, value in enumerate(values)
    )
