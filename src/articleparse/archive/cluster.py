"""The same work on Dask: shards of articles as tasks, the guilty of a dead worker found.

A shard carries its articles pickled one by one, and only the process that parses them
unpickles one: what kills that process costs the article (see `workers`), and neither
Dask's worker nor its scheduler. Should a worker die all the same (memory, the machine),
Dask tries the shard elsewhere; if it gives up, the shard is halved, until the guilty
article stands alone.
"""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from articleparse.archive.items import Failure, Item, Result
from articleparse.archive.workers import Worker
from articleparse.version import __version__

LOCAL = "local"
"""Instead of a scheduler's address: a cluster on this machine, for as long as it takes."""

_SHARD_LENGTH = 128
_SHARD_SIZE = 8 << 20
_SHARDS_PER_THREAD = 3
_QUARANTINED = "the worker died each time that it was at this article"

Work = TypeVar("Work")


@dataclass(frozen=True, slots=True)
class Shard:
    """Consecutive articles: the place of the first in the input, and all, pickled."""

    start: int
    items: tuple[tuple[str, bytes], ...]

    def halves(self) -> tuple[Shard, Shard]:
        """Return the shard's two halves."""
        middle = len(self.items) // 2
        return Shard(self.start, self.items[:middle]), Shard(
            self.start + middle, self.items[middle:]
        )


@contextmanager
def connected(scheduler: str, jobs: int) -> Iterator[Any]:
    """Connect to a scheduler by its address, or start `jobs` workers on this machine.

    Raises OSError where distributed is not installed, nobody answers, or workers have
    another version of this library.
    """
    try:
        import distributed
    except ImportError:
        raise OSError("--scheduler needs: pip install articleparse[cluster]") from None
    connect: Any = distributed.Client
    if scheduler == LOCAL:
        start: Any = distributed.LocalCluster
        with (
            start(n_workers=jobs, threads_per_worker=1, dashboard_address=None) as cluster,
            connect(cluster) as client,
        ):
            yield client
        return
    try:
        client = connect(scheduler)
    except (OSError, ValueError) as error:
        raise OSError(f"no scheduler at {scheduler}: {error}") from None
    with client:
        others = set(client.run(_version).values()) - {__version__}
        if others:
            raise OSError(f"workers have articleparse {', '.join(sorted(others))}")
        yield client


def convert_on(
    client: Any, items: Iterable[Item | Failure], limit: float
) -> Generator[Result, None, None]:
    """Yield the result of each item, in order, as `running.convert` does."""

    def quarantine(shard: Shard) -> list[Result]:
        return [Failure(shard.items[0][0], _QUARANTINED)]

    for results in ordered(client, shards(items), convert_shard, (limit,), quarantine):
        yield from results


def shards(items: Iterable[Item | Failure], start: int = 0) -> Iterator[Shard]:
    """Yield the items in shards of 128, or 8 MiB.

    >>> [(shard.start, len(shard.items)) for shard in shards([Failure("a", "b")] * 200)]
    [(0, 128), (128, 72)]
    """
    waiting: list[tuple[str, bytes]] = []
    size = 0
    for item in items:
        waiting.append((item.name, pickle.dumps(item, pickle.HIGHEST_PROTOCOL)))
        size += len(waiting[-1][1])
        if len(waiting) == _SHARD_LENGTH or size >= _SHARD_SIZE:
            yield Shard(start, tuple(waiting))
            start, size = start + len(waiting), 0
            waiting.clear()
    if waiting:
        yield Shard(start, tuple(waiting))


def ordered(
    client: Any,
    shards: Iterable[Shard],
    work: Callable[..., Work],
    arguments: tuple[Any, ...],
    quarantine: Callable[[Shard], Work],
) -> Iterator[Work]:
    """Yield `work(shard, *arguments)` of each shard, in order.

    Where workers die of a shard again and again, its halves take its place; one of a
    single article is handed to `quarantine`.
    """
    import distributed

    under_way: deque[tuple[Shard, Any]] = deque()

    def submit(shard: Shard) -> tuple[Shard, Any]:
        return shard, client.submit(work, shard, *arguments, pure=False)

    def first() -> Iterator[Work]:
        shard, future = under_way.popleft()
        try:
            yield future.result()
        except distributed.KilledWorker:
            if len(shard.items) > 1:
                under_way.extendleft(map(submit, reversed(shard.halves())))
            else:
                yield alone(shard)

    def alone(shard: Shard) -> Work:
        # Dask blames all tasks that a dead worker had; only who was alone is guilty.
        wait: Any = distributed.wait
        wait([future for _, future in under_way])
        try:
            result: Work = submit(shard)[1].result()
            return result
        except distributed.KilledWorker:
            return quarantine(shard)

    for shard in shards:
        under_way.append(submit(shard))
        while len(under_way) >= _SHARDS_PER_THREAD * max(1, sum(client.nthreads().values())):
            yield from first()
    while under_way:
        yield from first()


def convert_shard(shard: Shard, limit: float) -> list[Result]:
    """Return the results of a shard; runs on a worker of the cluster."""
    if not hasattr(_OWN, "worker"):
        _OWN.worker = Worker(limit)
    worker: Worker = _OWN.worker
    return [worker.ask(name, item) for name, item in shard.items]


# One process for each thread of a Dask worker; it ends with that worker.
_OWN = threading.local()


def _version() -> str:
    return __version__
