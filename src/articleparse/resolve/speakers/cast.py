"""The people and organisations of an article, by where they are named and what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from articleparse.document import Document, fold
from articleparse.lexicon.clauses import WordClass, may_be_finite, words_of
from articleparse.lexicon.files import rows
from articleparse.lexicon.speech import singular, speaker_nouns, speech_forms
from articleparse.record import Organisation, Person

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


def content_words(folded: str) -> list[str]:
    """Return the words of a folded phrase in lower case and singular, without the small ones.

    >>> content_words("secrétaires généraux de l'Union")
    ['secrétaire', 'général', 'union']
    """
    return without_small(_WORD.findall(folded.lower()))


def without_small(words: Iterable[str]) -> list[str]:
    """Return lower-case words in the singular, without the small ones."""
    small = _small()
    return [singular(word) for word in words if word not in small]


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


@dataclass
class Cast:
    """Everybody whom a quotation may be attributed to; look-ups are by bisection."""

    document: Document
    people: dict[str, Person]
    organisations: dict[str, Organisation]

    @property
    def _entities(self) -> Iterator[Person | Organisation]:
        yield from self.people.values()
        yield from self.organisations.values()

    @cached_property
    def named(self) -> list[Named]:
        """All places where somebody is named, in order."""
        return sorted({Named(m.start, m.end, e.id) for e in self._entities for m in e.mentions})

    @cached_property
    def role_spans(self) -> list[RoleSpan]:
        """All places where the text says what a person is, in order."""
        return sorted(
            RoleSpan(r.start, r.end, p.id, r.rule == "description-behind-quotation")
            for p in self.people.values()
            for r in p.roles
        )

    @cached_property
    def roles(self) -> dict[str, list[list[str]]]:
        """The content words of each person's roles."""
        folded = self.document.folded
        return {
            p.id: [words for r in p.roles if (words := content_words(folded[r.start : r.end]))]
            for p in self.people.values()
        }

    @cached_property
    def org_words(self) -> dict[str, list[list[str]]]:
        """The content words of each organisation's names and of what they stand behind."""
        folded = self.document.folded
        return {
            o.id: [
                *map(
                    content_words,
                    dict.fromkeys([fold(o.name), *(folded[m.start : m.end] for m in o.mentions)]),
                ),
                *self._descriptions(o),
            ]
            for o in self.organisations.values()
        }

    @cached_property
    def spots(self) -> dict[str, list[int]]:
        """Where each entity is named."""
        return {e.id: sorted(m.start for m in e.mentions) for e in self._entities}

    @cached_property
    def _people_by_word(self) -> dict[str, list[str]]:
        return _by_word(
            (id, {word for role in roles for word in role}) for id, roles in self.roles.items()
        )

    @cached_property
    def _bodies_by_word(self) -> dict[str, list[str]]:
        return _by_word(
            (id, {form[0] for form in forms if form} | {self.organisations[id].kind})
            for id, forms in self.org_words.items()
        )

    def _descriptions(self, body: Organisation) -> list[list[str]]:
        """Return the noun phrases that stand right before a name: "l'agence de notation X"."""
        found = []
        for mention in body.mentions[:_MOST_HOLDERS]:
            lead = self.document.folded[max(0, mention.start - 60) : mention.start]
            if match := _DESCRIPTION.search(lead):
                words = content_words(match[1])
                if words and words[0] in speaker_nouns() and _is_apposed(match[1].lower()):
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
        first = bisect_left(self.named, (start,))
        last = bisect_left(self.named, (end,))
        return self.named[first:last]

    def roles_in(self, start: int, end: int) -> list[RoleSpan]:
        """Return the roles that start within a range, in order."""
        first = bisect_left(self.role_spans, (start,))
        last = bisect_left(self.role_spans, (end,))
        return self.role_spans[first:last]

    def last_named(self, id: str, position: int) -> int | None:
        """Return where an entity was last named before a position, None if not yet."""
        spots = self.spots[id]
        index = bisect_left(spots, position)
        return spots[index - 1] if index else None


def _is_apposed(lead: str) -> bool:
    """Tell whether a noun phrase, and no verb or preposition, stands before a name."""
    words = lead.replace("'", " ").split()
    classes: tuple[WordClass, ...] = ("preposition", "complement", "coordinator", "determiner")
    links = frozenset().union(*map(words_of, classes))
    return not (words[-1] in links or any(may_be_finite(w) or w in speech_forms() for w in words))


def _by_word(entries: Iterable[tuple[str, set[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, words in entries:
        for word in sorted(words):
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
