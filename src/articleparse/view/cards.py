"""Cards: what the record says of each person, place, quote …, as labelled lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articleparse.record import (
    Article,
    CodedName,
    Date,
    Department,
    Figure,
    Organisation,
    Person,
    Place,
    Quote,
    Reference,
)
from articleparse.view.facts import figure_line, number
from articleparse.view.spans import Marked

KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "quote": "Quotes",
    "figure": "Figures",
    "date": "Dates",
    "footnote": "Notes",
    "reference": "References",
}
"""Kinds of card, in the order of the page, with their headings."""

BASES = {
    "code": "its code stands beside it",
    "department_name": "its department stands beside it",
    "context": "the rest of the article speaks for it",
    "prior": "the most populous of its namesakes",
    "named": "named at the quote",
    "pronoun": "a pronoun, resolved",
    "role": "a role, resolved",
    "continued": "goes on speaking",
}
"""What the record's `basis` of a place or of a speaker means."""


@dataclass(frozen=True, slots=True)
class Card:
    """One fact for a reader: `lines` are label and value, `marks` where it stands."""

    id: str
    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]
    rule: str
    marks: tuple[Marked, ...]


def card_id(kind: str, index: int) -> str:
    """Return the id of a card by its place in the record, which fits HTML as it is.

    >>> card_id("quote", 0)
    'quote-1'
    """
    return f"{kind}-{index + 1}"


def cards(article: Article) -> list[Card]:
    """Return a card for each fact of the record, kind after kind.

    >>> from articleparse import parse
    >>> text = "Un pont rouvre\\n\\nLe pont de Redon rouvre : 120 000 euros de travaux."
    >>> [(card.id, card.title) for card in cards(parse(text)) if card.kind == "figure"]
    [('figure-1', '120 000 euros')]
    """
    return [
        *(_person(card_id("person", n), p, article) for n, p in enumerate(article.people)),
        *(
            _organisation(card_id("organisation", n), o)
            for n, o in enumerate(article.organisations)
        ),
        *(_place(card_id("place", n), p) for n, p in enumerate(article.places)),
        *(_quote(card_id("quote", n), q, article.text) for n, q in enumerate(article.quotes)),
        *(_figure(card_id("figure", n), f) for n, f in enumerate(article.figures)),
        *(_date(card_id("date", n), d) for n, d in enumerate(article.dates)),
        *_footnotes(article),
        *_references(article),
    ]


def _lines(**values: str | None) -> tuple[tuple[str, str], ...]:
    """Keep the lines that say something; the names of the arguments are the labels."""
    return tuple(
        (f"{label[0].upper()}{label[1:]}".replace("_", " "), value)
        for label, value in values.items()
        if value
    )


def _single(
    id: str, kind: str, fact: Figure | Date | Reference, lines: tuple[tuple[str, str], ...]
) -> Card:
    mark = Marked(fact.start, fact.end, kind, (id,))
    return Card(id, kind, fact.text, lines, fact.rule, (mark,))


def _person(id: str, person: Person, article: Article) -> Card:
    names = {organisation.id: organisation.name for organisation in article.organisations}
    roles = tuple(
        ("Role", role.text + (f" → {names[role.organisation]}" if role.organisation else ""))
        for role in person.roles
    )
    lines = _lines(honorific=person.honorific, gender=person.gender)
    marks = [
        *(Marked(m.start, m.end, "person", (id,)) for m in person.mentions),
        *(Marked(role.start, role.end, "role", (id,)) for role in person.roles),
    ]
    rules = dict.fromkeys([person.rule, *(role.rule for role in person.roles)])
    return Card(id, "person", person.name, roles + lines, ", ".join(rules), tuple(marks))


def _organisation(id: str, body: Organisation) -> Card:
    lines = _lines(kind=body.kind.replace("_", " "), acronym=body.acronym)
    marks = tuple(Marked(m.start, m.end, "organisation", (id,)) for m in body.mentions)
    return Card(id, "organisation", body.name, lines, body.rule, marks)


def _place(id: str, place: Place) -> Card:
    former = None
    if place.former:
        became = ", ".join(f"{after.name} ({after.code})" for after in place.former.became)
        until = f" until {place.former.until}" if place.former.until else ""
        former = f"{place.former.name} ({place.former.code}){until}"
        former += f", then {became}" if became else ""
    lines = _lines(
        kind=place.kind,
        INSEE_code=place.insee_code,
        department=_coded(place.department),
        region=_coded(place.region),
        country=place.country,
        former=former,
        why_this_one=place.basis and BASES[place.basis],
    )
    marks = tuple(Marked(m.start, m.end, "place", (id,)) for m in place.mentions)
    return Card(id, "place", place.name, lines, place.rule, marks)


def _coded(area: CodedName | Department | None) -> str | None:
    return f"{area.name} ({area.code})" if area else None


def _quote(id: str, quote: Quote, text: str) -> Card:
    speaker, cue = quote.speaker, quote.cue
    marks = [Marked(f.start, f.end, "quote", (id,)) for f in quote.fragments]
    if speaker:
        marks.append(Marked(speaker.start, speaker.end, "speaker", (id,)))
    if cue:
        marks.append(Marked(cue.start, cue.end, "cue", (id,)))
    lines = _lines(
        speaker=speaker.label if speaker else "nobody named",
        stands_as=f"{text[speaker.start : speaker.end]} ({BASES[speaker.basis]})"
        if speaker
        else None,
        cue=cue.text if cue else None,
        kind=quote.kind,
    )
    return Card(id, "quote", quote.text, lines, quote.rule, tuple(marks))


def _figure(id: str, figure: Figure) -> Card:
    lines = _lines(
        normal_form=figure_line(figure),
        measures=figure.measures,
        change=_change(figure),
        period=figure.period,
    )
    return _single(id, "figure", figure, lines)


def _date(id: str, date: Date) -> Card:
    return _single(id, "date", date, _lines(normal_form=date.value))


def _change(figure: Figure) -> str | None:
    ends = [number(value) for value in (figure.initial, figure.final) if value is not None]
    return ": ".join(part for part in (figure.change, " → ".join(ends)) if part) or None


def _footnotes(article: Article) -> Iterator[Card]:
    names = {person.id: person.name for person in article.people}
    names |= {body.id: body.name for body in article.organisations}
    names |= {place.id: place.name for place in article.places}
    for index, note in enumerate(article.footnotes):
        id = card_id("footnote", index)
        explains = names[note.ref] if note.ref else None
        marks = [Marked(span.start, span.end, "footnote", (id,)) for span in (note, *note.anchors)]
        lines = _lines(marker=note.marker, term=note.term, explains=explains)
        yield Card(id, "footnote", note.text, lines, note.rule, tuple(marks))


def _references(article: Article) -> Iterator[Card]:
    for index, link in enumerate(article.references):
        lines = _lines(url=link.url, date=link.date)
        yield _single(card_id("reference", index), "reference", link, lines)
