"""Find what marks hold at a distance: terms and names that the writer uses without them too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articleparse.document import Document
from articleparse.extract.quotes.marks import Marked, content_of
from articleparse.lexicon.clauses import has_finite, words_of

_LAST_WORD = re.compile(r"([^\W\d_]+)[ ']?$")
# A term has at most this many words and characters, and comes this often between marks.
LONGEST_TERM = 3
_LONGEST = 40
_LEAST_MARKED = 3
# A name stands behind an article at least this often.
_LEAST_SHARE = 0.6
# Only so many short quotations of an article are looked for outside marks; bounds the time.
_MOST_TERMS = 50


def find_names(document: Document, found: Sequence[Marked]) -> frozenset[Marked]:
    """Return the marks that hold the name of a thing or group, time and again: les « gilets ».

    Such marks do no more than a capital: behind an article, and without a verb.
    """
    places: dict[str, list[Marked]] = {}
    for marked in found:
        if marked.end - marked.start <= _LONGEST:
            places.setdefault(_key(document, marked), []).append(marked)
    return frozenset(
        marked
        for key, several in places.items()
        if len(several) >= _LEAST_MARKED and _is_term(key) and _share(document, several)
        for marked in several
    )


def find_terms(document: Document, masked: str, found: Sequence[Marked]) -> frozenset[str]:
    """Return what the writer says without marks too, or keeps marking: « gilets jaunes »."""
    counts: Counter[str] = Counter()
    for marked in found:
        if marked.end - marked.start <= _LONGEST:
            key = _key(document, marked)
            if 1 <= key.count(" ") < LONGEST_TERM:
                counts[key] += 1
    outside = masked.lower() if counts else ""
    return frozenset(
        text
        for text, count in counts.most_common(_MOST_TERMS)
        if not has_finite(text.split()) and (count >= _LEAST_MARKED or text in outside)
    )


def _key(document: Document, marked: Marked) -> str:
    return " ".join(content_of(document, marked))


def _is_term(key: str) -> bool:
    words = key.split()
    return 1 <= len(words) <= LONGEST_TERM and not has_finite(words)


def _share(document: Document, several: Sequence[Marked]) -> bool:
    """Tell whether an article or "de" stands before most of the marks."""
    opened = 0
    for marked in several:
        before = _LAST_WORD.search(document.folded[max(0, marked.open - 12) : marked.open])
        word = before[1].lower() if before else ""
        opened += word in words_of("determiner") or word in words_of("complement") or word == "aux"
    return opened >= _LEAST_SHARE * len(several)
