"""The text of a page as segments, in page order: what a reader sees as one block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from articleparse.document import Link, Span
from articleparse.reading.html.classes import NONE, labels

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_BOLD = frozenset(("b", "strong"))
_SKIPPED = frozenset(
    [
        "applet",
        "audio",
        "area",
        "canvas",
        "datalist",
        "embed",
        "head",
        "img",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "object",
        "option",
        "picture",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "textarea",
        "title",
        "track",
        "video",
        "noscript",
        "template",
        "iframe",
        "button",
    ]
)
_JUNK_TAGS = frozenset(("nav", "footer", "form", "aside", "menu", "dialog", "fieldset"))
_JUNK_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "contentinfo",
        "search",
        "banner",
        "dialog",
        "alert",
        "menu",
        "toolbar",
        "tablist",
    ]
)
# How many segments an element may hold to pass its label on; wrappers of a whole page
# are often named after one of their parts.
_EXTENT = {
    **{"headline": 3, "kicker": 3, "standfirst": 6, "byline": 8},
    **{"date": 6, "caption": 4, "note": 300, "time": 3},
}
_INLINE_LABELS = frozenset(("byline", "date", "kicker", "standfirst", "headline"))
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# A sentence cannot begin right behind a small letter or a stop.
_GLUED_END = re.compile(r"[a-zß-öø-ÿœ.!?;:»]")
_GLUED_START = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][a-zß-öø-ÿœ'’]|[A-ZÀ-ÖØ-ÞŒ]\s[a-zß-öø-ÿœ]|«")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ORDINAL = re.compile(
    r"(?:e|er|ers|re|res|es|ère|ères|ème|èmes|nd|nde|nds|ndes|d|de|lle|mes|me|gr|r|le|t|ts)\.?$"
)
_UNIT = re.compile(r"(?:^|[\s\d])[kcdm]?m$")
_MARKER = re.compile(r"[(\[]?\s?(?:\d{1,3}|\*{1,3}|[a-z])\s?[)\]]?$")


@dataclass(slots=True)
class Segment:
    """One block of the page: its text, its element, and what its surroundings say.

    `labels` are those of the element and of small elements around it (see
    `classes`); `bold` and `linked` count characters; a line break of the page is a
    newline in `text`.
    """

    tag: str
    text: str
    element: Element
    labels: frozenset[str] = NONE
    bold: int = 0
    linked: int = 0
    superscripts: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_caption(self) -> bool:
        """Whether the segment tells about a picture."""
        return self.tag == "figcaption" or "caption" in self.labels


@dataclass
class Flow:
    """The segments of a page, and where its elements stand among them.

    `ranges` has the segments that each block element holds, `labels` what its own
    names say; `inline` are the inline elements with a label, and `<time>` elements,
    with the number of the segment that they begin in.
    """

    segments: list[Segment] = field(default_factory=list)
    ranges: dict[Element, tuple[int, int]] = field(default_factory=dict)
    labels: dict[Element, frozenset[str]] = field(default_factory=dict)
    inline: list[tuple[Element, int]] = field(default_factory=list)
    inline_labels: dict[object, frozenset[str]] = field(default_factory=dict)


class _Buffer:
    """The text of the segment being read, blanks collapsed, spans counted as it grows."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.last = ""
        self.bold = 0
        self.linked = 0
        self.superscripts: list[Span] = []
        self.links: list[Link] = []

    def add(self, text: str, is_bold: bool, is_linked: bool) -> None:
        text = _BLANKS.sub(" ", text)
        if text[:1] == " " and (not self.last or self.last in " \n"):
            text = text[1:]
        if not text:
            return
        self.parts.append(text)
        self.size += len(text)
        self.last = text[-1]
        self.bold += is_bold * len(text)
        self.linked += is_linked * len(text)

    def replace_last(self, text: str) -> None:
        """Put `text` in the place of the part that was added last."""
        self.size += len(text) - len(self.parts[-1])
        self.parts[-1] = text
        self.last = text[-1:]

    def line_break(self) -> None:
        if (self.last and self.last != "\n") or self.parts:
            self.parts.append("\n")
            self.size += 1
            self.last = "\n"

    def tail(self) -> str:
        return "".join(self.parts[-3:])[-12:]


def read_flow(root: Element) -> Flow:
    """Return the segments of a page's body, junk too, which is labelled so.

    >>> from articleparse.reading.html.markup import parse_markup
    >>> page = parse_markup("<div class=chapo>Un <b>mot</b><p>Deux")
    >>> [(s.tag, s.text, sorted(s.labels)) for s in read_flow(page.root).segments]
    [('div', 'Un mot', ['standfirst']), ('p', 'Deux', ['standfirst'])]
    """
    return _Reader().read(root)


class _Reader:
    def __init__(self) -> None:
        self.flow = Flow()
        self.buffer = _Buffer()
        self.blocks: list[tuple[Element, int]] = []
        self.bold = 0
        self.anchors: list[tuple[str, int]] = []
        self.raised: list[int] = []

    def read(self, root: Element) -> Flow:
        body = root.find("body")
        walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in _SKIPPED or _is_hidden(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._open(element, tag)
            elif element is skipped:
                self._leave_out(element)
            else:
                self._close(element, tag)
        _label_segments(self.flow)
        return self.flow

    def _leave_out(self, element: Any) -> None:
        if element.tag == "img" and len(letter := element.get("alt") or "") == 1:
            self._add(letter)  # a drop cap drawn as a picture
        if element.tail:
            self._add(element.tail)

    def _open(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            if own := _labels(element, tag):
                self.flow.labels[element] = own
            self.blocks.append((element, len(self.flow.segments)))
        elif tag == "br":
            self.buffer.line_break()
        elif tag in _BOLD:
            self.bold += 1
        elif tag == "a":
            self._mark(element, tag)
            self.anchors.append((element.get("href") or "", self.buffer.size))
        elif tag == "sup":
            self.raised.append(self.buffer.size)
        else:
            self._mark(element, tag)
        if element.text:
            self._add(element.text)

    def _close(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            block, first = self.blocks.pop()
            self.flow.ranges[block] = (first, len(self.flow.segments))
        elif tag in _BOLD:
            self.bold -= 1
        elif tag == "a" and self.anchors:
            self._close_anchor()
        elif tag == "sup" and self.raised:
            self._close_superscript()
        if element.tail:
            self._add(element.tail)

    def _mark(self, element: Element, tag: str) -> None:
        found = _labels(element, tag)
        if tag == "time" or not _INLINE_LABELS.isdisjoint(found):
            self.flow.inline.append((element, len(self.flow.segments)))
            self.flow.inline_labels[element] = found

    def _add(self, text: str) -> None:
        if self.buffer.last and _GLUED_START.match(text) and _GLUED_END.match(self.buffer.last):
            # The styles of the page part such pieces: "<b>Nantes</b>Le maire", "fin.<i>Puis".
            self.buffer.add(" ", False, False)
        self.buffer.add(text, self.bold > 0, bool(self.anchors))

    def _close_anchor(self) -> None:
        url, start = self.anchors.pop()
        end = self.buffer.size
        if start < end and url and not url.startswith(("#", "javascript:")):
            self.buffer.links.append(Link(start, end, url))

    def _close_superscript(self) -> None:
        start = self.raised.pop()
        buffer = self.buffer
        if not buffer.parts or start >= buffer.size:
            return
        if buffer.size - start != len(buffer.parts[-1]):
            return
        raised = buffer.parts[-1].strip()
        before = "".join(buffer.parts[-4:-1])[-4:]
        if raised in ("2", "3") and _UNIT.search(before):
            buffer.replace_last({"2": "²", "3": "³"}[raised])
        elif raised == "o" and before[-1:] in ("n", "N"):
            buffer.replace_last("°")
        elif _MARKER.match(raised) and not _ORDINAL.match(raised):
            # A narrow space keeps the marker from growing together with word or number.
            glue = "\u202f" if before[-1:].isalnum() and raised[0].isalnum() else ""
            buffer.replace_last(glue + raised)
            buffer.superscripts.append(Span(start + len(glue), start + len(glue) + len(raised)))

    def _flush(self) -> None:
        buffer = self.buffer
        if not buffer.parts:
            return
        text = "".join(buffer.parts)
        if text.strip() and self.blocks:
            element = self.blocks[-1][0]
            self.flow.segments.append(
                Segment(
                    element.tag,
                    text,
                    element,
                    NONE,
                    buffer.bold,
                    buffer.linked,
                    tuple(buffer.superscripts),
                    tuple(buffer.links),
                )
            )
        buffer.clear()
        self.anchors = [(url, 0) for url, _ in self.anchors]
        self.raised = []


def _label_segments(flow: Flow) -> None:
    """Give segments the labels of elements around them that are no larger than fits."""
    for element, names in flow.labels.items():
        first, end = flow.ranges[element]
        fitting = {label for label in names if end - first <= _EXTENT.get(label, 0)}
        for segment in flow.segments[first:end] if fitting else ():
            segment.labels |= fitting


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def _labels(element: Element, tag: str) -> frozenset[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
    found = labels(names) if len(names) > 3 else NONE
    if tag in _JUNK_TAGS or element.get("role") in _JUNK_ROLES:
        found = found | {"junk"}
    return found
