"""Whole articles give the records that were read and approved, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from articleparse import Article, parse

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "fixtures" / "articles"
FOLDERS = sorted(path for path in ARTICLES.iterdir() if path.is_dir())


def _source(folder: Path) -> Path:
    (source,) = folder.glob("source.*")
    return source


def _parse(folder: Path) -> Article:
    source = _source(folder)
    return parse(source, name=source.relative_to(ARTICLES).as_posix())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_record_is_the_golden_one(folder: Path, pytestconfig: pytest.Config) -> None:
    golden = folder / "record.json"
    record = _parse(folder).model_dump_json(indent=2) + "\n"
    if pytestconfig.getoption("--update-golden"):
        golden.write_bytes(record.encode())
    if not golden.exists():
        pytest.fail(f"{folder.name} has no record.json: run `pytest --update-golden` and read it")
    assert record == golden.read_bytes().decode()


def test_no_golden_is_written_under_ci() -> None:
    before = {path: path.read_bytes() for path in ARTICLES.glob("*/record.json")}
    command = [sys.executable, "-m", "pytest", "--update-golden", "tests/test_golden.py"]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "CI": "true"}, capture_output=True, text=True
    )
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "refused where CI is set" in run.stderr
    assert before == {path: path.read_bytes() for path in ARTICLES.glob("*/record.json")}


def test_the_seed_fixture_is_the_seed() -> None:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    assert _source(ARTICLES / "seed-text").read_bytes() == seed.read_bytes()


# What the page knows better than the text, or what tells where something was read.
_NOT_FACTS = {
    *("schema_version", "source", "producer", "blocks"),
    *("url", "publisher", "language", "published"),
}
_NOT_COMPARED = {"start", "end", "url"}


def test_seed_as_text_and_as_page_agree() -> None:
    """All facts are equal but for offsets, the link of the reference, and the day's basis.

    A plain text has no links and no metadata, so the page alone knows the address of
    the other article, and that it appeared on 8 June, which the text leaves to infer.
    """
    text, page = (_parse(ARTICLES / name) for name in ("seed-text", "seed-page"))
    assert _facts(text) == _facts(page)
    assert text.text == page.text
    assert text.published is not None
    assert page.published is not None
    assert text.published.date == page.published.date
    assert (text.published.basis, page.published.basis) == ("inferred", "metadata")
    assert [(r.url, s.url) for r, s in zip(text.references, page.references, strict=True)] == [
        (None, "https://www.gazette-des-beffrois.example/articles/cloud-souverain-collectivites")
    ]


def _facts(article: Article) -> Any:
    return _without_offsets(article.model_dump(mode="json", exclude=_NOT_FACTS))


def _without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_offsets(v) for k, v in value.items() if k not in _NOT_COMPARED}
    if isinstance(value, list):
        return [_without_offsets(item) for item in value]
    return value
