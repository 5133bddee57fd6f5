"""The people and organisations of an article, by where they are named and what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from articleparse.document import Document, fold
from articleparse.lexicon.clauses import WordClass, may_be_finite, words_of
from articleparse.lexicon.files import rows
from articleparse.lexicon.speech import singular, speaker_nouns, speech_forms
from articleparse.record import Organisation, Person, Role

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A noun phrase that a name, with marks or without, stands behind in apposition.
_DESCRIPTION = re.compile(
    r"(?:\b(?:le|la|une|un) |\bl')((?:[\w-]+[ ']){0,4}[\w-]+) (?:\" ?)?$", re.IGNORECASE
)
# A word that more entities share than this tells none of them; bounds the time.
_MOST_HOLDERS = 50
_SMALL_CLASSES: tuple[WordClass, ...] = (
    "clitic",
    "complement",
    "coordinator",
    "determiner",
    "pronoun",
    "small",
)


@cache
def _small() -> frozenset[str]:
    return frozenset(word for name in _SMALL_CLASSES for word in words_of(name))


@cache
def _links() -> frozenset[str]:
    """Return the words that a name is governed by, so that no noun before it is in apposition."""
    classes: tuple[WordClass, ...] = ("preposition", "complement", "coordinator", "determiner")
    return frozenset().union(*map(words_of, classes))


def content_words(folded: str) -> list[str]:
    """Return the words of a folded phrase in lower case and singular, without the small ones.

    >>> content_words("secrétaires généraux de l'Union")
    ['secrétaire', 'général', 'union']
    """
    return without_small(written_words(folded))


def written_words(folded: str) -> list[str]:
    """Return the words of a folded phrase in lower case, a compound with hyphens as one."""
    return _WORD.findall(folded.lower())


def without_small(words: Iterable[str]) -> list[str]:
    """Return lower-case words in the singular, without the small ones."""
    small = _small()
    return [singular(word) for word in words if word not in small]


def _first_content_word(folded: str) -> str | None:
    """Return the first of the content words, without looking at the others."""
    small = _small()
    lowered = folded.lower()
    first = lowered.partition(" ")[0]
    if first.isalpha() and first not in small:  # as most names begin
        return singular(first)
    words = (word for word in _WORD.findall(lowered) if word not in small)
    return next(map(singular, words), None)


class Named(NamedTuple):
    """One place where an entity is named."""

    start: int
    end: int
    id: str


class RoleSpan(NamedTuple):
    """One place where the text says what a person is; `is_alone` without the name beside it."""

    start: int
    end: int
    id: str
    is_alone: bool


class Cast:
    """Everybody whom a quotation may be attributed to; look-ups are by bisection.

    Most quotations tell a name, so that what only other phrases ask for is made when one does.
    """

    def __init__(
        self,
        document: Document,
        people: Sequence[Person],
        organisations: Sequence[Organisation],
    ) -> None:
        """Index where the people and organisations of a document are named."""
        self.document = document
        self.people = {person.id: person for person in people}
        self.organisations = {body.id: body for body in organisations}
        entities: list[Person | Organisation] = [*people, *organisations]
        # All places where somebody is named, in order.
        self.named = sorted({Named(m.start, m.end, e.id) for e in entities for m in e.mentions})
        self._starts = [start for start, _, _ in self.named]
        self._body_words: dict[str, list[list[str]]] = {}
        self._fitting: dict[str | None, set[str]] = {}

    @cached_property
    def _roles_by_start(self) -> dict[int, RoleSpan]:
        spans = sorted(
            RoleSpan(role.start, role.end, person.id, role.rule == "description-behind-quotation")
            for person in self.people.values()
            for role in person.roles
        )
        return {span.start: span for span in reversed(spans)}  # the first of each start

    @cached_property
    def roles(self) -> dict[str, list[list[str]]]:
        """The content words of each person's roles, with all that the body in them is called."""
        return {
            p.id: [words for role in p.roles if (words := self._role_words(role))]
            for p in self.people.values()
        }

    def _role_words(self, role: Role) -> list[str]:
        words = content_words(self.document.folded[role.start : role.end])
        if role.organisation is not None:  # "présidente de la Ligue des quais (LDQ)": "de la LDQ"
            for others in self.body_words(role.organisation):
                words += [word for word in others if word not in words]
        return words

    @cached_property
    def spots(self) -> dict[str, list[int]]:
        """Where each entity is named."""
        found: dict[str, list[int]] = {}
        for start, _, id in self.named:
            found.setdefault(id, []).append(start)
        return found

    @cached_property
    def _people_by_word(self) -> dict[str, list[str]]:
        return _by_word(
            (id, {word for role in roles for word in role}) for id, roles in self.roles.items()
        )

    @cached_property
    def body_nouns(self) -> dict[str, set[str]]:
        """The words that each organisation's names begin with, and the nouns before them."""
        folded = self.document.folded
        found: dict[str, set[str]] = {}
        for body in self.organisations.values():
            forms = {folded[m.start : m.end] for m in body.mentions}
            nouns = {noun for form in forms if (noun := _first_content_word(form))}
            nouns.update(words[0] for words in self._descriptions(body))
            found[body.id] = nouns
        return found

    @cached_property
    def _bodies_by_word(self) -> dict[str, list[str]]:
        bodies = self.organisations
        return _by_word((id, nouns | {bodies[id].kind}) for id, nouns in self.body_nouns.items())

    def body_words(self, id: str) -> list[list[str]]:
        """Return the content words of an organisation's names and of what they stand behind."""
        if id not in self._body_words:
            folded, body = self.document.folded, self.organisations[id]
            forms = {folded[m.start : m.end] for m in body.mentions}
            self._body_words[id] = [*map(content_words, forms), *self._descriptions(body)]
        return self._body_words[id]

    def _descriptions(self, body: Organisation) -> list[list[str]]:
        """Return the noun phrases that stand right before a name: "l'agence de notation X"."""
        found = []
        for mention in body.mentions[:_MOST_HOLDERS]:
            lead = self.document.folded[max(0, mention.start - 60) : mention.start]
            if _stands_behind_noun(lead) and (match := _DESCRIPTION.search(lead)):
                words = content_words(match[1])
                if words and words[0] in speaker_nouns() and _is_noun_phrase(match[1].lower()):
                    found.append(words)
        return found

    def people_with(self, words: Iterable[str]) -> list[str]:
        """Return the people of whom a role has one of the words."""
        return _union(self._people_by_word, words)

    def bodies_with(self, words: Iterable[str]) -> list[str]:
        """Return the organisations of that kind, or with such a head noun."""
        return _union(self._bodies_by_word, words)

    def name(self, id: str) -> str:
        """Return the canonical name of an entity."""
        person = self.people.get(id)
        return person.name if person else self.organisations[id].name

    def fitting(self, gender: str | None) -> set[str]:
        """Return the people whose gender does not contradict one."""
        if gender not in self._fitting:
            agreeing = (None, gender)
            self._fitting[gender] = {
                id for id in self.people if gender is None or self.gender(id) in agreeing
            }
        return self._fitting[gender]

    def gender(self, id: str) -> str | None:
        """Return the grammatical gender of a person, by the record or by a role's noun."""
        person = self.people.get(id)
        if person is None or person.gender is not None:
            return person.gender if person else None
        for words in self.roles[id]:
            noun = speaker_nouns().get(words[0])
            if noun is not None and noun.gender is not None:
                return noun.gender
        return None

    def named_in(self, start: int, end: int) -> list[Named]:
        """Return the names that start within a range, in order."""
        first = bisect_left(self._starts, start)
        return self.named[first : bisect_left(self._starts, end, first)]

    def role_at(self, position: int) -> RoleSpan | None:
        """Return the first of the roles that start at a position, None without."""
        return self._roles_by_start.get(position)

    def last_named(self, id: str, position: int) -> int | None:
        """Return where an entity was last named before a position, None if not yet."""
        spots = self.spots[id]
        index = bisect_left(spots, position)
        return spots[index - 1] if index else None


def _stands_behind_noun(lead: str) -> bool:
    """Tell whether a noun may stand right before a name: no mark, preposition or article."""
    before = lead.rstrip(' "')
    if not (before[-1:].isalnum() or before.endswith(("-", "_"))):
        return False
    word = before[max(before.rfind(" "), before.rfind("'")) + 1 :]
    return word.lower() not in _links()


def _is_noun_phrase(lead: str) -> bool:
    """Tell whether what stands before a name has no verb."""
    words = lead.replace("'", " ").split()
    return not any(may_be_finite(word) or word in speech_forms() for word in words)


def _by_word(entries: Iterable[tuple[str, set[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, words in entries:
        for word in words:
            holders = found.setdefault(word, [])
            if len(holders) < _MOST_HOLDERS:
                holders.append(id)
    return found


def _union(index: dict[str, list[str]], words: Iterable[str]) -> list[str]:
    return sorted({id for word in words for id in index.get(word, ())})


def role_synonyms(phrase: str) -> list[list[str]]:
    """Return the roles, as content words, that an office's other name stands for.

    >>> role_synonyms("garde des sceaux")
    [['ministre', 'justice']]
    """
    return _synonyms().get(phrase, [])


@cache
def _synonyms() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for name, role in rows("role_synonyms.tsv", 2):
        found.setdefault(name, []).append(content_words(fold(role)))
    return found
