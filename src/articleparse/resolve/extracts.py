"""Spans of a document with the text that stands there, as the record has them."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.record import Extract
from articleparse.resolve.overlaps import Spanned


def extract_at(document: Document, spanned: Spanned) -> Extract:
    """Return the characters of a span or mention.

    >>> from articleparse.document import Span
    >>> from articleparse.reading import read
    >>> extract_at(read("Saumur dort."), Span(0, 6)).text
    'Saumur'
    """
    start, end = spanned.start, spanned.end
    return Extract(start=start, end=end, text=document.text[start:end])
