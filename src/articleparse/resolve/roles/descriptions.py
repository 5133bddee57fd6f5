"""Find whom a full description behind a quotation means: "…", résume la cheffe de projet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

from articleparse.document import Document
from articleparse.extract.roles import RoleMention
from articleparse.lexicon.clauses import auxiliaries
from articleparse.lexicon.determiners import determiners
from articleparse.lexicon.people import Gender
from articleparse.lexicon.role_links import pronoun_copula
from articleparse.lexicon.speech import speech_forms
from articleparse.resolve.overlaps import Spanned

_VERB = 3  # words between the quotation and the description ("a-t-il", "a conclu la")
_ARTICLES = frozenset(["le", "la", "l'"])
_SUBJECT = 80  # characters from a sentence's beginning to a role that a copula ties to it
_PRONOUN_GENDER: dict[str, Gender] = {"Il": "masculine", "Elle": "feminine"}


class Named(Protocol):
    """Somebody of whom the text tells the name and maybe the grammatical gender."""

    @property
    def mentions(self) -> Sequence[Spanned]:
        """Where it names him, in any order."""
        ...

    @property
    def gender(self) -> Gender | None:
        """The gender, None where the text does not show it."""
        ...


class Descriptions:
    """The people of a document by where they are named, to look up from a quotation."""

    def __init__(self, document: Document, people: Sequence[Named]) -> None:
        """Index sentences, blocks and names."""
        self.document = document
        self.people = people
        self.sentences = [sentence.start for sentence in document.sentences]
        self.blocks = [block.start for block in document.blocks]
        self.named = sorted([(m.start, i) for i, p in enumerate(people) for m in p.mentions])

    def described(self, role: RoleMention) -> int | None:
        """Return the person whom a role means that is the inverted subject of a speech verb.

        A definite role with a complement says something new of the one person of its
        gender whom the sentence before the quotation names; a bare title only refers back.
        """
        if role.is_plural or role.end - role.start <= len(role.noun) + 1:
            return None
        closing = self._closing_mark(role.start)
        if closing is None:
            return None
        block = self._last(self.blocks, closing)
        opening = self.document.folded.rfind('"', block, closing)
        if opening <= block:
            return None
        begin = max(block, self._last(self.sentences, opening - 1))
        here = self.named[
            bisect_left(self.named, (begin, -1)) : bisect_left(self.named, (opening, -1))
        ]
        fitting = {i for _, i in here if self._agrees(self.people[i], role)}
        return fitting.pop() if len(fitting) == 1 else None

    def subject(self, role: RoleMention) -> int | None:
        """Return the person whom a sentence's subject means that a copula ties to a role.

        "Il est maire de Lens", "Ce père de deux enfants est professeur": of that gender
        the sentence before, in the same paragraph or the one before, names one person.
        """
        begin = self._last(self.sentences, role.start)
        if role.is_plural or role.start - begin > _SUBJECT:
            return None
        found = pronoun_copula().fullmatch(self.document.folded, begin, role.start)
        at = bisect_left(self.sentences, begin)
        if found is None or at == 0:
            return None
        here = self.named[
            bisect_left(self.named, (self.sentences[at - 1], -1)) : bisect_left(
                self.named, (begin, -1)
            )
        ]
        people = {i for _, i in here}
        if found["pronoun"]:
            gender: Gender | None = _PRONOUN_GENDER[found["pronoun"]]
        else:
            gender = determiners()[found["determiner"].lower()].gender
        fitting = {i for i in people if self.people[i].gender in (None, gender)}
        return fitting.pop() if len(fitting) == 1 else None

    def _closing_mark(self, position: int) -> int | None:
        """Return where the mark stands that a verb of speech and an article follow."""
        texts, starts, _ = self.document.tokens
        at = bisect_left(starts, position) - 1
        if at < 0 or texts[at] not in _ARTICLES or at < _VERB:
            return None
        at -= 1
        if texts[at] not in speech_forms():
            return None
        at -= 1
        if texts[at] in auxiliaries("avoir"):
            at -= 1
        if at and texts[at] == ",":
            at -= 1
        return starts[at] if texts[at] == '"' else None

    @staticmethod
    def _last(starts: Sequence[int], position: int) -> int:
        at = bisect_right(starts, position) - 1
        return starts[at] if at >= 0 else 0

    @staticmethod
    def _agrees(person: Named, role: RoleMention) -> bool:
        return None in (person.gender, role.gender) or person.gender == role.gender
