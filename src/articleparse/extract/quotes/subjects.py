"""Find the subject of a verb, before or behind it, and that of a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from articleparse.extract.quotes.adverbials import skip_adverbials
from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks, counts
from articleparse.extract.quotes.noun_phrases import (
    PARTICIPLES,
    REACH,
    SpeakerPhrase,
    is_capital,
    is_plausible,
    noun_phrase,
    phrase_end,
)
from articleparse.lexicon.clauses import is_adverb, words_of
from articleparse.lexicon.conjugation import Form, conjugate
from articleparse.lexicon.speech import speech_forms

_DONE: Form = "past participle"
# A number and a percent sign at the end of what stands before a word.
_FIGURE = re.compile(r"\d[\d ,.]{0,8}%? ?$")


def after(frame: Frame, index: int) -> SpeakerPhrase | None:
    """Return the noun phrase that begins at token `index` or behind adverbials there.

    It reads what stands behind an inserted verb: "a déclaré [mardi sur Europe 1] le
    préfet, Paul Roy". None where a clause, a mark or a full stop comes first.
    """
    if index < len(frame.words) and frame.words[index] == "des":
        return noun_phrase(frame, index)  # "s'indignent des riverains"
    stop = min(index + REACH, len(frame.words))
    for whole_names in (True, False):
        start = skip_adverbials(frame, index, stop, leads=False, whole_names=whole_names)
        if start is not None:
            return noun_phrase(frame, start)
    return None


def before(frame: Frame, index: int) -> SpeakerPhrase | None:
    """Return the subject that stands before the verb whose first token is `index`.

    None where the verb has no subject of its own (behind "et", or a mark).
    """
    at = index - 1
    following = frame.starts[index]
    lowest = max(0, index - REACH)
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
    if word in words_of("coordinator") or word in ("mais", "puis"):
        return None
    if word == "qui":
        return _antecedent(frame, at)
    return _subject_before(frame, at, has_comma="," in frame.between(frame.ends[at], following))


def house_behind(frame: Frame, pronoun: SpeakerPhrase) -> SpeakerPhrase | None:
    """Return the house whose people "on" stands for: "dit-on à l'Elysée", "dans l'entourage de"."""
    at = frame.token_at(pronoun.start)
    if frame.words[at] != "on" or at + 2 >= len(frame.words) or frame.gaps[at + 1] != " ":
        return None
    return _house(frame, at + 1)


def house_before(frame: Frame, pronoun: SpeakerPhrase) -> SpeakerPhrase | None:
    """Return the house at the head of a sentence whose people "on" stands for: "Au PS, on …"."""
    at = frame.token_at(pronoun.start)
    if frame.words[at] != "on" or not at or frame.gaps[at].strip() != ",":
        return None
    house = _house(frame, 0)
    return house if house is not None and house.end == frame.ends[at - 1] else None


def _house(frame: Frame, at: int) -> SpeakerPhrase | None:
    """Return the noun phrase behind a preposition of place, if speakers are called so."""
    word = frame.words[at]
    if word not in words_of("house"):
        return None
    phrase = noun_phrase(frame, at + 1)
    if phrase is None or phrase.kind != "noun":
        return None
    # "à Paris" tells where, "à l'Elysée" and "au PS" tell who.
    has_article = word in ("au", "aux", "chez") or frame.words[at + 1] in words_of("article")
    return phrase if has_article and is_plausible(frame, phrase) else None


def head(frame: Frame) -> SpeakerPhrase | None:
    """Return the subject with which the frame opens, behind its leading adverbials."""
    if not frame.words or HIDDEN in frame.between(frame.start, frame.starts[0]):
        return None
    if frame.words[0] in ("avoir", "être"):
        return None  # "Avoir traité …": an infinitive that stands for the sentence
    stop = min(REACH, len(frame.words))
    start = skip_adverbials(frame, 0, stop)
    at = 0
    # Behind a participle that leads in ("Interrogé par …, le maire") a comma shows the subject.
    while start is None and at + 1 < stop:
        at += 1
        if "," in frame.gaps[at]:
            start = skip_adverbials(frame, at, stop)
    return None if start is None or _is_impersonal(frame, start) else noun_phrase(frame, start)


def _is_impersonal(frame: Frame, at: int) -> bool:
    """Tell whether "il" is nobody: "il y a", "il s'agit"."""
    if frame.words[at] != "il":
        return False
    behind = [word for word in frame.words[at + 1 : at + 6] if word not in ("ne", "n", "s")]
    if not behind or behind[0] not in words_of("impersonal"):
        return False
    # "il y a fait allusion" is somebody's doing, "il y a eu" and "il y a du bruit" nobody's.
    done = behind[2] if behind[0] == "y" and len(behind) > 2 else ""
    return done not in _participles()


@cache
def _participles() -> frozenset[str]:
    """Return past participles of common verbs and verbs of speech, but for "eu"."""
    common = {f for verb in words_of("common verb") for f, kind in conjugate(verb) if kind == _DONE}
    said = {word for word, told in speech_forms().items() if any(t.form == _DONE for t in told)}
    return frozenset(common | said) - {"eu"}


def _is_clitic(word: str, gap: str) -> bool:
    return word in words_of("clitic") and word not in ("elle", "elles") and gap in (" ", "'")


def _antecedent(frame: Frame, relative: int) -> SpeakerPhrase | None:
    """Return the noun phrase that "qui" at token `relative` stands for.

    It is the nearest that tells not merely where: "cette boulangère en Sologne, qui".
    """
    last = relative - 1
    while last >= 0 and (start := _nearest_start(frame, last)) is not None:
        if not _tells_where(frame, start, last):
            pronoun = frame.words[start] in words_of("pronoun")
            kind: Literal["noun", "pronoun"] = "pronoun" if pronoun else "noun"
            return SpeakerPhrase(frame.starts[start], frame.ends[relative - 1], kind)
        if breaks(frame.gaps[start - 1], '",.;:!?(\0'):
            return None
        last = start - 2
    return None


def _tells_where(frame: Frame, start: int, last: int) -> bool:
    """Tell whether a phrase is a place: behind "en" and "dans", one name or a thing behind "à"."""
    before = frame.words[start - 1] if start and frame.gaps[start] == " " else ""
    if before in ("en", "dans"):
        return True
    if before not in ("à", "sur", "sous"):
        return False
    if is_capital(frame, start):
        return before == "à" and last == start
    return not is_plausible(frame, SpeakerPhrase(frame.starts[start], frame.ends[last], "noun"))


def _nearest_start(frame: Frame, last: int) -> int | None:
    """Return where the noun phrase starts that ends with token `last`."""
    start: int | None = None
    has_name = False  # in a complement: "le chef de l'État, qui" is the head's
    for at in range(last, max(-1, last - 20), -1):
        word = frame.words[at]
        gap = frame.gaps[at + 1]
        if at < last and (HIDDEN in gap or breaks(gap, '",.;:!?(')):
            break
        if start is not None and word == "des" and counts(frame.gaps[at]):
            start = at + 1  # "66 % des Français, qui"
            break
        if is_capital(frame, at):
            start = at
        elif start is not None and word in words_of("article") and _is_complement(frame, at):
            start, has_name = None, True
        elif start is not None and word not in words_of("complement"):
            break
        elif has_name and word in ("du", "des"):
            start = at + 1
            break
        elif word in words_of("complement"):
            start = None
        elif word in words_of("determiner") or word in words_of("pronoun"):
            governed = at and frame.words[at - 1] in words_of("complement")
            if not governed or has_name or word in ("ce", "cet", "cette", "ces"):
                start = at
                break
    return start


def _is_complement(frame: Frame, article: int) -> bool:
    """Tell whether an article stands behind "de"."""
    return article > 0 and frame.words[article - 1] in words_of("complement")


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
        start = skip_adverbials(frame, first, end)
        if start is not None and start < end:
            phrase = noun_phrase(frame, start)
            if phrase is not None:
                chosen = phrase._replace(end=min(phrase.end, frame.ends[last]))
            if not has_comma:
                return chosen
        elif chosen is not None and not frame.words[first].endswith(PARTICIPLES):
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
            stop = min(phrase_end(frame, at + 1), end)
            start = _figure_start(frame, first) or frame.starts[at + 1]
            return SpeakerPhrase(start, frame.ends[stop - 1], "noun")
    return None


def _figure_start(frame: Frame, first: int) -> int | None:
    """Return where the figure right before a word starts: "[83 %] des internautes"."""
    start = frame.starts[first]
    lead = frame.masked[max(frame.start, start - 12) : start]
    match = _FIGURE.search(lead)
    return start - len(match[0]) if match else None


def _segments_before(frame: Frame, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas as token ranges, from `last` back to the clause's start."""
    end = last + 1
    at = last
    lowest = max(0, last - REACH)
    while at >= lowest:
        gap = frame.gaps[at] if at else "."
        is_clause_start = (
            HIDDEN in gap
            or breaks(gap, '".;:!?(')
            or " - " in gap
            or (
                at
                and "," not in gap
                and _opens_clause(frame.words[at - 1], end == last + 1)
                and not _is_only(frame, at - 1)
            )
        )
        if is_clause_start or "," in gap:
            yield at, end
            end = at
        if is_clause_start:
            return
        at -= 1


def _is_only(frame: Frame, at: int) -> bool:
    """Tell whether "que" means "only": "ne reconnaît que deux erreurs"."""
    words = frame.words[max(0, at - 4) : at]
    return frame.words[at] in ("que", "qu") and "ne" in words and "pas" not in words


def _opens_clause(word: str, is_last: bool) -> bool:
    """Tell whether a conjunction starts the clause of the verb behind it.

    A relative does so only where no comma has closed it (`is_last`).
    """
    return word in words_of("subordinator") and (is_last or word not in ("dont", "où"))
