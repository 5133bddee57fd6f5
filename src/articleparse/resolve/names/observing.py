"""Add to what a name's own words tell what the other extractors saw at the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from articleparse.document import Span
from articleparse.extract.names import NameMention
from articleparse.extract.places import PlaceMention
from articleparse.extract.roles import RoleMention

_LEAD = 40  # characters that a place's own words take before the name that it bears


def observations(
    names: Sequence[NameMention], roles: Sequence[RoleMention], places: Sequence[PlaceMention]
) -> list[tuple[str, ...]]:
    """Return, for each name, the names of all observations on it."""
    spots = sorted([(p.start, p.end, p.is_certain) for p in places])
    starts = [start for start, _, _ in spots]
    role_starts = {role.start for role in roles}
    role_ends = {role.end for role in roles}
    things = sorted([thing for role in roles for thing in role.things])
    families = _families(names)
    found = []
    for name in names:
        seen = name.evidence
        if len(name.words) == 1 and _may_be_family(name):
            is_known = name.words[0].lower() in families
            seen += ("full-form",) if is_known else ("no-full-form",)
        # A place that reaches over the name may begin a little before it ("rue de", "île de").
        first = bisect_left(starts, name.start - _LEAD)
        if first < len(starts) and starts[first] < name.end:
            seen += _from_places(name, spots[first : bisect_left(starts, name.end, first)])
        begin = name.start if name.honorific_start is None else name.honorific_start
        if begin - 1 in role_ends or begin - 2 in role_ends:
            seen += ("behind-role",)
        if name.end + 2 in role_starts:
            seen += ("before-role",)
        if things and _is_inside(name, things):
            seen += ("inside-thing",)
        found.append(seen)
    return found


def _families(names: Sequence[NameMention]) -> set[str]:
    """Return the family names that the article has in full or with a title, in lower case."""
    return {
        name.words[-1].lower()
        for name in names
        if name.honorific or 0 < name.given < len(name.words)
    }


def _may_be_family(name: NameMention) -> bool:
    return name.rule == "name" and not name.honorific and not name.words[0].isupper()


def _from_places(name: NameMention, spots: Sequence[tuple[int, int, bool]]) -> tuple[str, ...]:
    """Observe how the name and the places near it lie to each other."""
    found: list[str] = []
    for start, end, is_certain in spots:
        if start == name.start and end == name.end:
            found.append("place-certain" if is_certain else "place-possible")
            if len(name.words) > 1:
                found.append("place-several-words")
        elif start <= name.start and name.end <= end:
            found.append("inside-place")
        elif name.start <= start and end <= name.end:
            found.append("holds-place")
    return tuple(found)


def _is_inside(name: NameMention, things: list[Span]) -> bool:
    at = bisect_right(things, (name.start, name.end)) - 1
    if at >= 0 and things[at].start <= name.start < things[at].end:
        return True
    return at + 1 < len(things) and things[at + 1].start == name.start
