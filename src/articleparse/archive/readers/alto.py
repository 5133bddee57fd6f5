"""ALTO, the layout of scanned pages (Gallica's OCR): a page's text, block by block."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from articleparse.archive.items import Item
from articleparse.archive.readers.xml_text import descendants, first, local_name, marked, text_of
from articleparse.reading import Hints

MEDIA_TYPE = "application/alto+xml"


def articles(root: Element, name: str, data: bytes) -> Iterator[Item]:
    """Yield each page as one article: ALTO does not tell where an article ends."""
    pages = list(descendants(root, "Page"))
    source = text_of(first(root, "sourceImageInformation", "fileName"))
    for number, page in enumerate(pages, start=1):
        # A block whose lines the scanner took for a headline looks like any other.
        blocks = [("paragraph", _text(block)) for block in descendants(page, "TextBlock")]
        extra = {
            "ocr": "alto",
            "page": page.get("PHYSICAL_IMG_NR") or page.get("ID") or str(number),
            **({"image": source} if source else {}),
        }
        own = name if len(pages) == 1 else f"{name}!{extra['page']}"
        yield Item(own, marked(blocks, MEDIA_TYPE, data), Hints(extra=extra))  # type: ignore[arg-type]


def _text(block: Element) -> str:
    """Return the words of a block, those divided at a line's end put together again."""
    words: list[str] = []
    joined = False
    for line in descendants(block, "TextLine"):
        for element in line:
            kind = local_name(element)
            if kind == "String":
                part = element.get("SUBS_TYPE")
                whole = element.get("SUBS_CONTENT")
                if part == "HypPart2" and whole:
                    continue
                word = whole if part == "HypPart1" and whole else element.get("CONTENT", "")
                if joined and words:
                    words[-1] += word
                else:
                    words.append(word)
                joined = False
            elif kind == "HYP":
                # Without SUBS_CONTENT the second part stands at the start of the next line.
                previous = element.getprevious()
                joined = previous is not None and not previous.get("SUBS_CONTENT")
    return " ".join(word for word in words if word)
