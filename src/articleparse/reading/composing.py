"""Put blocks together to a Document: one canonical text, offsets for everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from articleparse.document import (
    Block,
    BlockKind,
    Byline,
    Document,
    Link,
    Metadata,
    Origin,
    Span,
    StatedDate,
)
from articleparse.reading.sentences import sentences

SEPARATOR = "\n\n"


class TextBlock(NamedTuple):
    """A block before it has its place; its spans count from the start of its text."""

    kind: BlockKind
    text: str
    superscripts: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()


def compose(
    blocks: Iterable[TextBlock | tuple[BlockKind, str]],
    origin: Origin,
    metadata: Metadata | None = None,
) -> Document:
    """Join blocks of clean text into a Document, in their order.

    Authors and dates of the metadata that stand in a byline get their place there.

    >>> origin = Origin("x", "text/plain", None, "0" * 64)
    >>> document = compose([("headline", "Un titre"), ("paragraph", "Un. Deux.")], origin)
    >>> document.text, len(document.sentences)
    ('Un titre\\n\\nUn. Deux.', 3)
    """
    parts: list[str] = []
    placed: list[Block] = []
    superscripts: list[Span] = []
    links: list[Link] = []
    position = 0
    for block in blocks:
        kind, text, raised, linked = block if isinstance(block, TextBlock) else TextBlock(*block)
        placed.append(Block(kind, position, position + len(text)))
        superscripts.extend(Span(s.start + position, s.end + position) for s in raised)
        links.extend(Link(k.start + position, k.end + position, k.url) for k in linked)
        parts.append(text)
        position += len(text) + len(SEPARATOR)
    text = SEPARATOR.join(parts)
    return Document(
        text,
        tuple(placed),
        origin,
        _anchored(metadata or Metadata(), text, placed),
        tuple(chain.from_iterable(sentences(text, b.start, b.end) for b in placed)),
        tuple(superscripts),
        tuple(links),
    )


def _anchored(metadata: Metadata, text: str, blocks: Sequence[Block]) -> Metadata:
    bylines = [block for block in blocks if block.kind in ("byline", "dateline")]
    if not bylines:
        return metadata

    def place(part: str) -> Span | None:
        for block in bylines:
            if (start := text.find(part, block.start, block.end)) >= 0:
                return Span(start, start + len(part))
        return None

    def author(byline: Byline) -> Byline:
        span = place(byline.name)
        return Byline(byline.name, *span) if span else byline

    def date(stated: StatedDate) -> StatedDate:
        span = place(stated.text) if stated.origin == "visible" else None
        return replace(stated, start=span.start, end=span.end) if span else stated

    return replace(
        metadata,
        authors=tuple(map(author, metadata.authors)),
        dates=tuple(map(date, metadata.dates)),
    )
