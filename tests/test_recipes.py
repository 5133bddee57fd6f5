"""What the documents and the hook's manifest promise to CI systems, tried."""

from __future__ import annotations

import importlib.metadata
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from articleparse import parse
from articleparse.cli import app

ROOT = Path(__file__).parent.parent
RECIPES = [
    yaml.safe_load(block)
    for block in re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), re.S
    )
]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    file = tmp_path / "records" / "a.jsonl"
    file.write_text(parse("Un titre\n\nUn texte.").model_dump_json() + "\n", encoding="utf-8")
    return file


def run(command: str, *more: str) -> Any:
    program, *arguments = shlex.split(command)
    assert program == "articleparse"
    return CliRunner().invoke(app, [*arguments, *more])


def test_the_job_passes_and_fails(records: Path) -> None:
    (job,) = [recipe["jobs"]["validate"] for recipe in RECIPES if "jobs" in recipe]
    steps = [step["run"] for step in job["steps"] if "run" in step]
    # By its bare name pip would fetch another project.
    assert not re.search(r"pip install articleparse\b", steps[0])
    assert run(steps[-1]).exit_code == 0
    records.write_text(records.read_text(encoding="utf-8").replace("Un t", "Le t", 1))
    done = run(steps[-1])
    assert done.exit_code == 1
    assert done.stdout.startswith("::error file=records/a.jsonl,line=1,title=AP")


def test_the_hook_runs_and_chooses_records(records: Path) -> None:
    assert run(HOOK["entry"], str(records)).exit_code == 0
    chosen = re.compile(HOOK["files"]).search
    assert chosen("records.jsonl")
    assert chosen("data/records/2024/a.json.gz")
    assert not chosen("package.json")
    assert not chosen("records.md")


def test_the_configuration_names_the_hook() -> None:
    (repos,) = [recipe["repos"] for recipe in RECIPES if "repos" in recipe]
    assert [hook["id"] for hook in repos[0]["hooks"]] == [HOOK["id"]]


def test_pytest_finds_the_plugin_where_the_library_is_installed() -> None:
    points = importlib.metadata.distribution("articleparse").entry_points
    assert "articleparse.pytest_plugin" in [p.value for p in points if p.group == "pytest11"]
