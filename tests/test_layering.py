"""Imports go downwards only, and extractors do not know one another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import articleparse
from articleparse import document, record

ROOT = Path(articleparse.__file__).parent
# From the top down; a module may import what stands below its own layer.
LAYERS = [
    *(
        "cli",
        "__init__",
        "pytest_plugin",
        "archive",
        "export",
        "view",
        "check",
        "schema",
        "pipeline",
    ),
    *("resolve", "extract", "reading", "numerals", "lexicon", "gazetteer", "record"),
    *("document", "errors", "version"),
]
MODULES = sorted(ROOT.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """Dotted names below `articleparse` that the module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("articleparse."):
                yield name.removeprefix("articleparse.")


def _layer(dotted: str) -> str:
    top = dotted.split(".")[0]
    return top if top in LAYERS else "__init__"


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=_dotted)
def test_imports_go_downwards(path: Path) -> None:
    own = _layer(_dotted(path))
    for imported in _imports(path):
        other = _layer(imported)
        assert other == own or LAYERS.index(own) < LAYERS.index(other), imported


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.is_relative_to(ROOT / "extract")], ids=_dotted
)
def test_extractors_do_not_know_one_another(path: Path) -> None:
    if path == ROOT / "extract" / "__init__.py":
        return
    own = _dotted(path).split(".")[1]
    for imported in _imports(path):
        if imported.startswith("extract."):
            assert imported.split(".")[1] == own, imported


def test_every_module_has_a_layer() -> None:
    tops = {_dotted(path).split(".")[0] for path in MODULES}
    assert tops <= set(LAYERS)


def test_document_and_record_agree_on_blocks() -> None:
    assert get_args(record.BlockKind) == get_args(document.BlockKind)
    assert not list(_imports(ROOT / "record.py"))
