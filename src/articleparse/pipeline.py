"""The line from bytes to record: read, extract, resolve, assemble."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from articleparse import gazetteer
from articleparse.document import Document
from articleparse.errors import UnreadableSourceError
from articleparse.extract import extract
from articleparse.reading import Hints, Marked, read
from articleparse.record import Article, Author, BlockModel, Producer, Source
from articleparse.resolve import Facts, resolve
from articleparse.version import __version__

PRODUCER = Producer(name="articleparse", version=__version__, gazetteer_year=gazetteer.YEAR)


class Parser:
    """Turns articles into records; one may be used for any number of articles."""

    def parse(
        self,
        source: str | bytes | Marked | Path,
        *,
        name: str | None = None,
        hints: Hints | None = None,
    ) -> Article:
        """Return the record of one article.

        `source` is the article's text or HTML as `str`, its bytes, its blocks as a
        container marks them, or the path of a file; `name` is what the record calls it (the path by default); `hints` tells
        what the bytes do not, such as the day on which the article appeared.

        Raises EmptySourceError, UnreadableSourceError or SourceTooLargeError.

        >>> article = Parser().parse("Un titre\\n\\nUne phrase.", name="essai.txt")
        >>> article.headline, article.source.name
        ('Un titre', 'essai.txt')
        """
        if isinstance(source, Path):
            name = name or str(source)
            try:
                source = source.read_bytes()
            except OSError as error:
                raise UnreadableSourceError(f"{name}: {error.strerror or error}") from error
        return self.parse_document(read(source, name or "<memory>", hints))

    def parse_document(self, document: Document) -> Article:
        """Return the record of a document that has been read already."""
        return assemble(document, resolve(document, extract(document)))


def parse(
    source: str | bytes | Path, *, name: str | None = None, hints: Hints | None = None
) -> Article:
    """Return the record of one article; see `Parser.parse`.

    >>> parse("Un titre\\n\\nUne phrase.").headline
    'Un titre'
    """
    return Parser().parse(source, name=name, hints=hints)


def parse_many(sources: Iterable[str | bytes | Path]) -> Iterator[Article]:
    """Yield the record of each source, lazily and in order; raises as `parse` does.

    >>> [article.headline for article in parse_many(["Un\\n\\nTexte.", "Deux\\n\\nTexte."])]
    ['Un', 'Deux']
    """
    parser = Parser()
    for source in sources:
        yield parser.parse(source)


def assemble(document: Document, facts: Facts) -> Article:
    """Put document and facts together to the public record."""
    origin, metadata = document.origin, document.metadata
    return Article(
        source=Source(
            name=origin.name,
            media_type=origin.media_type,
            encoding=origin.encoding,
            sha256=origin.sha256,
            extra=dict(origin.extra),
        ),
        url=metadata.url,
        publisher=metadata.publisher,
        language=metadata.language,
        text=document.text,
        blocks=tuple(BlockModel(kind=b.kind, start=b.start, end=b.end) for b in document.blocks),
        kicker=document.block_text("kicker"),
        headline=document.block_text("headline"),
        standfirst=document.block_text("standfirst"),
        truncated=metadata.truncated,
        authors=tuple(
            Author(name=a.name, start=a.start, end=a.end, rule="byline") for a in metadata.authors
        ),
        published=facts.published,
        modified=facts.modified,
        people=facts.people,
        organisations=facts.organisations,
        places=facts.places,
        quotes=facts.quotes,
        figures=facts.figures,
        dates=facts.dates,
        footnotes=facts.footnotes,
        references=facts.references,
        producer=PRODUCER,
    )
