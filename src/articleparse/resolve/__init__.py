"""From mentions to facts: who, which place, which day, whose words."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Document
from articleparse.extract import Mentions
from articleparse.record import (
    Date,
    Figure,
    Footnote,
    Organisation,
    Person,
    Place,
    Quote,
    Reference,
    StampedDate,
)
from articleparse.resolve import (
    dates,
    figures,
    footnotes,
    names,
    places,
    publication,
    references,
    speakers,
)
from articleparse.resolve.overlaps import free_of, outside_of


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of an article beyond its blocks and metadata."""

    published: StampedDate | None
    modified: StampedDate | None
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]


def resolve(document: Document, mentions: Mentions) -> Facts:
    """Settle overlaps, then resolve each kind with what the kinds before it told."""
    published, modified = publication.resolve(document, mentions.dates)
    found_dates = dates.resolve(document, mentions.dates, published)
    codes = [m.code_span for m in mentions.places if m.code_span]
    notes = footnotes.apart_from(mentions.footnotes, codes)
    people, organisations, place_mentions = names.resolve(
        document, mentions.names, mentions.roles, mentions.places, notes
    )
    found_places = places.resolve(document, place_mentions, published)
    markers = [span for note in notes for span in (*note.anchors, note.marker_span)]
    numbers = free_of(mentions.figures, [*mentions.dates, *codes, *markers])
    numbers = outside_of(numbers, [mention for body in organisations for mention in body.mentions])
    return Facts(
        published=published,
        modified=modified,
        people=people,
        organisations=organisations,
        places=found_places,
        quotes=speakers.resolve(document, mentions.quotes, people, organisations),
        figures=figures.resolve(document, numbers, found_dates, published),
        dates=found_dates,
        footnotes=footnotes.resolve(document, notes, people, organisations, found_places),
        references=references.resolve(document, mentions.references, found_dates),
    )
