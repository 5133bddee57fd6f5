"""Find the noun phrases around a verb of speech that may name the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.lexicon.clauses import (
    WordClass,
    auxiliaries,
    common_finite,
    is_adverb,
    may_be_finite,
    words_of,
)
from articleparse.lexicon.speech import singular, speaker_nouns, speech_forms

# A noun phrase, its apposition, or a chain of adverbials is never longer; bounds all walks.
_REACH = 60
_PARTICIPLES = ("é", "ée", "és", "ées", "it", "ie", "is", "ise", "ises", "u", "ue", "us", "ues")


class SpeakerPhrase(NamedTuple):
    """The words that tell the speaker, not yet resolved.

    `kind`: a noun phrase (name, role, body …), a pronoun, or a possessive ("à ses
    yeux") that tells no gender of its owner.
    """

    start: int
    end: int
    kind: Literal["noun", "pronoun", "possessive"]


def after(frame: Frame, index: int) -> SpeakerPhrase | None:
    """Return the noun phrase that begins at token `index` or behind adverbials there.

    It reads what stands behind an inserted verb: "a déclaré [mardi sur Europe 1] le
    préfet, Paul Roy". None where a clause, a mark or a full stop comes first.
    """
    if index < len(frame.words) and frame.words[index] == "des":
        return noun_phrase(frame, index)  # "s'indignent des riverains"
    start = _skip_adverbials(frame, index, min(index + _REACH, len(frame.words)), leads=False)
    return None if start is None else noun_phrase(frame, start)


def noun_phrase(frame: Frame, start: int) -> SpeakerPhrase | None:
    """Return the noun phrase from token `start` on, with a name in apposition."""
    if start >= len(frame.words) or not _begins_phrase(frame, start):
        return None
    if frame.words[start] in words_of("pronoun"):
        return SpeakerPhrase(frame.starts[start], frame.ends[start], "pronoun")
    if frame.starts[start] == frame.start and frame.words[start] in words_of("subordinator"):
        return None
    end = _phrase_end(frame, start)
    if not _is_capital(frame, start):
        gap = frame.gaps[end] if end < len(frame.words) else "."
        if gap.strip() == "," and end < len(frame.words) and _is_capital(frame, end):
            end = _phrase_end(frame, end)
    return SpeakerPhrase(frame.starts[start], frame.ends[end - 1], "noun")


def is_plausible(frame: Frame, phrase: SpeakerPhrase) -> bool:
    """Tell whether a phrase begins with a name or with a noun that speakers are called by."""
    index = frame.token_at(phrase.start)
    nouns = speaker_nouns()
    for at in range(index, min(index + 4, len(frame.words))):
        start, word = frame.starts[at], frame.words[at]
        if start >= phrase.end:
            break
        if frame.masked[start].isupper() or word in nouns or singular(word) in nouns:
            return True
    return phrase.kind != "noun"


def before(frame: Frame, index: int) -> SpeakerPhrase | None:
    """Return the subject that stands before the verb whose first token is `index`.

    None where the verb has no subject of its own (behind "et", or a mark).
    """
    at = index - 1
    following = frame.starts[index]
    lowest = max(0, index - _REACH)
    while at >= lowest:
        gap = frame.between(frame.ends[at], following)
        word = frame.words[at]
        is_emphatic = "," in gap and word in ("elle", "lui", "eux", "elles")
        if HIDDEN in gap or breaks(gap, '".;:!?('):
            return None
        if not (is_emphatic or _is_clitic(word, gap) or is_adverb(word)):
            break
        following = frame.starts[at]
        at -= 1
    if at < lowest:
        return None
    word = frame.words[at]
    if word in words_of("pronoun"):
        return SpeakerPhrase(frame.starts[at], frame.ends[at], "pronoun")
    if word in words_of("coordinator"):
        return None
    if word == "qui":
        return _antecedent(frame, at)
    return _subject_before(frame, at, has_comma="," in frame.between(frame.ends[at], following))


def head(frame: Frame) -> SpeakerPhrase | None:
    """Return the subject with which the frame opens, behind its leading adverbials."""
    if not frame.words or HIDDEN in frame.between(frame.start, frame.starts[0]):
        return None
    if frame.words[0] in ("avoir", "être"):
        return None  # "Avoir traité …": an infinitive that stands for the sentence
    stop = min(_REACH, len(frame.words))
    start = _skip_adverbials(frame, 0, stop)
    at = 0
    # Behind a participle that leads in ("Interrogé par …, le maire") a comma shows the subject.
    while start is None and at + 1 < stop:
        at += 1
        if "," in frame.gaps[at]:
            start = _skip_adverbials(frame, at, stop)
    return None if start is None else noun_phrase(frame, start)


def _is_clitic(word: str, gap: str) -> bool:
    return word in words_of("clitic") and word not in ("elle", "elles") and gap in (" ", "'")


def _is_capital(frame: Frame, index: int) -> bool:
    """Tell whether a token begins with a capital that makes it a name.

    The first word of a sentence has one anyway; a participle there leads in
    ("Condamné à …"), unless another capital goes on with it ("André Roy").
    """
    if not frame.masked[frame.starts[index]].isupper():
        return False
    word = frame.words[index]
    is_lead = word.endswith(_PARTICIPLES) or word in auxiliaries("avoir")
    if frame.starts[index] != frame.start or not is_lead:
        return True
    return index + 1 < len(frame.words) and frame.masked[frame.starts[index + 1]].isupper()


def _begins_phrase(frame: Frame, index: int) -> bool:
    word = frame.words[index]
    return (
        _is_capital(frame, index)
        or word in words_of("determiner")
        or word in words_of("pronoun")
        or word in ("celui", "celle", "ceux", "celles", "lui", "eux")
        or singular(word) in speaker_nouns()
    )


def _phrase_end(frame: Frame, start: int) -> int:
    """Return the index behind the last token of the noun phrase that begins at `start`."""
    suspects = _suspects()
    at = start + 1
    while at < min(start + _REACH, len(frame.words)):
        gap = frame.gaps[at]
        word = frame.words[at]
        if gap in (" ", "'") and not (word in suspects or word[-1] in "at" or "-" in word):
            at += 1  # no word that could end the phrase, nor a verb's end
            continue
        if breaks(gap, '",.;:!?()\0') or " - " in gap:
            break
        if word in words_of("subordinator") or word in ("qui", "y", "se", "ne"):
            break
        if word in ("s", "n") and gap != "'" and frame.masked[frame.ends[at]] != "°":
            break  # but not in "Moody's" or "n° 10"
        if _is_verb(word) and not _is_capital(frame, at):
            break
        if word in words_of("preposition") and not _belongs_to_role(frame, at):
            break
        is_last = word in ("dernier", "dernière") and frame.words[at - 1] in ("ce", "cette")
        if (_is_time(word) or _is_time_phrase(frame, at)) and not is_last:
            break
        at += 1
    while at > start + 1 and _dangles(frame.words[at - 1]):
        at -= 1
    return at


@cache
def _suspects() -> frozenset[str]:
    """Return the words of classes that may end a noun phrase; most words are of none."""
    classes: tuple[WordClass, ...] = ("subordinator", "preposition", "time", "determiner")
    return frozenset(
        word for word in {*common_finite(), *(word for name in classes for word in words_of(name))}
    ) | {"qui", "y", "se", "ne", "s", "n"}


def _is_verb(word: str) -> bool:
    """Tell whether a word is a finite verb for sure; plurals of verbs of speech are."""
    return may_be_finite(word) or (
        word.endswith("ent") and any(form.form == "plural" for form in speech_forms().get(word, ()))
    )


def _dangles(word: str) -> bool:
    return word in words_of("complement") or word in words_of("coordinator") or is_adverb(word)


def _belongs_to_role(frame: Frame, at: int) -> bool:
    """Tell whether a preposition goes on with a role ("à France Stratégie", "en chef")."""
    word = frame.words[at]
    if word not in ("à", "au", "aux", "en", "pour", "sans", "près"):
        return False
    following = frame.words[at + 1 : at + 3]
    if not following or following[0].endswith("ant"):
        return False
    noun = following[-1] if following[0] in words_of("determiner") else following[0]
    return noun not in words_of("medium")


def _is_time_phrase(frame: Frame, at: int) -> bool:
    word = frame.words[at]
    following = frame.words[at + 1] if at + 1 < len(frame.words) else ""
    if word in ("ce", "cette") and following in ("dernier", "dernière"):
        return False  # "ce dernier" is somebody
    if following == "er" and frame.masked[frame.starts[at + 1] - 1].isdigit():
        return True  # "le 1er"
    return word in words_of("determiner") and following in words_of("time")


def _is_time(word: str) -> bool:
    return word in words_of("time") or word.startswith("mi-")


def _skip_adverbials(frame: Frame, index: int, stop: int, leads: bool = True) -> int | None:
    """Return the index of the first token at or behind `index` that begins no adverbial.

    `leads`: the adverbials open a clause, so that conjunctions may stand before and a
    comma end them.
    """
    at = index
    while at < stop:
        gap = frame.gaps[at] if at > index else " "
        if HIDDEN in gap or breaks(gap, '".;:!?()'):
            return None
        word = frame.words[at]
        following = frame.words[at + 1] if at + 1 < stop else ""
        if word == "en" and following.endswith("ant"):
            return None
        if _is_time_phrase(frame, at):
            at += 2
        elif (
            _is_time(word)
            or is_adverb(word)
            or (leads and (word in words_of("coordinator") or word in ("mais", "car", "or")))
        ):
            at += 1
        elif word in words_of("preposition") or word in words_of("complement"):
            comma = _behind_comma(frame, at, stop) if leads else None
            at = comma if comma is not None else _behind_prepositional(frame, at + 1, stop)
        else:
            return at if _begins_phrase(frame, at) else None
    return None


def _behind_comma(frame: Frame, at: int, stop: int) -> int | None:
    """Return the index behind the comma that ends a leading adverbial, None without one."""
    for index in range(at + 1, min(at + 26, stop)):
        if "," in frame.gaps[index]:
            return index
        if may_be_finite(frame.words[index]):
            return None
    return None


def _behind_prepositional(frame: Frame, at: int, stop: int) -> int:
    """Return the index behind the noun of a preposition; complements with "de" belong to it."""
    while at < stop and (
        frame.words[at] in words_of("determiner") or frame.words[at] in words_of("complement")
    ):
        at += 1
    at += 1
    while at < stop:
        gap = frame.gaps[at]
        word = frame.words[at]
        if gap not in (" ", "'") and not gap.strip().isdigit():
            return at
        if word in words_of("complement"):
            return _behind_prepositional(frame, at, stop)
        opens = _is_capital(frame, at) or word in words_of("determiner")
        if opens or word in words_of("preposition") or word in words_of("pronoun"):
            return at
        at += 1
    return at


def _antecedent(frame: Frame, relative: int) -> SpeakerPhrase | None:
    """Return the noun phrase that "qui" at token `relative` stands for: the nearest one."""
    last = relative - 1
    start: int | None = None
    for at in range(last, max(-1, last - 20), -1):
        word = frame.words[at]
        gap = frame.gaps[at + 1]
        if at < last and (HIDDEN in gap or breaks(gap, '",.;:!?(')):
            break
        if _is_capital(frame, at):
            start = at
        elif start is not None and word not in words_of("complement"):
            break
        elif word in words_of("complement"):
            start = None
        elif word in words_of("determiner") or word in words_of("pronoun"):
            governed = at and frame.words[at - 1] in words_of("complement")
            if not governed or word in ("ce", "cet", "cette", "ces"):
                start = at
                break
    if start is None:
        return None
    word = frame.words[start]
    kind: Literal["noun", "pronoun"] = "pronoun" if word in words_of("pronoun") else "noun"
    return SpeakerPhrase(frame.starts[start], frame.ends[last], kind)


def _subject_before(frame: Frame, last: int, has_comma: bool) -> SpeakerPhrase | None:
    """Return the noun phrase that ends with token `last`.

    Behind a comma what comes right before is an apposition or an insertion: the
    phrase then reaches back to the first of the adjoining noun phrases.
    """
    chosen: SpeakerPhrase | None = None
    for first, end in _segments_before(frame, last):
        if frame.words[first] in ("qui", "dont", "où"):
            has_comma = True
            continue
        start = _skip_adverbials(frame, first, end)
        if start is not None and start < end:
            phrase = noun_phrase(frame, start)
            if phrase is not None:
                chosen = phrase._replace(end=min(phrase.end, frame.ends[last]))
            if not has_comma:
                return chosen
        elif chosen is not None and not frame.words[first].endswith(_PARTICIPLES):
            return chosen
        elif phrase := _counted(frame, first, end):
            return phrase
    return chosen


def _counted(frame: Frame, first: int, end: int) -> SpeakerPhrase | None:
    """Return the noun that a figure or quantity counts: "83 % [des internautes]"."""
    lead = frame.masked[max(frame.start, frame.starts[first] - 4) : frame.starts[first]]
    is_counted = any(mark.isdigit() or mark == "%" for mark in lead)
    quantity = frame.words[first : first + 3]
    if quantity[:2] in (
        ["de", "plus"],
        ["près", "d"],
        ["près", "de"],
        ["plus", "de"],
        ["plus", "d"],
    ):
        is_counted = True
    for at in range(end - 2, first - 1, -1):
        if is_counted and frame.words[at] in words_of("complement"):
            stop = min(_phrase_end(frame, at + 1), end)
            return SpeakerPhrase(frame.starts[at + 1], frame.ends[stop - 1], "noun")
    return None


def _segments_before(frame: Frame, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas as token ranges, from `last` back to the clause's start."""
    end = last + 1
    at = last
    lowest = max(0, last - _REACH)
    while at >= lowest:
        gap = frame.gaps[at] if at else "."
        is_clause_start = (
            HIDDEN in gap
            or breaks(gap, '".;:!?(')
            or " - " in gap
            or (at and "," not in gap and _opens_clause(frame.words[at - 1], end == last + 1))
        )
        if is_clause_start or "," in gap:
            yield at, end
            end = at
        if is_clause_start:
            return
        at -= 1


def _opens_clause(word: str, is_last: bool) -> bool:
    """Tell whether a conjunction starts the clause of the verb behind it.

    A relative does so only where no comma has closed it (`is_last`).
    """
    return word in words_of("subordinator") and (is_last or word not in ("dont", "où"))
