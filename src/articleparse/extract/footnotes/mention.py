"""What the extractor of footnotes claims."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Mention, Span


@dataclass(frozen=True, slots=True)
class FootnoteMention(Mention):
    """A note: its text without the marker, and where it is cited.

    `marker` is the bare sign ("1" of "(1)" and of "¹"); `marker_span` is where it
    stands before the note, `anchors` where it stands in the text; `term` is the word
    or name behind which the first anchor stands.
    """

    marker: str
    marker_span: Span
    anchors: tuple[Span, ...] = ()
    term: Span | None = None
