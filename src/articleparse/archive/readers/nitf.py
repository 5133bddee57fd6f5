"""NITF, the News Industry Text Format of the IPTC (3.x): one article a document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from articleparse.archive.items import Item
from articleparse.archive.readers.xml_text import (
    Blocks,
    descendants,
    first,
    local_name,
    marked,
    text_of,
)
from articleparse.document import BlockKind
from articleparse.reading import Hints

MEDIA_TYPE = "application/nitf+xml"

# Elements of `body.content` that carry text; `media` holds captions.
_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "hl2": "crosshead",
    "li": "list_item",
    "media-caption": "caption",
}


def articles(root: Element, name: str, data: bytes) -> Iterator[Item]:
    """Yield the article of a NITF document."""
    yield Item(name, marked(blocks(root), MEDIA_TYPE, data), hints(root))


def blocks(root: Element) -> Blocks:
    """Return the blocks that a NITF document marks."""
    head, content = first(root, "body.head"), first(root, "body.content")
    found: list[tuple[BlockKind, str]] = []
    if head is not None:
        found += [("headline", text_of(first(head, "hedline", "hl1")))]
        found += [("standfirst", " ".join(text_of(a) for a in descendants(head, "abstract")))]
        found += [("byline", text_of(b)) for b in descendants(head, "byline")]
        found += [("dateline", text_of(first(head, "dateline")))]
    if content is not None:
        for element in descendants(content, *_KINDS):
            # A paragraph inside a caption or an item is told with that.
            if not any(local_name(above) in _KINDS for above in element.iterancestors()):
                found.append((_KINDS[local_name(element)], text_of(element)))
    return found


def hints(root: Element) -> Hints:
    """Return what the head of a NITF document tells."""
    issued, published = first(root, "date.issue"), first(root, "pubdata")
    identity = first(root, "doc-id")
    date = (issued.get("norm") if issued is not None else None) or (
        published.get("date.publication") if published is not None else None
    )
    section = published.get("position.section") if published is not None else None
    extra = {
        "doc-id": identity.get("id-string") if identity is not None else None,
        "section": section,
    }
    return Hints(
        url=published.get("ex-ref") if published is not None else None,
        publisher=published.get("name") if published is not None else None,
        published=date,
        authors=tuple(
            person
            for byline in descendants(root, "byline")
            for element in descendants(byline, "person")
            if (person := text_of(element))
        ),
        extra={key: value for key, value in extra.items() if value},
    )
