"""Find places that their own words tell: streets, roads, landscapes, districts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articleparse import gazetteer
from articleparse.extract.places.mention import PlaceMention
from articleparse.lexicon.places import alternatives

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = rf"{_CAPITAL}\w*"
_SMALL = r"(?:de la|de l'|de|du|des|d'|la|le|les|l'|sur|sous|en|aux|au)"
_NAME = rf"(?:\d{{1,2}}(?:er)?[ -])?{_WORD}(?:(?:[ '-]{_SMALL}){{0,2}}[ '-]?(?<=[ '-]){_WORD}|-\d{{2,4}}){{0,4}}"
_LINK = r"(?:de la |de l'|du |des |de |d'|aux |au |à la )"
_MOTORWAY = re.compile(
    r"(?:\b(?P<kind>[Aa]utoroutes? )|\b(?:[Ll]'|[Dd]'|[Ss]ur l'|A\d{1,3} (?:et|ou) l'))(?P<number>A ?\d{1,3})\b"
)
_ROAD = re.compile(
    r"\b(?:(?P<kind>(?:route )?(?:nationale|départementale)(?: (?:RN|RD|N|D))? ?|route )"
    r"(?P<named>(?:RN|RD|N|D)? ?\d{1,4})\b|(?:[Ll]a |[Dd]e la |[Ll]es )(?P<number>(?:RN|RD|N|D) ?\d{1,4})\b)"
)


@cache
def _ways() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives('place_ways.txt')}) (?:{_LINK})?(?P<name>{_NAME})")


@cache
def _squares() -> re.Pattern[str]:
    named = rf"(?:{_LINK}(?:{alternatives('place_squares.txt')})\b(?:[ -](?:de |d')?{_WORD}){{0,2}}"
    return re.compile(rf"\b[Pp]lace {named}|{_NAME})")


@cache
def _sites() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('place_sites.txt')}) (?:{_LINK})?(?P<name>{_NAME})")


@cache
def _quarters() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{alternatives('place_quarters.txt')}) (?P<link>{_LINK})?\"? ?(?P<name>{_NAME})"
    )


def shaped(folded: str) -> Iterator[PlaceMention]:
    """Yield them, one pattern after the other.

    >>> [m.kind for m in shaped("Rue de Tivoli, sur l'A1, au lac de Vouglans")]
    ['street', 'street', 'other']
    """
    for pattern in (_ways(), _squares()):
        for match in pattern.finditer(folded):
            yield PlaceMention(*match.span(), "place-street", True, kind="street")
    for match in _MOTORWAY.finditer(folded):
        start = match.start("kind" if match["kind"] else "number")
        yield PlaceMention(start, match.end(), "place-road", True, kind="street")
    for match in _ROAD.finditer(folded):
        start = match.start("kind") if match["named"] else match.start("number")
        yield PlaceMention(start, match.end(), "place-road", True, kind="street")
    for match in _sites().finditer(folded):
        yield PlaceMention(*match.span(), "place-landscape", True, kind="other")
    for match in _quarters().finditer(folded):
        # "le quartier de Lomme": a name of the gazetteer is its own mention.
        if not (match["link"] and _is_listed(match["name"])):
            yield PlaceMention(*match.span("name"), "place-district", True, kind="district")


def _is_listed(name: str) -> bool:
    name_key = gazetteer.key(name)
    return (
        name_key in gazetteer.communes()
        or name_key in gazetteer.features()
        or name_key in gazetteer.countries()
    )
