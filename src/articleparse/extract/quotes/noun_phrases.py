"""Read the noun phrase that names a speaker, from its first word to its end."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from articleparse.extract.quotes.frames import Frame, breaks
from articleparse.lexicon.clauses import (
    WordClass,
    auxiliaries,
    common_finite,
    is_adverb,
    may_be_finite,
    words_of,
)
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import known_forms_by_second_word
from articleparse.lexicon.speech import singular, speaker_nouns, speech_forms

# A noun phrase, its apposition, or a chain of adverbials is never longer; bounds all walks.
REACH = 60
PARTICIPLES = ("é", "ée", "és", "ées", "it", "ie", "is", "ise", "ises", "u", "ue", "us", "ues")
# With "qui" they are their own label; "celui qui" is somebody named.
_POINTING = frozenset(("ceux", "celles"))
# Ends of participles and imperatives that lead in: "Estimant que", "Rappelons que".
_VERB_ENDS = ("ant", "ons", "ez")
# Ends of nouns for what is done; those of bodies are known ("association", "département").
_ACTS = ("tion", "sion", "ment", "age", "ance", "ence", "ture", "isme")
_NUMBER = re.compile(r"(?<!\d)\d{1,4} \Z")


class SpeakerPhrase(NamedTuple):
    """The words that tell the speaker, not yet resolved.

    `kind`: a noun phrase (name, role, body …), a pronoun, or a possessive ("à ses
    yeux") that tells no gender of its owner.
    """

    start: int
    end: int
    kind: Literal["noun", "pronoun", "possessive"]


def noun_phrase(frame: Frame, start: int) -> SpeakerPhrase | None:
    """Return the noun phrase from token `start` on, with a name in apposition."""
    if start >= len(frame.words) or not begins_phrase(frame, start):
        return None
    if frame.starts[start] == frame.start and frame.words[start] in words_of("subordinator"):
        return None
    if frame.words[start] in _POINTING and frame.words[start + 1 : start + 2] == ["qui"]:
        return SpeakerPhrase(frame.starts[start], _relative_end(frame, start + 2), "noun")
    if frame.words[start] in words_of("pronoun"):
        return SpeakerPhrase(*frame.span(start), "pronoun")
    end = phrase_end(frame, start)
    if end == start + 1 and frame.words[start] in words_of("article"):
        return None  # what the article goes with stands between marks
    if not is_capital(frame, start):
        gap = frame.gaps[end] if end < len(frame.words) else "."
        if gap.strip() == "," and end < len(frame.words) and is_capital(frame, end):
            end = phrase_end(frame, end)
    return SpeakerPhrase(_with_number(frame, start), frame.ends[end - 1], "noun")


def _with_number(frame: Frame, start: int) -> int:
    """Return where a known name starts with the number that it begins with: "20 Minutes"."""
    begin = frame.starts[start]
    match = _NUMBER.search(frame.masked, max(frame.start, begin - 5), begin)
    if match is None or frame.words[start] not in _numbered_names().get(match[0].strip(), ()):
        return begin
    return match.start()


@cache
def _numbered_names() -> dict[str, frozenset[str]]:
    """Return the second words, in lower case, of names of bodies by the number before them."""
    return {
        first: frozenset(second for second in by_second if second)
        for first, by_second in known_forms_by_second_word().items()
        if first.isdecimal()
    }


def _relative_end(frame: Frame, index: int) -> int:
    """Return where the relative clause ends that tells who "ceux" are."""
    stop = min(index + REACH, len(frame.words))
    at = index
    while at + 1 < stop and not breaks(frame.gaps[at + 1], '",.;:!?()\0'):
        at += 1
    return frame.ends[min(at, len(frame.words) - 1)]


def is_plausible(frame: Frame, phrase: SpeakerPhrase) -> bool:
    """Tell whether a phrase begins with a name or with a noun that speakers are called by.

    The noun of a complement says nothing ("un geste au gouvernement"), a name in it does.
    """
    index = frame.token_at(phrase.start)
    is_head, head = True, ""
    if frame.words[index : index + 1] == ["l"]:
        index += frame.words[index + 1 : index + 2] in (["un"], ["une"])
    # "l'un de ses trois élus"
    reach = 6 if frame.words[index : index + 2] in (["un", "de"], ["une", "de"]) else 4
    for at in range(index, min(index + reach, len(frame.words))):
        start, word = frame.starts[at], frame.words[at]
        if start >= phrase.end:
            break
        if at > index and is_head and _governs(word):
            # "l'un de ses élus", "une partie des élus" are of the complement's kind.
            head = frame.words[at - 1]
            is_head = head in ("un", "une") or _is_somebody(frame, at - 1, phrase.end)
        if is_head and (_calls_speaker(frame, at) or _is_somebody(frame, at, phrase.end)):
            return True
        if is_capital(frame, at) and word not in words_of("determiner"):
            # "la suppression de la Banque" is an act, "l'usine de Renault" a house.
            return is_head or not head.endswith(_ACTS)
    return phrase.kind != "noun"


def _governs(word: str) -> bool:
    return word in words_of("complement") or word in words_of("preposition")


def _calls_speaker(frame: Frame, at: int) -> bool:
    word = frame.words[at]
    nouns = speaker_nouns()
    if word in nouns or singular(word) in nouns:
        return True
    # "les révélations de Paul", but "selon les termes convenus"
    behind = "".join(frame.words[at + 1 : at + 2])
    return word in words_of("speech noun") and behind in words_of("complement")


def _is_somebody(frame: Frame, at: int, end: int) -> bool:
    """Tell "plusieurs", who are people, from "plusieurs musées", which are not."""
    if frame.words[at] not in words_of("somebody"):
        return False
    is_last = at + 1 == len(frame.words) or frame.starts[at + 1] >= end
    return is_last or frame.words[at + 1] in words_of("complement") or frame.words[at + 1] == "qui"


def is_capital(frame: Frame, index: int) -> bool:
    """Tell whether a token begins with a capital that makes it a name.

    The first word of a sentence has one anyway; a verb or a word without name leads in
    there ("Condamné à …", "Estimant que …"), unless another capital goes on with it
    ("André Roy"). What an apostrophe cuts short is no name either ("C'est").
    """
    if not frame.masked[frame.starts[index]].isupper():
        return False
    is_cut = frame.masked[frame.ends[index] : frame.ends[index] + 1] == "'"
    if is_cut and len(frame.words[index]) <= 2:
        return False
    word = frame.words[index]
    is_first = index == 0 or breaks(frame.gaps[index], '.!?:"\0')
    if not (is_first and _leads_in(word)):
        return True
    if index + 1 == len(frame.words):
        return False
    if frame.masked[frame.starts[index + 1]].isupper():
        return True
    # "Copernicus estime": no participle stands right before a verb.
    is_subject = word.endswith(PARTICIPLES) and frame.words[index + 1] in speech_forms()
    return is_subject and frame.gaps[index + 1] == " "


def _leads_in(word: str) -> bool:
    return (
        word.endswith(PARTICIPLES)
        or word.endswith(_VERB_ENDS)
        or word in words("function_words.txt")
        or word in auxiliaries("avoir")
        or word in speech_forms()
    )


def opens_plural(frame: Frame, index: int) -> bool:
    """Tell whether "de" stands for the article before an adjective: "de nombreux élus"."""
    if frame.words[index] not in ("de", "d") or index + 2 >= len(frame.words):
        return False
    following = frame.words[index + 1]
    return following[-1] in "sx" and following in words("prenominal_adjectives.txt")


def begins_phrase(frame: Frame, index: int) -> bool:
    """Tell whether a word may open a noun phrase that names a speaker."""
    word = frame.words[index]
    return (
        is_capital(frame, index)
        or opens_plural(frame, index)
        or word in words_of("determiner")
        or word in words_of("pronoun")
        or word in words_of("disjunctive")
        or singular(word) in speaker_nouns()
    )


def phrase_end(frame: Frame, start: int) -> int:
    """Return the index behind the last token of the noun phrase that begins at `start`."""
    suspects = _suspects()
    texts, gaps = frame.words, frame.gaps
    stop = min(start + REACH, len(texts))
    at = start + 1
    while at < stop:
        gap = gaps[at]
        word = texts[at]
        if gap in (" ", "'") and not (word in suspects or word[-1] in "at" or "-" in word):
            at += 1  # no word that could end the phrase, nor a verb's end
            continue
        if breaks(gap, '",.;:!?()\0') or " - " in gap:
            break
        if word in words_of("subordinator") or word in ("qui", "y", "se", "ne"):
            break
        if word in ("s", "n") and gap != "'" and frame.masked[frame.ends[at]] != "°":
            break  # but not in "Moody's" or "n° 10"
        is_noun = at == start + 1 and frame.words[start] in words_of("article")
        if _is_verb(word) and not (is_noun or is_capital(frame, at)):
            break
        if word in words_of("preposition") and not _belongs_to_role(frame, at):
            break
        is_last = word in words_of("ordinal time") and frame.words[at - 1] in words_of("determiner")
        if (is_time(word) or is_time_phrase(frame, at)) and not is_last:
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
    if word not in words_of("role preposition"):
        return False
    following = frame.words[at + 1 : at + 3]
    if not following or following[0].endswith("ant") or may_be_finite(following[0]):
        return False  # "une délégation en profitait"
    noun = following[-1] if following[0] in words_of("determiner") else following[0]
    return noun not in words_of("medium")


def is_time_phrase(frame: Frame, at: int) -> bool:
    """Tell whether an article and a noun of time stand at `at`: "le 1er", "cette semaine"."""
    word = frame.words[at]
    following = frame.words[at + 1] if at + 1 < len(frame.words) else ""
    if word in ("ce", "cette") and following in ("dernier", "dernière"):
        return False  # "ce dernier" is somebody
    if following in words_of("ordinal time"):
        # "le dernier rapport" is a thing, "la dernière semaine" a time.
        return at + 2 < len(frame.words) and frame.words[at + 2] in words_of("time")
    if following == "er" and frame.masked[frame.starts[at + 1] - 1].isdigit():
        return True  # "le 1er"
    return word in words_of("determiner") and following in words_of("time")


def is_time(word: str) -> bool:
    """Tell whether a word alone is an adverbial of time: "mardi", "mi-juin"."""
    return word in words_of("time") or word.startswith("mi-")
