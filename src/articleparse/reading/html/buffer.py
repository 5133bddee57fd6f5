"""The text of the segment that is being read, and what is marked in it."""

from __future__ import annotations

import re

from articleparse.document import Link, Span
from articleparse.reading.decoding import clean

_ASCII_BLANKS = " \t\n\r\f"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# A sentence cannot begin right behind a small letter or a stop.
_GLUED_END = re.compile(r"[a-zß-öø-ÿœ.!?;:»]")
_GLUED_START = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][a-zß-öø-ÿœ'’]|[A-ZÀ-ÖØ-ÞŒ]\s[a-zß-öø-ÿœ]|À\s|«")
_ORDINAL = re.compile(
    r"(?:e|er|ers|re|res|es|ère|ères|ème|èmes|nd|nde|nds|ndes|d|de|lle|mes|me|gr|r|le|t|ts)\.?$"
)
_UNIT = re.compile(r"(?:^|[\s\d])[kcdm]?m$")
_MARKER = re.compile(r"[(\[]?\s?(?:\d{1,3}|\*{1,3}|[a-z])\s?[)\]]?$")
_SENTENCE_ENDS = frozenset('.!?…»”"')
_POWERS = {"2": "²", "3": "³"}


class Buffer:
    """Collects pieces of text, collapses blanks, and counts offsets as it grows.

    >>> buffer = Buffer()
    >>> buffer.add("Anssi "), buffer.open_superscript(), buffer.add("1")
    (None, None, None)
    >>> buffer.close_superscript()
    >>> buffer.text(), buffer.superscripts
    ('Anssi 1', [Span(start=6, end=7)])
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.clear()

    def clear(self) -> None:
        """Forget everything; open links and superscripts go on from here."""
        self.parts: list[str] = []
        self.size = 0
        self.last = ""
        self.bold = 0
        self.linked = 0
        self.superscripts: list[Span] = []
        self.links: list[Link] = []
        self._raised: list[tuple[int, int]] = []
        self._breaks = 0
        self._before_break = ""

    def text(self) -> str:
        """Return what was collected."""
        return "".join(self.parts)

    def add(self, text: str, is_bold: bool = False, is_linked: bool = False) -> None:
        """Add a piece of text from inside one element."""
        last = self.last
        is_start = not last or last in " \n"
        if not text.strip(_ASCII_BLANKS):  # the indentation of the source, mostly
            if is_start:
                return
            text = " "
        else:
            text = text if text.isascii() else clean(text)
            if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
                text = _BLANKS.sub(" ", text)
            if is_start and text[:1] == " ":
                text = text[1:]
            if not text:
                return
        if last and _GLUED_END.match(last) and _GLUED_START.match(text):
            # The styles of the page part such pieces: "<b>Nantes</b>Le maire", "fin.<i>Puis".
            text = " " + text
        self.parts.append(text)
        self.size += len(text)
        self.last = text[-1]
        self.bold += is_bold * len(text)
        self.linked += is_linked * len(text)

    def is_bold_line(self) -> bool:
        """Tell whether a line stands there that is bold, and nothing else."""
        return self.last == "\n" and 0 < self.size - self._breaks <= self.bold

    def is_sentence_line(self) -> bool:
        """Tell whether a line stands there that ends as a sentence does."""
        return self.last == "\n" and self._before_break in _SENTENCE_ENDS

    def line_break(self) -> None:
        """Add a line break, unless nothing stands before it."""
        if self.last == " ":
            self.parts[-1] = self.parts[-1][:-1]
            self.size -= 1
        if self.size:
            self._before_break = "".join(self.parts[-2:])[-1:]
            self._breaks += 1
            self._append("\n")

    def link(self, start: int, url: str) -> None:
        """Note that the text from `start` on is a link."""
        if start < self.size and url and not url.startswith(("#", "javascript:")):
            self.links.append(Link(start, self.size, url))

    def open_superscript(self) -> None:
        """Note that what follows is set as superscript."""
        self._raised.append((len(self.parts), self.size))

    def close_superscript(self) -> None:
        """Settle the text since the superscript was opened.

        A power or a number sign becomes the character for it, an ordinal's ending
        stays as it is, and a marker is kept from growing together with the word or
        number before it by a narrow space.
        """
        if not self._raised:
            return
        first, start = self._raised.pop()
        raised = "".join(self.parts[first:]).strip()
        before = "".join(self.parts[max(0, first - 3) : first])[-4:]
        if raised in _POWERS and _UNIT.search(before):
            self._replace(first, start, _POWERS[raised])
        elif raised == "o" and before[-1:] in ("n", "N"):
            self._replace(first, start, "°")
        elif _MARKER.match(raised) and not _ORDINAL.match(raised):
            glue = "\u202f" if before[-1:].isalnum() and raised[0].isalnum() else ""
            self._replace(first, start, glue + raised)
            self.superscripts.append(Span(start + len(glue), self.size))

    def _replace(self, first: int, start: int, text: str) -> None:
        """Put `text` in the place of the parts from `first` on, which begin at `start`."""
        del self.parts[first:]
        while self.links and self.links[-1].start >= start:
            self.links.pop()
        self.size = start
        self._append(text)

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)
        self.last = text[-1]
