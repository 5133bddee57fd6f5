"""For the tests of those who keep records: assertions, a fixture and goldens.

pytest loads this by itself where the library is installed.

>>> from articleparse import parse
>>> record = parse("Un titre\\n\\nLe pont rouvrira.")
>>> assert_valid(record)
>>> assert_grounded(record, "Un titre\\n\\nLe pont rouvrira.")
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articleparse.check import check
from articleparse.pipeline import parse
from articleparse.record import Article

Record = Article | dict[str, Any] | str | bytes
Golden = Callable[[Path], Article]


def assert_valid(record: Record) -> None:
    """Raise AssertionError, with all findings, unless the record can be trusted."""
    __tracebackhide__ = True
    findings = check(record)
    assert not findings, "\n".join(["the record has findings:", *map(str, findings)])


def assert_grounded(record: Record, text: str) -> None:
    """Raise AssertionError unless the record is valid and of exactly this text.

    `text` is what the record's offsets count in: `Article.text`, not a page's HTML.
    """
    __tracebackhide__ = True
    assert_valid(record)
    if isinstance(record, dict):
        held = record["text"]
    elif isinstance(record, Article):
        held = record.text
    else:
        held = Article.model_validate_json(record).text
    if held != text:
        at = next((i for i, (a, b) in enumerate(zip(held, text, strict=False)) if a != b), None)
        at = min(len(held), len(text)) if at is None else at
        raise AssertionError(
            f"the record is of another text: at {at} {held[at : at + 30]!r}, not {text[at : at + 30]!r}"
        )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.getgroup("articleparse").addoption(
        "--update-golden",
        action="store_true",
        help="rewrite golden records with what the parser gives now (refused under CI)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write goldens where nobody reads them."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused where CI is set: goldens are reviewed")


@pytest.fixture
def golden_record(pytestconfig: pytest.Config) -> Golden:
    """Return a function that parses a file and compares with the record kept beside it.

    The record of `pont.html` is `pont.html.record.json`; `--update-golden` writes it.
    The record is checked too, and returned.
    """

    def compare(source: Path) -> Article:
        __tracebackhide__ = True
        article = parse(source, name=source.name)
        assert_valid(article)
        kept = source.with_name(source.name + ".record.json")
        record = article.model_dump_json(indent=2) + "\n"
        if pytestconfig.getoption("--update-golden"):
            kept.write_bytes(record.encode())
        elif not kept.exists():
            pytest.fail(f"{kept} is not there: run pytest --update-golden, and read it")
        assert record == kept.read_bytes().decode()
        return article

    return compare
