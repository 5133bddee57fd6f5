"""Read the group of a verb of speech: auxiliary, modal, clitics, reflexive, locution."""

from __future__ import annotations

from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.lexicon.clauses import auxiliaries, is_adverb, modal_forms, words_of
from articleparse.lexicon.speech import SpeechVerb

# Words between an auxiliary and its participle, or within a locution, are never more.
_APART = 7


def group_start(frame: Frame, first: int) -> int:
    """Return where the verb group starts with its clitics: "[lui] reproche"."""
    while (
        first and frame.words[first - 1] in words_of("clitic") and frame.gaps[first] in (" ", "'")
    ):
        first -= 1
    return frame.starts[first]


def tail_end(frame: Frame, index: int, verb: SpeechVerb) -> int | None:
    """Return the last token of a locution that begins at `index`, None where it is not it."""
    at = index
    for word in verb.tail:
        at += 1
        skipped = 0
        while at < len(frame.words) and frame.words[at] != word and skipped < 3:
            if not (is_adverb(frame.words[at]) or is_inversion(frame, at)):
                return None
            at += 1
            skipped += 1
        if at >= len(frame.words) or frame.words[at] != word:
            return None
    return at


def is_inversion(frame: Frame, index: int) -> bool:
    """Tell whether a hyphen joins a word to the verb before it: "dit-[il]"."""
    return frame.masked[frame.starts[index] - 1] == "-"


def is_behind_se(frame: Frame, index: int) -> bool:
    """Tell whether "se" or "s'" stands right before a verb, but not the "s" of "Moody's"."""
    word = frame.words[index - 1] if index else ""
    return word == "se" or (word == "s" and frame.gaps[index] == "'")


def has_reflexive(frame: Frame, index: int) -> bool:
    """Tell whether "se" stands right before a verb, or a clitic or adverb apart."""
    words = frame.words[max(0, index - 3) : index]
    return "s" in words or "se" in words


def is_noun(frame: Frame, index: int) -> bool:
    """Tell whether a finite form is rather a noun, by the word before it ("la note")."""
    if index == 0:
        return False
    if frame.gaps[index] not in (" ", "'"):
        return False
    word = frame.words[index - 1]
    if word in words_of("determiner") and word in words_of("clitic"):
        earlier = frame.words[index - 2] if index > 1 else ""
        is_object = earlier in words_of("subordinator") or earlier in words_of("pronoun")
        return not (is_object or earlier in ("qui", "ne") or not _may_be_noun(frame, index))
    return (
        word in words_of("determiner")
        or word in words_of("complement")
        or (word in words_of("preposition") and word != "suite")
    )


def _may_be_noun(frame: Frame, index: int) -> bool:
    return frame.words[index].endswith(("e", "es", "dit", "rit"))


def auxiliary(frame: Frame, index: int, verb: SpeechVerb) -> tuple[int | None, bool]:
    """Return the token that opens the verb group of a participle, and whether it is passive."""
    is_passive = False
    at = index - 1
    lowest = max(0, index - _APART)
    while at >= lowest:
        gap = frame.gaps[at + 1]
        if HIDDEN in gap or breaks(gap, '".;:!?('):
            return None, False
        word = frame.words[at]
        if word == "été":
            is_passive = True
        elif word in auxiliaries("avoir"):
            return modal_start(frame, at), is_passive
        elif word in auxiliaries("être"):
            if verb.is_reflexive and has_reflexive(frame, at):
                return at - 1, False
            return at, True
        elif "," in gap or not _may_part(frame, at):
            opened = _comma_before(frame, at)
            if "," not in gap or opened is None:
                return None, False
            at = opened
        at -= 1
    return None, False


def _may_part(frame: Frame, at: int) -> bool:
    """Tell whether a word may stand between an auxiliary and its participle."""
    word = frame.words[at]
    return is_adverb(word) or is_inversion(frame, at) or word in ("pas", "point", "tous", "toutes")


def _comma_before(frame: Frame, at: int) -> int | None:
    """Return the token behind the comma that opens an insertion whose last word is `at`."""
    for index in range(at, max(0, at - _APART), -1):
        gap = frame.gaps[index]
        if "," in gap:
            return index
        if gap.strip():
            return None
    return None


def modal_start(frame: Frame, index: int) -> int:
    """Return the token that opens the group of an infinitive: "[a tenu à] souligner"."""
    at = index - 1
    while at >= 0 and (
        frame.words[at] in words_of("clitic")
        or is_adverb(frame.words[at])
        or frame.words[at] in ("à", "de", "d")
    ):
        if frame.gaps[at + 1] not in (" ", "'"):
            return index
        at -= 1
    if at < 0 or frame.words[at] not in modal_forms():
        return index
    if frame.gaps[at + 1] not in (" ", "'"):
        return index
    for back in range(at - 1, max(-1, at - 4), -1):
        if frame.words[back] in auxiliaries("avoir"):
            return back
        if not is_adverb(frame.words[back]):
            break
    return at
