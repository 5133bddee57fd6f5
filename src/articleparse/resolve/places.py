"""Decide which place each name stands for, and link it with the geographic code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable

from articleparse import gazetteer
from articleparse.document import Document
from articleparse.extract.places import PlaceMention, Sense
from articleparse.gazetteer import City
from articleparse.record import Extract, Place, StampedDate
from articleparse.resolve.extracts import extract_at
from articleparse.resolve.place_choice import Basis, choose_commune, is_abroad, is_local
from articleparse.resolve.place_context import Context, read_context
from articleparse.resolve.place_records import (
    Entry,
    city_place,
    commune_place,
    country_place,
    department_place,
    district_place,
    feature_place,
    other_place,
    place_of,
    region_place,
    unknown_commune,
)

_ROAD = re.compile(r"[A-Z]*\s?\d+$")
_OVERSEAS = frozenset(["971", "972", "973", "974", "976"])
"""Departments that each are a region, too (INSEE); their record has both."""
Found = tuple[Hashable, Entry]
"""What makes two mentions one place, and what is known of it."""


def resolve(
    document: Document, mentions: list[PlaceMention], published: StampedDate | None
) -> tuple[Place, ...]:
    """Return the places, in the order of their first mention.

    They are linked with the geographic code as it stood on the day of publication, or
    with the last edition where the day is not known.
    """
    day = published.date if published else dt.date(gazetteer.YEAR, 1, 1)
    mentions = [m for m in mentions if not m.is_club]
    known = {m.key for m in mentions if not m.is_weak and m.senses}
    held = [m for m in mentions if not m.is_weak or m.key in known]
    context = read_context(held, day)
    if any(m.is_small for m in mentions):
        local = {m.key for m in mentions if m.is_small and is_local(m, context, day)}
        held = [m for m in mentions if not m.is_weak or m.key in known or m.key in local]
        context = read_context(held, day)
    linker = _Linker(context, day)
    entries: dict[Hashable, Entry] = {}
    extracts: dict[Hashable, list[Extract]] = {}
    for mention in held:
        extract = extract_at(document, mention)
        identity, entry = linker.link(mention, extract.text)
        other = entries.setdefault(identity, entry)
        if other.name != entry.name and entry.kind == "department":
            entries[identity] = _renamed(other, entry)
        extracts.setdefault(identity, []).append(extract)
    return tuple(
        [
            place_of(f"l{number}", entries[identity], tuple(found))
            for number, (identity, found) in enumerate(extracts.items(), 1)
        ]
    )


def _name_today(department: Entry) -> str:
    """Return the present name of a department that was only renamed, else its own."""
    former, own = department.former, department.department
    if former and own and [now.code for now in former.became] == [own.code]:
        return former.became[0].name
    return department.name


def _renamed(one: Entry, other: Entry) -> Entry:
    """Return one entry of a department under its present name, of two by its two names."""
    now, past = (one, other) if one.former is None else (other, one)
    return now._replace(former=past.former)


class _Linker:
    """Links the mentions of one article with the gazetteer."""

    def __init__(self, context: Context, day: dt.date) -> None:
        self._context = context
        self._day = day
        self._links: dict[Sense, Callable[[PlaceMention, str], Found | None]] = {
            "commune": self._commune,
            "department": self._department,
            "region": self._region,
            "country": self._country,
            "city": self._city,
            "feature": self._feature,
        }

    def link(self, mention: PlaceMention, text: str) -> Found:
        """Return the place that a mention stands for."""
        if mention.kind is not None:
            return self._shaped(mention, text)
        for sense in mention.senses:
            found = self._links[sense](mention, text)
            if found is not None:
                return found
        return ("other", mention.key), other_place(text, None, self._day, mention.rule)

    def _shaped(self, mention: PlaceMention, text: str) -> Found:
        if mention.kind == "arrondissement":
            return self._arrondissement(mention, text)
        name = text
        if mention.rule == "place-road" and (road := _ROAD.search(text)):
            name = road[0]
        identity = (mention.kind, gazetteer.key(name))
        if mention.kind == "district":
            return identity, district_place(text, "", self._day, mention.rule)
        codes = mention.within.codes if mention.within else ()
        department = codes[0] if len(codes) == 1 else None
        return identity, other_place(text, department, self._day, mention.rule)

    def _arrondissement(self, mention: PlaceMention, text: str) -> Found:
        """Link an arrondissement with its code; of none of a city, by the only city named."""
        code: str | None = mention.key
        if len(mention.key) < 5:
            cities = self._context.cities_with_arrondissements
            only = next(iter(cities)) if len(cities) == 1 else ""
            code = gazetteer.arrondissement_code(only, int(mention.key))
        found = gazetteer.commune(code, self._day) if code else None
        commune = found.next_code if found else ""
        place = district_place(text, commune, self._day, mention.rule, code)
        return ("arrondissement", code or mention.key), place

    def _commune(self, mention: PlaceMention, text: str) -> Found | None:
        if mention.within is None and is_abroad(mention, self._context, self._day):
            return self._city(mention, text)
        choice = choose_commune(mention, self._context, self._day)
        if choice is None:
            return None
        if choice.commune is None:
            return ("commune", mention.key), unknown_commune(text, mention.rule)
        place = commune_place(choice.commune, choice.basis, self._day, mention.rule)
        return ("commune", choice.commune.code), place

    def _city(self, mention: PlaceMention, text: str) -> Found | None:
        within = mention.within or self._context.within.get(mention.key)
        wanted = within.codes if within and within.basis == "country_name" else ()
        cities = gazetteer.cities().get(mention.key, ())
        if wanted and not any(city.country in wanted for city in cities):
            place = city_place(City(text, wanted[0]), mention.rule, None)
            return ("city", mention.key, wanted[0]), place
        if not cities:
            return None
        city = min(
            cities,
            key=lambda c: (c.country not in wanted, c.country not in self._context.countries),
        )
        basis: Basis | None = "context" if wanted or len(cities) > 1 else None
        return ("city", mention.key, city.country), city_place(city, mention.rule, basis)

    def _department(self, mention: PlaceMention, text: str) -> Found | None:
        states = gazetteer.departments_with_key(mention.key)
        if not states:
            return None
        place = department_place(states, self._day, mention.rule)
        return ("department", _name_today(place)), place

    def _region(self, mention: PlaceMention, text: str) -> Found | None:
        states = gazetteer.regions_with_key(mention.key)
        if not states:
            return None
        if any(d.code in _OVERSEAS for d in gazetteer.departments_with_key(mention.key)):
            return self._department(mention, text)
        place = region_place(states, self._day, mention.rule)
        return ("region", place.name), place

    def _country(self, mention: PlaceMention, text: str) -> Found | None:
        country = gazetteer.countries().get(mention.key)
        if country is None:
            return None
        return ("country", country.name), country_place(country, mention.rule)

    def _feature(self, mention: PlaceMention, text: str) -> Found | None:
        features = gazetteer.features().get(mention.key)
        if not features:
            return None
        feature = features[0]
        return ("feature", feature.name), feature_place(feature, self._day, mention.rule)
