"""What `check` holds against a record: a code, a message, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CODES = {
    "AP101": "the record is no JSON",
    "AP102": "a field is missing",
    "AP103": "a field is unknown",
    "AP104": "a value has the wrong type",
    "AP105": "a value is not one of those allowed",
    "AP201": "a span is empty or outside the text",
    "AP202": "the text at a span is another",
    "AP203": "a span has one end only",
    "AP204": "a quote's text is not its fragments",
    "AP205": "blocks overlap or are out of order",
    "AP206": "kicker, headline or standfirst is not its block's text",
    "AP301": "an id is used twice",
    "AP302": "a reference names no id of the record",
    "AP401": "a code does not exist in the geographic code",
    "AP402": "the department is not the commune's",
    "AP403": "the region is not the department's",
    "AP404": "a department's or region's name is not its code's on that day",
    "AP405": "a place's name is not its code's",
    "AP501": "modified before published",
    "AP502": "a date without evidence",
    "AP503": "metadata that state another day",
    "AP504": "a date that no calendar has",
    "AP505": "a range that ends before it begins",
    "AP506": "published or modified in the future",
    "AP507": "a date's value is not what its text says",
    "AP601": "a figure without a value, or with a value and a range",
    "AP602": "a figure's low is greater than its high",
    "AP603": "a change that its values contradict",
    "AP604": "a figure's value is not what its text says",
    "AP605": "a figure's unit is not what its text says",
    "AP606": "a change in the other direction than the text tells",
    "AP701": "two records of the same source",
    "AP702": "two records with the same text",
    "AP801": "the source is not there, or gives no record",
    "AP802": "the source has other bytes",
    "AP803": "the source gives another record",
    "AP901": "the text was decoded with another encoding than its own",
}
"""Every code with what it stands for; docs/findings.md tells how to mend each."""


DEFAULT = ("AP1", "AP2", "AP3", "AP4", "AP5", "AP6", "AP8", "AP9")
"""What `validate` reports unless told: the same article twice may be wanted.

AP8 is found only where sources are given.
"""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault of a record: its code, what is wrong, and the JSON pointer (RFC 6901)."""

    code: str
    message: str
    pointer: str = ""

    def __str__(self) -> str:
        """Return the finding as one line.

        >>> str(Finding("AP302", "nothing has this id", "/footnotes/0/ref"))
        'AP302 nothing has this id at /footnotes/0/ref'
        """
        return f"{self.code} {self.message} at {self.pointer or 'the record'}"


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the file, the line and the name of its record (where it has one)."""

    path: str
    line: int
    record: str | None
    finding: Finding

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same of a finding while lines move: record, code, pointer."""
        return self.record or f"line {self.line}", self.finding.code, self.finding.pointer

    def __str__(self) -> str:
        """Return the finding as one line.

        >>> str(Located("r.jsonl", 3, None, Finding("AP302", "no such id", "/quotes/0")))
        'r.jsonl:3: AP302 no such id at /quotes/0'
        """
        return f"{self.path}:{self.line}: {self.finding}"


def pointer(location: Iterable[str | int]) -> str:
    """Return the JSON pointer (RFC 6901) to a place inside the record.

    >>> pointer(("people", 0, "a/b"))
    '/people/0/a~1b'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)
