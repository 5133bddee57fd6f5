"""Find what a verb of speech before it governs: a that-clause, a question, an infinitive."""

from __future__ import annotations

import re

from articleparse.document import Span
from articleparse.extract.quotes import noun_phrases
from articleparse.extract.quotes.cues import Cue
from articleparse.extract.quotes.frames import Frame, breaks
from articleparse.extract.quotes.noun_phrases import is_time_phrase
from articleparse.lexicon.clauses import is_adverb, may_be_finite, words_of
from articleparse.lexicon.speech import singular, speaker_nouns

# A conjunction further behind its verb than this is another clause's.
_REACH = 24
_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|oir|re)$")
_ARTICLES = frozenset(("la", "l", "leur"))


def governed(frame: Frame, cue: Cue) -> Span | None:
    """Return the clause, infinitive or question that a verb before it governs."""
    asked = cue.verb.constructions
    if cue.shape == "gerund":
        asked = asked & {"que"}
    if not asked or _is_negated(frame, cue):
        return None
    is_next = True
    is_inside = False
    if frame.words[cue.last + 1 : cue.last + 3] == ["aussi", "bien"]:
        return None  # "demande aussi bien le pont que le bac"
    for at in range(cue.last + 1, min(cue.last + _REACH, len(frame.words))):
        word = frame.words[at]
        gap = frame.gaps[at]
        if breaks(gap, '".;:!?()'):
            return None
        # An insertion behind the verb ("a reconnu, mardi, que") has to be closed again.
        is_inside = not is_inside if "," in gap else is_inside
        begin = None if is_inside else _opened_by(frame, at, cue.last, asked, is_next)
        if begin is not None:
            is_figurative = word not in ("que", "qu") or cue.verb.infinitive in words_of(
                "thing verb"
            )
            if is_figurative and _is_thing(frame, cue):
                return None
            return Span(begin, _clause_end(frame, at))
        if word == "qui" or may_be_finite(word):
            return None
        is_next = is_next and (is_adverb(word) or word in words_of("time") or word == "ce")
    return None


def _opened_by(
    frame: Frame, at: int, verb: int, asked: frozenset[str], is_next: bool
) -> int | None:
    """Return where the content starts that token `at` opens in one of the constructions asked.

    `is_next`: nothing but adverbs stands between the verb and the token.
    """
    word = "de" if frame.words[at] == "d" else frame.words[at]
    is_clause = word in ("que", "qu") and "que" in asked and not _has_object(frame, verb)
    if is_clause and frame.words[at - 1] not in words_of("compound que"):
        return frame.ends[at] + 1
    if is_next and "si" in asked and word in words_of("question"):
        return frame.starts[at]
    if is_next and "inf" in asked and word not in ("le", "les"):
        return infinitive_at(frame, at)
    if (
        word in ("de", "à")
        and word in asked
        and not ("que" in asked and _is_of_object(frame, verb, at))
    ):
        return infinitive_at(frame, at + 1)
    return None


def _has_object(frame: Frame, verb: int) -> bool:
    """Tell whether a thing is the verb's object, so that "que" begins a relative behind it.

    People may be told something: "prévient les riverains que".
    """
    if verb + 2 >= len(frame.words) or frame.words[verb + 1] not in words_of("article"):
        return False
    noun = frame.words[verb + 2]
    if is_time_phrase(frame, verb + 1) or frame.masked[frame.starts[verb + 2]].isupper():
        return False
    if is_adverb(noun) or noun in words_of("time"):
        return False  # "indiquait un peu plus tôt que"
    return noun not in speaker_nouns() and singular(noun) not in speaker_nouns()


def _is_of_object(frame: Frame, verb: int, at: int) -> bool:
    """Tell whether an infinitive goes with the thing that is said: "propose l'occasion de partir".

    Whom something is proposed to stands behind "à", whom one accuses is a person.
    """
    word = frame.words[at - 1]
    if frame.gaps[at] != " " or frame.masked[frame.starts[at - 1]].isupper():
        return False
    for back in range(at - 2, max(at - 5, verb), -1):
        if frame.words[back] in ("à", "au", "aux"):
            return False
        if frame.words[back] in words_of("article"):
            is_to = back > 0 and frame.words[back - 1] == "à"
            return not is_to and singular(word) not in speaker_nouns()
    return False


def infinitive_at(frame: Frame, at: int) -> int | None:
    """Return where an infinitive starts at token `at`, with its negation and clitics."""
    for word in frame.words[at : at + 5]:
        if _INFINITIVE.match(word) and word not in words_of("infinitive lookalike"):
            return frame.starts[at]
        if word in _ARTICLES:
            return None
        if not (word in words_of("clitic") or word in words_of("negation") or is_adverb(word)):
            return None
    return None


def _is_negated(frame: Frame, cue: Cue) -> bool:
    words = frame.words[max(0, cue.first - 2) : cue.last + 1]
    return "ne" in words or "n" in words


def _clause_end(frame: Frame, at: int) -> int:
    """Return where the reported clause ends; in a leading subordinate one, its comma."""
    is_subordinate = bool(frame.words) and (
        frame.words[0] in words_of("subordinator") or frame.words[0] in ("après", "alors", "tandis")
    )
    for index in range(at + 1, len(frame.words)):
        gap = frame.gaps[index]
        word = frame.words[index]
        if 0 <= gap.find(":") < gap.find('"'):
            return frame.ends[index - 1]  # what stands between the marks is told apart
        if ";" in gap or ("," in gap and word in ("après", "avant", "lors", "alors", "tandis")):
            # Marks before the comma belong to the clause.
            return frame.starts[index] - len(gap) + max(gap.rfind(","), gap.rfind(";"))
        opens = word in words_of("determiner") or word in words_of("pronoun")
        if is_subordinate and "," in gap and opens:
            return frame.ends[index - 1]
    tail = frame.masked[frame.ends[-1] : frame.end]
    return frame.ends[-1] if 0 <= tail.find(":") < tail.find('"') else frame.end


def _is_thing(frame: Frame, cue: Cue) -> bool:
    """Tell whether the subject says nothing but in a figure: "la tâche promet d'être rude"."""
    return cue.speaker is not None and not noun_phrases.is_plausible(frame, cue.speaker)
