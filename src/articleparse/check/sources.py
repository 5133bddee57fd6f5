"""AP8xx: a record that its source, parsed again, does not give."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from articleparse.check.findings import Finding, pointer
from articleparse.record import Article

Reparse = Callable[[str], "Article | str | None"]
"""Takes the name of a source; returns its record, why there is none, or None if it is missing."""

_SHOWN = 5
_LONGEST = 60
Location = tuple[str | int, ...]


def findings(article: Article, reparse: Reparse) -> Iterator[Finding]:
    """Yield how the record differs from what its source gives now.

    The first differences are found, each where the record has it; who wrote the record
    (`/producer`) may differ.
    """
    again = reparse(article.source.name)
    if again is None:
        yield Finding("AP801", f"no source {article.source.name}", "/source/name")
    elif isinstance(again, str):
        yield Finding("AP801", f"no record from the source: {again}", "/source/name")
    elif again.source.sha256 != article.source.sha256:
        message = f"the source has sha256 {again.source.sha256}"
        yield Finding("AP802", message, "/source/sha256")
    else:
        differences = list(_differences(_json(article), _json(again), ()))
        for location, message in differences[:_SHOWN]:
            yield Finding("AP803", message, pointer(location))
        if (more := len(differences) - _SHOWN) > 0:
            yield Finding("AP803", f"+{more} more differences", "")


def _json(article: Article) -> Any:
    return article.model_dump(mode="json", exclude={"producer": True, "source": {"name"}})


def _differences(there: Any, again: Any, at: Location) -> Iterator[tuple[Location, str]]:
    """Yield where two values of JSON differ, in the order of the record."""
    if isinstance(there, dict) and isinstance(again, dict):
        for key in there:
            if key in again:
                yield from _differences(there[key], again[key], (*at, key))
            else:
                yield (*at, key), "the source does not give this"
        for key in sorted(again.keys() - there.keys()):
            yield at, f"without the {key} that the source gives"
    elif isinstance(there, list) and isinstance(again, list):
        for index, (one, other) in enumerate(zip(there, again, strict=False)):
            yield from _differences(one, other, (*at, index))
        if len(there) != len(again):
            yield at, f"{len(there)} there, the source gives {len(again)}"
    elif there != again:
        yield at, f"{_short(there)}, the source gives {_short(again)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
