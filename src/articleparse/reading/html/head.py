"""The head of a page: meta elements, canonical address, language."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape

from lxml.etree import _Element as Element

from articleparse.reading.decoding import clean


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's head; `meta` has every name in lower case, first value first."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None
    title: str | None = None

    def first(self, *names: str) -> str | None:
        """Return the first value of the first of these meta names that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def read_head(root: Element) -> Head:
    """Read the meta elements wherever they stand, as broken pages have them in the body.

    >>> from articleparse.reading.html.markup import parse_markup
    >>> page = parse_markup('<html lang="fr"><meta property="og:title" content="Un titre">')
    >>> head = read_head(page.root)
    >>> head.language, head.first("title", "og:title")
    ('fr', 'Un titre')
    """
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _clean(element.get("content"))
        if name and content:
            meta.setdefault(name.strip().lower(), []).append(content)
    canonical = next(
        (e.get("href") for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"),
        None,
    )
    html = root if root.tag == "html" else None
    language = (
        None if html is None else html.get("lang") or html.get("{xml}lang") or html.get("xml:lang")
    )
    return Head(meta, canonical, language, _clean(root.findtext(".//title")))


def _clean(value: str | None) -> str | None:
    return clean(unescape(value)).strip() or None if value else None
