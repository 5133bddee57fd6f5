"""What `validate` reports, in which format, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from articleparse import parse
from articleparse.check import CODES
from articleparse.cli import app


def record(number: int, **changes: object) -> str:
    article = parse(f"Un titre\n\nLe texte {number}.", name=f"article, {number}%.txt")
    return json.dumps(json.loads(article.model_dump_json()) | changes)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Three records, of which the second has two findings and the third one."""
    lines = [record(1), record(2, colour="red", url=3), record(3, headline="Un\ntitre")]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(app, ["validate", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def codes(done: Result) -> list[str]:
    return [line.split(": ")[1].split()[0] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "found", "exit_code"),
    [
        ((), ["AP103", "AP104", "AP206"], 1),
        (("--select", "AP1"), ["AP103", "AP104"], 1),
        (("--select", "AP3,AP4"), [], 0),
        (("--ignore", "AP103,AP2"), ["AP104"], 1),
        (("--select", "AP1", "--ignore", "AP10"), [], 0),
        (("--fail-on", "AP3"), ["AP103", "AP104", "AP206"], 0),
        (("--fail-on", "AP3,AP206"), ["AP103", "AP104", "AP206"], 1),
        (("--exit-zero",), ["AP103", "AP104", "AP206"], 0),
    ],
)
def test_options_choose_what_counts(
    records: Path, options: tuple[str, ...], found: list[str], exit_code: int
) -> None:
    done = run(records, *options)
    assert sorted(codes(done)) == found
    assert done.exit_code == exit_code


def test_exit_zero_does_not_hide_an_unusable_file(tmp_path: Path) -> None:
    assert run(tmp_path / "absent.jsonl", "--exit-zero").exit_code == 2


def test_duplicates_are_found_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    copy = json.loads(record(1))
    copy["source"]["name"] = "copy.txt"
    path.write_text("\n".join([record(1), record(2), json.dumps(copy), record(1)]))
    assert run(path).exit_code == 0
    done = run(path, "--select", "AP7")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"{path}:3: AP702 the same text as {path}:1 at /text",
        f"{path}:4: AP701 the same source as {path}:1 at /source/name",
        f"{path}:4: AP702 the same text as {path}:1 at /text",
    ]


@pytest.mark.parametrize("option", ["--select", "--ignore", "--fail-on"])
def test_a_code_that_is_none_is_refused(records: Path, option: str) -> None:
    assert run(records, option, "AP1,E501").exit_code == 2


def test_a_baseline_passes_over_what_is_known(records: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(run(records, "--output-format", "json").stdout, encoding="utf-8")
    # Lines may move, and new findings count.
    lines = [record(4, colour="red"), *records.read_text(encoding="utf-8").splitlines()]
    records.write_text("\n".join(lines), encoding="utf-8")
    done = run(records, "--baseline", baseline)
    assert done.stdout.splitlines() == [
        f"{records}:1: AP103 Extra inputs are not permitted at /colour"
    ]
    assert run(records, "--baseline", records).exit_code == 2
    assert run(records, "--baseline", tmp_path / "absent").exit_code == 2


def test_a_folder_stands_for_the_records_in_it(records: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    whole = json.dumps(json.loads(record(5)), indent=1)
    (folder / "record.json").write_text(whole, encoding="utf-8")
    (folder / "notes.txt").write_text("no record", encoding="utf-8")
    done = run(tmp_path)
    assert "records: 4, findings: 3" in done.stderr
    assert run(folder).exit_code == 0


def test_json_report(records: Path) -> None:
    findings = json.loads(run(records, "--output-format", "json").stdout)
    assert findings[-1] == {
        "file": str(records),
        "line": 3,
        "record": "article, 3%.txt",
        "code": "AP206",
        "message": "headline is not the text of its block",
        "pointer": "/headline",
    }
    assert json.loads(run(records, "--select", "AP3", "--output-format", "json").stdout) == []


def test_github_report(records: Path) -> None:
    lines = run(records, "--output-format", "github").stdout.splitlines()
    assert len(lines) == 3
    assert lines[-1] == (
        f"::error file={records},line=3,title=AP206::article, 3%25.txt: "
        "AP206 headline is not the text of its block at /headline"
    )


@pytest.mark.parametrize(("bad", "last"), [(10, "AP103"), (11, "+2 more"), (300, "+291 more")])
def test_github_report_keeps_to_what_github_shows(tmp_path: Path, bad: int, last: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join([record(1, colour="red")] * bad), encoding="utf-8")
    lines = run(path, "--output-format", "github").stdout.splitlines()
    assert len(lines) == 10
    assert last in lines[-1]


def test_sarif_report(records: Path) -> None:
    log = json.loads(run(records, "--output-format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (sarif_run,) = log["runs"]
    rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
    assert rules == list(CODES)
    assert [result["ruleId"] for result in sarif_run["results"]] == ["AP104", "AP103", "AP206"]
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    place = sarif_run["results"][2]["locations"][0]
    assert place["physicalLocation"]["region"]["startLine"] == 3
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "/headline"


def test_junit_report(records: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.jsonl"
    clean.write_text(record(6), encoding="utf-8")
    root = ET.fromstring(run(records, clean, "--output-format", "junit").stdout)
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        (str(records), "3"),
        (str(clean), "0"),
    ]
    assert len(root.findall("testsuite/testcase")) == 4
    assert "AP206" in (root.findall("testsuite/testcase/failure")[2].text or "")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with an article, a container of two, and the records of all three."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "pont.txt").write_text("Le pont\n\nLe pont rouvrira à Aubusson.", encoding="utf-8")
    more = [
        {"name": n, "text": f"Titre {n}\n\nLe 5 mars, 3 euros.", "published": "2024-03-06"}
        for n in "ab"
    ]
    (folder / "more.jsonl").write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    done = CliRunner().invoke(app, ["convert", str(folder), "-o", str(tmp_path / "r.jsonl"), "-j1"])
    assert done.exit_code == 0, done.output
    return tmp_path


def test_records_are_what_their_sources_give(letters: Path) -> None:
    done = run(letters / "r.jsonl", "--sources", letters / "letters")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "records: 3" in done.stderr
    # The folder may lie elsewhere, and the records in another order.
    (letters / "letters").rename(letters / "moved")
    (letters / "away").mkdir()
    (letters / "moved").rename(letters / "away" / "letters")
    lines = (letters / "r.jsonl").read_text(encoding="utf-8").splitlines()
    (letters / "r.jsonl").write_text("\n".join(reversed(lines)), encoding="utf-8")
    for sources in ("away", "away/letters"):
        assert run(letters / "r.jsonl", "--sources", letters / sources).exit_code == 0


def test_what_differs_from_the_source_is_shown(letters: Path) -> None:
    records = [
        json.loads(x) for x in (letters / "r.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    first, second, _ = records
    first["figures"] = []
    first["language"] = "fr-FR"
    second["source"]["name"] = second["source"]["name"].replace("!b", "!c")
    (letters / "letters" / "pont.txt").write_text("Le pont\n\nFermé.", encoding="utf-8")
    path = letters / "r.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    done = run(path, "--sources", letters / "letters")
    assert done.exit_code == 1
    found = [line.removeprefix(f"{path}:") for line in done.stdout.splitlines()]
    assert found[:2] == [
        '1: AP803 "fr-FR", the source gives null at /language',
        "1: AP803 0 there, the source gives 1 at /figures",
    ]
    assert [line.split()[1] for line in found[2:]] == ["AP801", "AP802"]
    assert [line.split()[-1] for line in found[2:]] == ["/source/name", "/source/sha256"]
    assert run(path, "--sources", letters / "letters", "--ignore", "AP8").exit_code == 0


def test_many_differences_are_counted(letters: Path) -> None:
    record = json.loads((letters / "r.jsonl").read_text(encoding="utf-8").splitlines()[0])
    for name in ("url", "publisher", "language"):
        record[name] = "x"
    for fact in ("published", *("figures", "dates")):
        (record[fact] if fact == "published" else record[fact][0])["rule"] = "another"
    path = letters / "r.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    lines = run(path, "--sources", letters / "letters").stdout.splitlines()
    assert len(lines) == 6
    assert lines[-1].endswith("AP803 +1 more differences at the record")


def test_a_source_that_gives_no_record_is_found(letters: Path) -> None:
    (letters / "letters" / "pont.txt").write_text(" ", encoding="utf-8")
    lines = run(letters / "r.jsonl", "--sources", letters / "letters").stdout.splitlines()
    assert [line.split()[1] for line in lines] == ["AP801"]
    assert run(letters / "r.jsonl", "--sources", letters / "absent").exit_code == 2
