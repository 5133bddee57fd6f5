"""Tie footnotes to the entity that they explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articleparse.document import Document, Span
from articleparse.extract.footnotes import FootnoteMention
from articleparse.record import Footnote, Organisation, Person, Place, SpanModel
from articleparse.resolve.overlaps import free_of

_CLOSING = " \"'.,)"


def resolve(
    document: Document,
    mentions: list[FootnoteMention],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
    places: tuple[Place, ...],
) -> tuple[Footnote, ...]:
    """Return the notes, in the order in which they stand.

    A note refers to the entity named right before one of its anchors; its term is
    that name, else the word before the first anchor.
    """
    if not mentions:
        return ()
    named: dict[int, tuple[str, Span]] = {}
    entities: tuple[Place | Organisation | Person, ...] = (*places, *organisations, *people)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.end] = (entity.id, Span(mention.start, mention.end))
    return tuple(_footnote(document, mention, named) for mention in mentions)


def apart_from(mentions: list[FootnoteMention], codes: Sequence[Span]) -> list[FootnoteMention]:
    """Take away the anchors that are departments, "Callac (22)", and notes without others."""
    kept = []
    for mention in mentions:
        anchors = tuple(free_of(mention.anchors, codes))
        if len(anchors) == len(mention.anchors):
            kept.append(mention)
        elif anchors:
            term = mention.term if anchors[0] == mention.anchors[0] else None
            kept.append(replace(mention, anchors=anchors, term=term))
    return kept


def _footnote(
    document: Document, mention: FootnoteMention, named: dict[int, tuple[str, Span]]
) -> Footnote:
    ref, term = None, mention.term
    for anchor in mention.anchors:
        if found := named.get(_word_end(document.folded, anchor.start)):
            ref, term = found
            break
    return Footnote(
        start=mention.start,
        end=mention.end,
        text=document.text[mention.start : mention.end],
        rule=mention.rule,
        marker=mention.marker,
        anchors=tuple(SpanModel(start=a.start, end=a.end) for a in mention.anchors),
        term=document.text[term.start : term.end] if term else None,
        ref=ref,
    )


def _word_end(text: str, end: int) -> int:
    """Return the end of the word before an anchor, past blanks and closing marks."""
    while end and text[end - 1] in _CLOSING:
        end -= 1
    return end
