"""The command line."""

from __future__ import annotations

import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import articleparse
from articleparse.cli import app
from articleparse.schema import schema_text
from articleparse.version import __version__

ROOT = Path(__file__).parent.parent
SOURCE = Path(articleparse.__file__).parent.parent
PROGRAM = [sys.executable, "-c", "from articleparse.cli import app; app()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE)}

ARTICLE = "Un marché couvert pour Aubusson\n\nLe conseil a voté 12 000 euros, mardi.\n"


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    done = CliRunner().invoke(app, [*map(str, arguments)], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def names(records: bytes) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in records.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles in every shape that `convert` reads, and files that are none."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.HTML").write_text(f"<article><h1>Titre</h1><p>{ARTICLE}</p></article>")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    lines = [{"name": "first", "text": ARTICLE, "published": "2024-03-05"}, {"text": ARTICLE}]
    (tmp_path / "d.jsonl").write_text("\n\n".join(map(json.dumps, lines)))
    (tmp_path / "README.md").write_text("no article")
    (tmp_path / "record.json").write_text("{}")
    (tmp_path / ".hidden.txt").write_text("no article")
    return tmp_path


def test_convert_finds_the_articles_of_a_folder_in_order(folder: Path) -> None:
    done = run("convert", folder)
    assert done.exit_code == 0
    found = [name.removeprefix(f"{folder}{os.sep}") for name in names(done.stdout_bytes)]
    assert found == ["a.HTML", "c.txt.gz", "d.jsonl!first", "d.jsonl!3", f"b{os.sep}one.txt"]
    dates = [json.loads(line)["published"] for line in done.stdout.splitlines()]
    assert dates[2]["date"] == "2024-03-05"
    assert dates[2]["basis"] == "metadata"


def test_convert_writes_the_same_on_one_and_on_several_processes(tmp_path: Path) -> None:
    articles = tmp_path / "many.jsonl"
    articles.write_text("".join(json.dumps({"text": f"{ARTICLE}{n}"}) + "\n" for n in range(60)))
    assert run("convert", articles, "-j1", "-o", tmp_path / "1").exit_code == 0
    assert run("convert", articles, "-j2", "-o", tmp_path / "2").exit_code == 0
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert names((tmp_path / "1").read_bytes()) == [f"{articles}!{n}" for n in range(1, 61)]


def test_convert_names_what_fails_and_goes_on(folder: Path) -> None:
    (folder / "b" / "empty.txt").touch()
    with (folder / "d.jsonl").open("a") as lines:
        lines.write('\n{"name": "torn", "text": \n{"name": "bare"}\n{"text": 3}\n7\n')
    output = folder / "records.out"
    done = run("convert", folder, folder / "absent.txt", "-o", output)
    assert done.exit_code == 1
    assert len(names(output.read_bytes())) == 5
    told = done.stderr
    for name in ("empty.txt", "d.jsonl!4", "d.jsonl!bare", "d.jsonl!6", "d.jsonl!7", "absent.txt"):
        assert f"{name}: " in told
    assert "converted: 5, failed: 6" in told


def test_convert_of_nothing_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    output.write_text("old")
    assert run("convert", tmp_path / "absent", "-o", output).exit_code == 2
    assert output.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_convert_refuses_to_read_records_as_articles(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert run("convert", tmp_path, "-o", records).exit_code == 0
    done = run("convert", tmp_path, "-o", tmp_path / "again")
    assert done.exit_code == 1
    assert "a record already" in done.stderr


def test_convert_says_where_it_cannot_write(folder: Path) -> None:
    done = run("convert", folder, "-o", folder / "no" / "such" / "folder")
    assert done.exit_code == 2
    assert "folder: No such file" in done.stderr


def test_convert_writes_to_devices(folder: Path) -> None:
    assert run("convert", folder, "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


def test_parse_reads_standard_input_and_prints_plain_lines_to_a_pipe() -> None:
    done = run("parse", "-", stdin=ARTICLE.encode())
    assert done.exit_code == 0
    assert done.stdout.startswith("<stdin>\n")
    assert ARTICLE.strip() in done.stdout
    assert "\x1b" not in done.stdout


def test_parse_prints_records(folder: Path) -> None:
    done = run("parse", "--json", folder / "b" / "one.txt", folder / "c.txt.gz")
    assert [Path(name).name for name in names(done.stdout_bytes)] == ["one.txt", "c.txt.gz"]


def test_parse_colours_a_terminal(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*PROGRAM, "parse", str(folder / "b" / "one.txt")]
    environment = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(command, stdout=theirs, stderr=theirs, env=environment, timeout=120)
    os.close(theirs)
    shown = os.read(ours, 1 << 16)
    os.close(ours)
    assert done.returncode == 0
    assert b"\x1b[" in shown
    assert "Aubusson" in shown.decode("utf-8", "replace")


def test_validate_passes_what_convert_wrote(folder: Path) -> None:
    records = folder / "records.jsonl"
    run("convert", folder, "-o", records)
    done = run("validate", records)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "records: 5, findings: 0" in done.stderr
    assert run("validate", "-", stdin=records.read_bytes()).exit_code == 0


def test_validate_tells_file_line_code_and_pointer(folder: Path) -> None:
    record = run("parse", "--json", folder / "b" / "one.txt").stdout_bytes
    bad = folder / "bad.jsonl"
    fields = json.loads(record)
    fields["blocks"][1]["end"] = 10_000
    bad.write_bytes(record + b"\n" + json.dumps(fields).encode() + b"\n{\n")
    done = run("validate", bad)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0] == f"{bad}:3: AP201 span is empty or outside the text at /blocks/1"
    assert lines[1].startswith(f"{bad}:4: AP101 ")


@pytest.mark.parametrize("content", [None, b"", b"\x1f\x8b\x08 torn"])
def test_validate_calls_a_file_without_records_unusable(
    tmp_path: Path, content: bytes | None
) -> None:
    records = tmp_path / "records.jsonl.gz"
    if content is not None:
        records.write_bytes(content)
    done = run("validate", records)
    assert done.exit_code == 2
    assert str(records) in done.stderr


PACKINGS = ["records.jsonl.gz", "records.jsonl.zst", "records.parquet"]


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_convert_writes_is_read_again(folder: Path, packing: str) -> None:
    plain, packed = folder / "out" / "plain.jsonl", folder / "out" / packing
    plain.parent.mkdir()
    for output in (plain, packed):
        assert run("convert", folder / "b", folder / "c.txt.gz", "-o", output).exit_code == 0
    done = run("validate", packed)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "records: 2, findings: 0" in done.stderr
    exported = [run("export", "webannotation", path).stdout for path in (plain, packed)]
    assert exported[0] == exported[1]
    assert exported[0].count("\n") == 2


def test_validate_tells_the_row_of_a_table(folder: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    record = run("parse", "--json", folder / "b" / "one.txt").stdout
    table = folder / "articles.parquet"
    parquet.write_table(
        pyarrow.table({"record": [record, record.replace('"url"', '"address"')]}), table
    )
    lines = run("validate", table).stdout.splitlines()
    assert lines[0].startswith(f"{table}:2: AP103 ")
    parquet.write_table(pyarrow.table({"name": ["a"]}), table)
    done = run("validate", table)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{table}: no column 'record'" in done.stderr


@pytest.mark.parametrize("name", ["records.jsonl.zst", "articles.parquet"])
def test_a_file_that_is_not_what_its_name_says_is_unusable(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no such thing")
    for command in (["validate"], ["view", "-o", "-"], ["export", "csv", "-o", tmp_path / "x"]):
        done = run(*command, tmp_path / name)
        assert done.exit_code == 2
        assert f"{name}: no " in done.stderr


def test_a_folder_of_records_may_hold_what_failed_too(folder: Path, tmp_path: Path) -> None:
    (folder / "b" / "empty.txt").touch()
    out = tmp_path / "out"
    out.mkdir()
    assert run("convert", folder / "b", "-o", out / "r.jsonl").exit_code == 1
    assert (out / "r.errors.jsonl").exists()
    assert run("validate", out).exit_code == 0


def test_export_writes_to_standard_output_and_to_files(folder: Path) -> None:
    record = run("parse", "--json", folder / "b" / "one.txt").stdout_bytes
    done = run("export", "jsonld", "-", stdin=record)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["@graph"][0]["headline"].startswith("Un marché")
    output = folder / "out.jsonld"
    assert run("export", "jsonld", "-", "-o", output, stdin=record).exit_code == 0
    assert output.read_bytes() == done.stdout_bytes


def test_export_tells_what_it_could_not_do(folder: Path) -> None:
    record = run("parse", "--json", folder / "b" / "one.txt").stdout_bytes
    done = run("export", "geojson", "-", stdin=record + b"\n{}\n")
    assert done.exit_code == 1
    assert "-:3: AP1" in done.stderr
    assert "places: 0, without coordinates: 0" in done.stderr
    assert run("export", "geojson", "-", stdin=b"{}").exit_code == 2
    assert run("export", "geojson", folder / "absent").exit_code == 2
    assert run("export", "rtf", "-", stdin=record).exit_code == 2
    assert run("export", "geojson", "-", "-o", folder / "no" / "o", stdin=record).exit_code == 2


def test_export_of_tables_wants_a_new_folder(folder: Path) -> None:
    record = run("parse", "--json", folder / "b" / "one.txt").stdout_bytes
    assert run("export", "csv", "-", stdin=record).exit_code == 2
    tables = folder / "tables"
    assert run("export", "csv", "-", "-o", f"{tables}/", stdin=record).exit_code == 0
    assert (tables / "figures.csv").read_text(encoding="utf-8").count("\n") == 2
    done = run("export", "csv", "-", "-o", tables, stdin=record)
    assert done.exit_code == 2
    assert "is there already" in done.stderr


def test_schema_is_the_published_one() -> None:
    assert run("schema").stdout == schema_text()


def test_version_and_usage() -> None:
    assert run("--version").stdout.strip() == f"articleparse {__version__}"
    assert run("convert").exit_code == 2
    assert run("no-such-command").exit_code == 2
