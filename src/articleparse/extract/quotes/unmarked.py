"""Find quotations without marks: answers, turns of dialogues, crossheads that repeat one."""

from __future__ import annotations

from collections.abc import Iterator

from articleparse.document import Document, Span
from articleparse.extract.quotes.dialogues import find_turns
from articleparse.extract.quotes.interviews import find_answers
from articleparse.extract.quotes.mention import ANSWER_RULE, TURN_RULE, QuoteMention
from articleparse.lexicon.clauses import has_finite, words_of

# A crosshead of fewer blanks may be in anybody's mouth; more crossheads has no article.
_LEAST_REPEATED = 3
_MOST_CROSSHEADS = 50


def answers(document: Document) -> Iterator[QuoteMention]:
    """Yield the answers of an interview."""
    for answer in find_answers(document):
        content = _without_marks(document, answer.content)
        if content.start < content.end:
            yield QuoteMention(*content, ANSWER_RULE, "direct", (content,), speaker=answer.speaker)


def _without_marks(document: Document, content: Span) -> Span:
    """Leave out blanks, and the marks around an answer that stands between them whole."""
    start, end = content
    while start < end and document.folded[start] in ' \n"':
        start += 1
    while end > start and document.folded[end - 1] in ' \n"':
        end -= 1
    return Span(start, end) if document.folded.count('"', start, end) % 2 == 0 else content


def turns(document: Document) -> Iterator[QuoteMention]:
    """Yield the turns of dialogues."""
    for turn in find_turns(document):
        yield QuoteMention(
            turn.start,
            turn.end,
            TURN_RULE,
            "direct",
            turn.fragments,
            cue=turn.cue,
            speaker=turn.speaker,
        )


def echoes(document: Document, quotations: list[QuoteMention]) -> Iterator[QuoteMention]:
    """Find the crossheads without marks that repeat a stretch of a quotation word for word."""
    folded = document.folded
    crossheads = [
        block
        for block in document.blocks
        if block.kind == "crosshead" and '"' not in folded[block.start : block.end]
    ][:_MOST_CROSSHEADS]
    if not crossheads or not quotations:
        return
    said = "\n".join(folded[f.start : f.end] for one in quotations for f in one.fragments).lower()
    for block in crossheads:
        text = folded[block.start : block.end].lower().rstrip(" .!?")
        first = text.partition(" ")[0].partition("'")[0]
        is_clause = first in words_of("clause opener") or has_finite(text.split())
        if is_clause and text.count(" ") >= _LEAST_REPEATED and text in said:
            content = Span(block.start, block.end)
            yield QuoteMention(*content, "repeated-crosshead", "direct", (content,))
