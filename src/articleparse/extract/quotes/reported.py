"""Find reported speech without marks: what somebody says that, asks whether, claims to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articleparse.document import Span
from articleparse.extract.quotes import noun_phrases, wording
from articleparse.extract.quotes.attribution import Clauses
from articleparse.extract.quotes.clause_spans import (
    around,
    behind_colon,
    insertion_start,
    of_source,
)
from articleparse.extract.quotes.cues import Cue
from articleparse.extract.quotes.frames import Frame
from articleparse.extract.quotes.governed import governed, infinitive_at
from articleparse.extract.quotes.mention import QuoteMention
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.lexicon.clauses import words_of

# Reports of fewer words are names or remnants.
_LEAST_WORDS = 3
_BLANK_OR_STOP = " \n,;:.!?…-()"
_NO_SPEECH = frozenset(("byline", "related", "footnote"))


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words with the verb and the speaker that they go with."""

    rule: str
    content: Span
    speaker: SpeakerPhrase | None
    cue: Span | None = None


def find_reported(clauses: Clauses, quotations: Sequence[QuoteMention]) -> Iterator[Report]:
    """Yield what is reported in a frame, by verbs first, then by named sources.

    A clause that holds one of the quotations, which are in order, is none, unless it
    tells whose words these are: "raconte que Paul l'a averti que « … »".
    """
    if not (clauses.tells or clauses.sources) or clauses.frame.block.kind in _NO_SPEECH:
        return
    if wording.is_elsewhere(clauses.frame):
        return
    for report in _reports(clauses):
        first = bisect_left(quotations, report.content.start, key=_start)
        last = bisect_left(quotations, report.content.end, first, key=_start)
        inside = [one for one in quotations[first:last] if not _is_anothers(one, report)]
        if inside:
            yield from _beside(clauses.frame, report, inside[0].start, inside[-1].start)
        else:
            yield report


def _start(quotation: QuoteMention) -> int:
    return quotation.start


def _is_anothers(quotation: QuoteMention, report: Report) -> bool:
    """Tell whether the reported clause itself says who else speaks the quoted words in it."""
    speaker, cue = quotation.speaker, quotation.cue
    if speaker is None or cue is None or report.rule != "verb-and-clause":
        return False
    start, end = report.content
    return start <= cue.start < end and start <= speaker.start < end


def _beside(frame: Frame, report: Report, first: int, last: int) -> Iterator[Report]:
    """Yield the coordinated clauses before and behind marked fragments: "dit que … et que « … »".

    Of a clause with a marked fragment the fragment is the quotation. `first` and `last`
    are where the first and last fragments start.
    """
    start, end = report.content
    before = behind = 0
    for at in range(frame.token_at(start) + 1, frame.token_at(end)):
        is_joined = frame.words[at] in ("que", "qu") and frame.words[at - 1] in words_of(
            "coordinator"
        )
        if is_joined and frame.starts[at] < first:
            before = at - 1
        elif is_joined and frame.starts[at] > last and not behind:
            behind = at + 1
    if before:
        yield from _report(
            report.rule, frame, Span(start, frame.ends[before - 1]), report.speaker, [], report.cue
        )
    if behind and behind < len(frame.words):
        span = Span(frame.starts[behind], end)
        yield from _report(report.rule, frame, span, report.speaker, [], report.cue)


def _reports(clauses: Clauses) -> Iterator[Report]:
    frame = clauses.frame
    cues = clauses.cues if clauses.tells else []
    cues = [cue for cue in cues if not cue.verb.is_weak and not _is_general(frame, cue)]
    inserted = [cue for cue in cues if cue.is_inserted]
    stops = [c.span.start for c in inserted] + [s.span.start for s in clauses.sources]
    # "…, estimant que …" is a report of its own.
    stops += [c.span.start for c in cues if c.shape == "gerund" and "," in frame.gaps[c.first]]
    stops.sort()
    for cue in cues:
        span = _told(frame, cue)
        if span is not None:
            yield from _report("verb-and-clause", frame, span, cue.speaker, stops, cue.span)
            inserted = [one for one in inserted if one is not cue and not _is_voice(frame, one)]
    if inserted and not _announces(frame):
        yield from _by_insertion(frame, inserted[0])
    yield from _by_sources(clauses)


def _told(frame: Frame, cue: Cue) -> Span | None:
    """Return what a verb says by the clause, infinitive or question that goes with it."""
    is_charge = cue.shape == "passive" and cue.verb.infinitive in words_of("charge")
    is_told = is_charge or _is_purpose(frame, cue)
    if cue.shape in ("passive", "infinitive") and not is_told:
        return None
    if cue.speaker is None and not is_charge:
        return None
    span = (None if cue.is_inserted else governed(frame, cue)) or behind_colon(frame, cue)
    if span is not None and cue.speaker and span.start < cue.speaker.start and not is_charge:
        return None  # whose name stands in the clause alone has not said it
    return span


def _by_insertion(frame: Frame, cue: Cue) -> Iterator[Report]:
    """Yield the clause that an inserted verb goes with: "…, a dit Paul"."""
    end = max(cue.span.end, cue.speaker.end if cue.speaker else 0)
    if cue.speaker is None or _goes_on_marked(frame, end):
        return
    span = around(frame, insertion_start(frame, cue), cue)
    if span is not None and noun_phrases.is_plausible(frame, cue.speaker):
        yield from _report("clause-and-verb", frame, span, cue.speaker, [], cue.span)


def _by_sources(clauses: Clauses) -> Iterator[Report]:
    """Yield the clauses that named sources go with: "selon Paul, …"."""
    frame = clauses.frame
    behind = 0  # "700 selon les organisateurs, 300 selon la police": the one before is done
    for source in clauses.sources:
        before, behind = behind, source.span.end
        if source.is_of_words:
            continue  # "dans la bouche de Paul, l'expression revient"
        if not source.leads and (_announces(frame) or _goes_on_marked(frame, source.span.end)):
            continue
        span = of_source(frame, source, clauses)
        if span is None:
            continue
        if not source.leads and span.start < before < span.end:
            span = Span(before, span.end)
        yield from _report("reported-by-source", frame, span, source.speaker, [], None)


def _is_general(frame: Frame, cue: Cue) -> bool:
    """Tell whether nobody in particular says so: "on peut dire que", but not "dit-on"."""
    subject = cue.speaker
    if subject is None or cue.is_inserted or subject.kind != "pronoun":
        return False
    return frame.masked[subject.start : subject.end].lower() == "on"


def _is_purpose(frame: Frame, cue: Cue) -> bool:
    """Tell whether somebody acts in order to say that: "prend la parole pour annoncer que"."""
    if cue.shape != "infinitive" or not cue.first or frame.words[cue.first - 1] != "pour":
        return False
    return frame.words[cue.last + 1 : cue.last + 2] in (["que"], ["qu"])


def _is_voice(frame: Frame, cue: Cue) -> bool:
    """Tell whether somebody speaks for who is the subject: "…, a déclaré son porte-parole"."""
    if cue.speaker is None or cue.speaker.kind != "noun":
        return False
    return frame.words[frame.token_at(cue.speaker.start)] in ("son", "sa", "leur")


def _announces(frame: Frame) -> bool:
    """Tell whether a colon ends the sentence: the words that it speaks of stand behind."""
    return frame.masked[frame.end - 1] == ":"


def _goes_on_marked(frame: Frame, end: int) -> bool:
    """Tell whether marks open right behind: the clause before is then the writer's own."""
    behind = frame.masked[end : end + 4].strip()
    at = frame.token_at(end)
    # 'rappelle le journal "La Vigie"': the marks hold the speaker's own name.
    if behind.startswith('"') and not words_of("named body").isdisjoint(frame.words[at - 2 : at]):
        return False
    return behind.removeprefix(",").lstrip().startswith('"')


def _report(
    rule: str,
    frame: Frame,
    span: Span,
    speaker: SpeakerPhrase | None,
    stops: list[int],
    cue: Span | None,
) -> Iterator[Report]:
    start, end = span
    for stop in stops:
        if start < stop < end:
            end = stop
            break
    while start < end and frame.masked[start] in _BLANK_OR_STOP:
        start += 1
    while end > start and frame.masked[end - 1] in _BLANK_OR_STOP:
        end -= 1
    first = frame.token_at(start)
    if first < len(frame.words) and frame.words[first] in ("qui", "dont", "selon"):
        return
    least = _LEAST_WORDS - (infinitive_at(frame, first) == start)  # "manifester samedi"
    if frame.token_at(end) - first >= least:
        yield Report(rule, Span(start, end), speaker, cue)
