"""Articles whose container says what each block is: nothing has to be guessed."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import BlockKind
from articleparse.reading.decoding import clean

# The record has one of each; a container that marks more means paragraphs.
_SINGLE = frozenset({"kicker", "headline", "standfirst"})


@dataclass(frozen=True, slots=True)
class Marked:
    """An article in the blocks that its container marks, in their order.

    `media_type`, `encoding` and `sha256` are those of the bytes that they stood in.
    """

    blocks: tuple[tuple[BlockKind, str], ...]
    media_type: str
    encoding: str | None
    sha256: str


def marked_blocks(source: Marked) -> list[tuple[BlockKind, str]]:
    r"""Return the blocks with clean text on one line each, without empty ones.

    >>> marked_blocks(Marked((("headline", "Un\n titre"), ("paragraph", " ")), "", None, ""))
    [('headline', 'Un titre')]
    """
    blocks: list[tuple[BlockKind, str]] = []
    seen: set[BlockKind] = set()
    for kind, raw in source.blocks:
        # Line breaks are the container's; a non-breaking space is the article's.
        text = " ".join(part for line in clean(raw).split("\n") if (part := line.strip()))
        if text:
            blocks.append(("paragraph" if kind in _SINGLE & seen else kind, text))
            seen.add(kind)
    return blocks
