"""Find the noun phrases around a verb of speech that may name the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.lexicon.clauses import auxiliaries, is_adverb, may_be_finite, words_of
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
    if index < len(frame.tokens) and frame.tokens[index].text == "des":
        return noun_phrase(frame, index)  # "s'indignent des riverains"
    start = _skip_adverbials(frame, index, min(index + _REACH, len(frame.tokens)), leads=False)
    return None if start is None else noun_phrase(frame, start)


def noun_phrase(frame: Frame, start: int) -> SpeakerPhrase | None:
    """Return the noun phrase from token `start` on, with a name in apposition."""
    tokens = frame.tokens
    if start >= len(tokens) or not _begins_phrase(frame, start):
        return None
    if tokens[start].text in words_of("pronoun"):
        return SpeakerPhrase(tokens[start].start, tokens[start].end, "pronoun")
    if tokens[start].start == frame.start and tokens[start].text in words_of("subordinator"):
        return None
    end = _phrase_end(frame, start)
    if not _is_capital(frame, start):
        gap = frame.between(tokens[end - 1].end, tokens[end].start) if end < len(tokens) else "."
        if gap.strip() == "," and end < len(tokens) and _is_capital(frame, end):
            end = _phrase_end(frame, end)
    return SpeakerPhrase(tokens[start].start, tokens[end - 1].end, "noun")


def is_plausible(frame: Frame, phrase: SpeakerPhrase) -> bool:
    """Tell whether a phrase begins with a name or with a noun that speakers are called by."""
    index = frame.token_at(phrase.start)
    for token in frame.tokens[index : index + 4]:
        if token.start >= phrase.end:
            break
        if frame.masked[token.start].isupper():
            return True
        if singular(token.text) in speaker_nouns() or token.text in speaker_nouns():
            return True
    return phrase.kind != "noun"


def before(frame: Frame, index: int) -> SpeakerPhrase | None:
    """Return the subject that stands before the verb whose first token is `index`.

    None where the verb has no subject of its own (behind "et", or a mark).
    """
    tokens = frame.tokens
    at = index - 1
    following = tokens[index].start
    lowest = max(0, index - _REACH)
    while at >= lowest:
        gap = frame.between(tokens[at].end, following)
        word = tokens[at].text
        is_emphatic = "," in gap and word in ("elle", "lui", "eux", "elles")
        if HIDDEN in gap or breaks(gap, '".;:!?('):
            return None
        if not (is_emphatic or _is_clitic(word, gap) or is_adverb(word)):
            break
        following = tokens[at].start
        at -= 1
    if at < lowest:
        return None
    word = tokens[at].text
    if word in words_of("pronoun"):
        return SpeakerPhrase(tokens[at].start, tokens[at].end, "pronoun")
    if word in words_of("coordinator"):
        return None
    if word == "qui":
        return _antecedent(frame, at)
    return _subject_before(frame, at, has_comma="," in frame.between(tokens[at].end, following))


def head(frame: Frame) -> SpeakerPhrase | None:
    """Return the subject with which the frame opens, behind its leading adverbials."""
    tokens = frame.tokens
    if not tokens or HIDDEN in frame.between(frame.start, tokens[0].start):
        return None
    if tokens[0].text in ("avoir", "être"):
        return None  # "Avoir traité …": an infinitive that stands for the sentence
    stop = min(_REACH, len(tokens))
    start = _skip_adverbials(frame, 0, stop)
    at = 0
    # Behind a participle that leads in ("Interrogé par …, le maire") a comma shows the subject.
    while start is None and at + 1 < stop:
        at += 1
        if "," in frame.between(tokens[at - 1].end, tokens[at].start):
            start = _skip_adverbials(frame, at, stop)
    return None if start is None else noun_phrase(frame, start)


def _is_clitic(word: str, gap: str) -> bool:
    return word in words_of("clitic") and word not in ("elle", "elles") and gap in (" ", "'")


def _is_capital(frame: Frame, index: int) -> bool:
    """Tell whether a token begins with a capital that makes it a name.

    The first word of a sentence has one anyway; a participle there leads in
    ("Condamné à …"), unless another capital goes on with it ("André Roy").
    """
    tokens = frame.tokens
    if not frame.masked[tokens[index].start].isupper():
        return False
    word = tokens[index].text
    is_lead = word.endswith(_PARTICIPLES) or word in auxiliaries("avoir")
    if tokens[index].start != frame.start or not is_lead:
        return True
    return index + 1 < len(tokens) and frame.masked[tokens[index + 1].start].isupper()


def _begins_phrase(frame: Frame, index: int) -> bool:
    word = frame.tokens[index].text
    return (
        _is_capital(frame, index)
        or word in words_of("determiner")
        or word in words_of("pronoun")
        or word in ("celui", "celle", "ceux", "celles", "lui", "eux")
        or singular(word) in speaker_nouns()
    )


def _phrase_end(frame: Frame, start: int) -> int:
    """Return the index behind the last token of the noun phrase that begins at `start`."""
    tokens = frame.tokens
    at = start + 1
    while at < min(start + _REACH, len(tokens)):
        gap = frame.between(tokens[at - 1].end, tokens[at].start)
        word = tokens[at].text
        if breaks(gap, '",.;:!?()\0') or " - " in gap:
            break
        if word in words_of("subordinator") or word in ("qui", "y", "se", "ne"):
            break
        if word in ("s", "n") and gap != "'" and frame.masked[tokens[at].end] != "°":
            break  # but not in "Moody's" or "n° 10"
        if _is_verb(word) and not _is_capital(frame, at):
            break
        if word in words_of("preposition") and not _belongs_to_role(frame, at):
            break
        is_last = word in ("dernier", "dernière") and tokens[at - 1].text in ("ce", "cette")
        if (_is_time(word) or _is_time_phrase(frame, at)) and not is_last:
            break
        at += 1
    while at > start + 1 and _dangles(tokens[at - 1].text):
        at -= 1
    return at


def _is_verb(word: str) -> bool:
    """Tell whether a word is a finite verb for sure; plurals of verbs of speech are."""
    return may_be_finite(word) or (
        word.endswith("ent") and any(form.form == "plural" for form in speech_forms().get(word, ()))
    )


def _dangles(word: str) -> bool:
    return word in words_of("complement") or word in words_of("coordinator") or is_adverb(word)


def _belongs_to_role(frame: Frame, at: int) -> bool:
    """Tell whether a preposition goes on with a role ("à France Stratégie", "en chef")."""
    word = frame.tokens[at].text
    if word not in ("à", "au", "aux", "en", "pour", "sans", "près"):
        return False
    following = [token.text for token in frame.tokens[at + 1 : at + 3]]
    if not following or following[0].endswith("ant"):
        return False
    noun = following[-1] if following[0] in words_of("determiner") else following[0]
    return noun not in words_of("medium")


def _is_time_phrase(frame: Frame, at: int) -> bool:
    word = frame.tokens[at].text
    following = frame.tokens[at + 1].text if at + 1 < len(frame.tokens) else ""
    if word in ("ce", "cette") and following in ("dernier", "dernière"):
        return False  # "ce dernier" is somebody
    if following == "er" and frame.masked[frame.tokens[at + 1].start - 1].isdigit():
        return True  # "le 1er"
    return word in words_of("determiner") and following in words_of("time")


def _is_time(word: str) -> bool:
    return word in words_of("time") or word.startswith("mi-")


def _skip_adverbials(frame: Frame, index: int, stop: int, leads: bool = True) -> int | None:
    """Return the index of the first token at or behind `index` that begins no adverbial.

    `leads`: the adverbials open a clause, so that conjunctions may stand before and a
    comma end them.
    """
    tokens = frame.tokens
    at = index
    while at < stop:
        gap = frame.between(tokens[at - 1].end, tokens[at].start) if at > index else " "
        if HIDDEN in gap or breaks(gap, '".;:!?()'):
            return None
        word = tokens[at].text
        following = tokens[at + 1].text if at + 1 < stop else ""
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
        token = frame.tokens[index]
        if "," in frame.between(frame.tokens[index - 1].end, token.start):
            return index
        if may_be_finite(token.text):
            return None
    return None


def _behind_prepositional(frame: Frame, at: int, stop: int) -> int:
    """Return the index behind the noun of a preposition; complements with "de" belong to it."""
    tokens = frame.tokens
    while at < stop and (
        tokens[at].text in words_of("determiner") or tokens[at].text in words_of("complement")
    ):
        at += 1
    at += 1
    while at < stop:
        gap = frame.between(tokens[at - 1].end, tokens[at].start)
        word = tokens[at].text
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
    tokens = frame.tokens
    last = relative - 1
    start: int | None = None
    for at in range(last, max(-1, last - 20), -1):
        word = tokens[at].text
        gap = frame.between(tokens[at].end, tokens[at + 1].start)
        if at < last and (HIDDEN in gap or breaks(gap, '",.;:!?(')):
            break
        if _is_capital(frame, at):
            start = at
        elif start is not None and word not in words_of("complement"):
            break
        elif word in words_of("complement"):
            start = None
        elif word in words_of("determiner") or word in words_of("pronoun"):
            governed = at and tokens[at - 1].text in words_of("complement")
            if not governed or word in ("ce", "cet", "cette", "ces"):
                start = at
                break
    if start is None:
        return None
    word = tokens[start].text
    kind: Literal["noun", "pronoun"] = "pronoun" if word in words_of("pronoun") else "noun"
    return SpeakerPhrase(tokens[start].start, tokens[last].end, kind)


def _subject_before(frame: Frame, last: int, has_comma: bool) -> SpeakerPhrase | None:
    """Return the noun phrase that ends with token `last`.

    Behind a comma what comes right before is an apposition or an insertion: the
    phrase then reaches back to the first of the adjoining noun phrases.
    """
    chosen: SpeakerPhrase | None = None
    tokens = frame.tokens
    for first, end in _segments_before(frame, last):
        if tokens[first].text in ("qui", "dont", "où"):
            has_comma = True
            continue
        start = _skip_adverbials(frame, first, end)
        if start is not None and start < end:
            phrase = noun_phrase(frame, start)
            if phrase is not None:
                chosen = phrase._replace(end=min(phrase.end, tokens[last].end))
            if not has_comma:
                return chosen
        elif chosen is not None and not tokens[first].text.endswith(_PARTICIPLES):
            return chosen
        elif phrase := _counted(frame, first, end):
            return phrase
    return chosen


def _counted(frame: Frame, first: int, end: int) -> SpeakerPhrase | None:
    """Return the noun that a figure or quantity counts: "83 % [des internautes]"."""
    tokens = frame.tokens
    lead = frame.masked[max(frame.start, tokens[first].start - 4) : tokens[first].start]
    is_counted = any(mark.isdigit() or mark == "%" for mark in lead)
    quantity = [token.text for token in tokens[first : first + 3]]
    if quantity[:2] in (
        ["de", "plus"],
        ["près", "d"],
        ["près", "de"],
        ["plus", "de"],
        ["plus", "d"],
    ):
        is_counted = True
    for at in range(end - 2, first - 1, -1):
        if is_counted and tokens[at].text in words_of("complement"):
            stop = min(_phrase_end(frame, at + 1), end)
            return SpeakerPhrase(tokens[at + 1].start, tokens[stop - 1].end, "noun")
    return None


def _segments_before(frame: Frame, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas as token ranges, from `last` back to the clause's start."""
    tokens = frame.tokens
    end = last + 1
    at = last
    lowest = max(0, last - _REACH)
    while at >= lowest:
        gap = frame.between(tokens[at - 1].end, tokens[at].start) if at else "."
        is_clause_start = (
            HIDDEN in gap
            or breaks(gap, '".;:!?(')
            or " - " in gap
            or (at and "," not in gap and _opens_clause(tokens[at - 1].text, end == last + 1))
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
