"""What a person should look at first in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articleparse.check import sense_findings
from articleparse.record import Article, Place
from articleparse.view.cards import card_id

CHOSEN_BY_POPULATION = "chosen by population"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to review: why, what it is about, and the card that shows it."""

    why: str
    what: str
    card: str | None = None


def doubts(article: Article) -> list[Doubt]:
    """Return what to review, the most telling first.

    Quotes without speaker, French places without code, communes chosen by population
    alone, dates that conflict or are missing, and whatever `check` finds.

    >>> from articleparse import parse
    >>> doubts(parse("Un titre\\n\\nUn texte."))
    [Doubt(why='no day of publication', what='neither page nor text tells it', card=None)]
    """
    return [*_dates(article), *_quotes(article), *_places(article)]


def _dates(article: Article) -> Iterator[Doubt]:
    if article.published is None:
        yield Doubt("no day of publication", "neither page nor text tells it")
    for finding in sense_findings(article):
        why = "conflicting dates" if finding.code.startswith("AP5") else finding.code
        yield Doubt(why, finding.message)


def _quotes(article: Article) -> Iterator[Doubt]:
    for index, quote in enumerate(article.quotes):
        if quote.speaker is None:
            yield Doubt("no speaker", quote.text, card_id("quote", index))


def _places(article: Article) -> Iterator[Doubt]:
    for index, place in enumerate(article.places):
        if not _coded(place):
            yield Doubt("place without code", place.name, card_id("place", index))
    for index, place in enumerate(article.places):
        if place.basis == "prior":
            where = place.department.name if place.department else place.insee_code
            yield Doubt(CHOSEN_BY_POPULATION, f"{place.name} ({where})", card_id("place", index))


def _coded(place: Place) -> bool:
    """Tell whether a French commune, department or region has its code; others need none."""
    if place.country not in (None, "FR") or place.former:
        return True
    if place.kind == "commune":
        return place.insee_code is not None
    if place.kind == "department":
        return place.department is not None
    return place.kind != "region" or place.region is not None
