"""Find the pairs of a long name and its acronym that an article gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articleparse.document import Document
from articleparse.extract.names import NameMention
from articleparse.lexicon.acronyms import is_short_for


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
        if len(right.words) == 1 and is_short_for(right.words[0], left.words):
            found.append((right, left))
        elif len(left.words) == 1 and is_short_for(left.words[0], right.words):
            found.append((left, right))
    return found
