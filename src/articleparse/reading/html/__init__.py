"""A press page to the blocks of its article and what it says about it."""

from __future__ import annotations

import re

from articleparse.document import Metadata
from articleparse.reading.composing import TextBlock
from articleparse.reading.html.article import read_article
from articleparse.reading.html.markup import parse_markup

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|h1|main|section|meta)\b",
    re.I | re.S,
)
_CLOSING_TAGS = re.compile(r"</(?:p|div|h[1-6]|article|body|html|span|ul|table|section)\s*>", re.I)
_SAMPLE = 100_000


def is_html(text: str) -> bool:
    """Tell markup from plain text by its content.

    >>> is_html("<!DOCTYPE html><p>Un mot"), is_html("a < b et <b>c</b>")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return bool(_START.match(sample)) or len(_CLOSING_TAGS.findall(sample)) >= 2


def read_page(text: str, url: str | None = None) -> tuple[list[TextBlock], Metadata]:
    """Return the blocks of the article on a page, and the page's metadata.

    Both are empty where the page holds no article. `url` is the page's address, if
    the caller knows it.

    >>> blocks, _ = read_page("<h1>Un titre</h1><p>Une phrase.</p>")
    >>> [(block.kind, block.text) for block in blocks]
    [('headline', 'Un titre'), ('paragraph', 'Une phrase.')]
    """
    page = parse_markup(text)
    return ([], Metadata()) if page is None else read_article(page, url)
