"""What the caller knows about an article apart from its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from articleparse.document import StatedDate
from articleparse.errors import InvalidHintError
from articleparse.reading.stamps import read_stamp


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows about an article apart from its bytes.

    `published` is an ISO 8601 date or date and time; `authors` are bylines;
    `extra` is whatever else the caller wants to find in the record again.
    """

    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)

    def encodable(self) -> Hints:
        """Return the hints with `encodable` strings."""
        return Hints(
            url=self.url and encodable(self.url),
            publisher=self.publisher and encodable(self.publisher),
            language=self.language and encodable(self.language),
            published=self.published and encodable(self.published),
            authors=tuple(map(encodable, self.authors)),
            extra={encodable(k): encodable(v) for k, v in self.extra.items()},
        )


def encodable(text: str) -> str:
    """Return the text with "?" for halves of surrogate pairs, which UTF-8 cannot write.

    >>> encodable("caf" + chr(0xD800))
    'caf?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def hinted_dates(hints: Hints) -> tuple[StatedDate, ...]:
    """Return the day that the caller states, local to the publisher.

    Raises InvalidHintError where `published` is no date.

    >>> hinted_dates(Hints(published="2021-06-08"))[0].date
    datetime.date(2021, 6, 8)
    >>> hinted_dates(Hints(published="2021-06-07T22:30:00Z"))[0].date
    datetime.date(2021, 6, 8)
    """
    if not hints.published:
        return ()
    stamp = read_stamp(hints.published, hints.url)
    if stamp is None:
        raise InvalidHintError(f"published: no ISO 8601 date: {hints.published!r}")
    return (StatedDate("published", "caller", hints.published, stamp.date, stamp.time),)
