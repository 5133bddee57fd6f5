"""Look for the speaker in the sentences beside a quotation that its own does not tell of."""

from __future__ import annotations

from articleparse.extract.quotes import noun_phrases, subjects, wording
from articleparse.extract.quotes.attribution import Attribution, Clauses
from articleparse.extract.quotes.marks import Marked
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.lexicon.clauses import has_finite

# A line that names who says the words above, with an office.
_LONGEST_SIGNATURE = 120


def told_behind(clauses: list[Clauses], index: int, marked: Marked) -> Attribution | None:
    """Take whose words the next sentence says they are: "Dans la bouche de Paul, le mot …"."""
    behind = clauses[index + 1] if index + 1 < len(clauses) else None
    if behind is None or not behind.sources or not behind.sources[0].is_of_words:
        return None
    is_same_block = behind.frame.block == clauses[index].frame.block
    if not is_same_block or not wording.stands_alone(clauses[index].frame, marked):
        return None
    return Attribution("named-source", behind.sources[0].speaker)


def signed(clauses: list[Clauses], index: int, marked: Marked) -> Attribution | None:
    """Take the name that stands alone below a quotation that is a paragraph, as in a pull quote."""
    frame = clauses[index].frame
    # The last line of all is the writer's.
    if index + 2 >= len(clauses) or not wording.stands_alone(frame, marked):
        return None
    below = clauses[index + 1].frame
    is_line = below.start == below.block.start and below.end == below.block.end
    if below.block == frame.block or not is_line or below.end - below.start > _LONGEST_SIGNATURE:
        return None
    if below.marked or below.masked[below.end - 1] in ".?!:" or has_finite(below.words):
        return None
    speaker = noun_phrases.noun_phrase(below, 0)
    if speaker is None or not noun_phrases.is_capital(below, 0):
        return None
    return Attribution("signature", speaker)


def announced(clauses: list[Clauses], index: int, marked: Marked) -> Attribution | None:
    """Take who speaks in the paragraph before that a colon ends: "Comme l'explique Paul :"."""
    frame = clauses[index].frame
    before = clauses[index - 1] if index else None
    if before is None or before.frame.block == frame.block or marked.open != frame.block.start:
        return None
    if before.frame.masked[before.frame.end - 1] != ":":
        return None
    for cue in reversed(before.cues):
        if cue.speaker is not None and not cue.verb.is_weak and cue.shape != "passive":
            return Attribution("verb-before", cue.speaker, cue.span)
    source = before.sources[-1] if before.sources else None
    return Attribution("named-source", source.speaker) if source else None


def nearby(clauses: list[Clauses], index: int) -> SpeakerPhrase | None:
    """Return the sentence's own subject, or that of the one before or behind it."""
    frame = clauses[index].frame
    own = subjects.head(frame)
    if own is not None and noun_phrases.is_plausible(frame, own):
        return own
    if index and clauses[index - 1].frame.block == frame.block:
        before = clauses[index - 1]
        strong = [c for c in before.cues if c.speaker and not c.verb.is_weak]
        return strong[-1].speaker if strong else subjects.head(before.frame)
    if index + 1 < len(clauses) and clauses[index + 1].frame.block == frame.block:
        behind = clauses[index + 1]
        if behind.sources and behind.sources[0].leads:
            return behind.sources[0].speaker
        agents = [c for c in behind.cues if c.speaker and c.shape == "passive"]
        return agents[0].speaker if agents else subjects.head(behind.frame)
    return None
