"""Find the sources that are named without a verb: selon, d'après, aux yeux de, pour …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from articleparse.document import Span
from articleparse.extract.quotes import noun_phrases
from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.files import rows
from articleparse.lexicon.speech import singular, speaker_nouns


@dataclass(frozen=True, slots=True)
class Source:
    """A named source: the marker's span, the speaker, and where the reported words stand.

    `leads`: the marker opens its clause, so what is reported follows. `is_of_words`: it
    tells whose the words between marks are, and reports none.
    """

    span: Span
    first: int
    last: int
    speaker: SpeakerPhrase
    leads: bool
    is_of_words: bool = False


class _Marker(NamedTuple):
    words: list[str]
    offset: int
    follows: str


@cache
def _markers() -> dict[str, list[_Marker]]:
    """Return the markers by their longest word, which is the rarest; longest first."""
    found: dict[str, list[_Marker]] = {}
    for marker, follows in rows("source_markers.tsv", 2):
        words = marker.split()
        key = max(words, key=len)
        found.setdefault(key, []).append(_Marker(words, words.index(key), follows))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return found


@cache
def source_words() -> frozenset[str]:
    """Return the words one of which stands in every marker."""
    return frozenset(_markers())


def find_sources(frame: Frame) -> list[Source]:
    """Return the sources of a frame in order."""
    markers = _markers()
    found: list[Source] = []
    if source_words().isdisjoint(frame.words):
        return found
    for index, word in enumerate(frame.words):
        if word not in markers or (found and index <= found[-1].last):
            continue
        for words, offset, follows in markers[word]:
            first = index - offset
            if first >= 0 and frame.words[first : first + len(words)] == words:
                if source := _source(frame, first, first + len(words), follows):
                    found.append(source)
                break
    return found


def _source(frame: Frame, index: int, behind: int, follows: str) -> Source | None:
    leads = _opens_clause(frame, index)
    if follows == "plausible" and not leads:
        return None
    if follows == "plausible" and frame.words[behind : behind + 1] == ["mémoire"]:
        return None  # "pour mémoire"
    if follows == "owner":
        span = Span(frame.starts[index], frame.ends[behind - 1])
        return Source(span, index, behind - 1, SpeakerPhrase(*span, "possessive"), leads)
    if behind < len(frame.words) and frame.words[behind] == "d":
        behind += 1  # "d'après d'anciens mineurs"
    if behind >= len(frame.words):
        return None
    if frame.words[behind] in words_of("disjunctive"):
        speaker = SpeakerPhrase(frame.starts[behind], frame.ends[behind], "pronoun")
    else:
        # "de source syndicale" is its own speaker.
        begins_with_marker = frame.words[behind - 1] in ("source", "sources")
        phrase = noun_phrases.noun_phrase(frame, behind - 1 if begins_with_marker else behind)
        if phrase is None or _names_no_source(frame, behind):
            return None
        speaker = _maker(frame, phrase) or phrase
    is_named = any(map(str.isupper, frame.between(speaker.start, speaker.end)))
    if not (is_named or noun_phrases.is_plausible(frame, speaker)):
        return None
    if follows == "plausible" and not _is_closed(frame, speaker):
        return None
    span = Span(frame.starts[index], speaker.end)
    return Source(span, index, frame.token_at(speaker.end) - 1, speaker, leads, follows == "words")


def _maker(frame: Frame, document: SpeakerPhrase) -> SpeakerPhrase | None:
    """Return who made what is cited: "selon un sondage réalisé par [l'Ifop]"."""
    by = frame.token_at(document.end)
    if frame.words[by : by + 1] != ["par"]:
        return None
    first = frame.token_at(document.start)
    nouns = map(singular, frame.words[first : min(first + 3, by)])
    if not any(_is_document(noun) for noun in nouns):
        return None
    phrase = noun_phrases.noun_phrase(frame, by + 1)
    return phrase if phrase and noun_phrases.is_plausible(frame, phrase) else None


def _is_document(noun: str) -> bool:
    entry = speaker_nouns().get(noun)
    return noun in words_of("finding") or (entry is not None and entry.kind == "document")


def _names_no_source(frame: Frame, index: int) -> bool:
    """Tell whether the noun only measures ("selon les cas") or is the paper's own ("selon nos …")."""
    behind = "".join(frame.words[index + 1 : index + 2])
    is_own = frame.words[index] in ("nos", "notre") and _is_document(singular(behind))
    return is_own or not words_of("no source").isdisjoint(frame.words[index : index + 2])


def _opens_clause(frame: Frame, index: int) -> bool:
    start = frame.starts[index]
    lead = frame.between(frame.ends[index - 1] if index else frame.start, start)
    if not index and HIDDEN not in lead:
        return True
    if HIDDEN in lead:
        return False
    previous = frame.words[index - 1]
    if previous in words_of("coordinator") and "," in lead:
        return True  # "… se poursuivent et, selon Paul, …"
    return previous in words_of("subordinator") or breaks(lead, ";:.!?")


def _is_closed(frame: Frame, speaker: SpeakerPhrase) -> bool:
    """Tell whether a comma, a mark or a relative ends the phrase, as in "Pour Paul Roy, …"."""
    tail = frame.masked[speaker.end : speaker.end + 5].lstrip()
    return tail.startswith((",", '"', "(", "qui"))
