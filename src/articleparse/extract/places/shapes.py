"""Find places that their own words tell: streets, roads, landscapes, districts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse import gazetteer
from articleparse.extract.places.common_words import Sort, sorts
from articleparse.extract.places.mention import PlaceMention
from articleparse.extract.places.words import Words
from articleparse.lexicon.files import words as lexicon_words

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = rf"{_CAPITAL}\w*"
_SMALL = r"(?:de la|de l'|de|du|des|d'|la|le|les|l'|sur|sous|en|aux|au)"
_NAME = rf"(?:\d{{1,2}}(?:er)?[ -])?{_WORD}(?:(?:[ '-]{_SMALL}){{0,2}}[ '-]?(?<=[ '-]){_WORD}|-\d{{2,4}}){{0,4}}"
_LINK = r"(?:de la |de l'|du |des |de |d'|aux |au |à la )"
_NAMED = re.compile(rf" (?P<link>{_LINK})?\"? ?(?P<name>{_NAME})")
# "la commune rurale de …"
_QUALIFIED = re.compile(rf"(?: [a-zà-ÿ]{{4,}})? (?P<link>{_LINK})\"? ?(?P<name>{_NAME})")
_ROAD = re.compile(r"(?:A|N|D|RN|RD)\d{1,4}|(?:RN|RD|N|D|A)(?= \d{1,4}\b)")
_NUMBER = re.compile(r" \d{1,4}\b")
_ROADS = frozenset(("A", "N", "D", "RN", "RD"))
_ROAD_NOUNS = frozenset(
    ("autoroute", "autoroutes", "route", "routes", "nationale", "départementale")
)
_BEFORE_ROAD = frozenset(("l", "L", "la", "La", "les", "d", "par", "et"))


def shaped(words: Words) -> Iterator[PlaceMention]:
    """Yield them in text order.

    >>> words = Words("Rue de Tivoli, sur l'A1, au lac de Vouglans, place du thé")
    >>> [(m.kind, words.text[m.start:m.end]) for m in shaped(words)]
    [('street', 'Rue de Tivoli'), ('street', 'A1'), ('other', 'lac de Vouglans')]
    """
    known = sorts()
    unlisted: set[str] = set()
    nouns = [index for index in words.commons if words.raws[index] in known]
    roads = [
        index
        for index in words.capitals
        if (raw := words.raws[index])[0] in "ARND" and (raw[-1].isdigit() or raw in _ROADS)
    ]
    for index in sorted({*nouns, *roads}):
        sort = known.get(words.raws[index])
        found = _road(words, index) if sort is None else _named(words, index, sort)
        if found is not None:
            if found.rule == "place-settlement":
                unlisted.add(words.text[found.start : found.end])
            yield found
    if unlisted:
        yield from _again(words, unlisted)


def _again(words: Words, unlisted: set[str]) -> Iterator[PlaceMention]:
    """Yield the words that a place without an entry in the gazetteer was called by."""
    for index in words.capitals:
        if words.raws[index] in unlisted:
            start, end = words.starts[index], words.ends[index]
            yield PlaceMention(start, end, "place-settlement", False, kind="other")


def _named(words: Words, index: int, sort: Sort) -> PlaceMention | None:
    pattern = _QUALIFIED if sort == "settlement" else _NAMED
    match = pattern.match(words.text, words.ends[index])
    if match is None:
        return None
    start, end = words.starts[index], match.end()
    if sort == "way":
        return PlaceMention(start, end, "place-street", True, kind="street")
    if sort == "site":
        if words.low(index) == "plateau" and not _is_listed(match["name"]):
            return None  # that of a broadcast: "sur le plateau du Talk"
        return PlaceMention(start, end, "place-landscape", True, kind="other")
    if sort == "square":
        # "la place de la France dans le monde" is no square.
        name, squares = match["name"].split()[0], lexicon_words("place_squares.txt")
        if match["link"] and squares.isdisjoint((name, name.split("-")[0])):
            return None
        if match["link"] not in (None, "de ", "d'") and _is_land(name):
            return None
        return PlaceMention(start, end, "place-street", True, kind="street")
    if sort == "settlement":
        if _is_listed(match["name"]):
            return None
        return PlaceMention(*match.span("name"), "place-settlement", True, kind="other")
    # "le quartier de Lomme": a name of the gazetteer is its own mention.
    if match["link"] and _is_listed(match["name"]):
        return None
    return PlaceMention(*match.span("name"), "place-district", True, kind="district")


def _road(words: Words, index: int) -> PlaceMention | None:
    """Read "l'A1", "l'autoroute A 1", "la RN 20", "la route départementale D 948"."""
    raw = words.raws[index]
    match = _ROAD.match(words.text, words.starts[index])
    if match is None or not index or words.gap(index) not in (" ", "'"):
        return None
    if match.end() < words.ends[index]:
        return None
    end = words.ends[index]
    if not raw[-1].isdigit():
        number = _NUMBER.match(words.text, end)
        assert number is not None  # the pattern looks ahead for it
        end = number.end()
    before = words.raws[index - 1]
    if before.lower() in _ROAD_NOUNS:
        start = words.starts[index - 1]
    elif before in _BEFORE_ROAD and not _is_aircraft(raw):
        start = words.starts[index]
    else:
        return None
    return PlaceMention(start, end, "place-road", True, kind="street")


def _is_aircraft(raw: str) -> bool:
    """Tell "l'A320", "l'A380" from motorways: no number of one ends so."""
    return raw.startswith("A3") and len(raw) == 4 and raw.endswith("0")


def _is_land(name: str) -> bool:
    """Tell whether a country or region is meant: "la place de l'Italie", but "place d'Italie"."""
    name_key = gazetteer.key(name)
    return name_key in gazetteer.countries() or name_key in gazetteer.features()


def _is_listed(name: str) -> bool:
    name_key = gazetteer.key(name)
    return (
        name_key in gazetteer.communes()
        or name_key in gazetteer.features()
        or name_key in gazetteer.countries()
        or name_key in gazetteer.cities()
        or bool(gazetteer.departments_with_key(name_key) or gazetteer.regions_with_key(name_key))
    )
