"""Tell what the article itself speaks of from what stands around it on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from articleparse.document import Document
from articleparse.resolve.overlaps import Spanned

_AROUND = frozenset(["byline", "caption", "related"])


def surroundings(document: Document) -> list[int]:
    """Return where authors' lines, captions and teasers begin and end, in order."""
    return [edge for block in document.blocks if block.kind in _AROUND for edge in block[1:]]


def is_told(mentions: Iterable[Spanned], around: Sequence[int]) -> bool:
    """Tell whether a mention stands in headline, standfirst, body or notes.

    Authors' lines, captions and teasers of other articles, `around` the article, alone
    make nobody a person of it.

    >>> from articleparse.document import Span
    >>> is_told([Span(3, 5)], [0, 9]), is_told([Span(3, 5), Span(9, 11)], [0, 9])
    (False, True)
    """
    return not around or any(bisect_right(around, m.start) % 2 == 0 for m in mentions)
