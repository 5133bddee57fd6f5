"""Add to what a name's own words tell what the other extractors saw at the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from articleparse.document import Span
from articleparse.extract.names import NameMention
from articleparse.extract.places import PlaceMention
from articleparse.extract.roles import RoleMention


def observations(
    names: Sequence[NameMention], roles: Sequence[RoleMention], places: Sequence[PlaceMention]
) -> list[tuple[str, ...]]:
    """Return, for each name, the names of all observations on it."""
    spots = sorted((p.start, p.end, p.is_certain) for p in places)
    starts = [start for start, _, _ in spots]
    role_starts = {role.start for role in roles}
    role_ends = {role.end for role in roles}
    things = sorted(thing for role in roles for thing in role.things)
    families = {
        name.words[-1].lower()
        for name in names
        if name.honorific or 0 < name.given < len(name.words)
    }
    return [
        (
            *name.evidence,
            *_from_full_forms(name, families),
            *_from_places(name, spots, starts),
            *_from_roles(name, role_starts, role_ends),
            *(["inside-thing"] if _is_inside(name, things) else []),
        )
        for name in names
    ]


def _from_full_forms(name: NameMention, families: set[str]) -> tuple[str, ...]:
    """Observe whether one word is a family name that the article has in full or with a title."""
    if len(name.words) > 1 or name.rule != "name" or name.honorific or name.words[0].isupper():
        return ()
    return ("full-form" if name.words[0].lower() in families else "no-full-form",)


def _from_places(
    name: NameMention, spots: list[tuple[int, int, bool]], starts: list[int]
) -> list[str]:
    found: list[str] = []
    # A place that reaches over the name may begin a little before it ("rue de", "île de").
    first, behind = bisect_left(starts, name.start - 40), bisect_left(starts, name.end)
    for start, end, is_certain in spots[first:behind]:
        if (start, end) == (name.start, name.end):
            found.append("place-certain" if is_certain else "place-possible")
            if len(name.words) > 1:
                found.append("place-several-words")
        elif start <= name.start and name.end <= end:
            found.append("inside-place")
        elif name.start <= start and end <= name.end:
            found.append("holds-place")
    return found


def _from_roles(name: NameMention, starts: set[int], ends: set[int]) -> list[str]:
    begin = name.honorific_start if name.honorific_start is not None else name.start
    found = []
    if begin - 1 in ends or begin - 2 in ends:
        found.append("behind-role")
    if name.end + 2 in starts:
        found.append("before-role")
    return found


def _is_inside(name: NameMention, things: list[Span]) -> bool:
    at = bisect_right(things, (name.start, name.end)) - 1
    if at >= 0 and things[at].start <= name.start < things[at].end:
        return True
    return at + 1 < len(things) and things[at + 1].start == name.start
