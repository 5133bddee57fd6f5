"""Europresse exports: many articles in one HTML page, each marked up by the database.

The markup was learnt from public programs that read it (R.TeMiS' tm.plugin.europresse,
Gargantext, Europarser, minet). Since about 2014 an article is an `<article>` whose
header holds `DocPublicationName`, `DocHeader` (section, day, page), `titreArticle`,
`rdp__subtitle` and `docAuthors` or `sm-margin-bottomNews`; its text is a `DocText`
or `docOcurrContainer`, its number (`news·20190312·LM·…`) a `publiC-lblNodoc`. Older
exports are tables with `DocPublicationName`, several `DocHeader` and a
`TitreArticleVisu`, behind which author and text stand between line breaks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import IO, cast

from lxml import html
from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement

from articleparse.archive.items import Failure, Item
from articleparse.archive.readers.europresse_header import authors, day, header_lines, publication
from articleparse.archive.streams import pieces
from articleparse.document import BlockKind
from articleparse.reading import MAX_BYTES, Hints, Marked
from articleparse.reading.decoding import WINDOWS_PIECES

MARK = b"DocPublicationName"
MEDIA_TYPE = "text/html"

_ARTICLE = re.compile(rb"<article\b", re.IGNORECASE)
_TABLE = re.compile(rb"<span[^<>]{0,80}DocPublicationName", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?(?:iso-8859-1|windows-1252|latin1)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright)\s?(?:\d{4}|[A-ZÀ-Þ])", re.IGNORECASE)
_NUMBER = re.compile(r"\b\w{3,12}·\d{8}[·\w\-]*")
_ELSEWHERE = "Cet article est paru dans"
_BREAKS = frozenset(
    ["p", "div", "br", "li", "h1", "h2", "h3", "h4", "section", "blockquote", "td", "tr", "table"]
)
_DROPPED = ("script", "style", "aside", "footer", "img", "svg", "button")
_AUTHOR_WORDS = 10


def read_europresse(head: bytes, stream: IO[bytes], name: str) -> Iterator[Item | Failure]:
    """Yield the articles of an export, each under the name `file!number`.

    `head` is what has been read of the stream. The export is cut into articles before
    it is parsed, so that memory does not grow with their number. The number is that of
    the database, or the place in the file.
    """
    encoding = "cp1252" if _CHARSET.search(head, 0, 1 << 16) else "utf-8"
    boundary = _ARTICLE if _ARTICLE.search(head) else _TABLE
    for place, raw in enumerate(_cut(head, stream, boundary), start=1):
        if len(raw) > MAX_BYTES:
            yield Failure(f"{name}!{place}", f"more than {MAX_BYTES} bytes")
        elif MARK in raw or b"titreArticle" in raw:
            yield _item(raw, encoding, name, place)


def _cut(head: bytes, stream: IO[bytes], boundary: re.Pattern[bytes]) -> Iterator[bytes]:
    """Yield the bytes from each boundary to the next; what stands before the first is no article."""
    kept = b""
    started = False
    for piece in pieces(head, stream):
        searched = max(0, len(kept) - 200)  # a boundary may lie across two pieces
        kept += piece
        begin = 0
        for match in boundary.finditer(kept, searched or (1 if started else 0)):
            if started:
                yield kept[begin : match.start()]
            begin, started = match.start(), True
        kept = kept[begin:]
        if not started:
            kept = kept[-200:]
        elif len(kept) > MAX_BYTES:
            kept = kept[: MAX_BYTES + 1]
    if started:
        yield kept


def _item(raw: bytes, encoding: str, archive: str, place: int) -> Item | Failure:
    text = raw.decode(encoding, WINDOWS_PIECES if encoding == "utf-8" else "replace")
    try:
        tree = html.fromstring(f"<div>{text}</div>")
    except (ParserError, ValueError) as error:
        return Failure(f"{archive}!{place}", f"no readable article: {error}")
    number = _number(tree)  # stands in the footer, mostly
    for element in list(tree.iter(*_DROPPED)):
        cast("HtmlElement", element).drop_tree()
    name = f"{archive}!{number or place}"
    title = _first(
        tree, "titreArticleVisu", "TitreArticleVisu", "titreArticle", "rdp__articletitle"
    )
    lines = header_lines(_lines(e) for e in _all(tree, "DocHeader"))
    bodies = _all(tree, "docOcurrContainer") or _all(tree, "DocText")
    byline = _first(tree, "docAuthors", "sm-margin-bottomNews")
    signed = " ".join(_lines(byline)) if byline is not None else ""
    url, paragraphs = None, [line for body in bodies for line in _lines(body)]
    if not bodies and title is not None:
        signed, paragraphs = _table_text(title)
    for body in bodies:
        url = url or _link(body)
    blocks: list[tuple[BlockKind, str]] = [
        ("headline", " ".join(_lines(title)) if title is not None else ""),
        ("standfirst", " ".join(line for e in _all(tree, "rdp__subtitle") for line in _lines(e))),
        ("byline", signed),
        *[("paragraph", line) for line in paragraphs if _ELSEWHERE not in line],
    ]
    journal = _first(tree, "DocPublicationName")
    shown = _lines(journal)[0] if journal is not None and _lines(journal) else ""
    extra = {
        "publication": shown,
        "document": number or "",
        "section": lines.section,
        "page": lines.page,
    }
    hints = Hints(
        url=url,
        publisher=publication(shown) or None,
        published=day(number, lines.text),
        authors=authors(signed),
        extra={key: value for key, value in extra.items() if value},
    )
    digest = hashlib.sha256(raw).hexdigest()
    return Item(name, Marked(tuple(blocks), MEDIA_TYPE, encoding, digest), hints)


def _number(tree: HtmlElement) -> str | None:
    shown = _first(tree, "publiC-lblNodoc", "PubliC_lblNodoc")
    match = _NUMBER.search(shown.text_content() if shown is not None else tree.text_content())
    return match.group() if match else None


def _all(tree: HtmlElement, name: str) -> list[HtmlElement]:
    """Return the elements of a class that stand in no other of that class."""
    path = "[contains(concat(' ', normalize-space(@class), ' '), concat(' ', $name, ' '))]"
    return list(tree.xpath(f".//*{path}[not(ancestor::*{path})]", name=name))


def _first(tree: HtmlElement, *names: str) -> HtmlElement | None:
    for name in names:
        for element in _all(tree, name):
            if element.text_content().strip():
                return element
    return None


def _lines(element: HtmlElement) -> list[str]:
    """Return the text of an element, parted where a browser would part it."""
    return _parted(_pieces(element))


def _parted(texts: Iterator[str]) -> list[str]:
    # The line breaks of the file mean nothing; a line separator stands for those that do.
    joined = "".join(texts)
    lines = (re.sub(r"[ \t\r\n]+", " ", line).strip() for line in joined.split("\u2028"))
    return [line for line in lines if line]


def _pieces(element: HtmlElement) -> Iterator[str]:
    for event, node in iterwalk(element, events=("start", "end", "comment")):
        if node.tag in _BREAKS:
            yield "\u2028"
        if event == "start" and node.text and isinstance(node.tag, str):
            yield node.text
        if event == "end" and node is not element and node.tail:
            yield node.tail


def _table_text(title: HtmlElement) -> tuple[str, list[str]]:
    """Return author line and paragraphs of an article in the old layout.

    They follow the title up to the notice of copyright; a short first line is the
    author's, as in tm.plugin.europresse.
    """
    cell = next(title.iterancestors("td", "table"), title.getparent())
    following = _after(cell, title) if cell is not None else []
    end = max((i for i, line in enumerate(following) if _COPYRIGHT.match(line)), default=None)
    following = following[:end]
    is_signed = len(following) > 1 and len(following[0].split()) <= _AUTHOR_WORDS
    return (following[0], following[1:]) if is_signed else ("", following)


def _after(cell: HtmlElement, title: HtmlElement) -> list[str]:
    seen = False
    texts = []
    for event, node in iterwalk(cell, events=("start", "end", "comment")):
        if seen and node.tag in _BREAKS:
            texts.append("\u2028")
        if seen and event == "start" and node.text:
            texts.append(node.text)
        if node is title and event == "end":
            seen = True
            texts.append("\u2028")
        if seen and event == "end" and node.tail and node is not cell:
            texts.append(node.tail)
    return _parted(iter(texts))


def _link(body: HtmlElement) -> str | None:
    for link in body.iter("a"):
        if _ELSEWHERE in link.text_content() or _ELSEWHERE in (link.getparent().text or ""):
            target = link.get("href") or ""
            return target if target.startswith("http") else None
    return None
