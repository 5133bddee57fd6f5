"""Record to findings: everything that a record must hold to be trusted."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from articleparse.check import date_values, dates, encoding, geography, numbers
from articleparse.check.findings import CODES, Finding
from articleparse.check.rereading import Rereading
from articleparse.check.shape import read_record
from articleparse.record import Article

__all__ = ["CODES", "Finding", "check", "sense_findings"]


def check(
    record: Article | dict[str, Any] | str | bytes, *, today: dt.date | None = None
) -> list[Finding]:
    """Return what is wrong with a record: a model, the `dict` of its JSON, or its JSON.

    An empty list means that the record can be trusted. What has the wrong shape is
    not looked at further, so that findings may follow when AP1xx, AP2xx and AP3xx
    are mended. With `today`, articles of a later day are found too.

    >>> from articleparse import parse
    >>> record = parse("Un titre\\n\\nUne phrase.")
    >>> check(record)
    []
    >>> check(record.model_dump(mode="json") | {"colour": "blue"})
    [Finding(code='AP103', message='Extra inputs are not permitted', pointer='/colour')]
    """
    if isinstance(record, Article):
        record = record.model_dump_json()
    elif isinstance(record, dict):
        record = json.dumps(record)
    article = read_record(record)
    return article if isinstance(article, list) else sense_findings(article, today)


def sense_findings(article: Article, today: dt.date | None = None) -> list[Finding]:
    """Return what is wrong with a record that has the right shape."""
    rereading = Rereading(article)
    return [
        *geography.findings(article),
        *dates.findings(article, today),
        *date_values.findings(article, rereading),
        *numbers.findings(article, rereading),
        *encoding.findings(article),
    ]
