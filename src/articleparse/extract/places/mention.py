"""What the place extractor claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articleparse.document import Mention, Span

Sense = Literal["commune", "department", "region", "country", "city", "feature"]
"""What a name of the gazetteer may stand for."""


@dataclass(frozen=True, slots=True)
class Within:
    """Where the text says that a place lies: a code, or a name, in reach of its own name."""

    basis: Literal["code", "department_name", "region_name", "country_name"]
    codes: tuple[str, ...]
    """Codes of departments or regions, or ISO 3166-1 codes of countries."""


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A name that is a place, or may be one.

    `is_certain` where the text proves a place whatever else the name may be (a
    written code, "maire de", a preposition of place before a known place); of the
    others, those that a person or an organisation claims are dropped. `is_weak`
    where the name counts only if the same name is a place elsewhere in the article.

    `key` is what the gazetteer finds the name under, `senses` what it may stand for
    here, the likeliest first. Places that the gazetteer does not list have no senses
    but a `kind`: "street", "district", "arrondissement" (`key` is then the code of the
    municipal arrondissement, or empty) or "other". `code_span` is the written code.
    """

    is_certain: bool
    key: str = ""
    senses: tuple[Sense, ...] = ()
    kind: Literal["street", "district", "arrondissement", "other"] | None = None
    article: str = ""
    """The folded article before the name: le, la, les, l, or empty."""
    within: Within | None = None
    code_span: Span | None = None
    is_weak: bool = False
    is_club: bool = False
    """Whether the name of a town stands for its club."""
    is_small: bool = False
    """Whether it is weak only for the size of the place, which is no other word or name."""
