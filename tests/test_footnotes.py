"""Footnotes where the tagged cases do not reach: pages, department codes, shared anchors."""

from __future__ import annotations

from articleparse import parse
from articleparse.record import Article

TITLE = "Le vieux pont de Saumur reste fermé"


def notes(article: Article) -> list[tuple[str, str, list[str]]]:
    """Return marker, text and the anchors' words of each note."""
    return [
        (note.marker, note.text, [article.text[a.start : a.end] for a in note.anchors])
        for note in article.footnotes
    ]


def test_raised_numbers_of_a_page_are_anchors_and_markers() -> None:
    article = parse(
        f"<html><body><article><h1>{TITLE}</h1>"
        "<p>Le bac double le pont<sup>1</sup> et passe devant la tour<sup>2</sup> du bourg, "
        "deux fois par heure, sauf quand le brouillard monte du fleuve.</p>"
        "<p>Les travaux doivent durer six mois, selon les services de la ville.</p>"
        "<p><sup>1</sup> Construit en 1770.</p><p><sup>2</sup> Rebâtie après la crue.</p>"
        "</article></body></html>"
    )
    assert notes(article) == [
        ("1", "Construit en 1770.", ["1"]),
        ("2", "Rebâtie après la crue.", ["2"]),
    ]


def test_one_anchor_may_cite_two_notes() -> None:
    article = parse(
        f"{TITLE}\n\nLe bureau Archimède (1, 2) a compté quarante fissures dans la pile.\n\n"
        "Le préfet attend son rapport avant de rouvrir la moindre voie aux voitures.\n\n"
        "(1) Bureau d'études.\n(2) Fondé en 1998."
    )
    assert notes(article) == [
        ("1", "Bureau d'études.", ["(1, 2)"]),
        ("2", "Fondé en 1998.", ["(1, 2)"]),
    ]


def test_a_department_in_brackets_is_no_anchor() -> None:
    article = parse(
        f"{TITLE}\n\nÀ Saumur (1), le pont est fermé. À Angers (49), il est ouvert.\n\n"
        "Le préfet attend un rapport avant de rouvrir la moindre voie aux voitures.\n\n"
        "(1) Sous-préfecture de Maine-et-Loire."
    )
    assert notes(article) == [("1", "Sous-préfecture de Maine-et-Loire.", ["(1)"])]
    codes = {place.name: place.insee_code for place in article.places}
    assert (codes["Angers"], codes["Saumur"]) == ("49007", "49328")
