"""Workflow commands of GitHub Actions, which show findings beside the lines of a diff.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articleparse.check.findings import Located

# GitHub shows no more than ten annotations of a kind per step; the tenth tells of the rest.
SHOWN = 9


def report(findings: Iterable[Located], files: list[str]) -> Iterator[str]:
    """Yield a command for each of the first findings, and one that counts the rest."""
    rest = iter(findings)
    for located in islice(rest, SHOWN):
        yield _command(located)
    more = list(islice(rest, 1))
    if more:
        others = sum(1 for _ in rest)
        yield _command(more[0]) if not others else f"::error::+{others + 1} more findings"


def _command(located: Located) -> str:
    properties = {"file": located.path, "line": str(located.line), "title": located.finding.code}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{located.record}: {located.finding}" if located.record else str(located.finding)
    return f"::error {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
