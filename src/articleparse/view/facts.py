"""The facts of a record as rows: where each stands, its text, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from articleparse.record import Article, Figure, Organisation, Person, Place, Quote

Kind = Literal[
    "person",
    "role",
    "organisation",
    "place",
    "quote",
    "speaker",
    "figure",
    "date",
    "footnote",
    "reference",
]


class FactRow(NamedTuple):
    """One occurrence of a fact in the text; `meaning` is one line for a reader."""

    start: int
    end: int
    kind: Kind
    text: str
    meaning: str


def fact_rows(article: Article) -> list[FactRow]:
    """Return a row for each occurrence of each fact, in text order.

    >>> from articleparse import parse
    >>> fact_rows(parse("Un titre\\n\\nUn texte."))
    []
    """
    return sorted(
        [
            *_people(article.people, _organisation_names(article)),
            *_organisations(article.organisations),
            *_places(article.places),
            *_quotes(article.quotes, article.text),
            *(FactRow(f.start, f.end, "figure", f.text, figure_line(f)) for f in article.figures),
            *(FactRow(d.start, d.end, "date", d.text, d.value) for d in article.dates),
            *(
                FactRow(
                    n.start, n.end, "footnote", n.text, f"note {n.marker} {n.term or ''}".strip()
                )
                for n in article.footnotes
            ),
            *(
                FactRow(r.start, r.end, "reference", r.text, r.url or r.date or "another article")
                for r in article.references
            ),
        ]
    )


def _organisation_names(article: Article) -> dict[str, str]:
    return {organisation.id: organisation.name for organisation in article.organisations}


def _people(people: tuple[Person, ...], names: dict[str, str]) -> Iterator[FactRow]:
    for person in people:
        for mention in person.mentions:
            yield FactRow(mention.start, mention.end, "person", mention.text, person.name)
        for role in person.roles:
            meaning = f"role of {person.name}"
            if role.organisation:
                meaning += f" at {names[role.organisation]}"
            yield FactRow(role.start, role.end, "role", role.text, meaning)


def _organisations(organisations: tuple[Organisation, ...]) -> Iterator[FactRow]:
    for organisation in organisations:
        meaning = f"{organisation.name}, {organisation.kind.replace('_', ' ')}"
        for mention in organisation.mentions:
            yield FactRow(mention.start, mention.end, "organisation", mention.text, meaning)


def _places(places: tuple[Place, ...]) -> Iterator[FactRow]:
    for place in places:
        parts = [place.name, place.kind]
        if place.insee_code:
            parts.append(place.insee_code)
        if place.department:
            parts.append(f"{place.department.name} ({place.department.code})")
        if place.region:
            parts.append(place.region.name)
        if place.country and place.country != "FR":
            parts.append(place.country)
        for mention in place.mentions:
            yield FactRow(mention.start, mention.end, "place", mention.text, ", ".join(parts))


def _quotes(quotes: tuple[Quote, ...], text: str) -> Iterator[FactRow]:
    for quote in quotes:
        speaker = quote.speaker
        meaning = (
            f"{quote.kind}, by {speaker.label}" if speaker else f"{quote.kind}, by nobody named"
        )
        for fragment in quote.fragments:
            yield FactRow(fragment.start, fragment.end, "quote", fragment.text, meaning)
        if speaker and speaker.basis != "named":  # who is named has a row of their own
            label = text[speaker.start : speaker.end]
            yield FactRow(speaker.start, speaker.end, "speaker", label, f"is {speaker.label}")


def figure_line(figure: Figure) -> str:
    """Return value, unit and what happened to it, as one line."""
    value = number(figure.value) if figure.value is not None else _range(figure)
    parts = ["" if figure.modifier == "exact" else figure.modifier.replace("_", " ")]
    parts += [value, figure.unit or "", figure.change or "", figure.period or ""]
    return " ".join(part for part in parts if part)


def _range(figure: Figure) -> str:
    return f"{number(figure.low)} to {number(figure.high)}"


def number(value: float | None) -> str:
    """Write a number without an exponent.

    >>> number(1500000.0), number(0.25)
    ('1500000', '0.25')
    """
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
