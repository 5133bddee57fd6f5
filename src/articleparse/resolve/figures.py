"""Complete figures by what stands around them: period, currency of the time."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.figures import FigureMention
from articleparse.record import Date, Figure, StampedDate


def resolve(
    document: Document,
    mentions: list[FigureMention],
    dates: tuple[Date, ...],
    published: StampedDate | None,
) -> tuple[Figure, ...]:
    """Return the figures, in text order."""
    return ()
