"""Decide which place each name stands for, and link it with the geographic code."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.places import PlaceMention
from articleparse.record import Place, StampedDate


def resolve(
    document: Document, mentions: list[PlaceMention], published: StampedDate | None
) -> tuple[Place, ...]:
    """Return the places, in the order of their first mention."""
    return ()
