"""Quotation marks at any length, verbs as data, and speakers among given entities."""

from __future__ import annotations

import re
import time

import pytest

from articleparse.document import BlockKind, Document, Origin
from articleparse.extract.quotes import extract
from articleparse.lexicon.files import rows
from articleparse.reading import compose
from articleparse.record import Extract, Organisation, OrganisationKind, Person, Quote, Role
from articleparse.resolve import speakers

ORIGIN = Origin("essai.txt", "text/plain", "utf-8", "0" * 64)
MEGABYTE = 1_000_000


def _document(*texts: str) -> Document:
    """Compose paragraphs; a text that starts with "# " is a crosshead."""
    blocks: list[tuple[BlockKind, str]] = [
        ("crosshead", text[2:]) if text.startswith("# ") else ("paragraph", text) for text in texts
    ]
    return compose(blocks, ORIGIN)


def _mentions(document: Document, *names: str) -> tuple[Extract, ...]:
    pattern = re.compile("|".join(re.escape(name) for name in names))
    return tuple(
        Extract(start=m.start(), end=m.end(), text=m[0]) for m in pattern.finditer(document.text)
    )


def _person(document: Document, name: str, role: str = "", gender: str = "") -> Person:
    mentions = _mentions(document, name, name.split()[-1])
    found = document.text.find(role)
    roles = (
        (Role(start=found, end=found + len(role), text=role, title=role, rule="test"),)
        if role
        else ()
    )
    return Person(
        id=f"p-{name}",
        name=name,
        gender="feminine" if gender == "f" else "masculine" if gender == "m" else None,
        roles=roles,
        mentions=mentions,
        rule="test",
    )


def _organisation(document: Document, name: str, kind: OrganisationKind) -> Organisation:
    return Organisation(
        id=f"o-{name}", name=name, kind=kind, mentions=_mentions(document, name), rule="test"
    )


def _quotes(document: Document, *entities: Person | Organisation) -> list[Quote]:
    people = tuple(e for e in entities if isinstance(e, Person))
    organisations = tuple(e for e in entities if isinstance(e, Organisation))
    return list(speakers.resolve(document, extract(document), people, organisations))


def _told(quotes: list[Quote]) -> list[tuple[str, str]]:
    return [(q.speaker.label, q.speaker.basis) if q.speaker else ("", "") for q in quotes]


@pytest.mark.parametrize("piece", ['" ', '"', "« » ", "«a» ", '“"« ', "‘ ’ ", '"a" b, '])
def test_a_megabyte_of_marks_takes_no_two_seconds(piece: str) -> None:
    document = _document(piece * (MEGABYTE // len(piece)))
    assert document.folded
    extract(_document("Paul dit « oui »."))  # the lexicon is read once
    begun = time.process_time()
    extract(document)
    assert time.process_time() - begun < 2


def test_verbs_of_speech_are_listed_once_with_known_constructions() -> None:
    listed = list(rows("speech_verbs.tsv", 3))
    for verb, constructions, strength in listed:
        assert set(constructions.split()) <= {"que", "inf", "de", "à", "si"}, verb
        assert strength in ("", "weak", "naming", "inserted"), verb
    assert len({verb for verb, _, _ in listed}) == len(listed)


def test_a_role_is_taken_up() -> None:
    document = _document(
        "La ville a reçu Inès Caradec, architecte du pont, et Hugo Vasseur, préfet du Cher.",
        "« Nous rouvrirons le pont en mai », promet l'architecte. « C'est tard », regrette le préfet.",
    )
    quotes = _quotes(
        document,
        _person(document, "Inès Caradec", "architecte du pont", "f"),
        _person(document, "Hugo Vasseur", "préfet du Cher", "m"),
    )
    assert _told(quotes) == [("Inès Caradec", "role"), ("Hugo Vasseur", "role")]
    assert quotes[0].speaker is not None
    assert quotes[0].speaker.refs == ("p-Inès Caradec",)


def test_pronouns_agree_in_gender() -> None:
    document = _document(
        "Inès Caradec a reçu Hugo Vasseur.",
        "« Le pont rouvrira en mai », a-t-elle promis. « C'est bien tard », a-t-il regretté.",
    )
    quotes = _quotes(
        document,
        _person(document, "Inès Caradec", gender="f"),
        _person(document, "Hugo Vasseur", gender="m"),
    )
    assert _told(quotes) == [("Inès Caradec", "pronoun"), ("Hugo Vasseur", "pronoun")]


def test_the_last_named_is_ce_dernier() -> None:
    document = _document(
        "Hugo Vasseur a reçu Karim Belhadj à Bourges. « Je suis rassuré », a dit ce dernier."
    )
    quotes = _quotes(
        document,
        _person(document, "Hugo Vasseur", gender="m"),
        _person(document, "Karim Belhadj", gender="m"),
    )
    assert _told(quotes) == [("Karim Belhadj", "role")]


def test_names_in_a_row_speak_together() -> None:
    document = _document("« Le pont rouvrira en mai », promettent Inès Caradec et Hugo Vasseur.")
    quotes = _quotes(document, _person(document, "Inès Caradec"), _person(document, "Hugo Vasseur"))
    assert _told(quotes) == [("Inès Caradec et Hugo Vasseur", "named")]
    assert quotes[0].speaker is not None
    assert quotes[0].speaker.refs == ("p-Inès Caradec", "p-Hugo Vasseur")


def test_two_bodies_are_taken_up_together() -> None:
    document = _document(
        "Les associations Loire vive et Rives du Cher ont publié un rapport.",
        "« La digue ne tiendra pas dix ans », préviennent les deux associations.",
    )
    quotes = _quotes(
        document,
        _organisation(document, "Loire vive", "association"),
        _organisation(document, "Rives du Cher", "association"),
    )
    assert _told(quotes) == [("deux associations", "role")]
    assert quotes[0].speaker is not None
    assert quotes[0].speaker.refs == ("o-Loire vive", "o-Rives du Cher")


def test_a_body_is_taken_up_by_its_kind() -> None:
    document = _document(
        "Loire vive a publié un rapport.", "« La digue ne tiendra pas », prévient l'association."
    )
    quotes = _quotes(document, _organisation(document, "Loire vive", "association"))
    assert _told(quotes) == [("Loire vive", "role")]


def test_the_name_counts_not_the_body_in_the_role() -> None:
    document = _document(
        "« La digue ne tiendra pas », prévient la présidente de Loire vive, Inès Caradec, inquiète."
    )
    quotes = _quotes(
        document,
        _person(document, "Inès Caradec", "présidente de Loire vive", "f"),
        _organisation(document, "Loire vive", "association"),
    )
    assert _told(quotes) == [("Inès Caradec", "named")]


def test_an_entourage_is_not_who_it_surrounds() -> None:
    document = _document("« La digue tiendra », assure l'entourage de Hugo Vasseur.")
    quotes = _quotes(document, _person(document, "Hugo Vasseur"))
    assert _told(quotes) == [("entourage de Hugo Vasseur", "role")]


def test_an_unattributed_sentence_goes_on() -> None:
    document = _document(
        "« La digue tiendra », assure Hugo Vasseur. « Elle a été refaite en 2019. »"
    )
    quotes = _quotes(document, _person(document, "Hugo Vasseur"))
    assert _told(quotes) == [("Hugo Vasseur", "named"), ("Hugo Vasseur", "continued")]


def test_a_crosshead_has_the_speaker_of_what_it_repeats() -> None:
    document = _document(
        "« Les crues reviendront », craint Inès Caradec.",
        "# « Une digue solide »",
        "« Nous avons une digue vraiment solide », assure Hugo Vasseur.",
    )
    quotes = _quotes(document, _person(document, "Inès Caradec"), _person(document, "Hugo Vasseur"))
    assert _told(quotes)[1] == ("Hugo Vasseur", "continued")


def test_an_agent_in_the_next_sentence_speaks() -> None:
    document = _document(
        "« Il y a un débat ancien autour de la hauteur de la digue. » Alors que le fleuve monte, "
        "ce débat est rappelé par Inès Caradec."
    )
    quotes = _quotes(document, _person(document, "Inès Caradec"))
    assert _told(quotes) == [("Inès Caradec", "named")]


def test_nobody_speaks_where_the_text_does_not_tell() -> None:
    document = _document("La commune agit « pour assurer un meilleur accueil des riverains ».")
    assert _told(_quotes(document)) == [("", "")]


def test_answers_of_an_interview_are_the_guests() -> None:
    document = _document(
        "Inès Caradec dirige le chantier du pont de Saumur.",
        "Quand le pont rouvrira-t-il ?",
        "En mai, si la Loire le veut bien.",
        "Et si elle ne le veut pas ?",
        "Alors en juin. Nous avons prévu de la marge.",
        "Qui paiera le retard ?",
        "Personne ne le sait encore.",
    )
    quotes = _quotes(document, _person(document, "Inès Caradec"))
    assert _told(quotes) == [("Inès Caradec", "continued")] * 3
    assert quotes[1].text == "Alors en juin. Nous avons prévu de la marge."


def test_a_lone_question_makes_no_interview() -> None:
    document = _document(
        "Inès Caradec dirige le chantier du pont.", "Quand rouvrira-t-il ?", "En mai, peut-être."
    )
    assert _quotes(document, _person(document, "Inès Caradec")) == []
