"""Read the segments of a page from its tree, in one walk."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from articleparse.reading.html.buffer import Buffer
from articleparse.reading.html.segments import NO_LABELS, Flow, Segment
from articleparse.reading.html.tags import BLOCKS, BOLD, SKIPPED, describe

# How many segments an element may hold to pass its label on; wrappers of a whole page
# are often named after one of their parts.
_EXTENT = {
    **{"headline": 3, "kicker": 3, "standfirst": 6, "byline": 8},
    **{"date": 6, "caption": 4, "note": 300, "time": 3},
}
_INLINE_LABELS = frozenset(("byline", "date", "kicker", "standfirst", "headline"))
# Inline elements that make up the whole of a short segment give it these labels.
_WHOLE_LABELS = frozenset(("caption", "junk"))
_LONGEST_LABELLED = 250
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def read_flow(root: Element) -> Flow:
    """Return the segments of a page's body, junk too.

    >>> from articleparse.reading.html.markup import parse_markup
    >>> page = parse_markup("<div class=chapo>Un <b>mot</b><p>Deux")
    >>> [(s.tag, s.text, sorted(s.labels)) for s in read_flow(page.root).segments]
    [('div', 'Un mot', ['standfirst']), ('p', 'Deux', ['standfirst'])]
    """
    return _Reader().read(root)


class _Reader:
    """Walks the tree; a block element ends the segment before it and begins one."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.buffer = Buffer()
        self.blocks: list[tuple[Element, int]] = []
        self.bold = 0
        self.preformatted = 0
        self.anchors: list[tuple[str, int]] = []
        self.labelled: list[tuple[Element, str, int]] = []
        self.covered: dict[str, int] = {}

    def read(self, root: Element) -> Flow:
        body = root.find("body")
        walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walk:
            tag = element.tag
            if event == "start":
                labels, is_hidden = (NO_LABELS, True) if tag in SKIPPED else describe(element, tag)
                if is_hidden or ("unseen" in labels and tag not in BLOCKS):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._open(element, tag, labels)
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

    def _open(self, element: Element, tag: str, labels: frozenset[str]) -> None:
        if tag in BLOCKS:
            if self.buffer.parts:
                self._flush()
            if labels:
                self.flow.labels[element] = labels
            self.blocks.append((element, len(self.flow.segments)))
            self.preformatted += tag == "pre"
        elif tag == "br" and self.buffer.last == "\n":
            self._flush()  # a blank line, as old pages part their paragraphs
        elif tag == "br":
            self.buffer.line_break()
        elif tag in BOLD and self.buffer.is_sentence_line():
            self._flush()  # a crosshead between lines
            self._open_inline(element, tag, labels)
        else:
            self._open_inline(element, tag, labels)
        text = element.text
        # Most of it is the indentation of the source.
        if text and (self.buffer.parts or not text.isspace()):
            self._add(text)

    def _open_inline(self, element: Element, tag: str, labels: frozenset[str]) -> None:
        if tag in BOLD:
            self.bold += 1
        elif tag == "sup":
            self.buffer.open_superscript()
        elif tag == "a":
            self.anchors.append((element.get("href") or "", self.buffer.size))
        if tag == "time" or (labels and not _INLINE_LABELS.isdisjoint(labels)):
            self.flow.inline.append((element, len(self.flow.segments)))
            self.flow.inline_labels[element] = labels
        for label in labels & _WHOLE_LABELS if labels else ():
            self.labelled.append((element, label, self.buffer.size))

    def _close(self, element: Element, tag: str) -> None:
        if tag in BLOCKS:
            if self.buffer.parts:
                self._flush()
            block, first = self.blocks.pop()
            self.preformatted -= tag == "pre"
            self.flow.ranges[block] = (first, len(self.flow.segments))
        elif tag in BOLD:
            self.bold -= 1
        elif tag == "sup":
            self.buffer.close_superscript()
        elif tag == "a" and self.anchors:
            url, start = self.anchors.pop()
            self.buffer.link(start, url)
        while self.labelled and self.labelled[-1][0] is element:
            _, label, start = self.labelled.pop()
            size = self.covered.get(label, 0) + self.buffer.size - start
            self.covered[label] = size
        tail = element.tail
        if tail and (self.buffer.parts or not tail.isspace()):
            self._add(tail)

    def _add(self, text: str) -> None:
        if self.preformatted and "\n" in text:
            *paragraphs, text = _BLANK_LINE.split(text)
            for paragraph in paragraphs:
                self._add_piece(paragraph)
                if self.buffer.parts:
                    self._flush()
        self._add_piece(text)

    def _add_piece(self, text: str) -> None:
        if not self.bold and self.buffer.is_bold_line() and not text.isspace():
            self._flush()  # a bold line over its text
        self.buffer.add(text, self.bold > 0, bool(self.anchors))

    def _flush(self) -> None:
        buffer = self.buffer
        text = buffer.text()
        if self.blocks and not text.isspace():
            element = self.blocks[-1][0]
            self.flow.segments.append(
                Segment(
                    str(element.tag),
                    text,
                    element,
                    self._whole_labels(len(text)),
                    bold=buffer.bold,
                    linked=buffer.linked,
                    superscripts=tuple(sorted(buffer.superscripts)),
                    links=tuple(sorted(buffer.links)),
                )
            )
        buffer.clear()
        self.covered = {}
        # A link may go on over several blocks.
        self.anchors = [(url, 0) for url, _ in self.anchors]
        self.labelled = [(element, label, 0) for element, label, _ in self.labelled]

    def _whole_labels(self, length: int) -> frozenset[str]:
        if not self.covered and not self.labelled:
            return NO_LABELS
        covered = self.covered
        for _, label, start in self.labelled:
            covered[label] = covered.get(label, 0) + self.buffer.size - start
        inline = self.flow.inline
        tells = bool(inline) and inline[-1][1] == len(self.flow.segments)
        if tells or length > _LONGEST_LABELLED:  # a byline or a day, in whatever box
            return NO_LABELS
        return frozenset(label for label, size in covered.items() if size >= 0.9 * length)


def _label_segments(flow: Flow) -> None:
    """Give segments the labels of elements around them that are no larger than fits."""
    for element, names in flow.labels.items():
        first, end = flow.ranges[element]
        fitting = {label for label in names if end - first <= _EXTENT.get(label, 0)}
        for segment in flow.segments[first:end] if fitting else ():
            segment.labels |= fitting
