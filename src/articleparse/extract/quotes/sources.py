"""Find the sources that are named without a verb: selon, d'après, aux yeux de, pour …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from articleparse.document import Span
from articleparse.extract.quotes import phrases
from articleparse.extract.quotes.frames import HIDDEN, Frame, breaks
from articleparse.extract.quotes.phrases import SpeakerPhrase
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.files import rows


@dataclass(frozen=True, slots=True)
class Source:
    """A named source: the marker's span, the speaker, and where the reported words stand.

    `leads`: the marker opens its clause, so what is reported follows.
    """

    span: Span
    first: int
    last: int
    speaker: SpeakerPhrase
    leads: bool


class _Marker(NamedTuple):
    words: tuple[str, ...]
    offset: int
    follows: str


@cache
def _markers() -> dict[str, list[_Marker]]:
    """Return the markers by their longest word, which is the rarest; longest first."""
    found: dict[str, list[_Marker]] = {}
    for marker, follows in rows("source_markers.tsv", 2):
        words = tuple(marker.split())
        key = max(words, key=len)
        found.setdefault(key, []).append(_Marker(words, words.index(key), follows))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return found


def find_sources(frame: Frame) -> list[Source]:
    """Return the sources of a frame in order."""
    markers = _markers()
    found: list[Source] = []
    if markers.keys().isdisjoint(frame.words):
        return found
    for index, token in enumerate(frame.tokens):
        if token.text not in markers or (found and index <= found[-1].last):
            continue
        for words, offset, follows in markers[token.text]:
            first = index - offset
            if first >= 0 and _stand_at(frame, first, words):
                if source := _source(frame, first, first + len(words), follows):
                    found.append(source)
                break
    return found


def _stand_at(frame: Frame, index: int, words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in frame.tokens[index : index + len(words)]) == words


def _source(frame: Frame, index: int, behind: int, follows: str) -> Source | None:
    tokens = frame.tokens
    leads = _opens_clause(frame, index)
    if follows == "owner":
        span = Span(tokens[index].start, tokens[behind - 1].end)
        return Source(span, index, behind - 1, SpeakerPhrase(*span, "possessive"), leads)
    if behind < len(tokens) and tokens[behind].text == "d":
        behind += 1  # "d'après d'anciens mineurs"
    if behind >= len(tokens):
        return None
    if tokens[behind].text in ("lui", "eux", "elle", "elles"):
        if follows == "plausible" and not leads:
            return None
        speaker = SpeakerPhrase(tokens[behind].start, tokens[behind].end, "pronoun")
    else:
        # "de source syndicale" is its own speaker.
        begins_with_marker = tokens[behind - 1].text in ("source", "sources")
        phrase = phrases.noun_phrase(frame, behind - 1 if begins_with_marker else behind)
        if phrase is None or _names_no_source(frame, behind):
            return None
        speaker = phrase
    if not phrases.is_plausible(frame, speaker):
        return None
    if follows == "plausible" and not (leads and _is_closed(frame, speaker)):
        return None
    span = Span(tokens[index].start, speaker.end)
    return Source(span, index, frame.token_at(speaker.end) - 1, speaker, leads)


def _names_no_source(frame: Frame, index: int) -> bool:
    """Tell whether the noun is one that only measures ("selon les cas")."""
    return any(t.text in words_of("no source") for t in frame.tokens[index : index + 2])


def _opens_clause(frame: Frame, index: int) -> bool:
    tokens = frame.tokens
    start = tokens[index].start
    lead = frame.between(tokens[index - 1].end if index else frame.start, start)
    if not index and HIDDEN not in lead:
        return True
    if HIDDEN in lead:
        return False
    previous = tokens[index - 1].text
    return previous in words_of("subordinator") or breaks(lead, ";:.!?")


def _is_closed(frame: Frame, speaker: SpeakerPhrase) -> bool:
    """Tell whether a comma, a mark or a relative ends the phrase, as in "Pour Paul Roy, …"."""
    tail = frame.masked[speaker.end : speaker.end + 5].lstrip()
    return tail.startswith((",", '"', "(", "qui"))
