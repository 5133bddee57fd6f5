"""What a tagged case may say of each kind of fact, as seen in a record.

A view yields (kind, start, end, attributes) for every fact of its kinds; a cases
file is compared with exactly the views of its extractor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from articleparse.record import Article

Seen = tuple[str, int, int, dict[str, str]]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _labels(article: Article) -> dict[str, str]:
    return {e.id: e.name for e in (*article.people, *article.organisations, *article.places)}


def names(article: Article) -> Iterator[Seen]:
    for person in article.people:
        seen = {
            "name": person.name,
            "given": _text(person.given_name),
            "family": _text(person.family_name),
            "honorific": _text(person.honorific),
            "gender": _text(person.gender),
        }
        for mention in person.mentions:
            yield "person", mention.start, mention.end, seen
    for organisation in article.organisations:
        seen = {
            "name": organisation.name,
            "acronym": _text(organisation.acronym),
            "kind": organisation.kind,
        }
        for mention in organisation.mentions:
            yield "org", mention.start, mention.end, seen


def roles(article: Article) -> Iterator[Seen]:
    labels = _labels(article)
    for person in article.people:
        for role in person.roles:
            organisation = labels.get(role.organisation or "", "")
            yield "role", role.start, role.end, {"of": person.name, "org": organisation}


def places(article: Article) -> Iterator[Seen]:
    for place in article.places:
        seen = {
            "name": place.name,
            "kind": place.kind,
            "insee": _text(place.insee_code),
            "dep": place.department.code if place.department else "",
            "region": place.region.code if place.region else "",
            "country": _text(place.country),
            "basis": _text(place.basis),
            "became": " ".join(c.code for c in place.former.became) if place.former else "",
            "until": _text(place.former.until) if place.former else "",
        }
        for mention in place.mentions:
            yield "place", mention.start, mention.end, seen


def quotes(article: Article) -> Iterator[Seen]:
    labels = _labels(article)
    for quote in article.quotes:
        speaker = quote.speaker
        seen = {
            "id": quote.id,
            "kind": quote.kind,
            "cue": quote.cue.text if quote.cue else "",
            "speaker": speaker.label if speaker else "",
            "refs": ", ".join(labels[ref] for ref in speaker.refs) if speaker else "",
            "basis": speaker.basis if speaker else "",
        }
        for fragment in quote.fragments:
            yield "quote", fragment.start, fragment.end, seen


def figures(article: Article) -> Iterator[Seen]:
    for figure in article.figures:
        seen = {
            name: _text(getattr(figure, name))
            for name in (
                [
                    "value",
                    "low",
                    "high",
                    "unit",
                    "measures",
                    "modifier",
                    "change",
                    "initial",
                    "final",
                    "period",
                ]
            )
        }
        yield "figure", figure.start, figure.end, seen


def dates(article: Article) -> Iterator[Seen]:
    for date in article.dates:
        yield "date", date.start, date.end, {"value": date.value}


def footnotes(article: Article) -> Iterator[Seen]:
    labels = _labels(article)
    for note in article.footnotes:
        seen = {
            "marker": note.marker,
            "term": _text(note.term),
            "ref": labels.get(note.ref or "", ""),
        }
        yield "note", note.start, note.end, seen
        for anchor in note.anchors:
            yield "anchor", anchor.start, anchor.end, {"marker": note.marker}


def references(article: Article) -> Iterator[Seen]:
    for reference in article.references:
        seen = {"url": _text(reference.url), "date": _text(reference.date)}
        yield "reference", reference.start, reference.end, seen


VIEWS: dict[str, tuple[Callable[[Article], Iterator[Seen]], dict[str, set[str]]]] = {
    "names": (
        names,
        {
            "person": {"name", "given", "family", "honorific", "gender"},
            "org": {"name", "acronym", "kind"},
        },
    ),
    "roles": (roles, {"role": {"of", "org"}}),
    "places": (
        places,
        {
            "place": {
                *("name", "kind", "insee", "dep", "region", "country", "basis", "became", "until")
            }
        },
    ),
    "quotes": (quotes, {"quote": {"id", "kind", "cue", "speaker", "refs", "basis"}}),
    "figures": (
        figures,
        {
            "figure": {
                *("value", "low", "high", "unit", "measures", "modifier"),
                *("change", "initial", "final", "period"),
            }
        },
    ),
    "dates": (dates, {"date": {"value"}}),
    "footnotes": (footnotes, {"note": {"marker", "term", "ref"}, "anchor": {"marker"}}),
    "references": (references, {"reference": {"url", "date"}}),
}
"""Cases file (named as its extractor) -> view, and the attributes of each tag."""
