"""Find the turns of a dialogue that dashes open: "— Vous partez ? — Demain, répond Paul."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articleparse.document import Block, Document, Span
from articleparse.extract.quotes.cues import Cue, find_cues
from articleparse.extract.quotes.frames import content_frame
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase

# A hyphen opens lists as well; a dash within a paragraph opens a turn behind a full stop alone.
_OPENING = re.compile(r"[—–-] ?(?=\w)")
_NEXT = re.compile(r"(?<=[.?!…]) [—–] (?=[A-ZÀ-Þ])")
_KINDS = frozenset(("paragraph", "list_item"))
# No dialogue of an article has more turns; bounds the time for garbage.
_MOST_TURNS = 500
_BLANK = " \n,;:-—–"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says, in fragments around the verb that tells so."""

    fragments: tuple[Span, ...]
    cue: Span | None
    speaker: SpeakerPhrase | None

    @property
    def start(self) -> int:
        """First code point of the words."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Behind the last code point of the words."""
        return self.fragments[-1].end


def find_turns(document: Document) -> Iterator[Turn]:
    """Yield the turns of each row of paragraphs that dashes open.

    A row is a dialogue where it has two turns at least, one of which a verb of speech
    ends and one of which asks or exclaims; what has neither is a list.
    """
    row: list[Span] = []
    for block in document.blocks:
        spans = _spans(document, block)
        if not spans:
            yield from _dialogue(document, row)
            row = []
        row += spans
    yield from _dialogue(document, row)


def _spans(document: Document, block: Block) -> list[Span]:
    text = document.text
    opening = _OPENING.match(text, block.start, block.end) if block.kind in _KINDS else None
    if opening is None:
        return []
    starts = [opening.end(), *(m.end() for m in _NEXT.finditer(text, opening.end(), block.end))]
    ends = [*(m.start() for m in _NEXT.finditer(text, opening.end(), block.end)), block.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _dialogue(document: Document, row: list[Span]) -> list[Turn]:
    if not 2 <= len(row) <= _MOST_TURNS or not any(
        mark in document.folded[s.start : s.end] for s in row for mark in "?!"
    ):
        return []
    turns = [_turn(document, span) for span in row]
    return turns if any(turn.cue for turn in turns) else []


def _turn(document: Document, span: Span) -> Turn:
    cue = _inserted(document, span)
    if cue is None or cue.speaker is None:
        return Turn((_trimmed(document, *span),), None, None)
    behind = max(cue.span.end, cue.speaker.end)
    parts = [_trimmed(document, span.start, cue.span.start)]
    tail = document.folded[behind : span.end]
    if tail.startswith((",", ".", ":")) and len(tail.split()) > 2:
        parts.append(_trimmed(document, behind + 1, span.end))
    return Turn(tuple(parts), cue.span, cue.speaker)


def _inserted(document: Document, span: Span) -> Cue | None:
    """Return the verb of speech that stands between or behind the words of a turn."""
    for cue in find_cues(content_frame(document, span)):
        lead = document.folded[span.start : cue.span.start].rstrip()
        if cue.is_inserted and not cue.verb.is_weak and lead.endswith((",", "!", "?", "...", "…")):
            return cue
    return None


def _trimmed(document: Document, start: int, end: int) -> Span:
    while start < end and document.text[start] in _BLANK:
        start += 1
    while end > start and document.text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end)
