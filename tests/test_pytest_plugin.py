"""What the plugin gives to users' own tests."""

from __future__ import annotations

import pytest

from articleparse import parse
from articleparse.pytest_plugin import assert_grounded, assert_valid

TEXT = "Le pont\n\nLe pont d’Aubusson rouvrira le 5 mars 2024."


def test_a_sound_record_is_valid_in_every_form() -> None:
    record = parse(TEXT)
    forms = (record, record.model_dump(mode="json"), record.model_dump_json())
    for form in forms:
        assert_valid(form)
        assert_grounded(form, TEXT)


def test_findings_are_told() -> None:
    spoilt = parse(TEXT).model_dump(mode="json") | {"headline": "Le port"}
    with pytest.raises(AssertionError, match=r"AP206 .* at /headline"):
        assert_valid(spoilt)
    with pytest.raises(AssertionError, match="AP206"):
        assert_grounded(spoilt, TEXT)


def test_another_text_is_told_where_it_parts() -> None:
    with pytest.raises(AssertionError, match="at 5"):
        assert_grounded(parse(TEXT), TEXT.replace("pont", "port", 1).replace("pon", "por", 1))


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A user's test of one golden; the plugin is loaded by name, as installed it is by itself."""
    monkeypatch.delenv("CI", raising=False)
    pytester.makefile(".txt", pont=TEXT)
    pytester.makepyfile(
        """
        from pathlib import Path

        def test_pont(golden_record):
            assert golden_record(Path("pont.txt")).headline == "Le pont"
        """
    )
    return pytester


def _run(suite: pytest.Pytester, *options: str) -> pytest.RunResult:
    plugins = ("-p", "no:articleparse", "-p", "articleparse.pytest_plugin")
    return suite.runpytest(*plugins, *options)


def test_a_golden_is_written_once_and_then_compared(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(suite).stdout.fnmatch_lines(["*run pytest --update-golden*"])
    _run(suite, "--update-golden").assert_outcomes(passed=1)
    _run(suite).assert_outcomes(passed=1)
    kept = suite.path / "pont.txt.record.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Le pont", "Le port"), "utf-8")
    _run(suite).assert_outcomes(failed=1)
    monkeypatch.setenv("CI", "true")
    before = kept.read_bytes()
    assert _run(suite, "--update-golden").ret == pytest.ExitCode.USAGE_ERROR
    assert kept.read_bytes() == before
