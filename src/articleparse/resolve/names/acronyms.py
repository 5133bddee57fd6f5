"""Find the pairs of a long name and its acronym that an article gives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile

from articleparse.document import Document, tokenize
from articleparse.extract.footnotes import FootnoteMention
from articleparse.extract.names import NameMention
from articleparse.lexicon.acronyms import begins_with_initials, is_short_for, shares_initials

_ARTICLE = 3  # characters that an article before a name takes
_FOREIGN = range(3, 9)  # letters of an acronym that no word of the long name explains


def acronyms(
    document: Document, names: Sequence[NameMention]
) -> list[tuple[NameMention, NameMention]]:
    """Return (acronym, long name) for names beside each other, one of them in parentheses.

    Either may stand first: "Agence bio (AB)", "AB (Agence bio)".
    """
    found = []
    for left, right in pairwise(names):
        between = document.folded[left.end : right.start]
        closing = document.folded[right.end : right.end + 1]
        if between.strip(" ") != "(" or closing not in (")", ",", "-"):
            continue
        if len(right.words) == 1 and (
            is_short_for(right.words[0], left.words) or _is_named_abroad(right, left)
        ):
            found.append((right, left))
        elif len(left.words) == 1 and is_short_for(left.words[0], right.words):
            found.append((left, right))
    return found


def _is_named_abroad(short: NameMention, long: NameMention) -> bool:
    """Tell whether capitals are another language's for a body: "Office fédéral … (OFEV)", "(UEFA)".

    They have its initials in another order, or begin as its initials do where no body
    goes by them elsewhere.
    """
    letters = short.words[0]
    if not letters.isupper() or len(letters) not in _FOREIGN or len(long.words) < 2:
        return False
    if shares_initials(letters, long.words):
        return True
    return not short.known and begins_with_initials(letters, long.words)


def noted(
    document: Document, names: Sequence[NameMention], footnotes: Sequence[FootnoteMention]
) -> list[tuple[NameMention, NameMention]]:
    """Return (acronym, long name) for acronyms that a footnote spells out.

    The note begins with the long name, at most an article before it, and is cited right
    behind the acronym: "le CMS (1)", "(1) Comité pour la mer et le sel."
    """
    by_end = {name.end: name for name in names if len(name.words) == 1}
    found = []
    for note in footnotes:
        at = bisect_left(names, note.start, key=lambda name: name.start)
        if at == len(names) or names[at].start > note.start + _ARTICLE:
            continue
        long = names[at]
        spelled = tokenize(document.folded[long.start : note.end]).texts
        for anchor in note.anchors:
            short = by_end.get(anchor.start) or by_end.get(anchor.start - 1)
            if short and is_short_for(short.words[0], _phrase(spelled)):
                found.append((short, long))
    return found


def _phrase(texts: Sequence[str]) -> list[str]:
    """Return the words before the first mark."""
    return list(takewhile(lambda text: text[0].isalnum(), texts))
