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
from articleparse.lexicon.files import words
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.people import is_family_name
from articleparse.lexicon.spelling import plain
from articleparse.resolve.names.observing import observations

_OWN_CAPITAL = frozenset(
    [
        *("known", "known-ambiguous", "capitals-short", "capitals-mixed", "given-common-single"),
        *("place-certain", "place-possible", "honorific"),
    ]
)
_FAMOUS = words("famous_people.txt")
_PLACES = frozenset(["place-certain", "place-possible", "inside-place", "country"])
_NO_NAMES = frozenset(["inside-thing", "portfolio", "posted-on"])
_DESCRIBED = Weights(organisation=3.0)  # a noun says so: "l'association X"
_ADDRESSED = Weights(person=4.0)  # a form of address says so: "Mme X"
_COMPLETE = Weights(organisation=4.0)  # an official body that is named so that no other is meant
_PRESENTED = Weights(person=3.0)
_CAST = Weights(person=4.0)  # an actor, named behind the part
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
    seen = observations(names, roles, places)
    own = [_weigh(observed) for observed in seen]
    keys = [name.key for name in names]
    standing = {key for key, observed in zip(keys, seen, strict=True) if _stands(observed)}
    presented = {
        n.key for n, observed in zip(names, seen, strict=True) if _is_presented(n, observed)
    }
    things = {k for k, observed in zip(keys, seen, strict=True) if "acronym-of-thing" in observed}
    shared = _shared(keys, own)
    scores = [
        _add(score, shared[key]) if key in shared else score
        for key, score in zip(keys, own, strict=True)
    ]
    families = _families(names, scores)
    full_forms = {" ".join(map(plain, n.words[n.given :])) for n in names if n.given}
    people, organisations = [], []
    for key, name, observed, score in zip(keys, names, seen, scores, strict=True):
        if not _NO_NAMES.isdisjoint(observed):
            continue
        if name.honorific:
            score = _add(score, _ADDRESSED)
        if key in presented:
            score = _add(score, _PRESENTED)
        if "cast" in observed:
            score = _add(score, _CAST)
        if "institution-complete" in observed:
            score = _add(score, _COMPLETE)
        if len(name.words) == 1 and key in families:
            score = _add(score, _FULL_FORM)
        elif "described" in observed:
            score = _add(score, _DESCRIBED)
        elif (key in things and not name.known) or key not in standing or _is_other(name, observed):
            continue
        kind = _best(score)
        if kind == "place" and name.known and not _is_seen_as_place(observed):
            kind = "organisation" if score.organisation > max(0.0, score.person) else None
        if kind == "person" and "town" in observed and not _is_addressed(name, observed):
            kind = "organisation" if score.organisation > 0 else None
        if _is_titled(name, full_forms) and not name.known:
            kind = None if kind == "person" or "town" in observed else kind
        if kind == "person":
            people.append(name)
        elif kind == "organisation":
            organisations.append(name)
    return Decided(people, organisations)


def _stands(observed: Sequence[str]) -> bool:
    """Tell whether a mention shows that its word is a name at all.

    One word at the beginning of a sentence has its capital from there.
    """
    return "opens-single" not in observed or not _OWN_CAPITAL.isdisjoint(observed)


def _is_other(name: NameMention, observed: Sequence[str]) -> bool:
    """Tell whether a place stands here for sure ("à Roubaix", "Brest-Rennes"), or a thing.

    A name straight behind the noun of a thing is the thing's ("loi Pinel").
    """
    if name.rule == "name" and "thing-before" in observed and not _is_addressed(name, observed):
        return True
    if "inside-place" in observed or ("holds-place" in observed and "hyphen" in observed):
        return True
    return "place-certain" in observed and not name.known and not name.honorific


def _is_titled(name: NameMention, full_forms: set[str]) -> bool:
    """Tell whether an article and a noun have their capitals as a title ("La Chimère").

    A family name that begins so is frequent or stands in full elsewhere ("Jean Le Goff").
    """
    return (
        (len(name.words) == 2 or name.words[0] in name_words("title article"))
        and name.words[0].lower() in name_words("article") | {"the"}
        and not (name.honorific or name.key in full_forms or name.key in _FAMOUS)
        and not is_family_name(" ".join(name.words))
    )


def _is_seen_as_place(observed: Sequence[str]) -> bool:
    return not _PLACES.isdisjoint(observed)


def _is_addressed(name: NameMention, observed: Sequence[str]) -> bool:
    """Tell whether a title or an office stands before the name ("ministre de la culture X")."""
    return name.honorific is not None or (name.given > 0 and "behind-role" in observed)


def _is_presented(name: NameMention, observed: Sequence[str]) -> bool:
    """Tell "le youtubeur Squeezie": an office presents somebody by the only name that he has."""
    word = name.words[0]
    # "la rue commerçante Sainte-Claire" has an adjective like an office before a compound.
    is_plain = not word.isupper() and "-" not in word
    is_lone = len(name.words) == 1 and not name.known and is_plain
    return is_lone and "role-before" in observed and not _is_seen_as_place(observed)


def _weigh(seen: Sequence[str]) -> Weights:
    table = weights()
    person, organisation, place = table["bias"]
    for observation in seen:
        if observation in table:
            for_person, for_organisation, for_place = table[observation]
            person += for_person
            organisation += for_organisation
            place += for_place
    return Weights(person, organisation, place)


def _shared(keys: Sequence[str], own: Sequence[Weights]) -> dict[str, Weights]:
    """The mean of the evidence of all mentions of a name, of names seen twice."""
    groups: dict[str, list[Weights]] = defaultdict(list)
    for key, score in zip(keys, own, strict=True):
        groups[key].append(score)
    return {
        key: Weights(*(sum(column) / len(group) for column in zip(*group, strict=True)))
        for key, group in groups.items()
        if len(group) > 1
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
    person, organisation, _ = score
    most = max(score)
    if most <= 0:
        return None
    return "person" if person == most else "organisation" if organisation == most else "place"
