"""Bytes to Document: decoding, telling HTML from text, blocks and metadata.

The only place where text is cleaned; everything behind it reads `Document.text`.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from articleparse.document import Byline, Document, Metadata, Origin, StatedDate
from articleparse.errors import EmptySourceError, SourceTooLargeError
from articleparse.reading.composing import compose
from articleparse.reading.decoding import clean, decode
from articleparse.reading.hints import Hints, encodable, hinted_dates
from articleparse.reading.html import is_html, read_page
from articleparse.reading.marked import Marked, marked_blocks
from articleparse.reading.plaintext import read_plain_text

__all__ = ["MAX_BYTES", "Hints", "Marked", "compose", "hinted_dates", "read"]

MAX_BYTES = 16 << 20
"""Sources beyond 16 MiB are refused: no press article is that large."""


def read(
    source: str | bytes | Marked, name: str = "<memory>", hints: Hints | None = None
) -> Document:
    """Read one article.

    What the caller knows (`hints`) stands before what the page tells; days that the
    page states stay behind the caller's, as further evidence.

    Raises EmptySourceError where there is no text, UnreadableSourceError for binary
    data, SourceTooLargeError beyond MAX_BYTES and InvalidHintError for hints that
    cannot be read.

    >>> read("<h1>Un titre</h1><p>Une phrase.</p>").origin.media_type
    'text/html'
    """
    name, hints = encodable(name), (hints or Hints()).encodable()
    dates = hinted_dates(hints)
    if isinstance(source, Marked):
        return _read_marked(source, name, hints, dates)
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > MAX_BYTES:
        raise SourceTooLargeError(f"{name}: {len(data)} bytes, more than {MAX_BYTES}")
    text, encoding = (source, None) if isinstance(source, str) else decode(data, name)
    if is_html(text):
        media_type = "text/html"
        blocks, metadata = read_page(text, hints.url)
    else:
        media_type = "text/plain"
        blocks, metadata = read_plain_text(clean(text))
    if not blocks:
        raise EmptySourceError(f"{name}: no article")
    digest = hashlib.sha256(data).hexdigest()
    origin = Origin(name, media_type, encoding, digest, hints.extra)
    metadata = replace(metadata, dates=dates + metadata.dates)
    return compose(blocks, origin, _hinted(metadata, hints))


def _read_marked(
    source: Marked, name: str, hints: Hints, dates: tuple[StatedDate, ...]
) -> Document:
    blocks = marked_blocks(source)
    if not blocks:
        raise EmptySourceError(f"{name}: no article")
    if (size := sum(len(text) for _, text in blocks)) > MAX_BYTES:
        raise SourceTooLargeError(f"{name}: {size} characters, more than {MAX_BYTES}")
    origin = Origin(name, source.media_type, source.encoding, source.sha256, hints.extra)
    return compose(blocks, origin, _hinted(Metadata(dates=dates), hints))


def _hinted(metadata: Metadata, hints: Hints) -> Metadata:
    return replace(
        metadata,
        url=hints.url or metadata.url,
        publisher=hints.publisher or metadata.publisher,
        language=hints.language or metadata.language,
        authors=tuple(map(Byline, hints.authors)) or metadata.authors,
    )
