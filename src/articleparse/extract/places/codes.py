"""Department codes, postal codes and names of departments written next to a name."""

from __future__ import annotations

import re
from functools import lru_cache

from articleparse import gazetteer
from articleparse.document import Span
from articleparse.extract.places.mention import Within
from articleparse.extract.places.senses import Senses

_CODE = r"(?P<code>\d{2,3}|2[ABab])"
_BEHIND = re.compile(
    rf"\s?\((?:{_CODE}(?:\s?[,/-]\s?[A-ZÀ-Þ][\w' -]{{2,30}})?"
    r"|[A-ZÀ-Þ][\w' -]{2,30}\s?[,/-]\s?(?P<last>\d{2,3}|2[ABab]))\)"
)
_POSTCODE = re.compile(r"(?:\bF-)?\b(\d{5})\s(?:-\s)?$")
_DIRECTION = r"(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest)"
LINK_TO_WIDER = re.compile(
    rf"\s?\((?:[A-Z]{{2,5}}[,/-] ?)?(?:[Ll]es? |[Ll]a |[Ll]')?|,? (?:dans |à |en |au |aux |de |du |d'|des )?"
    rf"(?:[Ll]e |[Ll]a |[Ll]es |[Ll]')?(?:{_DIRECTION} (?:de |du |des |d'|de la |de l'))?"
)
"""What may stand between a place and the department, region or country it lies in."""


def code_behind(folded: str, end: int) -> tuple[str, Span] | None:
    """Return the department code in brackets behind a name, and where it stands.

    >>> code_behind("Corte (2B) brûle", 5)
    ('2B', Span(start=7, end=9))
    >>> code_behind("Marie (49 ans)", 5) is None
    True
    """
    match = _BEHIND.match(folded, end)
    if match is None:
        return None
    group = "code" if match["code"] else "last"
    return match[group].upper(), Span(*match.span(group))


def postcode_before(folded: str, start: int) -> tuple[str, Span] | None:
    """Return the postal code in front of a name, and where it stands.

    >>> postcode_before("au 3, rue Haute, 49400 Saumur", 23)
    ('49400', Span(start=17, end=22))
    """
    if not folded[max(0, start - 4) : start].rstrip("- \n")[-1:].isdecimal():
        return None
    base = max(0, start - 10)
    match = _POSTCODE.search(folded[base:start])
    if match is None:
        return None
    return match[1], Span(base + match.start(1), base + match.end(1))


@lru_cache(maxsize=8192)
def has_commune_in(senses: Senses, department: str) -> bool:
    """Tell whether one of the communes ever lay in that department."""
    return any(commune.department == department for commune in senses.communes)


def within_postcode(senses: Senses, postcode: str) -> Within | None:
    """Return the departments of the communes that have, or could have, a postal code."""
    exact = {c.department for c in senses.communes if postcode in c.postcodes}
    near = {c.department for c in senses.communes if c.code[:2] == _department_of(postcode)}
    departments = exact or near
    return Within("code", tuple(sorted(departments))) if departments else None


def _department_of(postcode: str) -> str:
    """Return the first two characters of INSEE codes where a postal code is in use."""
    if postcode.startswith("20"):
        return "2A" if postcode[2] in "01" else "2B"
    return postcode[:2]


def within(narrow: Senses, wide: Senses) -> Within | None:
    """Return what a department, region or country says of a place named before it.

    None where no place of the narrower name lies in one of the wider name.
    """
    departments = tuple(sorted({d.code for d in wide.departments}))
    if any(has_commune_in(narrow, code) for code in departments):
        return Within("department_name", departments)
    regions = tuple(sorted({r.code for r in wide.regions}))
    if regions and any(_lies_in_region(c.department, regions) for c in narrow.communes):
        return Within("region_name", regions)
    if wide.country is not None:
        code = wide.country.code
        if any(city.country == code for city in narrow.cities):
            return Within("country_name", (code,))
    return None


@lru_cache(maxsize=1024)
def _lies_in_region(department: str, regions: tuple[str, ...]) -> bool:
    return any(
        state.code == department and (state.old_region in regions or state.new_region in regions)
        for state in gazetteer.departments()
    )
