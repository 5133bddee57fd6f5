"""The record's own text, read again: what the extractors see where the record has a fact."""

from __future__ import annotations

from functools import cached_property

from articleparse.document import Block, Document, Origin
from articleparse.extract import dates, figures
from articleparse.record import Article

Place = tuple[int, int]
"""Start and end of a fact."""


class Rereading:
    """What the extractors find in the text of a record, by its span, when it is asked for."""

    def __init__(self, article: Article) -> None:
        """Take a record that has the right shape."""
        source = article.source
        self.document = Document(
            article.text,
            tuple(Block(block.kind, block.start, block.end) for block in article.blocks),
            Origin(source.name, source.media_type, source.encoding, source.sha256),
        )

    @cached_property
    def figures(self) -> dict[Place, figures.FigureMention]:
        """The figures, by span."""
        return {(m.start, m.end): m for m in figures.extract(self.document)}

    @cached_property
    def dates(self) -> dict[Place, dates.DateMention]:
        """The date expressions, by span."""
        return {(m.start, m.end): m for m in dates.extract(self.document)}
