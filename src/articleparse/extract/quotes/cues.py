"""Find verbs of speech outside the marks, each with the phrase that tells its speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articleparse.document import Span
from articleparse.extract.quotes import noun_phrases, subjects, verb_groups
from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.lexicon.clauses import (
    may_be_finite,
    words_of,
)
from articleparse.lexicon.speech import SpeechForm, SpeechVerb, speech_forms

# Words between an auxiliary and its participle, or within a locution, are never more.
_APART = 7
# Tokens before an inserted verb that are looked at for the clause that it goes with.
_LOOK_BACK = 80

# Whose subject is one of these is the writer, or an interview's answerer, not a source.
_WRITER = frozenset(("j", "je", "tu"))

Shape = Literal["finite", "gerund", "passive", "infinitive"]


@dataclass(slots=True)
class Cue:
    """A verb of speech: its span, its tokens, and how its speaker stands to it.

    `is_inserted`: subject behind the verb ("a dit Paul", "dit-il"), as in and after
    the words that it reports. `speaker` is None where the subject is that of the
    verb before it, or is not told at all (a passive without agent).
    """

    span: Span
    first: int
    last: int
    verb: SpeechVerb
    shape: Shape
    is_inserted: bool
    speaker: SpeakerPhrase | None


def find_cues(frame: Frame) -> list[Cue]:
    """Return the cues of a frame in order; a verb that shares its subject gets it."""
    forms = speech_forms()
    found: list[Cue] = []
    words = frame.words
    if forms.keys().isdisjoint(words):
        return found
    for index in [index for index, word in enumerate(words) if word in forms]:
        if found and index <= found[-1].last:
            continue
        for reading in forms[words[index]]:
            tail = reading.verb.tail
            if tail and tail[0] not in words:
                continue
            if cue := _cue(frame, index, reading):
                found.append(cue)
                break
    _share_subjects(frame, found)
    return found


def _cue(frame: Frame, index: int, reading: SpeechForm) -> Cue | None:
    verb, form, is_also_participle = reading
    if not verb.is_reflexive and verb_groups.is_behind_se(frame, index):
        return None  # "cette aide s'ajoute à", "se révèle utile"
    last = verb_groups.tail_end(frame, index, verb)
    if last is None or _is_name(frame, index):
        return None
    if form == "past participle":
        return _participle(frame, index, last, verb)
    if form == "infinitive":
        if verb.is_reflexive and not verb_groups.has_reflexive(frame, index):
            return None
        first = verb_groups.modal_start(frame, index)
        if first == index:
            return _build(frame, index, last, verb, "infinitive", False, None)
        return _finite(frame, first, last, verb)
    if form == "present participle":
        if verb.is_reflexive and not verb_groups.has_reflexive(frame, index):
            return None
        return _build(frame, index, last, verb, "gerund", False, None)
    if is_also_participle and verb_groups.auxiliary(frame, index, verb) != (None, False):
        return None  # "a dit": the participle's reading follows
    if verb_groups.is_noun(frame, index) or (
        verb.is_reflexive and not verb_groups.has_reflexive(frame, index)
    ):
        return None
    return _finite(frame, index, last, verb)


def _participle(frame: Frame, index: int, last: int, verb: SpeechVerb) -> Cue | None:
    """Read a past participle: of a compound tense, or passive with or without "par"."""
    first, is_passive = verb_groups.auxiliary(frame, index, verb)
    if verb.is_reflexive and not verb_groups.has_reflexive(
        frame, index if first is None else first + 1
    ):
        return None
    if first is not None and not is_passive:
        if frame.words[first] in ("avoir", "ayant", "être", "étant"):
            return _build(frame, first, last, verb, "infinitive", False, None)
        return _finite(frame, first, last, verb)
    if verb.is_reflexive:
        return None
    agent = _agent(frame, last)
    return _build(frame, index, last, verb, "passive", False, agent)


def _finite(frame: Frame, first: int, last: int, verb: SpeechVerb) -> Cue | None:
    """Settle on which side of a finite verb its subject stands."""
    if clitic := _inverted_clitic(frame, first, last):
        inside, pronoun = clitic
        speaker = subjects.house_behind(frame, pronoun) or pronoun
        return _build(frame, first, max(last, inside), verb, "finite", True, speaker)
    start = verb_groups.group_start(frame, first)
    if frame.words[max(0, frame.token_at(start) - 1)] in _WRITER:
        return None
    prior = frame.masked[max(frame.start, start - 3) : start].rstrip()
    if prior.endswith('"') or (prior.endswith(",") and '"' in prior):
        follower = subjects.after(frame, last + 1)
        is_subject = follower is not None and (
            noun_phrases.is_plausible(frame, follower) or not _has_subject(frame, first, prior)
        )
        if is_subject and not _opens_clause(frame, last):
            return _build(frame, first, last, verb, "finite", True, follower)
        return _build(frame, first, last, verb, "finite", False, None)
    is_apart = prior.endswith((",", "-", "?", "!", ")"))
    if is_apart or (not first) or _follows_subordinator(frame, first):
        follower = subjects.after(frame, last + 1)
        if (
            follower is not None
            and (
                noun_phrases.is_plausible(frame, follower)
                or _follows_comme(frame, first)
                or (frame.is_quoted and _is_closed(frame, follower))
            )
            and not _opens_clause(frame, last)
            and (not is_apart or frame.is_quoted or _has_clause(frame, first))
        ):
            return _build(frame, first, last, verb, "finite", True, follower)
    subject = subjects.before(frame, first)
    if subject is not None and subject.kind == "pronoun":
        subject = subjects.house_before(frame, subject) or subject
    return _build(frame, first, last, verb, "finite", False, subject)


def _is_closed(frame: Frame, phrase: SpeakerPhrase) -> bool:
    """Tell whether a stop or relative ends a phrase within marks: "…, lâche un gradé. …"."""
    return frame.masked.startswith((",", ".", ";", ":", " qui "), phrase.end)


def _has_subject(frame: Frame, first: int, prior: str) -> bool:
    """Tell whether a verb behind marks has its subject before them: then a thing is its object.

    So it is where no comma parts them ("un « cortège » a demandé la réouverture"), or where
    a relative clause holds them ("la maire, qui se dit « fière », a rappelé l'urgence").
    """
    if not first:
        return False
    if not prior.endswith(","):
        return True
    for at in range(first - 1, max(-1, first - 12), -1):
        if frame.words[at] == "qui":
            return True
        if "," in frame.gaps[at]:
            return False
    return False


def _build(
    frame: Frame,
    first: int,
    last: int,
    verb: SpeechVerb,
    shape: Shape,
    is_inserted: bool,
    speaker: SpeakerPhrase | None,
) -> Cue | None:
    if verb.is_inserted and not (is_inserted or _opens_clause(frame, last)):
        return None
    if verb.is_reflexive and first and frame.words[first - 1] in ("s", "se"):
        first -= 1
    span = Span(frame.starts[first], frame.ends[last])
    return Cue(span, first, last, verb, shape, is_inserted, speaker)


def _share_subjects(frame: Frame, cues: list[Cue]) -> None:
    """Give gerunds, infinitives and coordinated verbs the subject before them."""
    current: SpeakerPhrase | None = None
    opening: SpeakerPhrase | None = None
    is_opening_known = False
    for cue in cues:
        if cue.speaker is None and cue.shape != "passive":
            if current is None and not is_opening_known:
                opening, is_opening_known = subjects.head(frame), True
            cue.speaker = current or _if_joined(frame, opening, cue)
        if cue.speaker is not None and cue.shape != "passive":
            current = cue.speaker


def _if_joined(frame: Frame, opening: SpeakerPhrase | None, cue: Cue) -> SpeakerPhrase | None:
    """Return the frame's subject unless a colon or semicolon parts it from the verb."""
    if opening is None or any(mark in frame.between(opening.end, cue.span.start) for mark in ":;"):
        return None
    return opening


def _is_name(frame: Frame, index: int) -> bool:
    """Tell whether a capital in the middle of a sentence makes the word a name."""
    return index > 0 and frame.masked[frame.starts[index]].isupper()


def _inverted_clitic(frame: Frame, first: int, last: int) -> tuple[int, SpeakerPhrase] | None:
    """Return the pronoun that a hyphen joins to the verb, with its token."""
    gaps = frame.gaps
    for verb in dict.fromkeys((first, first + 1, last)):
        at = verb + 1
        if at >= len(gaps) or gaps[at][-1:] != "-":
            continue
        if frame.words[at] == "t":
            at += 1
        if at < len(gaps) and gaps[at][-1:] == "-" and frame.words[at] in words_of("pronoun"):
            # A simple verb is cited without its pronoun; a compound one encloses it.
            inside = at if at < last else last
            return inside, SpeakerPhrase(*frame.span(at), "pronoun")
    return None


def _opens_clause(frame: Frame, last: int) -> bool:
    """Tell whether the verb goes on with que, a colon or a mark: then its subject is before."""
    end = frame.ends[last]
    if frame.masked[end : end + 3].lstrip().startswith(('"', ":")):
        return True
    return last + 1 < len(frame.words) and frame.words[last + 1] in ("que", "qu")


def _follows_subordinator(frame: Frame, first: int) -> bool:
    """Tell whether "comme", "ainsi que", "où" stands before, as in "comme le rappelle Paul"."""
    for at in range(first - 1, max(-1, first - 3), -1):
        word = frame.words[at]
        if word in ("que", "qu"):
            # "un pont que réclame la ville" is a relative clause.
            return at > 0 and frame.words[at - 1] in ("ainsi", "ce")
        if word in ("comme", "ainsi"):
            return True
        if word not in words_of("clitic"):
            return False
    return False


def _follows_comme(frame: Frame, first: int) -> bool:
    return bool(first) and frame.words[first - 1] == "comme"


def _has_clause(frame: Frame, first: int) -> bool:
    """Tell whether a clause or a quotation stands before the verb, for it to be inserted in."""
    words = frame.words[max(0, first - _LOOK_BACK) : first]
    begin = frame.starts[first - _LOOK_BACK] if first > _LOOK_BACK else frame.start
    if HIDDEN in frame.between(begin, frame.starts[first]):
        return True
    return len(words) > 12 or any(map(may_be_finite, words))


def _agent(frame: Frame, last: int) -> SpeakerPhrase | None:
    """Return the noun phrase behind "par" that tells who said what a passive reports."""
    for index in range(last + 1, min(last + 16, len(frame.words))):
        gap = frame.gaps[index]
        if breaks(gap, ".;:!?"):
            return None
        if frame.words[index] == "par" and index + 1 < len(frame.words):
            phrase = noun_phrases.noun_phrase(frame, index + 1)
            return phrase if phrase and noun_phrases.is_plausible(frame, phrase) else None
    return None
