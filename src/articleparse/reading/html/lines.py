"""Segments to blocks: line breaks, kinds, and lines that no article holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.document import BlockKind
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.flow import Segment

_JUNK = re.compile(
    r"\W*(?:(?:à |a )?(?:lire|voir|écouter) (?:aussi|également)\b|la suite après cette publicité|publicité$)",
    re.I,
)


def is_junk_line(text: str) -> bool:
    """Tell a line that no article holds.

    >>> is_junk_line("Lire aussi : autre chose")
    True
    """
    return bool(_JUNK.match(text))


def lines_of(segment: Segment) -> Iterator[TextBlock]:
    """Yield the blocks of a segment, parted at its line breaks."""
    for part in re.split(r"\n+", segment.text):
        text = part.strip()
        if (
            not text
            or is_junk_line(text)
            or (
                segment.linked > 0.9 * len(text)
                and len(text) < 200
                and segment.tag in ("li", "div")
            )
        ):
            continue
        kind: BlockKind = "paragraph"
        if segment.tag in ("h2", "h3", "h4", "h5", "h6"):
            kind = "crosshead"
        elif segment.tag == "li":
            kind = "list_item"
        elif segment.bold >= 0.9 * len(text) and len(text) < 110 and text[-1] not in ".,;:":
            kind = "crosshead"
        yield TextBlock(kind, text)
