"""The seed article's facts, one by one: these, in this order, and nothing beside them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from articleparse import Article, parse
from articleparse.record import Extract

SEED = Path(__file__).parents[1] / "seeds" / "000_efdc0b14916e6ca8.txt"
ANSSI = "Agence nationale de la Sécurité des systèmes d’Information"
CAYEUX, FAURE, RIO = "Caroline Cayeux", "Anne Faure", "Nicolas Rio"
BOTH = ["Villes de France", "Villes Internet"]


@pytest.fixture(scope="module")
def article() -> Article:
    return parse(SEED)


def _names(article: Article) -> dict[str | None, str]:
    return {e.id: e.name for e in (*article.people, *article.organisations, *article.places)}


def _forms(mentions: tuple[Extract, ...]) -> set[str]:
    return {mention.text for mention in mentions}


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_blocks(article: Article) -> None:
    assert [block.kind for block in article.blocks] == [
        *("kicker", "headline", "standfirst", "paragraph", "paragraph"),
        *("crosshead", "paragraph", "paragraph"),
        *("crosshead", "paragraph", "paragraph", "footnote"),
    ]
    assert article.kicker == "Archives"
    assert article.headline == '"Le boom du télétravail peut être le boom des villes moyennes"'
    assert article.standfirst is not None
    assert article.standfirst.startswith("Les associations d’élus Villes de France et")
    assert article.standfirst.endswith("pallier les impacts de la crise sanitaire.")
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind == "crosshead"] == [
        '"L’enjeu n’a pas été seulement de résister au choc"',
        "Cloud et cybersécurité : mutualiser les outils",
    ]


def test_publication_day_is_put_together_from_two_dates(article: Article) -> None:
    assert article.published is not None
    assert article.published.date == dt.date(2021, 6, 8)
    assert article.published.basis == "inferred"
    evidence = article.published.evidence
    assert [(e.origin, _plain(e.text)) for e in evidence] == [
        ("text", "ce 8 juin"),
        ("text", "15 mars 2021"),
    ]
    assert all(article.text[e.start : e.end] == e.text for e in evidence)
    assert article.modified is None
    assert article.authors == ()


def test_places(article: Article) -> None:
    rows = []
    for place in article.places:
        assert place.department is not None
        assert place.region is not None
        department = (place.department.code, place.department.name)
        region = (place.region.code, place.region.name)
        rows.append((place.name, place.insee_code, department, region))
        assert (place.kind, place.basis, place.former) == ("commune", "code", None)
        assert place.country in (None, "FR")
        assert _forms(place.mentions) == {place.name}
    assert rows == [
        ("Saumur", "49328", ("49", "Maine-et-Loire"), ("52", "Pays de la Loire")),
        ("Beauvais", "60057", ("60", "Oise"), ("32", "Hauts-de-France")),
        ("Béthune", "62119", ("62", "Pas-de-Calais"), ("32", "Hauts-de-France")),
    ]


def test_organisations(article: Article) -> None:
    assert [(o.name, o.acronym, _forms(o.mentions)) for o in article.organisations] == [
        ("Villes de France", None, {"Villes de France"}),
        ("Villes Internet", None, {"Villes Internet"}),
        ("France Stratégie", None, {"France Stratégie"}),
        (ANSSI, "Anssi", {"Anssi", ANSSI}),
    ]


def test_people_and_their_roles(article: Article) -> None:
    names = _names(article)
    people = {
        person.name: [(role.title, names.get(role.organisation)) for role in person.roles]
        for person in article.people
    }
    assert people == {
        CAYEUX: [("présidente de Villes de France", "Villes de France")],
        FAURE: [
            ('spécialiste "numérique"', None),
            ("cheffe de projet économie numérique à France Stratégie", "France Stratégie"),
            ("membre du jury du label national Territoires, Villes et Villages Internet", None),
        ],
        RIO: [("chercheur en stratégies territoriales", None)],
    }
    assert list(people) == [CAYEUX, FAURE, RIO]
    assert [(p.given_name, p.family_name) for p in article.people] == [
        ("Caroline", "Cayeux"),
        ("Anne", "Faure"),
        ("Nicolas", "Rio"),
    ]


# Kind, first and last words, cue, label, basis and references of the speaker.
QUOTES = [
    ("direct", "Le boom du", "villes moyennes", None, CAYEUX, None, [CAYEUX]),
    ("direct", "Le boom du", "de cette crise", "a estimé", CAYEUX, "named", [CAYEUX]),
    ("direct", "Le télétravail peut", "vers cela", "résume", FAURE, "role", [FAURE]),
    ("partial", "des enseignements", "avenir des villes", "compte", "enquête", None, []),
    ("direct", "L’enjeu n’a", "résister au choc", None, "deux associations", None, BOTH),
    ("partial", "pour assurer une", "par le confinement", None, None, None, []),
    ("direct", "L’enjeu", "décennie", "soulignent", "deux associations", "role", BOTH),
    ("direct", "Il y a une", "par exemple", None, FAURE, "named", [FAURE]),
    ("indirect", "les interventions", "les collectivités", "rappelle", "enquête", None, []),
    ("direct", "Aujourd’hui chaque", "publics ?", "interroge", FAURE, "role", [FAURE]),
    ("direct", "il y a une", "plus efficace", "poursuit", FAURE, "pronoun", [FAURE]),
    ("direct", "cette crise", "pas les utilisateurs", None, RIO, "named", [RIO]),
    ("direct", "tout cela", "le numérique ?", "estime", RIO, "pronoun", [RIO]),
]


def test_quotes_and_their_speakers(article: Article) -> None:
    names = _names(article)
    found = []
    for quote in sorted(article.quotes, key=lambda quote: quote.fragments[0].start):
        speaker = quote.speaker
        found.append(
            (
                quote.kind,
                quote.text,
                quote.cue and quote.cue.text,
                speaker and speaker.label,
                speaker and speaker.basis,
                [names[ref] for ref in speaker.refs] if speaker else [],
            )
        )
        assert len(quote.fragments) == 1
    for (kind, text, cue, label, basis, refs), wanted in zip(found, QUOTES, strict=False):
        assert (kind, cue, label, refs) == (wanted[0], wanted[3], wanted[4], wanted[6])
        assert (text.startswith(wanted[1]), text.endswith(wanted[2])) == (True, True), text
        assert wanted[5] in (None, basis), text
    assert len(found) == len(QUOTES)


def test_figures(article: Article) -> None:
    rows = [(_plain(f.text), f.value, f.unit, f.change, f.period) for f in article.figures]
    assert rows == [
        ("97 contributions", 97, "contributions", None, None),
        ("31 villes", 31, "villes", None, None),
        ("deux associations", 2, "associations", None, None),
        ("ont quadruplé", 4, "×", "increase", "2019/2020"),
    ]
    measures = {f.text: f.measures for f in article.figures}
    assert measures["31 villes"] == ("villes moyennes et intercommunalités")
    assert measures["ont quadruplé"] == "les interventions d'urgence de l'Anssi"
    assert {f.modifier for f in article.figures} == {"exact"}


def test_dates(article: Article) -> None:
    assert [(_plain(date.text), date.value) for date in article.dates] == [
        ("ce 8 juin", "2021-06-08"),
        ("8 juin", "2021-06-08"),
        ("entre 2019 et 2020", "2019/2020"),
        ("15 mars 2021", "2021-03-15"),
    ]


def test_footnote(article: Article) -> None:
    (note,) = article.footnotes
    assert (note.marker, note.text, note.term) == ("1", ANSSI, "Anssi")
    assert note.ref is not None
    assert _names(article)[note.ref] == ANSSI
    (anchor,) = note.anchors
    assert article.text[: anchor.start].rstrip().endswith("l'Anssi")
    assert article.text[anchor.start : anchor.end] == "(1)"


def test_reference(article: Article) -> None:
    (reference,) = article.references
    assert _plain(reference.text) == "notre article du 15 mars 2021"
    assert (reference.date, reference.url) == ("2021-03-15", None)
