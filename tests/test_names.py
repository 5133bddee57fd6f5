"""What cases of one sentence cannot show of names and roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from articleparse import parse
from articleparse.lexicon.files import lines
from packages import fetch_npm, import_tool


def _roles(text: str) -> dict[str, list[str]]:
    article = parse("Un titre\n\n" + text)
    return {person.name: [role.title for role in person.roles] for person in article.people}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Les sénateurs Solange Kerbrat et Armel Quillien ont voté.", "sénateurs"),
        (
            "Solange Kerbrat et Armel Quillien, anciens maires de Vannes, sont venus.",
            "anciens maires de Vannes",
        ),
    ],
)
def test_a_plural_role_holds_for_all_its_people(text: str, title: str) -> None:
    assert _roles(text) == {"Solange Kerbrat": [title], "Armel Quillien": [title]}


def test_a_role_inside_a_longer_one_is_not_repeated() -> None:
    text = (
        "La présidente Solange Kerbrat est venue. Solange Kerbrat, présidente de la ligue, a parlé."
    )
    assert _roles(text) == {"Solange Kerbrat": ["présidente de la ligue"]}


def test_places_inside_people_and_organisations_are_none() -> None:
    article = parse("Un titre\n\nVilles de France et l'université de Lille écrivent à Rouen.")
    assert [place.name for place in article.places] == ["Rouen"]


def test_ids_follow_the_order_of_first_mentions() -> None:
    article = parse("Un titre\n\nSolange Kerbrat a vu Armel Quillien. La CGT a vu l'Insee.")
    assert [(p.id, p.name) for p in article.people] == [
        ("p1", "Solange Kerbrat"),
        ("p2", "Armel Quillien"),
    ]
    assert [(o.id, o.name) for o in article.organisations] == [("o1", "CGT"), ("o2", "Insee")]


def test_the_generator_writes_the_names_of_people_again() -> None:
    people_names = import_tool("people_names")
    assert [*lines("given_names.tsv")] == people_names.given_names()
    assert [*lines("family_names.txt")] == people_names.family_names()


def test_the_generator_writes_intercommunalities_again(tmp_path: Path) -> None:
    intercommunalities = import_tool("intercommunalities")
    fetch_npm(intercommunalities.PACKAGE, intercommunalities.VERSION, tmp_path)
    written = intercommunalities.table(tmp_path)
    assert written == intercommunalities.FILE.read_text(encoding="utf-8")
