"""Tell for each quotation which verb or source of its sentence goes with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from articleparse.document import Document, Span
from articleparse.extract.quotes import noun_phrases, subjects
from articleparse.extract.quotes.cues import Cue, find_cues
from articleparse.extract.quotes.frames import HIDDEN, Frame, content_frame
from articleparse.extract.quotes.marks import Marked
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.extract.quotes.sources import Source, find_sources, source_words
from articleparse.lexicon.clauses import looks_like_verb, may_be_finite, words_of
from articleparse.lexicon.speech import singular, speaker_nouns, telling_words

# A source this close to the closing mark goes with the mark, whatever verb stands before.
_ADJACENT = 4
# Longer words before a colon are a clause, not the name of who speaks behind it.
_LONGEST_NAME = 70
# What may stand before an inserted verb.
_INSERTION = re.compile(r"[,!?-] ")
# Words of an apposition between a name and a colon.
_LONGEST_APPOSITION = 16
_PARTICIPLES = ("é", "ée", "és", "ées", "it", "ie", "is", "us", "ues")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak, by which words, and by which rule that was seen."""

    rule: str
    speaker: SpeakerPhrase | None
    cue: Span | None = None
    is_weak: bool = False
    is_naming: bool = False


@cache
def _telling_or_source() -> frozenset[str]:
    """Return the words without which nothing is told; most sentences have none of them."""
    return telling_words() | source_words()


class Clauses:
    """A frame with the cues and sources that stand in it."""

    def __init__(self, frame: Frame) -> None:
        """Read the cues and sources of a frame, once they are asked for."""
        self.frame = frame
        self.sources: Sequence[Source] = ()
        # Whether a verb of speech that is not weak may be among the cues.
        self.tells = False
        if not _telling_or_source().isdisjoint(frame.words):
            self.sources = find_sources(frame)
            self.tells = not telling_words().isdisjoint(frame.words)

    @cached_property
    def cues(self) -> list[Cue]:
        """The verbs of speech in order."""
        return find_cues(self.frame)

    def _count_before(self, position: int) -> int:
        """Return how many cues start before a position."""
        return bisect_left(self.cues, position, key=_start)

    def _strong_before(self, count: int) -> Cue | None:
        """Return the last of the first `count` cues that is strong and has a speaker."""
        for cue in reversed(self.cues[:count]):
            if not cue.verb.is_weak and cue.speaker is not None and cue.shape != "passive":
                return cue
        return None

    def source_leading_to(self, marked: Marked) -> Attribution | None:
        """Return the source that leads right up to the mark: who passes the words on is behind.

        "Selon la police, « … », rapporte l'AFP"
        """
        source = self._source_right_before(marked)
        return Attribution("named-source", source.speaker) if source and source.leads else None

    def _source_right_before(self, marked: Marked) -> Source | None:
        index = bisect_left(self.sources, marked.open, key=_start)
        source = self.sources[index - 1] if index else None
        return source if source and marked.open - source.span.end <= _ADJACENT else None

    def attribute_behind(self, marked: Marked) -> Attribution | None:
        """Return the attribution by what stands right behind the closing mark, None without."""
        inserted, source = self._inserted_behind(marked), self._source_at(marked.close)
        if source and inserted and inserted.cue:
            # "« … », selon Paul, « … », a dit Anne": the verb goes with the other marks.
            is_apart = HIDDEN in self.frame.between(marked.stop, inserted.cue.start)
            return source if is_apart else inserted
        return inserted or source or self._unlisted_behind(marked)

    def attribute(self, marked: Marked) -> Attribution | None:
        """Return the attribution of a quotation by the words of this frame, None without."""
        return (
            self._adjacent(marked)
            or self._before(marked)
            or self._source_behind(marked)
            or self._announced(marked)
            or self._agent_around(marked)
            or self._colon(marked)
            or self._named_last(marked)
            or self._subject_around(marked)
        )

    def _inserted_behind(self, marked: Marked) -> Attribution | None:
        for cue in self.cues[self._count_before(marked.close) :]:
            if cue.is_inserted:
                if self._is_named(marked):
                    return None
                return Attribution("inserted-verb", cue.speaker, cue.span, cue.verb.is_weak)
        return None

    def _unlisted_behind(self, marked: Marked) -> Attribution | None:
        """Take any verb between the closing mark and a speaker: « … », calcule Paul Roy."""
        frame = self.frame
        at = frame.token_at(marked.close)
        if at + 1 >= len(frame.words) or self._is_named(marked):
            return None
        verb = frame.span(at)
        if frame.between(marked.close, verb.start).strip(' "') != ",":
            return None
        word = frame.words[at]
        if frame.masked[verb.start].isupper() or not looks_like_verb(word) or word.endswith("ant"):
            return None
        speaker = noun_phrases.noun_phrase(frame, at + 1)
        if speaker is None or not self._is_called(speaker, opens=not frame.token_at(marked.open)):
            return None
        if frame.between(verb.end, speaker.start) != " ":
            return None
        return Attribution("inserted-verb", speaker, verb)

    def _is_called(self, speaker: SpeakerPhrase, opens: bool) -> bool:
        """Tell whether a phrase is a name, or an article with a noun that speakers are called by.

        The noun of a thing may be an object, unless the quotation `opens` the sentence.
        """
        frame = self.frame
        if frame.masked[speaker.start].isupper():
            return True
        at = frame.token_at(speaker.start)
        if not opens:
            noun = speaker_nouns().get(singular(frame.words[min(at + 1, len(frame.words) - 1)]))
            return noun is not None and noun.kind == "person"
        return frame.words[at] in words_of("article") and noun_phrases.is_plausible(frame, speaker)

    def _is_named(self, marked: Marked) -> bool:
        """Tell whether the nearest verb before gives a name: "surnommé « le Gros »"."""
        count = self._count_before(marked.open)
        return bool(count) and self.cues[count - 1].verb.is_naming

    def _source_at(self, close: int) -> Attribution | None:
        source = self._next_source(close)
        if source is None or source.span.start - close > _ADJACENT:
            return None
        return Attribution("named-source", source.speaker)

    def _source_behind(self, marked: Marked) -> Attribution | None:
        source = self._next_source(marked.close)
        return Attribution("named-source", source.speaker) if source else None

    def _next_source(self, close: int) -> Source | None:
        index = bisect_left(self.sources, close, key=_start)
        while index < len(self.sources) and self.sources[index].leads:
            index += 1
        return self.sources[index] if index < len(self.sources) else None

    def _adjacent(self, marked: Marked) -> Attribution | None:
        """Take the verb, be it a weak one, or the source that stands right before the mark."""
        if source := self._source_right_before(marked):
            return Attribution("named-source", source.speaker)
        count = self._count_before(marked.open)
        cue = self.cues[count - 1] if count else None
        if cue is None or marked.open - cue.span.end > _ADJACENT:
            return None
        if cue.speaker is None:
            # "Et a appelé à « … »": whoever spoke before goes on.
            goes_on = cue.shape == "finite" and cue.first <= 1 and not cue.verb.is_weak
            return Attribution("verb-before", None, cue.span) if goes_on else None
        if cue.verb.is_weak and (
            any(source.leads for source in self.sources[:3]) or self._is_told(count, cue.speaker)
        ):
            return None
        return Attribution(
            "verb-before", cue.speaker, cue.span, cue.verb.is_weak, cue.verb.is_naming
        )

    def _is_told(self, count: int, subject: SpeakerPhrase) -> bool:
        """Tell whether a thing wants or does what somebody says of it before."""
        strong = self._strong_before(count)
        return strong is not None and not noun_phrases.is_plausible(self.frame, subject)

    def _before(self, marked: Marked) -> Attribution | None:
        """Take the nearest verb or leading source before the opening mark."""
        count = self._count_before(marked.open)
        strong = self._strong_before(count)
        cue: Cue | None = None
        if self._is_named(marked):
            cue = self.cues[count - 1]
        elif strong is not None:
            cue = self._weak_behind(strong, count) or strong
        else:
            cue = self._weak_before(count, marked)
        index = bisect_left(self.sources, marked.open, key=_start)
        while index and not self.sources[index - 1].leads:
            index -= 1
        source = self.sources[index - 1] if index else None
        if source and (cue is None or cue.verb.is_weak or cue.span.start < source.span.start):
            return Attribution("named-source", source.speaker)
        if cue is None:
            return None
        rule = "verb-before-weak" if cue.verb.is_weak else "verb-before"
        # Behind "dit-il, vêtu d'une" the marks may hold anything.
        is_weak = cue.verb.is_weak or cue.is_inserted
        return Attribution(rule, cue.speaker, cue.span, is_weak, cue.verb.is_naming)

    def _weak_behind(self, strong: Cue, count: int) -> Cue | None:
        """Take a weak verb of another's: "…, a dit Anne, tandis que Paul a comparé cela à « … »"."""
        if not strong.is_inserted:
            return None
        first = self._count_before(strong.span.start) + 1
        for cue in reversed(self.cues[max(first, count - 4) : count]):
            subject = cue.speaker
            if subject is None or subject.start <= strong.span.end:
                continue
            if subject != strong.speaker and subject.kind == "noun":
                return cue if noun_phrases.is_plausible(self.frame, subject) else None
        return None

    def _weak_before(self, count: int, marked: Marked) -> Cue | None:
        for cue in reversed(self.cues[max(0, count - 4) : count]):
            if cue.shape == "passive":
                is_adjacent = marked.open - cue.span.end <= _ADJACENT
                if cue.speaker is None and is_adjacent:
                    return replace(cue, speaker=subjects.head(self.frame))
            elif cue.speaker is not None:
                return cue
        return None

    def _agent_around(self, marked: Marked) -> Attribution | None:
        """Take a passive with "par" whose verb or agent stands nearest behind or before."""
        count = self._count_before(marked.close)
        near = [*self.cues[count : count + 3], *reversed(self.cues[max(0, count - 3) : count])]
        for cue in near:
            apart = max(cue.span.start - marked.close, marked.open - cue.span.end)
            is_weak = cue.verb.is_weak and apart > _ADJACENT
            if cue.shape == "passive" and cue.speaker is not None and not is_weak:
                return Attribution("agent", cue.speaker, cue.span, cue.verb.is_weak)
        return None

    def _subject_around(self, marked: Marked) -> Attribution | None:
        """Take the verb behind a fragment that stands within its subject's part."""
        count = self._count_before(marked.close)
        for cue in self.cues[count : count + 1]:
            if cue.speaker is None or not noun_phrases.is_plausible(self.frame, cue.speaker):
                continue
            is_near = cue.speaker.start < marked.open and cue.shape == "finite"
            if is_near or not cue.verb.is_weak:
                return Attribution("verb-behind", cue.speaker, cue.span, cue.verb.is_weak)
        return self._par(marked)

    def _par(self, marked: Marked) -> Attribution | None:
        """Take the agent of a participle right behind the mark: « … » relevés par Anne."""
        frame = self.frame
        at = frame.token_at(marked.close)
        words = frame.words[at : at + 2]
        if len(words) < 2 or words[1] != "par" or not words[0].endswith(_PARTICIPLES):
            return None
        speaker = noun_phrases.noun_phrase(frame, at + 2)
        if speaker is None or not noun_phrases.is_plausible(frame, speaker):
            return None
        return Attribution("agent", speaker, frame.span(at), is_weak=True)

    def _announced(self, marked: Marked) -> Attribution | None:
        """Take the subject behind a colon: « … » : le président a visité …"""
        frame = self.frame
        if not frame.masked[marked.close + 1 : marked.close + 4].strip().startswith(":"):
            return None
        speaker = subjects.after(frame, frame.token_at(marked.close))
        if speaker is None or not noun_phrases.is_plausible(frame, speaker):
            return None
        return Attribution("colon-and-name", speaker)

    def _colon(self, marked: Marked) -> Attribution | None:
        """Take a noun phrase that stands alone before a colon: "Paul Roy : « … »"."""
        frame = self.frame
        if marked.open - frame.start > _LONGEST_NAME:
            return None
        lead = frame.between(frame.start, marked.open).rstrip()
        if not lead.endswith(":") or HIDDEN in lead:
            return None
        end = frame.token_at(marked.open)
        if any(map(may_be_finite, frame.words[:end])):
            return None
        speaker = subjects.head(frame)
        if speaker is None or not noun_phrases.is_plausible(frame, speaker):
            return None
        return Attribution("name-and-colon", speaker)

    def _named_last(self, marked: Marked) -> Attribution | None:
        """Take a person named right before the colon: "La question pique Mme Roy : « … »"."""
        frame = self.frame
        end = frame.token_at(marked.open)
        lead = frame.between(frame.ends[end - 1], marked.open) if end else ""
        if lead.strip() != ":":
            return None
        end = self._before_apposition(end)
        first = end
        while first > 1 and frame.masked[frame.starts[first - 1]].isupper():
            first -= 1
        is_full = end - first > 1 and frame.words[first - 1] not in words_of("preposition")
        if not is_full or frame.words[first - 1] in words_of("complement"):
            return None
        span = frame.starts[first], frame.ends[end - 1]
        return Attribution("name-and-colon", SpeakerPhrase(*span, "noun"))

    def _before_apposition(self, end: int) -> int:
        """Return where a name ends that an apposition follows: "chez Paul Roy, maire de Lyon :"."""
        frame = self.frame
        for at in range(end - 1, max(1, end - _LONGEST_APPOSITION), -1):
            if may_be_finite(frame.words[at]) and frame.masked[frame.starts[at]].islower():
                return end
            if frame.gaps[at] == ", ":
                is_noun = singular(frame.words[at]) in speaker_nouns()
                is_name = frame.masked[frame.starts[at - 1]].isupper()
                return at if is_noun and is_name else end
        return end


def _start(marker: Cue | Source) -> int:
    return marker.span.start


def inside(document: Document, marked: Marked, content: list[str]) -> Attribution | None:
    """Return the attribution that stands within the marks: « …, dit-il. … ».

    `content` are the words between the marks.
    """
    if telling_words().isdisjoint(content):
        return None
    for part in marked.parts:
        if not _INSERTION.search(document.folded, part.start, part.end):
            continue
        frame = content_frame(document, part)
        for cue in find_cues(frame):
            if not cue.is_inserted or cue.speaker is None or cue.verb.is_weak:
                continue
            lead = frame.between(part.start, cue.span.start).rstrip()
            tail = frame.masked[max(cue.speaker.end, cue.span.end) : part.end].lstrip()
            is_closed = not tail or tail[0] in ",.;:-" or tail.startswith("qui ")
            if lead.endswith((",", "!", "?", "-")) and is_closed:
                return Attribution("inserted-inside", cue.speaker, cue.span)
    return None
