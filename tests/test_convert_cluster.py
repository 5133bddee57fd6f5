"""The same articles on a Dask cluster: the same records, whatever dies on the way."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import pytest
from distributed import Client, LocalCluster

from articleparse.archive import (
    ChangedError,
    Failure,
    Item,
    Job,
    Watch,
    cluster,
    run,
    run_into_parts,
)
from test_convert_resume import write_articles


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    # A worker's death is blamed on its shard at once: fewer restarts to wait for.
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        Client(local) as client,
    ):
        yield client


def test_two_thousand_articles_with_a_worker_killed_midway(tmp_path: Path, client: Any) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 2000)
    here, there = tmp_path / "here.jsonl.gz", tmp_path / "there.jsonl.gz"
    run(Job([str(articles)], str(here), jobs=2))
    killed = threading.Event()
    seen = 0

    def advance(count: int) -> None:
        nonlocal seen
        seen += count
        if seen >= 500 and not killed.is_set():
            killed.set()
            pid = next(iter(client.run(os.getpid).values()))
            os.kill(pid, signal.SIGKILL)

    tally = run(Job([str(articles)], str(there)), Watch(advance=advance), client)
    assert killed.is_set()
    assert (tally.converted, tally.failed) == (1960, 40)
    assert there.read_bytes() == here.read_bytes()
    errors = [tmp_path / f"{name}.errors.jsonl" for name in ("here", "there")]
    assert errors[0].read_bytes() == errors[1].read_bytes()


class _KillsItsDaskWorker:
    """Kills the process that started the one that unpacks it."""

    def __reduce__(self) -> tuple[object, ...]:
        return _kill_parent, ()


def _kill_parent() -> str:
    parent = os.getppid()
    # An orphan's parent is no worker of Dask.
    if "multiprocessing" in Path(f"/proc/{parent}/cmdline").read_text():
        os.kill(parent, signal.SIGKILL)
    time.sleep(5)
    return "Un titre"


def test_a_shard_is_halved_until_the_guilty_stands_alone(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_SHARD_LENGTH", 4)
    items = [Item(f"{n}.txt", f"Un titre\n\nLe {n} mars à Ussel.") for n in range(10)]
    items[5] = Item("guilty.txt", _KillsItsDaskWorker())  # type: ignore[arg-type]
    results = list(cluster.convert_on(client, items, 60.0))
    failure = results.pop(5)
    assert isinstance(failure, Failure)
    assert failure.name == "guilty.txt"
    assert "the worker died" in failure.reason
    names = [json.loads(r)["source"]["name"] for r in results if isinstance(r, str)]
    assert names == [item.name for n, item in enumerate(items) if n != 5]


def test_parts_below_a_url_are_written_once(tmp_path: Path, client: Any) -> None:
    articles = write_articles(tmp_path / "in.jsonl", 300)
    url = f"file://{tmp_path}/out"
    job = Job([f"file://{articles}"], url)

    def end(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_into_parts(job, client, Watch(advance=end))
    first = tmp_path / "out" / "part-0000000000-0128.jsonl"
    before = first.stat().st_mtime_ns
    assert not (tmp_path / "out" / "complete.json").exists()

    tally = run_into_parts(job, client, Watch())
    assert (tally.converted, tally.failed) == (294, 6)
    assert first.stat().st_mtime_ns == before
    complete = json.loads((tmp_path / "out" / "complete.json").read_text())
    assert (complete["converted"], complete["failed"]) == (294, 6)
    records = b"".join((tmp_path / "out" / part).read_bytes() for part in complete["parts"])
    names = [json.loads(line)["source"]["name"] for line in records.splitlines()]
    assert names == [f"file://{articles}!n{n}" for n in range(300) if n % 50 != 49]
    assert not list((tmp_path / "out").glob("*.tmp"))
    with pytest.raises(ChangedError, match="another options"):
        run_into_parts(Job([f"file://{articles}"], url, limit=5.0), client, Watch())
