"""Attach role phrases to the people that they tell of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from articleparse.document import Document
from articleparse.extract.roles import RoleMention
from articleparse.lexicon.clauses import is_finite
from articleparse.lexicon.files import words
from articleparse.lexicon.people import honorifics
from articleparse.lexicon.role_links import apposition, copula, leading, listing, one_of
from articleparse.record import Organisation, Role
from articleparse.resolve.roles.descriptions import Descriptions, Named

_BETWEEN_PEOPLE = re.compile(r"(?:,| et|, et) (?:de |d')?")
_DEFINITE = re.compile(r"(?:le |la |les |l')$")
_NEXT_WORD = re.compile(r" (?:n'|ne |s'|se |y |en )?([a-zà-ÿ]+)(?!')")
_HEADINGS = frozenset(["headline", "crosshead", "kicker"])
_TITLE = 14  # characters that a form of address and the blank behind it take
_LAST_WORD = re.compile(r"[^ \n']+$")
_PARTITIVE = 16  # characters that "l'une de leurs" and the like take
_FARTHEST = 60  # characters between a name and a role; what is farther is not looked at


class _Spot(NamedTuple):
    """A mention of a person: from its honorific on, and whose it is."""

    start: int
    end: int
    person: int


def roles_of(
    document: Document,
    people: Sequence[Named],
    roles: Sequence[RoleMention],
    organisations: tuple[Organisation, ...],
) -> list[tuple[Role, ...]]:
    """Return the roles of each of the people, each distinct one once, in text order.

    A role is told by apposition on either side, before the name, by a copula, or in
    a list of roles; one in the plural holds for all the people it stands beside.
    """
    if not (roles and people):
        return [()] * len(people)
    named = sorted(
        [
            _Spot(_with_title(document, m.start), m.end, i)
            for i, p in enumerate(people)
            for m in p.mentions
        ]
    )
    trimmed = _trim(document, roles, named)
    found: list[list[tuple[int, int, str]]] = [[] for _ in people]
    for start, end, rule, person in _pairs(
        document, trimmed, named, Descriptions(document, people)
    ):
        found[person].append((start, end, rule))
    links = sorted([(m.start, m.end, o.id) for o in organisations for m in o.mentions])
    return [_roles(document, spans, links) if spans else () for spans in found]


def _with_title(document: Document, start: int) -> int:
    """Return where a name begins with the form of address before it."""
    if not start or document.folded[start - 1] != " ":
        return start
    before = document.folded[max(0, start - _TITLE) : start - 1]
    word = before[max(before.rfind(mark) for mark in " \n'") + 1 :]
    return start - 1 - len(word) if word in honorifics() else start


def _trim(
    document: Document, roles: Sequence[RoleMention], named: Sequence[_Spot]
) -> list[RoleMention]:
    """Let roles end before a person that they have taken for a complement."""
    starts = [n.start for n in named]
    kept = []
    for role in roles:
        at = bisect_left(starts, role.start)
        end = role.end
        if at < len(named) and named[at].start < role.end:
            if named[at].start == role.start:
                continue
            before = document.folded[role.start : named[at].start].rstrip(" ")
            if before.rpartition(" ")[2].rpartition("\n")[2] in words("governing_words.txt"):
                kept.append(role)
                continue
            end = role.start + len(before)
        is_plural = role.is_plural and not _is_one_of(document, role)
        if (end, is_plural) != (role.end, role.is_plural):
            nested = tuple(n for n in role.nested if n < end)
            role = replace(role, end=end, is_plural=is_plural, nested=nested)
        kept.append(role)
    return kept


def _is_one_of(document: Document, role: RoleMention) -> bool:
    """Tell whether a plural means one of several ("l'une des cadres", "un de ses élèves")."""
    before = document.folded[max(0, role.start - _PARTITIVE) : role.start]
    return one_of().search(before) is not None


def _pairs(
    document: Document,
    roles: Sequence[RoleMention],
    named: Sequence[_Spot],
    descriptions: Descriptions,
) -> Iterator[tuple[int, int, str, int]]:
    """Yield start, end, rule and person of each role that tells of one.

    A list of roles goes on from one that tells of somebody, or leads to one that does:
    `waiting` are the roles of a list so far that tell of nobody yet.
    """
    starts = [n.start for n in named]
    ends = sorted((n.end, i) for i, n in enumerate(named))
    previous: tuple[int, tuple[int, ...]] | None = None  # end of the last role, its people
    waiting: list[RoleMention] = []
    is_said = False  # the last role tells who speaks; a name behind it goes before
    for role in roles:
        if waiting and not _is_listed(document, waiting[-1].end, role.start):
            waiting = []
        owners, rule = _behind_name(document, role, named, ends), "apposition"
        if not (owners or is_said) and previous and _goes_on(document, previous[0], role.start):
            owners, rule = previous[1], "role-list"
        ahead = _ahead_of_name(document, role, named, starts)
        if ahead and not (
            owners and (_is_closer(document, role) or _ends_in_thing(document, role))
        ):
            people, start = ahead
            for before in waiting if start == role.start else ():
                if before.is_plural and len(people) == 1:
                    continue  # "les élus de Lens et la maire Anne Roy"
                if before.gender and role.gender and before.gender != role.gender:
                    continue  # "la chancelière et le président Paul Roy"
                yield from ((before.start, before.end, "title-before-name", p) for p in people)
            for person in people:
                yield start, role.end, "title-before-name", person
            previous, waiting = None, []
            continue
        if not owners and previous and _is_listed(document, previous[0], role.start):
            owners, rule = previous[1], "role-list"
        if not owners and (described := descriptions.described(role)) is not None:
            owners, rule = (described,), "description-behind-quotation"
        if not owners and (meant := descriptions.subject(role)) is not None:
            owners, rule = (meant,), "description-with-copula"
        for person in owners:
            yield role.start, role.end, rule, person
        previous = (role.end, owners) if owners else None
        is_said = rule == "description-behind-quotation"
        waiting = [] if owners else [*waiting[-3:], role]


def _is_listed(document: Document, end: int, start: int) -> bool:
    return listing().fullmatch(_between(document, end, start)) is not None


def _goes_on(document: Document, end: int, start: int) -> bool:
    """Tell whether a list goes on without an article, as one of the same person does."""
    between = _between(document, end, start)
    return listing().fullmatch(between) is not None and not _DEFINITE.search(between)


def _between(document: Document, start: int, end: int) -> str:
    """Return what stands between a name and a role, a line's end where they lie far apart."""
    return document.folded[start:end] if 0 <= end - start <= _FARTHEST else "\n"


def _behind_name(
    document: Document,
    role: RoleMention,
    named: Sequence[_Spot],
    ends: Sequence[tuple[int, int]],
) -> tuple[int, ...]:
    """Return the people before a role in apposition or with a copula between."""
    at = bisect_right(ends, (role.start, len(named))) - 1
    if at < 0:
        return ()
    index = ends[at][1]
    between = _between(document, named[index].end, role.start)
    if between == "\n" or not _ties(document, between, role):
        return ()
    people = [named[index].person]
    while role.is_plural and index > 0:
        if not _BETWEEN_PEOPLE.fullmatch(
            _between(document, named[index - 1].end, named[index].start)
        ):
            break
        index -= 1
        people.append(named[index].person)
    if len(people) == 1 and between.endswith("les "):
        return ()
    return tuple(reversed(people))


def _ties(document: Document, between: str, role: RoleMention) -> bool:
    """Tell whether what stands between a name and a role behind it ties them together."""
    if between == " ":
        return _is_heading(document, role)
    if between.strip(" ") and apposition().fullmatch(between):
        return not (_DEFINITE.search(between) and _governs_verb(document, role))
    return copula().fullmatch(between) is not None


def _is_heading(document: Document, role: RoleMention) -> bool:
    """Tell whether a role ends a heading, which may do without a comma before it."""
    at = bisect_right(document.blocks, role.start, key=lambda block: block.start) - 1
    block = document.blocks[at] if at >= 0 else None
    return block is not None and block.kind in _HEADINGS and block.end <= role.end + 1


def _governs_verb(document: Document, role: RoleMention) -> bool:
    """Tell whether a bare role is the subject of a verb behind it ("X, le pape a prié")."""
    if role.end - role.start > len(role.noun):
        return False
    verb = _NEXT_WORD.match(document.folded, role.end)
    return verb is not None and is_finite(verb[1])


def _ahead_of_name(
    document: Document, role: RoleMention, named: Sequence[_Spot], starts: Sequence[int]
) -> tuple[tuple[int, ...], int] | None:
    """Return the people that a role stands before, and where that role begins.

    Without a comma the name belongs to the innermost noun ("l'avocat du ministre X"). A
    role in the plural needs several people.
    """
    at = bisect_left(starts, role.end)
    if at >= len(named):
        return None
    between = _between(document, role.end, named[at].start)
    if between == "\n" or not leading().fullmatch(between) or _is_verb(document, role):
        return None
    start = role.start
    if not {",", ":", "("} & set(between) and role.nested:
        start = role.nested[-1]
    people = [named[at].person]
    while role.is_plural and at + 1 < len(named):
        if not _BETWEEN_PEOPLE.fullmatch(_between(document, named[at].end, named[at + 1].start)):
            break
        at += 1
        people.append(named[at].person)
    if role.is_plural and len(people) == 1 and start == role.start:
        return None
    if (":" in between and not role.is_plural) or (
        between == " (" and document.folded[named[at].end : named[at].end + 1] != ")"
    ):
        return None
    return tuple(people), start


def _is_verb(document: Document, role: RoleMention) -> bool:
    """Tell whether the noun is a verb here: behind a quotation or a relative pronoun."""
    before = document.folded[max(0, role.start - 6) : role.start]
    is_bare = role.end - role.start == len(role.noun) and document.text[role.start].islower()
    return is_bare and before.endswith(('", ', '" ', "qui "))


def _is_closer(document: Document, role: RoleMention) -> bool:
    """Tell whether a role between two names belongs to the one before it."""
    return document.folded[role.end : role.end + 1] in (",", ")", ".")


def _ends_in_thing(document: Document, role: RoleMention) -> bool:
    """Tell whether a role ends in a noun that bears the name behind it ("la Maison Anne Roy")."""
    last = _LAST_WORD.search(document.folded, role.start, role.end)
    return last is not None and last[0].lower() in words("thing_heads.txt")


def _roles(
    document: Document,
    spans: Sequence[tuple[int, int, str]],
    links: Sequence[tuple[int, int, str]],
) -> tuple[Role, ...]:
    kept: list[tuple[int, int, str]] = []
    seen: list[str] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        title = document.folded[span[0] : span[1]].lower()
        if not any(title in longer for longer in seen):
            seen.append(title)
            kept.append(span)
    return tuple([_role(document, *span, links) for span in sorted(kept)])


def _role(
    document: Document, start: int, end: int, rule: str, links: Sequence[tuple[int, int, str]]
) -> Role:
    text = document.text[start:end]
    return Role(
        start=start,
        end=end,
        text=text,
        title=text,
        organisation=_inside(links, start, end),
        rule=rule,
    )


def _inside(links: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    at = bisect_left(links, (start, 0, ""))
    if at < len(links) and links[at][1] <= end:
        return links[at][2]
    return None
