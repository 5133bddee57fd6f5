"""Find quotations and reported speech, with cue and speaker phrase."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from articleparse.document import Document, Mention, Span
from articleparse.extract.quotes import noun_phrases, subjects, wording
from articleparse.extract.quotes.attribution import Attribution, Clauses, inside
from articleparse.extract.quotes.dialogues import find_turns
from articleparse.extract.quotes.frames import find_frames
from articleparse.extract.quotes.interviews import find_answers
from articleparse.extract.quotes.marks import Marked, find_marked
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.extract.quotes.reported import find_reported
from articleparse.extract.quotes.terms import find_names, find_terms
from articleparse.lexicon.clauses import has_finite, words_of

__all__ = ["ANSWER_RULE", "TURN_RULE", "QuoteMention", "SpeakerPhrase", "extract"]

# Answers of an interview carry no phrase that tells their speaker.
ANSWER_RULE = "interview-answer"
# Of the turns of a dialogue those without a verb are not told.
TURN_RULE = "dialogue-turn"
# A pronoun takes up the subject of one of this many sentences before.
_SUBJECTS = 2
# A line that names who says the words above, with an office.
_LONGEST_SIGNATURE = 120
# A crosshead of fewer blanks may be in anybody's mouth; more crossheads has no article.
_LEAST_REPEATED = 3
_MOST_CROSSHEADS = 50
_JOINABLE = frozenset({"inserted-verb", "verb-before", "marks-alone"})


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


def extract(document: Document) -> list[QuoteMention]:
    """Find them in a document, in text order."""
    marked = find_marked(document)
    names = find_names(document, marked)
    spoken = [one for one in marked if one not in names]
    clauses = [Clauses(frame) for frame in find_frames(document, spoken, names)]
    masked = clauses[0].frame.masked if clauses else ""
    terms = find_terms(document, masked, spoken)
    quotations = _join_interrupted(document, list(_quotations(document, clauses, terms)))
    reports = _reports(document, clauses, [mention.start for mention in quotations])
    told = _with_subjects(clauses, [*quotations, *reports])
    answers = [*_answers(document), *_turns(document)]
    answers.sort(key=_start)
    found = [*(one for one in told if not _is_within(one, answers)), *answers]
    found += _echoes(document, quotations)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _quotations(
    document: Document, clauses: list[Clauses], terms: frozenset[str]
) -> Iterator[QuoteMention]:
    for index, clause in enumerate(clauses):
        if clause.frame.marked and wording.is_elsewhere(clause.frame):
            continue
        for marked in clause.frame.marked:
            if marked.open < clause.frame.start:
                continue  # the frame where it opens has dealt with it
            content = wording.content_of(document, marked)
            attribution = _attribution(document, clauses, index, marked, content)
            if not wording.is_quotation(
                document, clause.frame, marked, content, attribution, terms
            ):
                continue
            yield QuoteMention(
                start=marked.start,
                end=marked.end,
                rule=attribution.rule if attribution else "marks-alone",
                kind=wording.kind_of(document, clause.frame, marked, content),
                fragments=marked.parts,
                cue=attribution.cue if attribution else None,
                speaker=attribution.speaker if attribution else None,
                nearby=None if attribution else _nearby(clauses, index, marked),
            )


def _attribution(
    document: Document,
    clauses: list[Clauses],
    index: int,
    marked: Marked,
    content: list[str],
) -> Attribution | None:
    """Look behind the closing mark first where the quotation ends in another frame."""
    closing = index
    while closing + 1 < len(clauses) and clauses[closing].frame.end <= marked.close:
        closing += 1
    return (
        clauses[closing].attribute_behind(marked)
        or inside(document, marked, content)
        or clauses[index].attribute(marked)
        or _signed(clauses, index, marked)
        or _told_behind(clauses, index, marked)
    )


def _told_behind(clauses: list[Clauses], index: int, marked: Marked) -> Attribution | None:
    """Take whose words the next sentence says they are: "Dans la bouche de Paul, le mot …"."""
    behind = clauses[index + 1] if index + 1 < len(clauses) else None
    if behind is None or not behind.sources or not behind.sources[0].is_of_words:
        return None
    is_same_block = behind.frame.block == clauses[index].frame.block
    if not is_same_block or not wording.stands_alone(clauses[index].frame, marked):
        return None
    return Attribution("named-source", behind.sources[0].speaker)


def _signed(clauses: list[Clauses], index: int, marked: Marked) -> Attribution | None:
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


def _nearby(clauses: list[Clauses], index: int, marked: Marked) -> SpeakerPhrase | None:
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
        agents = [c for c in behind.cues if c.speaker and c.shape == "passive"]
        return agents[0].speaker if agents else subjects.head(behind.frame)
    return None


def _join_interrupted(document: Document, found: list[QuoteMention]) -> list[QuoteMention]:
    """Make one quotation of two that only an inserted verb parts: « … », dit-il, « … »."""
    joined: list[QuoteMention] = []
    for mention in found:
        if joined and (before := joined[-1]).cue and mention.rule in _JOINABLE:
            between = document.folded[before.end : mention.start]
            end = max(before.cue.end, before.speaker.end if before.speaker else 0)
            tail = document.folded[end : mention.start]
            lead = document.folded[before.end : min(before.cue.start, mention.start)]
            if (
                before.rule == "inserted-verb"
                and before.end <= before.cue.start < mention.start
                and lead.strip(' ",') == ""
                and tail.strip(' "') == ","
                and "." not in between
                and not document.text[mention.start].isupper()
            ):
                joined[-1] = replace(
                    before, end=mention.end, fragments=before.fragments + mention.fragments
                )
                continue
        joined.append(mention)
    return joined


def _with_subjects(clauses: list[Clauses], found: list[QuoteMention]) -> Iterator[QuoteMention]:
    """Note for each pronoun the subjects of its sentence and of the two before it."""
    starts = [clause.frame.start for clause in clauses]
    for mention in found:
        phrase = mention.speaker
        if phrase is None or phrase.kind != "pronoun":
            yield mention
            continue
        last = bisect_right(starts, phrase.start) - 1
        taken_up = []
        for clause in reversed(clauses[max(0, last - _SUBJECTS) : last + 1]):
            own = subjects.head(clause.frame)
            is_told = own is not None and own.kind == "noun" and own.end <= phrase.start
            if clause.frame.block == clauses[last].frame.block and own and is_told:
                taken_up.append(own)
        yield replace(mention, subjects=tuple(taken_up))


def _is_within(mention: QuoteMention, answers: Sequence[QuoteMention]) -> bool:
    """Tell whether words stand within an answer: only marks with a speaker of their own count."""
    index = bisect_right(answers, mention.start, key=_start)
    if not index or mention.start >= answers[index - 1].end:
        return False
    own = mention.speaker
    return mention.kind == "indirect" or own is None or own.start < answers[index - 1].start


def _start(mention: QuoteMention) -> int:
    return mention.start


def _answers(document: Document) -> Iterator[QuoteMention]:
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


def _echoes(document: Document, quotations: list[QuoteMention]) -> Iterator[QuoteMention]:
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


def _turns(document: Document) -> Iterator[QuoteMention]:
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


def _with_marks(document: Document, content: Span) -> Span:
    """Take the mark in that closes a name at the end, or opens one at the start."""
    start, end = content
    folded = document.folded
    if folded.count('"', start, end) % 2:
        behind = folded[end : end + 2].lstrip()
        before = folded[max(0, start - 2) : start].rstrip()
        if behind.startswith('"'):
            end = folded.index('"', end) + 1
        elif before.endswith('"'):
            start = folded.rindex('"', 0, start)
    return Span(start, end)


def _reports(
    document: Document, clauses: list[Clauses], quoted: list[int]
) -> Iterator[QuoteMention]:
    for clause in clauses:
        for report in find_reported(clause, quoted):
            content = _with_marks(document, report.content)
            yield QuoteMention(
                start=content.start,
                end=content.end,
                rule=report.rule,
                kind="indirect",
                fragments=(content,),
                cue=report.cue,
                speaker=report.speaker,
            )
