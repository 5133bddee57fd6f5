"""What the XML vocabularies share: names without namespaces, text without tags."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from articleparse.document import BlockKind
from articleparse.reading import Marked

Blocks = Sequence[tuple[BlockKind, str]]


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below, in document order."""
    for found in element.iterdescendants():
        if local_name(found) in names:
            yield found


def first(element: Element, *path: str) -> Element | None:
    """Return the first descendant reached over these names, one below the other."""
    found: Element | None = element
    for name in path:
        found = next(descendants(found, name), None) if found is not None else None
    return found


def raw_text(element: Element) -> str:
    """Return the text of an element with its line breaks, without comments and entities."""
    return "".join(map(str, element.itertext("*")))


def text_of(element: Element | None) -> str:
    """Return the text of an element with all that is inside, on one line."""
    return " ".join(raw_text(element).split()) if element is not None else ""


def marked(blocks: Blocks, media_type: str, data: bytes) -> Marked:
    """Return an article of these blocks, read from these bytes."""
    return Marked(tuple(blocks), media_type, None, hashlib.sha256(data).hexdigest())
