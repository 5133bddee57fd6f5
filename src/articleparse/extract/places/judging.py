"""Judge by what stands around it whether a name is a place here, and of which kinds.

Every sense of a name is given a strength: 0 not here, 1 only if the same name is a
place elsewhere in the article, 2 yes, 3 whatever else the name may be.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from articleparse.extract.places.mention import Sense
from articleparse.extract.places.senses import Candidate, Senses
from articleparse.extract.places.surroundings import Surroundings
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import bearers
from articleparse.lexicon.people import given_name, is_family_name
from articleparse.lexicon.places import homographs

_OF_PLACE = frozenset(("à", "dans", "depuis", "en", "hors", "jusqu", "vers", "via"))
_CERTAIN = 200_000
_FAMOUS = 50_000
_LARGE = 20_000
_KNOWN = 8_000
"""Inhabitants from which a name is taken for a town's although somebody in the article
bears it, and without, with little, with some evidence."""
TOWN_AND_DEPARTMENT = "paris"
"""Commune and department at once; the commune's record has the department."""
_PERSONAL = frozenset(("given", "family"))


class Verdict(NamedTuple):
    """The senses that hold, the likeliest first, and the best strength among them."""

    senses: tuple[Sense, ...]
    strength: int


class _Case(NamedTuple):
    candidate: Candidate
    senses: Senses
    around: Surroundings
    is_listed: bool
    is_surname: bool
    is_compound: bool


def judge(
    candidate: Candidate,
    around: Surroundings,
    is_listed: bool,
    is_surname: bool,
    is_paired: bool,
) -> Verdict | None:
    """Return the senses that hold, or None.

    `is_listed` where a place stands before the name in the same enumeration;
    `is_paired` where a hyphen ties it with another name ("l'axe Brest-Rennes");
    `is_surname` where the same word follows a first name or a title elsewhere.
    """
    if around.is_idiom:
        return None
    if around.follows_capital and not around.in_brackets and not is_paired:
        return None
    senses = candidate.senses
    case = _Case(candidate, senses, around, is_listed, is_surname, " " in senses.key)
    goes_on = around.precedes_capital and not _precedes_person(case)
    if goes_on and not around.in_brackets and not is_paired:
        return None
    if candidate.is_acronym and not is_strong(around):
        return None
    strengths = {sense: _RATES[sense](case) for sense in _senses_of(senses)}
    best = max(strengths.values(), default=0)
    if best == 0:
        return None
    least = min(best, 2)
    order = [sense for sense in _order(case) if strengths.get(sense, 0) >= least]
    return Verdict(tuple(order), best) if order else None


def _precedes_person(case: _Case) -> bool:
    """Tell "le président des États-Unis Donald Trump" from "la rue de Florence Blot"."""
    around, senses = case.around, case.senses
    if not around.precedes_given_name or around.preposition != "de":
        return False
    return senses.homograph is None and given_name(senses.key) is None


def is_well_known(candidate: Candidate) -> bool:
    """Tell whether a name alone, without any evidence, is that of a town or a country."""
    senses = candidate.senses
    is_foreign = senses.country is not None or bool(senses.cities)
    return is_foreign or senses.inhabitants_with("") >= _KNOWN


def is_small_town(candidate: Candidate, around: Surroundings, is_surname: bool) -> bool:
    """Tell whether nothing but its size speaks against a name as that of a commune."""
    senses = candidate.senses
    if is_surname or senses.homograph or around.follows_noun or not around.preposition:
        return False
    name = candidate.senses.key
    if " " not in name and (is_family_name(name) or given_name(name) is not None):
        return False
    return bool(senses.communes_with(around.article))


def is_strong(around: Surroundings) -> bool:
    """Tell whether a preposition or a noun of place governs the name."""
    return around.preposition in _OF_PLACE or not around.heads.isdisjoint(("town", "near"))


@lru_cache(maxsize=8192)
def _senses_of(senses: Senses) -> tuple[Sense, ...]:
    """Return the kinds of places that bear a name; no other needs to be rated."""
    places: dict[Sense, object] = {
        "country": senses.country,
        "region": senses.regions,
        "department": senses.departments,
        "commune": senses.communes,
        "city": senses.cities,
        "feature": senses.features,
    }
    return tuple(sense for sense, found in places.items() if found)


def _order(case: _Case) -> tuple[Sense, ...]:
    around = case.around
    if around.in_brackets and not case.is_compound and case.senses.departments:
        return ("department", "region", "country", "commune", "city", "feature")
    if around.preposition == "à" and not around.article:
        return ("commune", "city", "country", "region", "department", "feature")
    if around.article or around.preposition == "en":
        if "river" in around.heads or "sea" in around.heads:
            return ("feature", "department", "region", "country", "commune", "city")
        return ("region", "country", "department", "feature", "commune", "city")
    return ("country", "region", "commune", "city", "department", "feature")


def _rate_country(case: _Case) -> int:
    around = case.around
    if around.preposition in ("en", "à") or around.in_brackets:
        return 3
    if case.senses.homograph:
        return 2 if around.article and case.senses.homograph != "family" else 0
    return 0 if around.follows_noun and case.is_surname else 2


def _rate_region(case: _Case) -> int:
    around = case.around
    if case.senses.homograph == "compass":
        return 2 if around.in_brackets else 0
    return 3 if around.preposition in ("en", "dans") or around.in_brackets else 2


def _rate_department(case: _Case) -> int:
    around = case.around
    if case.senses.key == TOWN_AND_DEPARTMENT:
        return 0
    if around.in_brackets or "department" in around.heads:
        return 3
    if case.senses.homograph == "compass":
        if around.preposition == "dans" or case.is_listed:
            return 2
        return 1 if around.article else 0
    if around.preposition in ("dans", "en") or (around.article and around.preposition == "à"):
        return 3
    if case.is_compound or case.is_listed:
        return 2
    if around.preposition == "de" and _is_departments_alone(case):
        return 2  # "venu d'Isère"
    return 2 if around.article else 0


def _is_departments_alone(case: _Case) -> bool:
    """Tell whether a department's name is no commune's, no city's and no other word."""
    senses = case.senses
    has_others = bool(senses.communes or senses.cities or senses.homograph)
    return not (has_others or is_family_name(senses.key) or given_name(senses.key))


def _rate_commune(case: _Case) -> int:
    around, senses = case.around, case.senses
    if not case.candidate.is_capitalised:
        return 0
    if not senses.communes_with(around.article) or (
        around.preposition == "en" and not around.article
    ):
        return 0
    population = senses.inhabitants_with(around.article)
    strong = is_strong(around)
    if case.senses.homograph in _PERSONAL or (case.is_surname and population < _CERTAIN):
        if "town" in around.heads:
            return 3
        return 2 if strong and population >= _KNOWN else 1
    if "town" in around.heads:
        return 3
    if strong:
        if population >= _KNOWN or case.is_compound:
            return 3
        return 1 if senses.homograph else 2  # "à Matignon" is at the prime minister's
    if senses.homograph:
        return 2 if case.is_listed else 1
    return _rate_bare_commune(case, population)


def _rate_bare_commune(case: _Case, population: int) -> int:
    """Rate where no preposition of place stands before the name."""
    around = case.around
    if case.senses.key.startswith("saint"):
        if around.follows_noun:
            return 0  # "église Saint-Denis", "lycée Saint-Joseph"
        if not case.candidate.is_hyphenated and not around.preposition:
            return 1  # the saint himself
    if case.is_listed:
        return 2
    if around.preposition or around.article:
        return 2 if population >= _KNOWN or case.is_compound else 1
    if case.senses.key.count(" ") >= 2:
        return 2
    if population >= (_LARGE if not around.begins_sentence else _FAMOUS):
        return 2
    return 1


def _rate_city(case: _Case) -> int:
    around = case.around
    if around.article and not any(_has_article(city.name) for city in case.senses.cities):
        return 0
    strong = is_strong(around)
    if all(city.inhabitants is not None for city in case.senses.cities):
        return _rate_town_abroad(case)
    if case.senses.homograph in _PERSONAL or case.is_surname:
        return 2 if strong else 1
    if case.senses.homograph:
        return 2 if strong or case.is_listed else 1
    # Nobody is called like "São Paulo", "Los Angeles", "Tel-Aviv".
    return 3 if strong or case.is_compound else 2


def _rate_town_abroad(case: _Case) -> int:
    """Rate a town that GeoNames alone lists: its name may be anybody's and anything's."""
    around = case.around
    if around.preposition == "en" or _is_anybodys(case):
        return 0
    if is_strong(around) or case.is_listed:
        return 2
    return 2 if case.is_compound and around.preposition else 1


def _is_anybodys(case: _Case) -> bool:
    """Tell whether somebody, something or another word bears the name first of all."""
    name = case.senses.key
    if case.is_surname or case.senses.homograph:
        return True
    if case.is_compound:
        return all(homographs().get(word) == "compass" for word in name.split())
    return (
        is_family_name(name)
        or given_name(name) is not None
        or name in words("function_words.txt")
        or bool(bearers(name))
    )


def _rate_province(case: _Case) -> int:
    around = case.around
    if _is_anybodys(case):
        return 0
    governs = around.preposition in _OF_PLACE or around.article or "state" in around.heads
    return 2 if governs or case.is_listed else 1


def _rate_feature(case: _Case) -> int:
    around = case.around
    features = case.senses.features
    kinds = {feature.kind for feature in features}
    if kinds == {"province"}:
        return _rate_province(case)
    if "area" in kinds and around.preposition in ("dans", "en"):
        return 2  # "dans le Berry", whoever else is called so
    if case.senses.homograph:
        if case.senses.homograph in _PERSONAL or not around.article:
            return 0
        return 2 if "river" in around.heads or case.is_listed else 1
    if case.is_compound:
        return 2
    if kinds & {"continent", "state", "island"}:
        return 2
    has_article = around.article or any(_has_article(feature.name) for feature in features)
    if kinds & {"river", "sea", "mountain"}:
        return 2 if around.article else 0
    if has_article or around.preposition in _OF_PLACE or case.is_listed:
        return 2
    if kinds == {"district"}:
        return 2 if "town" in around.heads else 1
    if not around.preposition:
        return 1
    return 0 if case.is_surname else 2


_RATES: dict[Sense, Callable[[_Case], int]] = {
    "country": _rate_country,
    "region": _rate_region,
    "department": _rate_department,
    "commune": _rate_commune,
    "city": _rate_city,
    "feature": _rate_feature,
}


def _has_article(name: str) -> bool:
    return name.split()[0] in ("Le", "La", "Les") or name.startswith("L'")
