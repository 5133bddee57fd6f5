"""Find quotations and reported speech, with cue and speaker phrase."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articleparse.document import Document, Span
from articleparse.extract.quotes import neighbours, subjects, unmarked, wording
from articleparse.extract.quotes.attribution import Attribution, Clauses, inside
from articleparse.extract.quotes.frames import find_frames
from articleparse.extract.quotes.marks import Marked, content_of, find_marked
from articleparse.extract.quotes.mention import ANSWER_RULE, TURN_RULE, QuoteMention
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.extract.quotes.reported import find_reported
from articleparse.extract.quotes.terms import find_names, find_terms
from articleparse.extract.quotes.titles import find_titles

__all__ = ["ANSWER_RULE", "TURN_RULE", "QuoteMention", "SpeakerPhrase", "extract"]

# A pronoun takes up the subject of one of this many sentences before.
_SUBJECTS = 2
_JOINABLE = frozenset({"inserted-verb", "verb-before", "marks-alone"})


def extract(document: Document) -> list[QuoteMention]:
    """Find them in a document, in text order."""
    marked = find_marked(document)
    names = find_names(document, marked)
    spoken = [one for one in marked if one not in names]
    clauses = [Clauses(frame) for frame in find_frames(document, spoken, names)]
    masked = clauses[0].frame.masked if clauses else ""
    terms = find_terms(document, masked, spoken)
    titles = find_titles(document, (clause.frame for clause in clauses if clause.frame.marked))
    quotations = list(_quotations(document, clauses, terms, titles))
    quotations = _join_interrupted(document, quotations)
    reports = _reports(document, clauses, quotations)
    told = _with_subjects(clauses, [*quotations, *reports])
    answers = [*unmarked.answers(document), *unmarked.turns(document)]
    answers.sort(key=_start)
    found = [*(one for one in told if not _is_within(one, answers)), *answers]
    found += unmarked.echoes(document, quotations)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _quotations(
    document: Document, clauses: list[Clauses], terms: frozenset[str], titles: frozenset[str]
) -> Iterator[QuoteMention]:
    for index, clause in enumerate(clauses):
        if clause.frame.marked and wording.is_elsewhere(clause.frame):
            continue
        for marked in clause.frame.marked:
            if marked.open < clause.frame.start:
                continue  # the frame where it opens has dealt with it
            content = content_of(document, marked)
            attribution = _attribution(document, clauses, index, marked, content)
            if attribution and not wording.may_speak(clause.frame, marked, attribution):
                attribution = None
            if not wording.is_quotation(
                document, clause.frame, marked, content, attribution, terms, titles
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
                nearby=None if attribution else neighbours.nearby(clauses, index),
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
        clauses[index].source_leading_to(marked)
        or clauses[closing].attribute_behind(marked)
        or inside(document, marked, content)
        or clauses[index].attribute(marked)
        or neighbours.announced(clauses, index, marked)
        or neighbours.signed(clauses, index, marked)
        or neighbours.told_behind(clauses, index, marked)
    )


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
            if clause.frame.block != clauses[last].frame.block:
                break
            own = subjects.head(clause.frame)
            if own is not None and own.kind == "noun" and own.end <= phrase.start:
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
    document: Document, clauses: list[Clauses], quotations: list[QuoteMention]
) -> Iterator[QuoteMention]:
    for clause in clauses:
        for report in find_reported(clause, quotations):
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
