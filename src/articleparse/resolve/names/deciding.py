"""Decide of each name whether it is a person, an organisation or a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
_PRESENTED = Weights(person=3.0)
_SIGNS = {
    "cast": Weights(person=4.0),  # an actor, named behind the part
    # an official body that is named so that no other is meant
    "institution-complete": Weights(organisation=4.0),
}
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
    seen = [_told(observed) for observed in observations(names, roles, places)]
    alike = _by_key(names, seen)
    scores = [
        _add(told.own, mean) if (mean := alike[name.key].mean) else told.own
        for name, told in zip(names, seen, strict=True)
    ]
    families = _families(names, scores)
    full_forms = {" ".join(map(plain, n.words[n.given :])) for n in names if n.given}
    people: list[NameMention] = []
    organisations: list[NameMention] = []
    for name, told, score in zip(names, seen, scores, strict=True):
        if told.is_no_name:
            continue
        same = alike[name.key]
        is_short = len(name.words) == 1 and name.key in families
        if not (is_short or told.is_described) and (
            (same.is_thing and not name.known) or not same.stands or _is_other(name, told)
        ):
            continue
        kind = _kind(name, told, _with_signs(name, told, score, same, is_short))
        if kind == "place" or kind is None:
            continue
        if not name.known and _is_titled(name, full_forms) and (kind == "person" or told.is_town):
            continue
        if kind == "person":
            people.append(name)
        else:
            organisations.append(name)
    return Decided(people, organisations)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the observations on one mention tell.

    `own` is the sum of their weights, `signs` what outweighs them. `stands`: the mention
    shows that its word is a name at all; `is_elsewhere`: a place's whole name stands here.
    """

    own: Weights
    signs: tuple[Weights, ...]
    stands: bool
    is_no_name: bool
    is_described: bool
    is_place: bool
    is_certain_place: bool
    is_elsewhere: bool
    is_town: bool
    is_short_for_thing: bool
    is_behind_thing: bool
    is_behind_role: bool
    is_behind_office: bool


@lru_cache(maxsize=1 << 14)  # what is observed of one name is observed of many
def _told(observed: tuple[str, ...]) -> _Told:
    return _Told(
        own=_weigh(observed),
        signs=tuple(weights for sign, weights in _SIGNS.items() if sign in observed),
        # One word at the beginning of a sentence has its capital from there.
        stands="opens-single" not in observed or not _OWN_CAPITAL.isdisjoint(observed),
        is_no_name=not _NO_NAMES.isdisjoint(observed),
        is_described="described" in observed,
        is_place=not _PLACES.isdisjoint(observed),
        is_certain_place="place-certain" in observed,
        is_elsewhere="inside-place" in observed
        or ("holds-place" in observed and "hyphen" in observed),
        is_town="town" in observed,
        is_short_for_thing="acronym-of-thing" in observed,
        is_behind_thing="thing-before" in observed,
        is_behind_role="behind-role" in observed,
        is_behind_office="role-before" in observed,
    )


@dataclass(slots=True)
class _Alike:
    """What the article tells of all names that are spelled alike.

    `mean` is that of the evidence of all mentions, None where there is one. `stands`: one
    of them shows that the word is a name at all; `is_thing`: it is short for a thing;
    `is_presented`: an office presents somebody by it.
    """

    own: list[Weights]
    mean: Weights | None = None
    stands: bool = False
    is_thing: bool = False
    is_presented: bool = False


def _by_key(names: Sequence[NameMention], seen: Sequence[_Told]) -> dict[str, _Alike]:
    found: dict[str, _Alike] = {}
    for name, told in zip(names, seen, strict=True):
        same = found.get(name.key)
        if same is None:
            same = found[name.key] = _Alike([told.own])
        else:
            same.own.append(told.own)
        if told.stands:
            same.stands = True
        if told.is_short_for_thing:
            same.is_thing = True
        if told.is_behind_office and _is_presented(name, told):
            same.is_presented = True
    for same in found.values():
        if (count := len(same.own)) > 1:
            person, organisation, place = map(sum, zip(*same.own, strict=True))
            same.mean = Weights(person / count, organisation / count, place / count)
    return found


def _with_signs(
    name: NameMention, told: _Told, score: Weights, same: _Alike, is_short: bool
) -> Weights:
    """Add what outweighs the evidence of the words."""
    if name.honorific:
        score = _add(score, _ADDRESSED)
    if same.is_presented:
        score = _add(score, _PRESENTED)
    for sign in told.signs:
        score = _add(score, sign)
    if is_short:
        return _add(score, _FULL_FORM)
    return _add(score, _DESCRIBED) if told.is_described else score


def _kind(name: NameMention, told: _Told, score: Weights) -> str | None:
    """Return what a name is by its evidence, None where that tells nothing."""
    kind = _best(score)
    if kind == "place" and name.known and not told.is_place:
        return "organisation" if score.organisation > max(0.0, score.person) else None
    if kind == "person" and told.is_town and not _is_addressed(name, told):
        return "organisation" if score.organisation > 0 else None
    return kind


def _is_other(name: NameMention, told: _Told) -> bool:
    """Tell whether a place stands here for sure ("à Roubaix", "Brest-Rennes"), or a thing.

    A name straight behind the noun of a thing is the thing's ("loi Pinel").
    """
    if told.is_behind_thing and name.rule == "name" and not _is_addressed(name, told):
        return True
    if told.is_elsewhere:
        return True
    return told.is_certain_place and not name.known and not name.honorific


def _is_titled(name: NameMention, full_forms: set[str]) -> bool:
    """Tell whether an article and a noun have their capitals as a title ("La Chimère").

    A family name that begins so is frequent or stands in full elsewhere ("Jean Le Goff").
    """
    return (
        (len(name.words) == 2 or name.words[0] in name_words("title article"))
        and name.words[0].lower() in _articles()
        and not (name.honorific or name.key in full_forms or name.key in _FAMOUS)
        and not is_family_name(" ".join(name.words))
    )


@cache
def _articles() -> frozenset[str]:
    return name_words("article").union(map(str.lower, name_words("title article")))


def _is_addressed(name: NameMention, told: _Told) -> bool:
    """Tell whether a title or an office stands before the name ("ministre de la culture X")."""
    return name.honorific is not None or (name.given > 0 and told.is_behind_role)


def _is_presented(name: NameMention, told: _Told) -> bool:
    """Tell "le youtubeur Squeezie": an office presents somebody by the only name that he has."""
    word = name.words[0]
    # "la rue commerçante Sainte-Claire" has an adjective like an office before a compound.
    is_plain = not word.isupper() and "-" not in word
    return len(name.words) == 1 and not name.known and is_plain and not told.is_place


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
    person, organisation, place = score
    if person > 0 and person >= organisation and person >= place:
        return "person"
    if organisation > 0 and organisation >= person and organisation >= place:
        return "organisation"
    return "place" if place > 0 else None
