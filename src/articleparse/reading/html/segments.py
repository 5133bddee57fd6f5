"""Segments: the text of a page as a reader sees it, block by block, in page order."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from articleparse.document import Link, Span

NO_LABELS: frozenset[str] = frozenset()


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
    labels: frozenset[str] = NO_LABELS
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
