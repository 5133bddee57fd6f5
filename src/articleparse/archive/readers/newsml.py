"""NewsML-G2 of the IPTC: news items, alone or in a message, with NITF, XHTML or text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from articleparse.archive.items import Failure, Item
from articleparse.archive.readers import nitf
from articleparse.archive.readers.xml_text import (
    Blocks,
    descendants,
    first,
    local_name,
    marked,
    raw_text,
    text_of,
)
from articleparse.document import BlockKind
from articleparse.reading import Hints

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "h2": "crosshead",
    "h3": "crosshead",
    "li": "list_item",
    "figcaption": "caption",
}


def articles(root: Element, name: str, data: bytes) -> Iterator[Item | Failure]:
    """Yield the text items of a NewsML-G2 document, each under its `guid` if several."""
    alone = local_name(root) == "newsItem"
    items = [root] if alone else list(descendants(root, "newsItem"))
    for number, item in enumerate(items, start=1):
        own = name if alone else f"{name}!{item.get('guid') or number}"
        content = first(item, "contentSet")
        body = _body(content) if content is not None else []
        if body:
            yield Item(own, marked([*_front(item, body), *body], MEDIA_TYPE, data), _hints(item))
        else:
            yield Failure(own, "a news item without text")


def _body(content: Element) -> Blocks:
    """Return the blocks of the first content that is text, without its headline."""
    inner = first(content, "nitf")
    if inner is not None:
        return nitf.blocks(inner)
    for inline in descendants(content, "inlineXML"):
        found = [
            (_KINDS[local_name(element)], text_of(element))
            for element in descendants(inline, *_KINDS)
            if not any(local_name(above) in _KINDS for above in element.iterancestors())
        ]
        if found:
            return found
    for inline in descendants(content, "inlineData"):
        if (inline.get("contenttype") or "text/plain").startswith("text/plain"):
            lines = raw_text(inline).split("\n")
            return [("paragraph", line) for line in lines if line.strip()]
    return []


def _front(item: Element, body: Blocks) -> Blocks:
    """Return what the item's metadata tell and its body does not: headline, byline …"""
    meta = first(item, "contentMeta")
    if meta is None:
        return []
    has = {kind for kind, text in body if text}
    summary = [
        text_of(d) for d in descendants(meta, "description") if "summary" in (d.get("role") or "")
    ]
    front: list[tuple[BlockKind, str]] = [
        ("headline", text_of(first(meta, "headline"))),
        ("standfirst", " ".join(summary)),
        ("byline", text_of(first(meta, "by"))),
        ("dateline", text_of(first(meta, "dateline"))),
    ]
    return [block for block in front if block[0] not in has]


def _hints(item: Element) -> Hints:
    provider = first(item, "itemMeta", "provider")
    language = first(item, "contentMeta", "language")
    dates = [
        first(item, *path)
        for path in (
            ("contentMeta", "contentCreated"),
            ("itemMeta", "firstCreated"),
            ("itemMeta", "versionCreated"),
        )
    ]
    guid = item.get("guid")
    creators = descendants(item, "creator")
    publisher = None
    if provider is not None:
        publisher = text_of(first(provider, "name")) or provider.get("literal")
    return Hints(
        publisher=publisher,
        language=language.get("tag") if language is not None else None,
        published=next((text for date in dates if (text := text_of(date))), None),
        authors=tuple(name for c in creators if (name := text_of(first(c, "name")))),
        extra={"guid": guid} if guid else {},
    )
