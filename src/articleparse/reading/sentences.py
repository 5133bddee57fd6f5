"""Find the sentences of a block of French text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.document import Span
from articleparse.lexicon.files import words

# A stop, what may close behind it, and the blank before a word that may begin a sentence.
_BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…]+)
        (?P<closing>(?:\s?["»”)\]])*)
        (?P<blank>\s+)
        (?=(?:["«“(\[–—-]\s?)*[^\Wa-zß-ÿœ_])""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.'’-]*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+['’]?")
_LONGEST_INITIAL = len("Ch.")
_INITIAL = re.compile(r"(?:^|[^\w])(?:[A-ZÀ-Þ]|[A-Z]h|[A-ZÀ-Þ]\.?-[A-ZÀ-Þ])\.$")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]` as spans without outer blanks.

    A stop after an abbreviation or an initial ends no sentence; closing marks and
    parentheses belong to the sentence that they close.

    >>> text = "M. Diop est venu. « Oui ! » a dit J. Roy. Fin"
    >>> [text[s.start:s.end] for s in sentences(text, 0, len(text))]
    ['M. Diop est venu.', '« Oui ! » a dit J. Roy.', 'Fin']
    >>> len(list(sentences("Il prend la ligne B. Selon lui, c’est long.", 0, 43)))
    2
    """
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match["stop"] == "." and not match["closing"] and _is_abbreviated(text, begin, match):
            continue
        yield Span(begin, match.end("closing"))
        begin = match.end()
    while begin < end and text[begin].isspace():
        begin += 1
    stop = end
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if stop > begin:
        yield Span(begin, stop)


def _is_abbreviated(text: str, begin: int, match: re.Match[str]) -> bool:
    stop = match.end("stop")
    # No abbreviation is longer than this; looking back further would cost quadratic time.
    tail = text[max(begin, stop - 12) : stop]
    known = words("abbreviations.txt")
    word = tail.rpartition(" ")[2]
    if len(word) > _LONGEST_INITIAL and word[:-1].isalpha():  # nearly all sentences end so
        return word in known
    last = _LAST_WORD.search(tail)
    if last is not None and last[0] in known:
        return True
    return bool(_INITIAL.search(tail)) and not _opens_with_function_word(text, match.end())


def _opens_with_function_word(text: str, begin: int) -> bool:
    """Tell "ligne B. Selon la police" from "J. Roy": a name follows an initial."""
    word = _FIRST_WORD.match(text, begin)
    return word is not None and word[0].lower() in words("function_words.txt")
