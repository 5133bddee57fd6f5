"""The parser over many items, on several processes, in the order of the items."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from articleparse.archive.converting import convert_one
from articleparse.archive.items import Failure, Item, Result
from articleparse.archive.workers import LIMIT, Worker
from articleparse.reading import Marked

# Items under way: enough that one slow article does not idle the other processes, few
# enough for flat memory, whatever their size.
_AHEAD = 32
_AHEAD_SIZE = 32 << 20


def convert(
    items: Iterable[Item | Failure], jobs: int | None = None, limit: float = LIMIT
) -> Generator[Result, None, None]:
    """Yield the record of each item as JSON, or its Failure, in the order of the items.

    With `jobs`, so many processes run, and an article that dies, or takes longer than
    `limit` seconds, costs itself alone. Without, all is done in this process.

    Raises WorkerStartError.

    >>> [type(result).__name__ for result in convert([Item("a", "Un titre"), Item("b", "")])]
    ['str', 'Failure']
    """
    yield from map(convert_one, items) if jobs is None else _on_workers(items, jobs, limit)


def _on_workers(items: Iterable[Item | Failure], jobs: int, limit: float) -> Iterator[Result]:
    under_way: deque[tuple[Future[Result], int]] = deque()
    size = 0
    crew = _Crew(jobs, limit)
    try:
        for item in items:
            under_way.append((crew.submit(item), _size(item)))
            size += under_way[-1][1]
            while len(under_way) >= _AHEAD * jobs or size > _AHEAD_SIZE:
                future, done = under_way.popleft()
                size -= done
                yield future.result()
        while under_way:
            yield under_way.popleft()[0].result()
    finally:
        crew.close()


class _Crew:
    """Threads, each with a worker process of its own; they only wait for these."""

    def __init__(self, jobs: int, limit: float) -> None:
        self._limit = limit
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="articleparse")
        self._own = threading.local()
        self._workers: list[Worker] = []

    def submit(self, item: Item | Failure) -> Future[Result]:
        if isinstance(item, Failure):
            done: Future[Result] = Future()
            done.set_result(item)
            return done
        return self._threads.submit(self._convert, item)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.close()

    def _convert(self, item: Item) -> Result:
        if not hasattr(self._own, "worker"):
            self._own.worker = Worker(self._limit)
            self._workers.append(self._own.worker)
        worker: Worker = self._own.worker
        return worker.convert(item)


def _size(item: Item | Failure) -> int:
    content = item.content if isinstance(item, Item) else b""
    if isinstance(content, Marked):
        return sum(len(text) for _, text in content.blocks)
    return len(content) if isinstance(content, (str, bytes)) else 0
