"""Tell quotations from other uses of quotation marks, and clauses from fragments."""

from __future__ import annotations

import re
from typing import Literal

from articleparse.document import Document
from articleparse.extract.quotes.attribution import Attribution
from articleparse.extract.quotes.frames import Frame, breaks
from articleparse.extract.quotes.marks import Marked
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase, is_plausible
from articleparse.extract.quotes.terms import LONGEST_TERM
from articleparse.extract.quotes.titles import is_subject, is_titled, title_key
from articleparse.lexicon.clauses import has_finite, words_of
from articleparse.lexicon.numbers import numbered_things

# Blocks whose quotations repeat what the text says further down.
TITLE_KINDS = frozenset({"kicker", "headline", "standfirst", "crosshead", "caption"})
# Unattributed fragments of fewer words than this are names, irony, or words as words.
_LEAST_UNATTRIBUTED = 5
# Rules by which a verb of the sentence goes with marks that it stands apart from.
_AROUND = frozenset(("verb-before", "verb-before-weak", "verb-behind"))
# A body's name between marks has no more words.
_LONGEST_NAME = 6
# An article, a noun and a number; "on sera 300" has a subject and a verb.
_NUMBERED = re.compile(r"(?:l'|l[ae] )?(?P<noun>[^\W\d_]{3,}) (?P<number>[IVX]+|\d{1,3})")
# The object of a verb stands within this many characters of it.
_NEAR = 16


def is_quotation(
    document: Document,
    frame: Frame,
    marked: Marked,
    content: list[str],
    attribution: Attribution | None,
    terms: frozenset[str] = frozenset(),
    titles: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether the marks hold somebody's words; `terms` and `titles` are those that do not.

    `content` are the words between the marks.
    """
    if not content or _is_offence(frame, marked):
        return False
    if not _is_said(marked, attribution) and _is_numbered(document, marked):
        return False
    if " ".join(content) in terms and not _is_governed(marked, attribution):
        return False
    is_capital = document.text[marked.start].isupper()
    if is_capital and titles and title_key(document, marked) in titles:
        return False
    speaker = attribution.speaker if attribution and attribution.rule == "inserted-verb" else None
    is_told = speaker is not None and _ends_insertion(frame, speaker)
    if not is_told and _is_named_subject(document, frame, marked, content):
        return False
    # "appelé « le Gros »" gives a name, "appelé « à la fermeté »" reports speech.
    is_call = content[0] in ("à", "au", "aux")
    if not (is_call or _is_said(marked, attribution)) and (
        is_titled(document, frame, marked) or (attribution and attribution.is_naming)
    ):
        return False
    if attribution is not None and attribution.speaker is not None:
        return not (attribution.is_weak and len(content) <= 2 and _is_named(frame, marked))
    if _is_said(marked, attribution):
        return True
    if frame.block.kind in TITLE_KINDS:
        return len(content) > LONGEST_TERM or not _is_named(frame, marked)
    if len(content) >= _LEAST_UNATTRIBUTED or (
        not frame.is_overlong and stands_alone(frame, marked)
    ):
        return True
    is_clause = len(content) > LONGEST_TERM and has_finite(content)
    return is_clause and document.text[marked.start].islower()


def _is_numbered(document: Document, marked: Marked) -> bool:
    """Tell whether marks hold the name of one of a row: « l'acte III », « acte 4 »."""
    match = _NUMBERED.fullmatch(document.folded, marked.start, marked.end)
    if match is None:
        return False
    return match["number"].isalpha() or match["noun"].lower() in numbered_things()


def _ends_insertion(frame: Frame, speaker: SpeakerPhrase) -> bool:
    """Tell whether a speaker behind an inserted verb is a name, or the last of the clause."""
    if frame.masked[speaker.start].isupper() or speaker.kind == "pronoun":
        return True
    is_last = frame.masked[speaker.end : speaker.end + 1] in ("", ".", ",", ";", ":", "\n")
    return is_last and is_plausible(frame, speaker)


def _is_named_subject(document: Document, frame: Frame, marked: Marked, content: list[str]) -> bool:
    """Tell whether marks hold the name of who does what the verb behind says."""
    is_short = len(content) <= _LONGEST_NAME and document.text[marked.start].isupper()
    return is_short and not has_finite(content) and is_subject(frame, marked)


def may_speak(frame: Frame, marked: Marked, attribution: Attribution) -> bool:
    """Tell whether a verb apart from the marks has somebody for subject, not a thing or "on"."""
    speaker, cue = attribution.speaker, attribution.cue
    if speaker is None or cue is None or attribution.rule not in _AROUND:
        return True
    if not frame.start <= speaker.start < frame.end or 0 <= marked.open - cue.end <= _NEAR:
        return True
    if speaker.kind == "noun":
        is_counted = frame.masked[speaker.start].isdigit()  # "5 % d'entre eux"
        return is_counted or is_plausible(frame, speaker)
    return frame.masked[speaker.start : speaker.end].lower() not in words_of("nobody")


def _is_said(marked: Marked, attribution: Attribution | None) -> bool:
    """Tell whether a verb of speech stands right before the marks: "s'est dite « fière »"."""
    if attribution is None or attribution.cue is None or attribution.is_weak:
        return False
    return 0 <= marked.open - attribution.cue.end <= 1


def _is_governed(marked: Marked, attribution: Attribution | None) -> bool:
    """Tell whether a verb of speech has the marks for its object: "relève le « risque »"."""
    if attribution is None or attribution.cue is None or attribution.is_weak:
        return False
    return 0 <= marked.open - attribution.cue.end <= _NEAR


def is_elsewhere(frame: Frame) -> bool:
    """Tell whether the words are another article's: a list of related ones, "À lire aussi : …"."""
    if frame.block.kind == "related":
        return True
    words = frame.words[:3]
    if words[:1] in (["a"], ["à"]):
        words = words[1:]
    if not words or words[0] not in words_of("reading tip"):
        return False
    if len(words) == 1 or words[1] in words_of("reading more"):
        return True
    return breaks(frame.gaps[len(frame.words[:3]) - len(words) + 1], '":-|\0')


def kind_of(
    document: Document, frame: Frame, marked: Marked, words: list[str]
) -> Literal["direct", "partial"]:
    """Tell a full clause or utterance from a fragment inside the writer's sentence.

    `words` are those between the marks.
    """
    lead = frame.between(max(frame.start, marked.open - 8), marked.open).rstrip()
    is_capital = document.text[marked.start].isupper()
    if frame.block.kind in TITLE_KINDS and not _has_verb(words):
        return "partial"
    if len(marked.parts) > 1 or (is_capital and (not lead or lead[-1] in ':,"')):
        return "direct"
    if not (words and _may_open_clause(words[0])):
        return "partial"
    follows_que = lead.endswith((" que", " qu'"))
    return "direct" if (follows_que and len(words) > 3) or _has_verb(words) else "partial"


def _has_verb(words: list[str]) -> bool:
    """Tell whether a finite verb stands behind the first word; a negation shows unlisted ones."""
    return has_finite(words[1:]) or "ne" in words[1:3]


def stands_alone(frame: Frame, marked: Marked) -> bool:
    """Tell whether nothing but punctuation stands in the frame beside the quotation."""
    return frame.token_at(marked.open) == 0 and frame.token_at(marked.stop) == len(frame.words)


def _may_open_clause(word: str) -> bool:
    return (
        word in words_of("pronoun")
        or word in words_of("determiner")
        or word in words_of("clause opener")
    )


def _before(frame: Frame, marked: Marked) -> list[str]:
    end = frame.token_at(marked.open)
    return frame.words[max(0, end - 14) : end]


def _is_offence(frame: Frame, marked: Marked) -> bool:
    """Tell whether the marks hold what somebody is charged with: "poursuivi pour « … »"."""
    lead = _before(frame, marked)
    if not lead or lead[-1] not in ("pour", "de", "d", "et"):
        return False
    return any(word in words_of("offence") for word in lead)


def _is_named(frame: Frame, marked: Marked) -> bool:
    """Tell whether a determiner makes the marked words a thing's name: 'le "tabouret"'."""
    lead = _before(frame, marked)
    return bool(lead) and (lead[-1] in words_of("determiner") or lead[-1] == "du")
