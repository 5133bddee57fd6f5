"""One module per kind of mention: what may be a fact, where, and which rule saw it.

Extractors read the document alone; none knows another. What their mentions stand
for, and which of two overlapping ones holds, is `articleparse.resolve`'s to tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document
from articleparse.extract import (
    dates,
    figures,
    footnotes,
    names,
    places,
    quotes,
    references,
    roles,
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that the extractors claim, each list in text order."""

    names: list[names.NameMention]
    roles: list[roles.RoleMention]
    places: list[places.PlaceMention]
    quotes: list[quotes.QuoteMention]
    figures: list[figures.FigureMention]
    dates: list[dates.DateMention]
    footnotes: list[footnotes.FootnoteMention]
    references: list[references.ReferenceMention]


def extract(document: Document) -> Mentions:
    """Run every extractor on the document."""
    return Mentions(
        names=names.extract(document),
        roles=roles.extract(document),
        places=places.extract(document),
        quotes=quotes.extract(document),
        figures=figures.extract(document),
        dates=dates.extract(document),
        footnotes=footnotes.extract(document),
        references=references.extract(document),
    )
