"""Runs that are killed, starved and hung: nothing lost, doubled, half-written or mixed."""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

import articleparse
from articleparse.archive import ChangedError, Failure, Item, Job, Tally, Watch, convert, run
from articleparse.archive import job as job_module
from articleparse.export.flattening import TABLES
from articleparse.record import Article

SOURCE = Path(articleparse.__file__).parent.parent
PROGRAM = [sys.executable, "-c", "from articleparse.cli import app; app()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
TOWNS = ["Guéret", "Aubusson", "Felletin", "Bourganeuf", "Ussel", "Tulle"]


def write_articles(path: Path, count: int) -> Path:
    """Write so many short articles; every fiftieth is empty, and fails."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            town = TOWNS[n % len(TOWNS)]
            text = f"{town} compte {n} arbres\n\nLa mairie de {town} en plantera {n + 7} lundi.\n"
            file.write(json.dumps({"name": f"n{n}", "text": "" if n % 50 == 49 else text}) + "\n")
    return path


def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, "convert", *map(str, arguments)],
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        **options,  # type: ignore[call-overload]
    )


def finish(*arguments: str | Path, **options: object) -> tuple[int, str]:
    process = start(*arguments, **options)
    told = process.communicate(timeout=120)[1].decode()
    assert "Traceback" not in told, told
    return process.returncode, told


def kill_behind(done: int, journal: Path, *arguments: str | Path) -> None:
    """Start a run, and kill it some moment after so many results are committed."""
    process = start(*arguments)
    deadline = time.monotonic() + 60
    while committed(journal) < done and time.monotonic() < deadline:
        time.sleep(0.005)
        assert process.poll() is None, process.communicate()
    time.sleep(random.uniform(0, 0.2))
    process.kill()
    process.communicate()


def committed(journal: Path) -> int:
    lines = journal.read_bytes().splitlines() if journal.exists() else []
    return int(json.loads(lines[-1])["done"]) if len(lines) > 1 else 0


def test_ten_kills_change_nothing(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 2000)
    undisturbed = tmp_path / "a" / "out.jsonl.gz"
    undisturbed.parent.mkdir()
    assert finish(articles, "-o", undisturbed)[0] == 1
    killed = tmp_path / "b" / "out.jsonl.gz"
    killed.parent.mkdir()
    random.seed()
    for done in sorted(random.randrange(1700) for _ in range(10)):
        kill_behind(done, tmp_path / "b" / "out.jsonl.gz.journal", articles, "-o", killed)
    code, told = finish(articles, "-o", killed)
    assert code == 1
    assert "going on behind" in told
    assert "converted: 1960, failed: 40" in told
    for name in ("out.jsonl.gz", "out.errors.jsonl"):
        assert (killed.parent / name).read_bytes() == (undisturbed.parent / name).read_bytes()
    assert sorted(p.name for p in killed.parent.iterdir()) == ["out.errors.jsonl", "out.jsonl.gz"]
    records = [json.loads(line) for line in gzip.decompress(killed.read_bytes()).splitlines()]
    expected = [n for n in range(2000) if n % 50 != 49]
    assert [r["source"]["name"] for r in records] == [f"{articles}!n{n}" for n in expected]


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no workers where they are not what is tested."""
    monkeypatch.setattr(Job, "converter", lambda job, client: convert)


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("target", ["out.jsonl", "out.jsonl.zst", "out.parquet", "folder"])
def test_a_run_goes_on_wherever_it_was_ended(
    tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 150)
    monkeypatch.setattr(job_module, "_COMMIT_EVERY", 10)

    def content(folder: str) -> dict[str, bytes]:
        found = sorted((tmp_path / folder).rglob("*"))
        return {str(p.relative_to(tmp_path / folder)): p.read_bytes() for p in found if p.is_file()}

    def attempt(folder: str, dies_after: int) -> bool:
        (tmp_path / folder).mkdir(exist_ok=True)
        job = Job(
            [str(articles)], str(tmp_path / folder / target), target == "folder", 1, limit=60.0
        )
        try:
            run(job, Watch(advance=_dying(dies_after)))
        except KeyboardInterrupt:
            return False
        return True

    assert attempt("whole", 10_000)
    ends = [attempt("torn", dies_after) for dies_after in (3, 25, 77, 130, 10_000)]
    assert ends == [False, False, False, False, True]
    assert content("torn") == content("whole")
    assert content("whole")["out.errors.jsonl" if "out" in target else "folder.errors.jsonl"]


def _dying(after: int) -> Callable[[int], None]:
    passed = 0

    def advance(count: int) -> None:
        nonlocal passed
        passed += count
        if passed >= after and count == 1:
            raise KeyboardInterrupt

    return advance


@pytest.mark.usefixtures("in_this_process")
def test_outputs_hold_the_records(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 20)
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"):
        assert run(Job([str(articles)], str(tmp_path / name), jobs=1)) == Tally(20)
    assert run(Job([str(articles)], str(tmp_path / "files"), True, jobs=1)) == Tally(20)
    plain = (tmp_path / "a.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == plain
    with zstandard.open(tmp_path / "a.jsonl.zst", "rb") as packed:
        assert packed.read() == plain
    files = sorted((tmp_path / "files").rglob("*.json"))
    assert b"".join(file.read_bytes() for file in files) == plain
    assert files[3].relative_to(tmp_path / "files") == Path("00000/00000003-n3.json")
    assert not list(tmp_path.glob("*.errors.jsonl"))


@pytest.mark.usefixtures("in_this_process")
def test_tables_are_joined_by_the_article(tmp_path: Path) -> None:
    import pyarrow.parquet

    (tmp_path / "a.txt").write_text(
        "Un pont à Cahors\n\nLe pont de Cahors, dans le Lot, a coûté 3 millions d'euros.\n"
        "« Il tiendra », a dit Ondine Marcillac, maire de Cahors.\n\nLa mairie attendait depuis six ans.\n",
        encoding="utf-8",
    )
    output = tmp_path / "a.parquet"
    assert run(Job([str(tmp_path / "a.txt")], str(output), jobs=1)) == Tally(1)
    tables = {path.stem: pyarrow.parquet.read_table(path) for path in output.glob("*.parquet")}
    assert set(tables) == set(TABLES)
    (article,) = tables["articles"].to_pylist()
    assert article["headline"] == "Un pont à Cahors"
    assert Article.model_validate_json(article["record"]).text == article["text"]
    for table in tables.values():
        for row in table.to_pylist():
            assert row["article"] == 0
            if row.get("start") is not None and "mentions" not in row and "text" in row:
                assert row["text"] in article["text"]


@pytest.mark.usefixtures("in_this_process")
def test_what_changed_is_said_and_not_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 100)
    output = str(tmp_path / "out.jsonl")
    job = Job([str(articles)], output, jobs=1)
    with pytest.raises(KeyboardInterrupt):
        run(job, Watch(advance=_dying(80)))
    part = (tmp_path / "out.jsonl.part").read_bytes()
    assert part.count(b"\n") == 63  # 64 results, one of them a failure

    with pytest.raises(ChangedError, match="another options"):
        run(Job([str(articles)], output, jobs=1, limit=5.0))
    with monkeypatch.context() as patch:
        patch.setattr(job_module, "__version__", "0.0.0")
        with pytest.raises(ChangedError, match="another version"):
            run(job)
    write_articles(articles, 101)
    with pytest.raises(ChangedError, match="another input"):
        run(job)
    assert (tmp_path / "out.jsonl.part").read_bytes() == part
    code, told = finish(articles, "-o", output, "-j", "1")
    assert code == 2
    assert "another input" in told
    assert "--restart" in told
    assert run(Job([str(articles)], output, jobs=1, restart=True)) == Tally(99, 2)


@pytest.mark.usefixtures("in_this_process")
def test_two_runs_into_one_output_are_refused(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 100)
    job = Job([str(articles)], str(tmp_path / "out.jsonl"), jobs=1)

    def again(count: int) -> None:
        with pytest.raises(ChangedError, match="another process"):
            run(job)

    assert run(job, Watch(advance=again)) == Tally(98, 2)


def test_a_full_disk_is_said_and_gone_on_from(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 150)
    whole, full = tmp_path / "whole.jsonl", tmp_path / "full.jsonl"
    assert finish(articles, "-o", whole, "-j1")[0] == 1

    def limited() -> None:
        half = whole.stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))

    code, told = finish(articles, "-o", full, "-j1", preexec_fn=limited)
    assert code == 2
    assert "full.jsonl: File too large" in told
    assert not full.exists()
    code, told = finish(articles, "-o", full, "-j1")
    assert code == 1
    assert "going on behind" in told
    assert full.read_bytes() == whole.read_bytes()


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 2000)
    output = tmp_path / "out.jsonl"
    process = start(articles, "-o", output, "-j1")
    while not committed(tmp_path / "out.jsonl.journal"):
        time.sleep(0.02)
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    told = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    assert told.endswith("out.jsonl: interrupted; the same command goes on with it\n")
    assert not output.exists()
    assert (tmp_path / "out.jsonl.part").stat().st_size


class _Bad:
    """Does something to the process that unpacks it, or parses it."""

    def __init__(self, *call: object) -> None:
        self._call = call

    def __reduce__(self) -> tuple[object, ...]:
        return self._call[0], self._call[1:]


def _hang_once_asked() -> object:
    class Hanging(str):
        def encode(self, *_: object) -> bytes:
            time.sleep(60)
            raise AssertionError

    return Hanging("Un titre")


def test_what_kills_or_hangs_its_worker_costs_itself_alone() -> None:
    items = [Item(f"{n}.txt", f"Un titre\n\nLe {n} mars à Ussel.") for n in range(60)]
    items[5] = Item("exit.txt", _Bad(os._exit, 3))  # type: ignore[arg-type]
    items[20] = Item("kill.txt", _Bad(_kill_self))  # type: ignore[arg-type]
    items[40] = Item("hang.txt", _Bad(_hang_once_asked))  # type: ignore[arg-type]
    began = time.monotonic()
    results = list(convert(items, jobs=2, limit=2.0))
    assert time.monotonic() - began < 50
    assert results[5] == Failure("exit.txt", "its process died: exit code 3")
    assert results[20] == Failure("kill.txt", "its process died: killed by SIGKILL")
    assert results[40] == Failure("hang.txt", "took longer than 2 s")
    names = [json.loads(r)["source"]["name"] for r in results if isinstance(r, str)]
    assert names == [item.name for n, item in enumerate(items) if n not in (5, 20, 40)]


def _kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_workers_end_with_the_run_that_was_killed(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 2000)
    process = start(articles, "-o", tmp_path / "out.jsonl", "-j", "2")
    deadline = time.monotonic() + 20
    while not (workers := _children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert workers
    deadline = time.monotonic() + 20
    while any(_is_alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in workers if _is_alive(pid)]


def _children(parent: int) -> list[int]:
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True)
    return [int(pid) for pid in told.stdout.split()]


def _is_alive(pid: int) -> bool:
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True)
    return bool(told.stdout.strip()) and not told.stdout.strip().startswith(b"Z")
