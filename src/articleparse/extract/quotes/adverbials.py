"""Step over the adverbials around a verb: "mardi", "à Paris", "sur Europe 1"."""

from __future__ import annotations

from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks, counts
from articleparse.extract.quotes.noun_phrases import (
    begins_phrase,
    is_capital,
    is_time,
    is_time_phrase,
    opens_plural,
)
from articleparse.lexicon.clauses import (
    is_adverb,
    may_be_finite,
    words_of,
)


def skip_adverbials(
    frame: Frame, index: int, stop: int, leads: bool = True, whole_names: bool = False
) -> int | None:
    """Return the index of the first token at or behind `index` that begins no adverbial.

    `leads`: the adverbials open a clause, so that conjunctions may stand before and a
    comma end them. `whole_names`: of several capitals behind a preposition all belong to
    it ("sur Sud Radio"), not the first alone ("à Paris Anne Roy").
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
        if opens_plural(frame, at) or (leads and at == index and _is_article(frame, at)):
            return at
        if is_time_phrase(frame, at):
            at += 2
        elif (
            is_time(word)
            or (is_adverb(word) and (word != "d" or is_adverb(following)))  # "d'abord"
            or (leads and (word in words_of("coordinator") or word in ("mais", "car", "or")))
        ):
            at += 1
        elif word in words_of("preposition") or word in words_of("complement"):
            comma = _behind_comma(frame, at, stop) if leads else None
            at = comma if comma is not None else _behind_prepositional(frame, at + 1, stop)
            is_name = whole_names and at < stop and is_capital(frame, at - 1)
            while is_name and at < stop and frame.gaps[at] == " " and is_capital(frame, at):
                at += 1
        else:
            return at if begins_phrase(frame, at) else None
    return None


def _is_article(frame: Frame, at: int) -> bool:
    """Tell whether "des" opens the clause: "Des élus affirment", but not "66 % des élus"."""
    return frame.words[at] == "des" and not counts(frame.gaps[at])


def _behind_comma(frame: Frame, at: int, stop: int) -> int | None:
    """Return the index behind the comma that ends a leading adverbial, None without one."""
    for index in range(at + 1, min(at + 26, stop)):
        if "," in frame.gaps[index]:
            return index
        # "sur son compte": a verb's form behind a determiner is a noun.
        is_noun = frame.words[index - 1] in words_of("determiner")
        if may_be_finite(frame.words[index]) and not is_noun:
            return None
    return None


def _behind_prepositional(frame: Frame, at: int, stop: int) -> int:
    """Return the index behind the noun of a preposition; complements with "de" belong to it."""
    while at < stop and (
        frame.words[at] in words_of("determiner") or frame.words[at] in words_of("complement")
    ):
        at += 1
    if at < stop and counts(frame.gaps[at]) and is_capital(frame, at):
        return at  # "en 2017 Anne Roy": the number is the noun
    at += 1
    while at < stop:
        gap = frame.gaps[at]
        word = frame.words[at]
        if gap not in (" ", "'") and not gap.strip().isdigit():
            return at
        if word in words_of("complement"):
            return _behind_prepositional(frame, at, stop)
        opens = is_capital(frame, at) or word in words_of("determiner")
        if opens or word in words_of("preposition") or word in words_of("pronoun"):
            return at
        at += 1
    return at
