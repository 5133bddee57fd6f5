"""The facts of a record as rows: where each stands, its text, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from articleparse.record import Article, Extract, Figure, Organisation, Person, Place, Quote

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
    rule: str


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
            *(
                _row("figure", figure, figure_line(figure), figure.rule)
                for figure in article.figures
            ),
            *(_row("date", date, date.value, date.rule) for date in article.dates),
            *(
                _row("footnote", note, f"note {note.marker} {note.term or ''}".strip(), note.rule)
                for note in article.footnotes
            ),
            *(
                _row("reference", link, link.url or link.date or "another article", link.rule)
                for link in article.references
            ),
        ]
    )


def _row(kind: Kind, found: Extract, meaning: str, rule: str) -> FactRow:
    return FactRow(found.start, found.end, kind, found.text, meaning, rule)


def _organisation_names(article: Article) -> dict[str, str]:
    return {organisation.id: organisation.name for organisation in article.organisations}


def _people(people: tuple[Person, ...], names: dict[str, str]) -> Iterator[FactRow]:
    for person in people:
        for mention in person.mentions:
            yield _row("person", mention, person.name, person.rule)
        for role in person.roles:
            meaning = f"role of {person.name}"
            if role.organisation:
                meaning += f" at {names[role.organisation]}"
            yield _row("role", role, meaning, role.rule)


def _organisations(organisations: tuple[Organisation, ...]) -> Iterator[FactRow]:
    for organisation in organisations:
        meaning = f"{organisation.name}, {organisation.kind.replace('_', ' ')}"
        for mention in organisation.mentions:
            yield _row("organisation", mention, meaning, organisation.rule)


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
            yield _row("place", mention, ", ".join(parts), place.rule)


def _quotes(quotes: tuple[Quote, ...], text: str) -> Iterator[FactRow]:
    for quote in quotes:
        speaker = quote.speaker
        meaning = (
            f"{quote.kind}, by {speaker.label}" if speaker else f"{quote.kind}, by nobody named"
        )
        for fragment in quote.fragments:
            yield _row("quote", fragment, meaning, quote.rule)
        if speaker and speaker.basis != "named":  # who is named has a row of their own
            label = text[speaker.start : speaker.end]
            yield FactRow(
                speaker.start, speaker.end, "speaker", label, f"is {speaker.label}", quote.rule
            )


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
