"""A record to rows of flat tables, each with the number of its article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

TABLES: dict[str, dict[str, str]] = {
    "articles": {
        "article": "int64",
        "name": "string",
        "url": "string",
        "publisher": "string",
        "language": "string",
        "published": "date",
        "published_basis": "string",
        "modified": "date",
        "kicker": "string",
        "headline": "string",
        "standfirst": "string",
        "authors": "list string",
        "truncated": "bool_",
        "text": "string",
        "media_type": "string",
        "sha256": "string",
        "extra": "map",
        "producer_version": "string",
    },
    "people": {
        "article": "int64",
        "id": "string",
        "name": "string",
        "given_name": "string",
        "family_name": "string",
        "honorific": "string",
        "gender": "string",
        "roles": "list string",
        "role_organisations": "list string",
        "mentions": "int32",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
    "organisations": {
        "article": "int64",
        "id": "string",
        "name": "string",
        "acronym": "string",
        "kind": "string",
        "mentions": "int32",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
    "places": {
        "article": "int64",
        "id": "string",
        "name": "string",
        "kind": "string",
        "insee_code": "string",
        "department_code": "string",
        "department": "string",
        "region_code": "string",
        "region": "string",
        "country": "string",
        "basis": "string",
        "mentions": "int32",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
    "quotes": {
        "article": "int64",
        "id": "string",
        "kind": "string",
        "text": "string",
        "cue": "string",
        "speaker": "string",
        "speaker_refs": "list string",
        "speaker_basis": "string",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
    "figures": {
        "article": "int64",
        "text": "string",
        "value": "float64",
        "low": "float64",
        "high": "float64",
        "unit": "string",
        "measures": "string",
        "modifier": "string",
        "change": "string",
        "initial": "float64",
        "final": "float64",
        "period": "string",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
    "dates": {
        "article": "int64",
        "text": "string",
        "value": "string",
        "start": "int32",
        "end": "int32",
        "rule": "string",
    },
}
"""The tables and the types of their columns.

`article` is the number of the record in the output, from 0, by which tables are
joined; `mentions` counts, `start` and `end` are the first mention's (for quotes, from
the first fragment to the last) in code points of `articles.text`.
"""

Row = tuple[str, dict[str, Any]]


def rows(record: dict[str, Any], number: int) -> Iterator[Row]:
    """Yield the rows of one record, as read from its JSON, with their tables.

    >>> from articleparse import parse
    >>> record = parse("Un titre\\n\\nUne phrase.").model_dump(mode="json")
    >>> table, row = next(rows(record, 7))
    >>> table, row["article"], row["headline"]
    ('articles', 7, 'Un titre')
    """
    yield "articles", _chosen("articles", _article(record), number)
    for table in ("people", "organisations", "places"):
        for entity in record[table]:
            first = entity["mentions"][0]
            row = entity | _FLAT[table](entity)
            row |= {
                "mentions": len(entity["mentions"]),
                "start": first["start"],
                "end": first["end"],
            }
            yield table, _chosen(table, row, number)
    for quote in record["quotes"]:
        yield "quotes", _chosen("quotes", quote | _quote(quote), number)
    for table in ("figures", "dates"):
        for fact in record[table]:
            yield table, _chosen(table, fact, number)


def _chosen(table: str, fields: dict[str, Any], number: int) -> dict[str, Any]:
    return {name: fields.get(name) for name in TABLES[table]} | {"article": number}


def _article(record: dict[str, Any]) -> dict[str, Any]:
    source, published = record["source"], record["published"]
    return record | {
        "name": source["name"],
        "media_type": source["media_type"],
        "sha256": source["sha256"],
        "extra": list(source["extra"].items()),
        "published": _day(published),
        "published_basis": published and published["basis"],
        "modified": _day(record["modified"]),
        "authors": [author["name"] for author in record["authors"]],
        "producer_version": record["producer"]["version"],
    }


def _day(stamp: dict[str, Any] | None) -> dt.date | None:
    return dt.date.fromisoformat(stamp["date"]) if stamp else None


def _person(person: dict[str, Any]) -> dict[str, Any]:
    return {
        "roles": [role["title"] for role in person["roles"]],
        "role_organisations": [role["organisation"] for role in person["roles"]],
    }


def _place(place: dict[str, Any]) -> dict[str, Any]:
    department, region = place["department"] or {}, place["region"] or {}
    return {
        "department_code": department.get("code"),
        "department": department.get("name"),
        "region_code": region.get("code"),
        "region": region.get("name"),
    }


def _quote(quote: dict[str, Any]) -> dict[str, Any]:
    speaker = quote["speaker"] or {}
    return {
        "cue": quote["cue"] and quote["cue"]["text"],
        "speaker": speaker.get("label"),
        "speaker_refs": speaker.get("refs"),
        "speaker_basis": speaker.get("basis"),
        "start": quote["fragments"][0]["start"],
        "end": quote["fragments"][-1]["end"],
    }


def _nothing(entity: dict[str, Any]) -> dict[str, Any]:
    return {}


_FLAT = {"people": _person, "organisations": _nothing, "places": _place}
