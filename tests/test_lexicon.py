"""Word lists stay reviewable: a heading that says what they are, then sorted, unique entries."""

from __future__ import annotations

from pathlib import Path

import pytest

import articleparse

ROOT = Path(articleparse.__file__).parent
LISTS = sorted(
    path
    for folder in ("lexicon", "gazetteer")
    for path in (ROOT / folder / "data").iterdir()
    if path.suffix in (".txt", ".tsv")
)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_lists_are_sorted_under_a_heading(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert lines[-len(entries) :] == entries == sorted(set(entries))
