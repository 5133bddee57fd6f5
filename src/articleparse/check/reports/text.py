"""A line per finding, as compilers print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articleparse.check.findings import Located


def report(findings: Iterable[Located], files: list[str]) -> Iterator[str]:
    """Yield the findings as they come."""
    return map(str, findings)
