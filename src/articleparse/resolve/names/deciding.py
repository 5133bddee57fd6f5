"""Decide of each name whether it is a person, an organisation or a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articleparse.document import Document
from articleparse.extract.names import NameMention
from articleparse.extract.places import PlaceMention
from articleparse.extract.roles import RoleMention
from articleparse.lexicon.evidence import Weights, weights
from articleparse.lexicon.spelling import plain
from articleparse.resolve.names.observing import observations

_FULL_FORM = Weights(person=6.0)  # a family name whose full form the article gives


@dataclass(frozen=True, slots=True)
class Decided:
    """The names that are people and those that are organisations, in text order."""

    people: list[NameMention]
    organisations: list[NameMention]


def decide(
    document: Document,
    names: Sequence[NameMention],
    roles: Sequence[RoleMention],
    places: Sequence[PlaceMention],
) -> Decided:
    """Weigh the evidence, of each name's mentions together, and settle the kinds.

    What the article says at one mention counts for all of the same name; a family
    name alone is the person whose full name the article gives.
    """
    own = [_weigh(seen) for seen in observations(names, roles, places)]
    keys = [" ".join(map(plain, name.words)) for name in names]
    shared = _shared(keys, own)
    scores = [_add(own[i], shared[keys[i]]) for i in range(len(names))]
    families = _families(names, scores)
    people, organisations = [], []
    for name, score in zip(names, scores, strict=True):
        if len(name.words) == 1 and plain(name.words[-1]) in families:
            score = _add(score, _FULL_FORM)
        kind = _best(score)
        if kind == "person":
            people.append(name)
        elif kind == "organisation":
            organisations.append(name)
    return Decided(people, organisations)


def _weigh(seen: Sequence[str]) -> Weights:
    table = weights()
    person, organisation, place = table["bias"]
    for observation in seen:
        if found := table.get(observation):
            person += found.person
            organisation += found.organisation
            place += found.place
    return Weights(person, organisation, place)


def _shared(keys: Sequence[str], own: Sequence[Weights]) -> dict[str, Weights]:
    """The mean of the evidence of all mentions of a name, nothing for a name seen once."""
    groups: dict[str, list[Weights]] = defaultdict(list)
    for key, score in zip(keys, own, strict=True):
        groups[key].append(score)
    return {
        key: Weights(*(sum(column) / len(group) for column in zip(*group, strict=True)))
        if len(group) > 1
        else Weights()
        for key, group in groups.items()
    }


def _add(left: Weights, right: Weights) -> Weights:
    return Weights(
        left.person + right.person,
        left.organisation + right.organisation,
        left.place + right.place,
    )


def _families(names: Sequence[NameMention], scores: Sequence[Weights]) -> set[str]:
    return {
        plain(name.words[-1])
        for name, score in zip(names, scores, strict=True)
        if len(name.words) > 1 and _best(score) == "person"
    }


def _best(score: Weights) -> str | None:
    """Return the kind with the most evidence, None where all have less than for no kind."""
    kind = max(Weights._fields, key=lambda field: getattr(score, field))
    return kind if getattr(score, kind) > 0 else None
