"""Whole articles hold the facts that a reader found in them, but for the known misses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articleparse import parse
from hand_facts import differences

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
FOLDERS = sorted(path.parent for path in ARTICLES.glob("*/facts.json"))


def test_every_article_but_the_seed_has_facts() -> None:
    """The seed's facts are pinned in greater detail, in test_seed."""
    others = {p.name for p in ARTICLES.iterdir() if p.is_dir() and not p.name.startswith("seed-")}
    assert others == {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_differences_are_the_known_ones(folder: Path) -> None:
    """Strict both ways: a miss that is mended must leave the file."""
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    (source,) = folder.glob("source.*")
    known = json.loads((folder / "known_misses.json").read_text(encoding="utf-8"))
    assert differences(facts, parse(source)) == known
