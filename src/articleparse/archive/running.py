"""The parser over many items, on several processes, in the order of the items."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from articleparse.archive.items import Failure, Item, Result
from articleparse.errors import ArticleParseError
from articleparse.pipeline import Parser

# Below this, starting processes takes longer than parsing.
FEW = 24
# Items under way per process: enough to keep each one busy, few enough for flat memory.
AHEAD = 4


def convert(items: Iterable[Item | Failure], jobs: int = 1) -> Iterator[Result]:
    """Yield the record of each item as JSON, or its Failure, in the order of the items.

    An article that fails costs itself alone, even where it kills its process (with
    `jobs` above 1). `jobs` is the number of processes; a few items run in this one.

    >>> [type(result).__name__ for result in convert([Item("a", "Un titre"), Item("b", "")])]
    ['str', 'Failure']
    """
    items = iter(items)
    first = list(islice(items, FEW))
    if jobs == 1 or len(first) < FEW:
        return map(_convert_one, chain(first, items))
    return _in_processes(chain(first, items), jobs)


def _convert_one(item: Item | Failure) -> Result:
    if isinstance(item, Failure):
        return item
    try:
        article = Parser().parse(item.content, name=item.name, hints=item.hints)
        return article.model_dump_json()
    except ArticleParseError as error:
        return Failure(item.name, str(error).removeprefix(f"{item.name}: "))
    except Exception as error:  # a fault of ours must not cost the other articles
        return Failure(item.name, f"internal error: {type(error).__name__}: {error}")


def _in_processes(items: Iterator[Item | Failure], jobs: int) -> Iterator[Result]:
    """Run batches of items until none is left, each batch until a process dies."""
    waiting: deque[Item | Failure] = deque()
    while True:
        with _pool(jobs) as pool:
            yield from _until_broken(pool, items, waiting, jobs * AHEAD)
        if not waiting:
            return
        # One of those under way killed its process: one by one, the guilty shows.
        while waiting:
            with _pool(1) as pool:
                yield from _one_by_one(pool, waiting)
            if waiting:
                yield Failure(waiting.popleft().name, "its process died")


def _until_broken(
    pool: ProcessPoolExecutor,
    items: Iterator[Item | Failure],
    waiting: deque[Item | Failure],
    ahead: int,
) -> Iterator[Result]:
    """Yield results in order; stop when the pool breaks, its items left in `waiting`."""
    futures: deque[Future[Result]] = deque()
    try:
        while True:
            for item in islice(items, ahead - len(waiting)):
                waiting.append(item)
                futures.append(pool.submit(_convert_one, item))
            if not waiting:
                return
            result = futures[0].result()
            futures.popleft()
            waiting.popleft()
            yield result
    except BrokenProcessPool:
        return


def _one_by_one(pool: ProcessPoolExecutor, waiting: deque[Item | Failure]) -> Iterator[Result]:
    """Yield results until none waits; stop when the first that waits breaks the pool."""
    try:
        while waiting:
            result = pool.submit(_convert_one, waiting[0]).result()
            waiting.popleft()
            yield result
    except BrokenProcessPool:
        return


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Forking a process that has threads (a progress bar has) may lock up.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
