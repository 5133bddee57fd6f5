"""Find reported speech without marks: what somebody says that, asks whether, claims to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articleparse.document import Span
from articleparse.extract.quotes import noun_phrases, wording
from articleparse.extract.quotes.attribution import Clauses
from articleparse.extract.quotes.cues import Cue
from articleparse.extract.quotes.frames import Frame, breaks
from articleparse.extract.quotes.mention import QuoteMention
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase, is_time_phrase
from articleparse.extract.quotes.sources import Source
from articleparse.lexicon.clauses import is_adverb, is_finite, may_be_finite, words_of
from articleparse.lexicon.speech import singular, speaker_nouns

# A conjunction further behind its verb than this is another clause's.
_REACH = 24
_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|oir|re)$")
# Reports of fewer words are names or remnants.
_LEAST_WORDS = 3
_ARTICLES = frozenset(("la", "l", "leur"))
_AGE = re.compile(r" \d{1,3} ans,")  # "Pour Angèle, 33 ans, …"
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
    if speaker is None or cue is None:
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
    cues = [cue for cue in cues if not _is_general(frame, cue)]
    inserted = [cue for cue in cues if cue.is_inserted and not cue.verb.is_weak]
    stops = [c.span.start for c in inserted] + [s.span.start for s in clauses.sources]
    # "…, estimant que …" is a report of its own.
    stops += [c.span.start for c in cues if c.shape == "gerund" and "," in frame.gaps[c.first]]
    stops.sort()
    for cue in cues:
        is_charge = cue.shape == "passive" and cue.verb.infinitive in words_of("charge")
        if cue.verb.is_weak:
            continue
        is_told = is_charge or _is_purpose(frame, cue)
        if cue.shape in ("passive", "infinitive") and not is_told:
            continue
        if cue.speaker is None and not is_charge:
            continue
        span = None if cue.is_inserted else _governed(frame, cue)
        span = span or _behind_colon(frame, cue)
        if span is not None and cue.speaker and span.start < cue.speaker.start and not is_charge:
            continue  # whose name stands in the clause alone has not said it
        if span is not None:
            yield from _report("verb-and-clause", frame, span, cue.speaker, stops, cue.span)
            inserted = [one for one in inserted if one is not cue and not _is_voice(frame, one)]
    if inserted and not _announces(frame):
        cue = inserted[0]
        end = max(cue.span.end, cue.speaker.end if cue.speaker else 0)
        span = None if _goes_on_marked(frame, end) else _around(frame, _insertion(frame, cue), cue)
        if span is not None and cue.speaker and noun_phrases.is_plausible(frame, cue.speaker):
            yield from _report("clause-and-verb", frame, span, cue.speaker, [], cue.span)
    for source in clauses.sources:
        if source.is_of_words:
            continue  # "dans la bouche de Paul, l'expression revient"
        is_marked = not source.leads and (
            _announces(frame) or _goes_on_marked(frame, source.span.end)
        )
        span = None if is_marked else _of_source(frame, source, clauses)
        before = max(
            (s.span.end for s in clauses.sources if s.span.end < source.span.start), default=0
        )
        if span is not None and not source.leads and span.start < before < span.end:
            span = Span(before, span.end)  # "700 selon les organisateurs, 300 selon la police"
        if span is not None:
            yield from _report("reported-by-source", frame, span, source.speaker, [], None)


def _insertion(frame: Frame, cue: Cue) -> int:
    """Return where an inserted verb starts, with the "comme" before it: "…, [comme le] dit Paul"."""
    at = cue.first - 1
    while at > 0 and frame.words[at] in words_of("clitic"):
        at -= 1
    return frame.starts[at] if at > 0 and frame.words[at] == "comme" else cue.span.start


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


def _is_thing(frame: Frame, cue: Cue) -> bool:
    """Tell whether the subject says nothing but in a figure: "la tâche promet d'être rude"."""
    return cue.speaker is not None and not noun_phrases.is_plausible(frame, cue.speaker)


def _goes_on_marked(frame: Frame, end: int) -> bool:
    """Tell whether marks open right behind: the clause before is then the writer's own."""
    behind = frame.masked[end : end + 4].strip()
    at = frame.token_at(end)
    # 'rappelle le journal "La Vigie"': the marks hold the speaker's own name.
    if behind.startswith('"') and not words_of("named body").isdisjoint(frame.words[at - 2 : at]):
        return False
    return behind.removeprefix(",").lstrip().startswith('"')


def _behind_colon(frame: Frame, cue: Cue) -> Span | None:
    """Return the clause behind a colon that the verb or its subject ends in."""
    end = max(cue.span.end, cue.speaker.end if cue.speaker and cue.is_inserted else 0)
    lead = frame.masked[end : end + 3].lstrip()
    if not lead.startswith(":") or "que" not in cue.verb.constructions:
        return None
    return Span(frame.masked.index(":", end) + 1, frame.end)


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
    least = _LEAST_WORDS - (_infinitive_at(frame, first) == start)  # "manifester samedi"
    if frame.token_at(end) - first >= least:
        yield Report(rule, Span(start, end), speaker, cue)


def _governed(frame: Frame, cue: Cue) -> Span | None:
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
        return _infinitive_at(frame, at)
    if (
        word in ("de", "à")
        and word in asked
        and not ("que" in asked and _is_of_object(frame, verb, at))
    ):
        return _infinitive_at(frame, at + 1)
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


def _infinitive_at(frame: Frame, at: int) -> int | None:
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


def _around(frame: Frame, start: int, cue: Cue) -> Span | None:
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


def _of_source(frame: Frame, source: Source, clauses: Clauses) -> Span | None:
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


def _main_clause(frame: Frame, end: int) -> int:
    """Return where the main clause before `end` starts, behind a leading subordinate one."""
    if frame.words and (
        frame.words[0] in words_of("leading conjunction") or frame.words[0].endswith("ant")
    ):
        begin = frame.start
        for index in range(1, frame.token_at(end)):
            gap = frame.gaps[index]
            word = frame.words[index]
            if "," in gap and (word in words_of("determiner") or word in words_of("pronoun")):
                begin = frame.starts[index]
            if begin > frame.start and is_finite(word):
                break  # "Visant un projet, une cause, elles ont atteint …"
        return begin
    return frame.start


def _last_clause(frame: Frame, end: int) -> int:
    """Return where the last clause before `end` starts: behind a comma, "où" or "que"."""
    last = frame.token_at(end)
    for index in range(last - _LEAST_WORDS, 0, -1):
        gap = frame.gaps[index]
        if breaks(gap, ",") and (
            not any(map(is_finite, frame.words[index:last])) or is_finite(frame.words[index])
        ):
            # Of a list, or behind an apposition: "700 à Lyon, 520 à Tours selon la police",
            # "Paul, son frère, a pu partir selon la police".
            continue
        if breaks(gap, ",:;") or frame.words[index - 1] in (
            "où",
            "que",
            "qu",
        ):
            return frame.starts[index]
    return frame.start


def _has_words(frame: Frame, start: int, end: int) -> bool:
    first, last = frame.token_at(start), frame.token_at(end)
    return last - first > 4
