"""Compare a record with the facts that a reader wrote down by hand, before any output.

`facts.json` holds them: names with their other forms, roles, codes of places, quotes
with speakers, values of figures and dates. A difference is one line of text, so that
the known ones can stand in a file beside the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from articleparse.document import fold
from articleparse.record import Article, Figure, Quote

Row = tuple[str, str]
"""Kind of fact, and the fact as a line."""

_ARTICLES = re.compile(r"^(?:(?:les?|la|une?|des?|du)\s+|[ld]')+(?=\w)")


def differences(facts: dict[str, Any], record: Article) -> list[str]:
    """Return what the record lacks and what it has beside the facts, sorted."""
    known = _canonical_names(facts)
    wanted, found = set(_wanted(facts, known)), set(_found(record, known))
    lines = [f"missed {kind}: {fact}" for kind, fact in wanted - found]
    return sorted(lines + [f"extra {kind}: {fact}" for kind, fact in found - wanted])


def _canonical_names(facts: dict[str, Any]) -> dict[str, str]:
    """Every form of a name, bare, and the name that it stands for."""
    entities = [e for kind in ("people", "organisations", "places") for e in facts[kind]]
    return {
        _bare(form): entity["name"]
        for entity in entities
        for form in [*entity.get("aliases", []), entity["name"]]
    }


def _bare(text: str) -> str:
    """Fold spaces, apostrophes and case; leave articles and outer marks away."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFC", fold(text))).lower()
    return _ARTICLES.sub("", folded.strip(" .,;:!?\"'()"))


def _name(names: Iterable[str | None], known: dict[str, str]) -> str:
    forms = [name for name in names if name]
    return next((known[_bare(form)] for form in forms if _bare(form) in known), forms[0])


def _wanted(facts: dict[str, Any], known: dict[str, str]) -> Iterator[Row]:
    for person in facts["people"]:
        yield "person", person["name"]
        yield from (("role", f"{person['name']}, {_bare(r)}") for r in person["roles"])
    yield from (("organisation", organisation["name"]) for organisation in facts["organisations"])
    for place in facts["places"]:
        yield "place", f"{place['name']} {place.get('insee') or place.get('department') or ''}"
    for quote in facts["quotes"]:
        speaker = _name([quote["speaker"]], known) if quote["speaker"] else None
        yield from _quote_rows(quote["kind"], [quote["text"]], speaker)
    for figure in facts["figures"]:
        yield "figure", _figure(figure["value"], figure["unit"])
    yield from (("date", date["value"]) for date in facts["dates"])
    yield from (("footnote", f"{n['marker']} {_bare(n['term'])}") for n in facts["footnotes"])


def _found(record: Article, known: dict[str, str]) -> Iterator[Row]:
    for person in record.people:
        name = _name([person.name, *(m.text for m in person.mentions)], known)
        yield "person", name
        yield from (("role", f"{name}, {_bare(r.title)}") for r in person.roles)
    for organisation in record.organisations:
        forms = [organisation.name, organisation.acronym, *(m.text for m in organisation.mentions)]
        yield "organisation", _name(forms, known)
    for place in record.places:
        code = place.insee_code or (place.department.code if place.department else "")
        yield "place", f"{_name([place.name, *(m.text for m in place.mentions)], known)} {code}"
    for quote in record.quotes:
        yield from _quote_rows(quote.kind, _texts(quote), _speaker(quote, known))
    yield from (("figure", _figure(_values(figure), figure.unit)) for figure in record.figures)
    yield from (("date", date.value) for date in record.dates)
    yield from (("footnote", f"{n.marker} {_bare(n.term or '')}") for n in record.footnotes)


def _texts(quote: Quote) -> list[str]:
    return [fragment.text for fragment in quote.fragments]


def _speaker(quote: Quote, known: dict[str, str]) -> str | None:
    return _name([quote.speaker.label], known) if quote.speaker else None


def _quote_rows(kind: str, texts: list[str], speaker: str | None) -> Iterator[Row]:
    """A quote by its first words; where reported speech begins and ends is its own matter."""
    marked = "indirect" if kind == "indirect" else "quote"
    for text in texts:
        words = re.findall(r"\w+", _bare(text))
        yield marked, f"{' '.join(words[:4])} … [{_bare(speaker or 'nobody')}]"


def _values(figure: Figure) -> Any:
    return figure.value if figure.value is not None else [figure.low, figure.high]


def _figure(value: Any, unit: str | None) -> str:
    values = value if isinstance(value, list) else [value]
    return f"{' to '.join(f'{v:g}' for v in values)} {_bare(unit or '')}".strip()
