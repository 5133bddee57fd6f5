"""Put blocks together to a Document: one canonical text, offsets for everything."""

from __future__ import annotations

from collections.abc import Iterable

from articleparse.document import Block, BlockKind, Document, Metadata, Origin, Span
from articleparse.reading.sentences import sentences

SEPARATOR = "\n\n"


def compose(
    blocks: Iterable[tuple[BlockKind, str]], origin: Origin, metadata: Metadata | None = None
) -> Document:
    """Join blocks of clean text into a Document, in their order.

    >>> origin = Origin("x", "text/plain", None, "0" * 64)
    >>> document = compose([("headline", "Un titre"), ("paragraph", "Un. Deux.")], origin)
    >>> document.text, len(document.sentences)
    ('Un titre\\n\\nUn. Deux.', 3)
    """
    parts: list[str] = []
    placed: list[Block] = []
    found: list[Span] = []
    position = 0
    for kind, text in blocks:
        placed.append(Block(kind, position, position + len(text)))
        found.extend(
            Span(s.start + position, s.end + position) for s in sentences(text, 0, len(text))
        )
        parts.append(text)
        position += len(text) + len(SEPARATOR)
    return Document(
        SEPARATOR.join(parts), tuple(placed), origin, metadata or Metadata(), tuple(found)
    )
