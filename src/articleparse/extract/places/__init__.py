"""Find names of places, with written codes and department names."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.places.arrondissements import arrondissements
from articleparse.extract.places.judging import judge
from articleparse.extract.places.mention import PlaceMention, Sense, Within
from articleparse.extract.places.senses import Candidate, candidates
from articleparse.extract.places.shapes import shaped
from articleparse.extract.places.surroundings import Surroundings, look_around
from articleparse.extract.places.words import Words
from articleparse.extract.places.written import Written

__all__ = ["PlaceMention", "Sense", "Within", "extract"]


def extract(document: Document) -> list[PlaceMention]:
    """Find them in a document, in text order and apart.

    >>> from articleparse.reading import read
    >>> mention, = extract(read("Le marché de Corte (2B) ferme."))
    >>> mention.key, mention.within.codes, mention.is_certain
    ('corte', ('2B',), True)
    """
    words = Words(document.folded)
    shapes = [*arrondissements(document.folded), *shaped(document.folded)]
    names = _named(words)
    found: list[PlaceMention] = []
    reach = 0
    # Of two that overlap the one that begins first holds, of those the longer.
    for mention in sorted((*shapes, *names), key=lambda m: (m.start, -m.end)):
        if mention.start >= reach:
            found.append(mention)
            reach = mention.end
    return found


def _named(words: Words) -> list[PlaceMention]:
    """Return the mentions whose names the gazetteer has."""
    found = candidates(words)
    around = [look_around(words, c.first, c.last, c.senses.key) for c in found]
    written = Written(words.text, found, around)
    surnames = _surnames(words)
    mentions = []
    was_place = False
    for number, candidate in enumerate(found):
        is_listed = was_place and written.are_listed(number - 1, number)
        mention = _mention(
            candidate,
            around[number],
            written,
            number,
            is_listed,
            words.low(candidate.last) in surnames,
        )
        was_place = mention is not None and not mention.is_weak
        if mention is not None:
            mentions.append(mention)
    return mentions


def _mention(
    candidate: Candidate,
    around: Surroundings,
    written: Written,
    number: int,
    is_listed: bool,
    is_surname: bool,
) -> PlaceMention | None:
    start = around.phrase_start if _bears_article(candidate, around) else candidate.start
    within = written.within.get(number)
    if within is not None and not around.is_idiom:
        sense: Sense = "city" if within.basis == "country_name" else "commune"
        return PlaceMention(
            start,
            candidate.end,
            f"place-{within.basis.replace('_', '-')}",
            True,
            candidate.senses.key,
            (sense,),
            article=around.article,
            within=within,
            code_span=written.code_spans.get(number),
        )
    verdict = judge(candidate, around, is_listed, is_surname)
    if verdict is None:
        return None
    return PlaceMention(
        start,
        candidate.end,
        "place-name",
        verdict.strength == 3,
        candidate.senses.key,
        verdict.senses,
        article=around.article,
        is_weak=verdict.strength == 1,
    )


def _bears_article(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the name has the article that stands before it as its own."""
    senses = candidate.senses
    names = [c.name for c in senses.communes] + [c.name for c in senses.cities]
    if not around.article or around.phrase_start == candidate.start:
        return False
    return any(name.split("'")[0].split()[0].lower() == around.article for name in names)


def _surnames(words: Words) -> frozenset[str]:
    """Return the folded words that stand behind a capitalised word within a sentence."""
    return frozenset(
        words.low(index)
        for index in range(1, len(words))
        if words.gap(index) == " "
        and words.is_capital(index)
        and words.is_capital(index - 1)
        and not words.begins_sentence(index - 1)
    )
