"""Resolve pronouns, bare nouns of persons, and quotations that name nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from articleparse.document import Mention, Span
from articleparse.lexicon.clauses import words_of
from articleparse.resolve.speakers.cast import Cast, Named
from articleparse.resolve.speakers.voices import Blocks, Voice

# People named earlier than this many characters before are out of mind.
_MEMORY = 1500
# Salience, in sentences: what being a subject or having spoken outweighs.
_SUBJECT = 2.0
_SPOKE = 2.5
_OTHER_BLOCK = 1.5
# Whom somebody else only speaks of is farther from the writer's mind.
_QUOTED = 1.0
# "après les annonces de Paul, a-t-il jugé": who is a complement is seldom the subject.
_COMPLEMENT = 1.0
_GOVERNED = re.compile(r"(?:\b(?:de|du|par|contre|avec|pour|chez) |\bd')(?:Mme |M\. )?\Z")
# A name within this many characters of its sentence's start is taken for the subject.
_OPENING = 45
# A mark and its blanks are no longer; so much stands before a sentence that is a quotation.
_MARK = 3
_NEVER = float("-inf")


class _NamedPerson(NamedTuple):
    """One place where a person is named, with what makes it salient."""

    start: int
    id: str
    sentence: int
    block: int
    is_quoted: bool
    is_opening: bool
    is_governed: bool


class Spoken(NamedTuple):
    """A quotation that has been given to a voice: where it stands, in which block."""

    start: int
    block: int
    voice: Voice


class Memory:
    """Who has spoken and who has been named, as far as the text has been read."""

    def __init__(self, cast: Cast, marked: Sequence[Span]) -> None:
        """Start with nobody in mind; `marked` are the words between marks, in text order."""
        self.cast = cast
        self._marked = marked
        self.blocks = Blocks(cast.document)
        self.spoken: list[Spoken] = []
        self.speakers: set[str] = set()
        self._answerer: Voice | None = None

    def remember(self, position: int, voice: Voice) -> None:
        """Note that a quotation at a position has been given to a voice."""
        self.spoken.append(Spoken(position, self.blocks.block(position), voice))
        self.speakers.update(voice.refs)

    def last_voice(self, position: int, reach: int) -> Voice | None:
        """Return who spoke last in the same block or at most `reach` blocks before."""
        if not self.spoken:
            return None
        last = self.spoken[-1]
        return last.voice if self.blocks.block(position) - last.block <= reach else None

    def answerer(self, position: int) -> Voice | None:
        """Return who answers an interview's questions: whom the text above names most."""
        if self._answerer is None:
            above = [n for n in self.cast.named_in(0, position) if n.id in self.cast.people]
            if not above:
                return None
            counts = Counter(named.id for named in above)
            id = max(counts, key=lambda id: (counts[id], id))
            last = [named for named in above if named.id == id][-1]
            self._answerer = self._continued(last)
        return self._answerer

    def only_person(self, position: int) -> Voice | None:
        """Return the one person whom the paragraph names before a sentence that is a quotation."""
        if position - self.blocks.sentence_start(position) > _MARK:
            return None
        start = self.cast.document.blocks[self.blocks.block(position)].start
        named = [n for n in self.cast.named_in(start, position) if n.id in self.cast.people]
        ids = {n.id for n in named if not self._is_quoted(n.start)}
        return self._continued(named[-1]) if len(ids) == 1 else None

    def witness(self, position: int) -> Voice | None:
        """Return whose words an article without any verb of speech before goes on with.

        That is whom it has named until here, and named more than anybody else.
        """
        named = [n for n in self.cast.named_in(0, position) if n.id in self.cast.people]
        counts = Counter(n.id for n in named).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
            return None
        return self._continued([n for n in named if n.id == counts[0][0]][-1])

    def _continued(self, named: Named) -> Voice:
        return Voice(self.cast.name(named.id), (named.id,), named.start, named.end, "continued")

    def same_block(self, first: Mention, second: Mention) -> bool:
        """Tell whether two mentions stand in one block."""
        return self.blocks.block(first.start) == self.blocks.block(second.start)

    def last_voices(self, count: int) -> list[str]:
        """Return the ids of the last `count` different speakers, the first of them first."""
        ids: list[str] = []
        for spoken in reversed(self.spoken[-4 * count :]):
            ids += [ref for ref in spoken.voice.refs if ref not in ids]
        return ids[:count][::-1] if len(ids) >= count else []

    def person(
        self,
        position: int,
        gender: str | None,
        looks_ahead: bool = False,
        others: Collection[str] = (),
        least: float | None = None,
    ) -> str | None:
        """Return the person whom a pronoun or bare noun of that gender means.

        `looks_ahead`: without anybody before, somebody named further on may be meant.
        `others` are people whom the phrase cannot mean; `least` is the salience asked for.

        The nearer in sentences the better; subjects and speakers count as nearer,
        another paragraph as farther off.
        """
        scores = self._scores(position, gender, others, self._voiced(position, ()))
        if least is not None:
            return self._nearest({i: s for i, s in scores.items() if s >= least}, position)
        return self._nearest(scores, position) or self._next(position, gender, looks_ahead)

    def _nearest(self, scores: dict[str, float], position: int) -> str | None:
        """Return the best of the scores; of two the one named last before a position."""
        if not scores:
            return None
        most = max(scores.values())
        best = [id for id, score in scores.items() if score == most]
        if len(best) == 1:
            return best[0]
        return max(best, key=lambda id: self.cast.last_named(id, position) or 0)

    def _scores(
        self,
        position: int,
        gender: str | None,
        others: Collection[str],
        voiced: Sequence[tuple[float, Voice]],
    ) -> dict[str, float]:
        """Return how near each fitting person is to the mind at a position."""
        fitting = self.cast.fitting(gender)
        here = self._sentence(position)
        block = self.blocks.block(position)
        scores: dict[str, float] = {}
        named = self._people
        first = bisect_left(named, (position - _MEMORY,))
        for person in named[first : bisect_left(named, (position,), first)]:
            if person.id not in fitting or person.id in others:
                continue
            score = float(person.sentence - here)
            if person.is_governed and not person.is_opening:
                score -= _COMPLEMENT
            if person.is_quoted:
                score -= _QUOTED
            elif person.is_opening and person.sentence != here:
                score += _SUBJECT
            if person.block != block:
                score -= _OTHER_BLOCK
            if score > scores.get(person.id, _NEVER):
                scores[person.id] = score
        for score, voice in voiced:
            id = voice.refs[0] if len(voice.refs) == 1 else ""
            if id in fitting and id not in others and score > scores.get(id, _NEVER):
                scores[id] = score
        return scores

    def _voiced(self, position: int, subjects: Sequence[Voice]) -> list[tuple[float, Voice]]:
        """Return those who spoke last and the subjects given, with their nearness."""
        blocks = self.blocks
        here, block = self._sentence(position), blocks.block(position)
        found: list[tuple[float, Voice]] = []
        for at, its_block, voice in reversed(self.spoken[-6:]):
            if position - at <= _MEMORY:
                score = _SPOKE - here + self._sentence(max(at, voice.start))
                found.append((score if its_block == block else score - _OTHER_BLOCK, voice))
        for voice in subjects:
            score = _SUBJECT - here + self._sentence(voice.start)
            is_here = blocks.block(voice.start) == block
            found.append((score if is_here else score - _OTHER_BLOCK, voice))
        return found

    @cached_property
    def _people(self) -> list[_NamedPerson]:
        """The places where people are named, in order."""
        blocks, people, folded = self.blocks, self.cast.people, self.cast.document.folded
        return [
            _NamedPerson(
                start,
                id,
                self._sentence(start),
                blocks.block(start),
                self._is_quoted(start),
                start - blocks.sentence_start(start) < _OPENING,
                _GOVERNED.search(folded, max(0, start - 10), start) is not None,
            )
            for start, _, id in self.cast.named
            if id in people
        ]

    def _sentence(self, position: int) -> int:
        """Return how many sentences begin up to a position, those between marks left out."""
        index = self.blocks.sentence(position)
        return self._told[index] if index >= 0 else 0

    @cached_property
    def _told(self) -> list[int]:
        """For each sentence how many begin outside marks up to it: a quotation takes no time."""
        starts = (sentence.start for sentence in self.cast.document.sentences)
        return list(accumulate(not self._is_quoted(start) for start in starts))

    def _is_quoted(self, position: int) -> bool:
        index = bisect_left(self._marked, (position + 1,)) - 1
        return index >= 0 and position < self._marked[index].end

    def _next(self, position: int, gender: str | None, looks_ahead: bool) -> str | None:
        """Return the first fitting person behind, for titles that say "elle" beforehand."""
        if (
            not looks_ahead
            and self.cast.document.blocks[self.blocks.block(position)].kind == "paragraph"
        ):
            return None
        fitting = self.cast.fitting(gender)
        behind = self.cast.named_in(position, position + _MEMORY)
        return next((named.id for named in behind if named.id in fitting), None)

    def speaker_named_in_sentence(self, position: int) -> Voice | None:
        """Return who speaks elsewhere in the article and is the only one named beside."""
        start, end = self.blocks.sentence_span(position)
        if end - start > _MEMORY:
            return None
        ids = {n.id for n in self.cast.named_in(start, end) if n.id in self.cast.people}
        if len(ids) != 1 or not ids <= self.speakers:
            return None
        return self._continued(next(n for n in self.cast.named_in(start, end) if n.id in ids))

    def pronoun(
        self, word: str, start: int, end: int, subjects: Sequence[Voice] = ()
    ) -> Voice | None:
        """Return whom a personal pronoun stands for; "on" stands for nobody.

        `subjects` are those of the sentences before, the nearest first.
        """
        if word in ("on", "qui"):
            return None
        if word in words_of("plural pronoun"):
            return self._plural(start, end, subjects)
        gender = "feminine" if word in words_of("feminine pronoun") else "masculine"
        last = self.last_voice(start, 0)
        if last is not None and not last.refs and not last.is_plural and last.gender == gender:
            return last._replace(start=start, end=end, basis="pronoun")
        voiced = self._voiced(start, subjects)
        scores = self._scores(start, gender, (), voiced)
        best = max(scores.values(), default=-_SPOKE)
        for score, voice in voiced:
            if score <= best or voice.gender != gender or voice.is_plural:
                continue
            is_body = self.cast.people.keys().isdisjoint(voice.refs)
            if is_body and self._sentence(voice.start) < self._sentence(start):
                return voice._replace(start=start, end=end, basis="pronoun")
        id = self._nearest(scores, start) or self._next(start, gender, looks_ahead=False)
        return self._as_voice(id, start, end, gender)

    def last_named(self, start: int, end: int, gender: str | None) -> Voice | None:
        """Return whom "ce dernier" takes up: who is named last before, in this sentence or the one before.

        Without a person the last body is meant; further off a person may be, as by a pronoun.
        """
        here = self._sentence(start)
        near = [
            named
            for named in self.cast.named_in(max(0, start - _MEMORY), start)
            if here - self._sentence(named.start) <= 1 and not self._is_quoted(named.start)
        ]
        fitting = self.cast.fitting(gender)
        people = [named for named in near if named.id in fitting]
        bodies = [named for named in near if named.id in self.cast.organisations]
        if found := people or bodies:
            id = found[-1].id
            return Voice(self.cast.name(id), (id,), start, end, "role", gender)
        further = self.person(start, gender)
        return self._as_voice(further, start, end, gender) if further else None

    def last_several(self, start: int, end: int) -> Voice | None:
        """Return whom "ces derniers" takes up: the last of several who spoke before."""
        return self._plural(start, end, ())

    def possessor(self, start: int, end: int) -> Voice | None:
        """Return whom "à ses yeux" speaks of."""
        return self._as_voice(self.person(start, None), start, end, None)

    def _as_voice(self, id: str | None, start: int, end: int, gender: str | None) -> Voice | None:
        if id is None:
            last = self.last_voice(start, 1)
            return last._replace(start=start, end=end, basis="pronoun") if last else None
        return Voice(self.cast.name(id), (id,), start, end, "pronoun", gender)

    def _plural(self, start: int, end: int, subjects: Sequence[Voice]) -> Voice | None:
        for voice in subjects:
            if voice.is_plural:
                return voice._replace(start=start, end=end, basis="pronoun")
        for at, _, voice in reversed(self.spoken[-6:]):
            if voice.is_plural and start - at <= _MEMORY:
                return voice._replace(start=start, end=end, basis="pronoun")
        return None
