"""A JSON array of findings; what `--baseline` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from articleparse.check.findings import Located


def report(findings: Iterable[Located], files: list[str]) -> Iterator[str]:
    """Yield the array, one finding a line."""
    rows = [
        {
            "file": located.path,
            "line": located.line,
            "record": located.key[0],
            "code": located.finding.code,
            "message": located.finding.message,
            "pointer": located.finding.pointer,
        }
        for located in findings
    ]
    yield "["
    for index, row in enumerate(rows, start=1):
        yield json.dumps(row, ensure_ascii=False) + ("," if index < len(rows) else "")
    yield "]"
