"""Find names of places, with written codes and department names."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from articleparse.document import Document
from articleparse.extract.places.arrondissements import arrondissements
from articleparse.extract.places.clubs import is_club, is_on_sports
from articleparse.extract.places.datelines import is_dateline
from articleparse.extract.places.judging import (
    TOWN_AND_DEPARTMENT,
    Verdict,
    is_small_town,
    is_well_known,
    judge,
)
from articleparse.extract.places.mention import PlaceMention, Sense, Within
from articleparse.extract.places.senses import Candidate, candidates
from articleparse.extract.places.shapes import shaped
from articleparse.extract.places.short_forms import short_forms
from articleparse.extract.places.surroundings import Surroundings, look_around
from articleparse.extract.places.words import Words
from articleparse.extract.places.written import Written
from articleparse.lexicon.places import openers

_LEAST_RUN = 3
"""Departments in a row from which their names, without articles, are no other words."""

__all__ = ["PlaceMention", "Sense", "Within", "extract"]


def extract(document: Document) -> list[PlaceMention]:
    """Find them in a document, in text order and apart.

    >>> from articleparse.reading import read
    >>> mention, = extract(read("Le marché de Corte (2B) ferme."))
    >>> mention.key, mention.within.codes, mention.is_certain
    ('corte', ('2B',), True)
    """
    words = Words(document.folded, document.runs)
    names = _named(words)
    short = short_forms(words, names)
    names = [*_clear_of(names, short), *short] if short else names
    written = [m for m in names if m.within is not None]
    shapes = [*arrondissements(words), *shaped(words)]
    return _apart([*_clear_of(shapes, written), *names])


def _clear_of(mentions: list[PlaceMention], taken: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out what touches names whose place is written: "rue de Loches (37)" is Loches."""
    starts = [mention.start for mention in taken]
    return [
        mention
        for mention in mentions
        if not (before := bisect_right(starts, mention.end - 1))
        or taken[before - 1].end <= mention.start
    ]


def _apart(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Return, of two that overlap, the one that begins first, of those the longer."""
    found: list[PlaceMention] = []
    reach = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
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
    paired = _paired(words, found, around)
    mentions = []
    departments = _department_runs(found, written)
    on_sports = is_on_sports(words)
    was_place = was_club = False
    for number, candidate in enumerate(found):
        in_list = number > 0 and written.are_listed(number - 1, number)
        is_listed = was_place and in_list
        was_club = on_sports and (
            is_club(words, candidate, around[number])
            or (was_club and in_list and around[number].preposition in ("", "de"))
        )
        if was_club:
            was_place = False
            mentions.append(_club(candidate))
            continue
        mention = _mention(
            candidate,
            around[number],
            written,
            number,
            is_listed,
            candidate.first == candidate.last and words.low(candidate.first) in surnames,
            number in paired,
            number in departments,
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
    is_paired: bool,
    is_department: bool,
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
    verdict = judge(candidate, around, is_listed, is_surname, is_paired)
    if is_department:
        verdict = Verdict(("department",), 2)
    if verdict is None:
        return None
    strength = verdict.strength
    if strength == 1 and is_dateline(written.text, candidate):
        strength = 2
    return PlaceMention(
        start,
        candidate.end,
        "place-name",
        strength == 3,
        candidate.senses.key,
        verdict.senses,
        article=around.article,
        is_weak=strength == 1,
        is_small=strength == 1 and is_small_town(candidate, around, is_surname),
    )


def _bears_article(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the name has the article that stands before it as its own."""
    if not around.article or around.phrase_start == candidate.start:
        return False
    senses = candidate.senses
    names = [c.name for c in senses.communes] + [c.name for c in senses.cities]
    return any(name.split("'")[0].split()[0].lower() == around.article for name in names)


def _club(candidate: Candidate) -> PlaceMention:
    return PlaceMention(
        candidate.start, candidate.end, "place-club", False, candidate.senses.key, is_club=True
    )


def _department_runs(found: list[Candidate], written: Written) -> frozenset[int]:
    """Return the numbers of candidates that three or more departments in a row are."""
    runs: set[int] = set()
    run: list[int] = []
    for number, candidate in enumerate(found):
        if not candidate.senses.departments or candidate.senses.key == TOWN_AND_DEPARTMENT:
            run = []
            continue
        if run and not written.are_listed(number - 1, number):
            run = []
        run.append(number)
        if len(run) >= _LEAST_RUN:
            runs.update(run)
    return frozenset(runs)


def _paired(words: Words, found: list[Candidate], around: list[Surroundings]) -> frozenset[int]:
    """Return the numbers of candidates that a hyphen ties two by two."""
    pairs: set[int] = set()
    for number in range(1, len(found)):
        left, right = found[number - 1], found[number]
        is_tied = right.first == left.last + 1 and words.gap(right.first) == "-"
        # "le Paris-Nice" is a race.
        is_tied = is_tied and not around[number - 1].article
        if is_tied and number - 1 not in pairs and all(map(is_well_known, (left, right))):
            pairs.add(number)
    return frozenset((*pairs, *(number - 1 for number in pairs)))


def _surnames(words: Words) -> frozenset[str]:
    """Return the folded words that stand behind a capitalised word within a sentence."""
    opening = openers()
    return frozenset(
        words.low(index)
        for before, index in pairwise(words.capitals)
        if before == index - 1 and words.gap(index) == " " and words.low(before) not in opening
    )
