"""Tell where the clause starts and ends that an inserted verb or a named source goes with."""

from __future__ import annotations

import re

from articleparse.document import Span
from articleparse.extract.quotes.attribution import Clauses
from articleparse.extract.quotes.cues import Cue
from articleparse.extract.quotes.frames import Frame, breaks
from articleparse.extract.quotes.sources import Source
from articleparse.lexicon.clauses import is_adverb, is_finite, words_of
from articleparse.lexicon.speech import singular, speaker_nouns

# Fewer words before a verb or source are no clause.
_LEAST_WORDS = 3
_AGE = re.compile(r" \d{1,3} ans,")  # "Pour Angèle, 33 ans, …"


def around(frame: Frame, start: int, cue: Cue) -> Span | None:
    """Return the longer stretch of the clause that an inserted verb splits or follows."""
    behind = max(cue.speaker.end if cue.speaker else 0, cue.span.end)
    tail = frame.between(behind, frame.end)
    if not _has_words(frame, frame.start, start):
        # "Comme le rappelle Paul Roy, le pont …"
        leads = cue.first and tail.startswith(",") and frame.words[0] in ("comme", "mais", "ainsi")
        return Span(behind, frame.end) if leads else None
    if tail.startswith(",") and len(tail) > start - frame.start:
        return Span(behind, frame.end)
    return Span(_main_clause(frame, start), start)


def insertion_start(frame: Frame, cue: Cue) -> int:
    """Return where an inserted verb starts, with the "comme" before it: "…, [comme le] dit Paul"."""
    at = cue.first - 1
    while at > 0 and frame.words[at] in words_of("clitic"):
        at -= 1
    return frame.starts[at] if at > 0 and frame.words[at] == "comme" else cue.span.start


def of_source(frame: Frame, source: Source, clauses: Clauses) -> Span | None:
    """Return the clause that a source goes with: behind one that leads, else before it."""
    if source.leads:
        comma = frame.masked.find(",", source.speaker.end, source.speaker.end + 90)
        begin = comma + 1 if comma >= 0 else source.speaker.end
        begin = _behind_apposition(frame, begin)
        other = next((s.span.start for s in clauses.sources if s.span.start > begin), None)
        opening = frame.masked.rfind("(", begin, other) if other is not None else -1
        return Span(begin, opening if opening > 0 else other or frame.end)
    start = source.span.start
    # "…, a appris France Bleu de source policière": the report ends before the verb.
    start = min([start, *(c.span.start for c in clauses.cues if c.is_inserted)])
    lead = frame.between(frame.start, start)
    opening = lead.rfind("(")
    if opening > lead.rfind(")"):
        return Span(frame.start + opening + 1, start)
    if len(lead.split()) <= 2:
        return Span(source.span.end, frame.end)
    if not lead.rstrip().endswith(","):
        return Span(_last_clause(frame, start), start)
    if frame.masked[source.span.end : source.span.end + 6].startswith((", qu'", ", que ")):
        return Span(frame.start, frame.end)
    return Span(_main_clause(frame, start), start)


def _behind_apposition(frame: Frame, begin: int) -> int:
    """Return where the clause starts behind what a source is said to be, between commas."""
    if age := _AGE.match(frame.masked, begin, frame.end):
        return age.end()
    at = frame.token_at(begin)
    if at == len(frame.words) or frame.between(begin, frame.starts[at]).strip():
        return begin  # "380.000 manifestants"
    if singular(frame.words[at]) in speaker_nouns():
        comma = frame.masked.find(",", begin, min(begin + 90, frame.end))
        return comma + 1 if comma >= 0 else begin
    return begin


def _leads_in(frame: Frame) -> bool:
    """Tell whether a subordinate or participial clause begins the sentence: "Visant un pont, …"."""
    word = frame.words[0]
    if word in words_of("leading conjunction"):
        return True
    is_participle = word.endswith("ant") and not (
        is_adverb(word) or word in words_of("preposition")
    )
    return is_participle and len(frame.words) > 1 and frame.gaps[1] == " "


def _main_clause(frame: Frame, end: int) -> int:
    """Return where the main clause before `end` starts, behind a leading subordinate one."""
    if frame.words and _leads_in(frame):
        begin = frame.start
        for index in range(1, frame.token_at(end)):
            gap = frame.gaps[index]
            word = frame.words[index]
            if "," in gap and (word in words_of("determiner") or word in words_of("pronoun")):
                begin = frame.starts[index]
            if begin > frame.start and is_finite(word):
                break  # "Visant un pont, une digue, elles ont rouvert …"
        return begin
    return frame.start


def _last_clause(frame: Frame, end: int) -> int:
    """Return where the last clause before `end` starts: behind a comma, "où" or "que"."""
    last = frame.token_at(end)
    has_verb = any(map(is_finite, frame.words[max(0, last - _LEAST_WORDS) : last]))
    for index in range(last - _LEAST_WORDS, 0, -1):
        gap = frame.gaps[index]
        is_verb = is_finite(frame.words[index])
        has_verb = has_verb or is_verb
        if breaks(gap, ",") and (is_verb or not has_verb):
            # Of a list, or behind an apposition: "650 à Nantes, 410 à Blois selon la police",
            # "Paul, son frère, a pu partir selon la police".
            continue
        if breaks(gap, ",:;") or frame.words[index - 1] in ("où", "que", "qu"):
            return frame.starts[index]
    return frame.start


def _has_words(frame: Frame, start: int, end: int) -> bool:
    first, last = frame.token_at(start), frame.token_at(end)
    return last - first > 4


def behind_colon(frame: Frame, cue: Cue) -> Span | None:
    """Return the clause behind a colon that the verb or its subject ends in."""
    end = max(cue.span.end, cue.speaker.end if cue.speaker and cue.is_inserted else 0)
    lead = frame.masked[end : end + 3].lstrip()
    if not lead.startswith(":") or "que" not in cue.verb.constructions:
        return None
    return Span(frame.masked.index(":", end) + 1, frame.end)
