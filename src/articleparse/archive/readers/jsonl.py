"""JSON Lines: one article a line, with what the caller knows about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from articleparse.archive.items import Failure, Item
from articleparse.archive.readers.context import Context
from articleparse.reading import MAX_BYTES, Hints

# JSON may write a character of two bytes as six (\\u00e9).
MAX_LINE = 4 * MAX_BYTES


def read_jsonl(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the articles of a JSONL file, each under the name `file!name`.

    A line is an object with `text` or `html`; `name` (the line's number by default),
    `url`, `publisher`, `language`, `published` and `authors` (a list, or one string)
    may stand beside it, further keys are passed over. A line that is none of this is
    a Failure.
    """
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) == MAX_LINE:
            _skip_line(stream)
            yield Failure(f"{name}!{number}", f"line {number} is longer than {MAX_LINE} bytes")
        elif line.strip():
            yield _item(line, name, number)


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _item(line: bytes, archive: str, number: int) -> Item | Failure:
    name = str(number)
    try:
        fields = json.loads(line.decode("utf-8"))
        if not isinstance(fields, dict):
            raise ValueError("the line is no JSON object")
        name = _text(fields, "name") or name
        if "schema_version" in fields:
            raise ValueError("the line is a record already")
        content = _text(fields, "html") or _text(fields, "text")
        if content is None:
            raise ValueError("the line has neither text nor html")
        return Item(f"{archive}!{name}", content, _hints(fields))
    except (ValueError, RecursionError) as error:
        return Failure(f"{archive}!{name}", f"line {number}: {error}")


def _hints(fields: dict[str, Any]) -> Hints:
    return Hints(
        url=_text(fields, "url"),
        publisher=_text(fields, "publisher"),
        language=_text(fields, "language"),
        published=_text(fields, "published"),
        authors=_authors(fields.get("authors")),
    )


def _text(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key} is no string")
    return value


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if value is not None and not (
        isinstance(value, list) and all(isinstance(name, str) for name in value)
    ):
        raise ValueError("authors is no list of strings")
    return tuple(value or ())
