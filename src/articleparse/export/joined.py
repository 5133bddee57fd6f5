"""JSON documents with a list inside, written item after item."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from articleparse.export import Put


def put_list(put: Put, head: dict[str, Any], name: str, items: Iterable[dict[str, Any]]) -> None:
    """Write the object `head` with the items as its last member, one item a line.

    >>> pieces = []
    >>> put_list(pieces.append, {"type": "FeatureCollection"}, "features", [{"a": 1}, {"b": 2}])
    >>> print("".join(pieces), end="")
    {"type": "FeatureCollection", "features": [
    {"a": 1},
    {"b": 2}
    ]}
    """
    put(_json(head | {name: []})[: -len("]}")])
    mark = "\n"
    for item in items:
        put(mark + _json(item))
        mark = ",\n"
    put("\n]}\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
