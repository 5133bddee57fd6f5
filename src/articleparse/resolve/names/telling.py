"""Tell what the article itself speaks of from what stands around it on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from articleparse.document import Document
from articleparse.resolve.overlaps import Spanned

_AROUND = frozenset(["byline", "caption", "related"])


def is_told(document: Document, mentions: Iterable[Spanned]) -> bool:
    """Tell whether a mention stands in headline, standfirst, body or notes.

    Authors' lines, captions and teasers of other articles alone make nobody a person of
    this article.
    """
    blocks = document.blocks
    for mention in mentions:
        at = bisect_right(blocks, mention.start, key=lambda block: block.start) - 1
        if at < 0 or blocks[at].kind not in _AROUND:
            return True
    return False
