"""Findings in the formats that people and CI systems read, one module each."""

from collections.abc import Callable, Iterable, Iterator

from articleparse.check.findings import Located
from articleparse.check.reports import github, json, junit, sarif, text

Report = Callable[[Iterable[Located], list[str]], Iterator[str]]

FORMATS: dict[str, Report] = {
    "text": text.report,
    "json": json.report,
    "github": github.report,
    "sarif": sarif.report,
    "junit": junit.report,
}
"""Each takes the findings and the files that were checked, and yields lines."""
