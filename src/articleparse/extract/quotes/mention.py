"""A quotation as the extractor finds it, not yet attributed to an entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articleparse.document import Mention, Span
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase

# Answers of an interview carry no phrase that tells their speaker.
ANSWER_RULE = "interview-answer"
# Of the turns of a dialogue those without a verb are not told.
TURN_RULE = "dialogue-turn"


@dataclass(frozen=True, slots=True)
class QuoteMention(Mention):
    """A quotation, not yet attributed to an entity.

    `fragments` are the quoted or reported words; `speaker` the phrase that tells
    whose they are, where its sentence has one; `nearby` the phrase that the sentence
    beside it would suggest; `subjects` those of the sentences before that a pronoun may
    take up, the nearest first.
    """

    kind: Literal["direct", "partial", "indirect"]
    fragments: tuple[Span, ...]
    cue: Span | None = None
    speaker: SpeakerPhrase | None = None
    nearby: SpeakerPhrase | None = None
    subjects: tuple[SpeakerPhrase, ...] = ()
