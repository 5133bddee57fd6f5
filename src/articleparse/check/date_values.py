"""AP507: dates whose value is not what their words say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.check.dates import calendar_findings
from articleparse.check.findings import Finding
from articleparse.check.rereading import Rereading
from articleparse.extract.dates import DateMention, Point
from articleparse.record import Article

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def findings(article: Article, rereading: Rereading) -> Iterator[Finding]:
    """Yield the dates of the text whose year, month or day is another than that written there."""
    for index, date in enumerate(article.dates):
        if any(calendar_findings(date.value, "")):
            continue  # found as what it is
        if not _agrees(date.value, date.text, rereading.dates.get((date.start, date.end))):
            yield _finding(date.value, date.text, f"/dates/{index}/value")
    for name in ("published", "modified"):
        stamp = getattr(article, name)
        if stamp is None or stamp.basis != "stated":
            continue
        for evidence in stamp.evidence:
            if evidence.origin != "text" or evidence.start is None:
                continue
            mention = rereading.dates.get((evidence.start, evidence.end))
            if not _agrees(stamp.date.isoformat(), evidence.text, mention):
                yield _finding(stamp.date.isoformat(), evidence.text, f"/{name}/date")


def _finding(value: str, text: str, where: str) -> Finding:
    return Finding("AP507", f"{value}, but its text says {text!r}", where)


def _agrees(value: str, text: str, mention: DateMention | None) -> bool:
    first, _, last = value.partition("/")
    if mention is None:
        # Other bounds than the extractor's: a year in four digits stands in the value at least.
        years = _YEAR.findall(text)
        return all(_fits(value_year(first), y) or _fits(value_year(last), y) for y in years)
    if mention.is_weekend:
        return True
    if mention.last is None:
        return not last and _holds(first, mention.first)
    return _holds(first, mention.first) and _holds(last, mention.last)


def value_year(value: str) -> str:
    """Return the year of an EDTF date.

    >>> value_year("2021-06"), value_year("-0052")
    ('2021', '-0052')
    """
    return value[:5] if value.startswith("-") else value[:4]


def _holds(value: str, point: Point) -> bool:
    """Tell whether a date has the parts that an expression spells out."""
    if point.from_named or point.easter is not None:
        return True
    year = value_year(value)
    month, _, day = value[len(year) + 1 :].partition("-")
    return (
        (point.year is None or _fits(year, f"{point.year:04d}"))
        and (point.month is None or _fits(month, f"{point.month:02d}"))
        and (point.day is None or _fits(day, f"{point.day:02d}"))
    )


def _fits(pattern: str, digits: str) -> bool:
    """Tell whether digits are those of a value, in which X stands for any.

    >>> _fits("202X", "2024"), _fits("2023", "2024")
    (True, False)
    """
    return len(pattern) == len(digits) and all(
        p in ("X", d) for p, d in zip(pattern, digits, strict=True)
    )
