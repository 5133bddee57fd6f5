"""A whole run: from paths to an output that is complete, gone on with after any end."""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from articleparse import gazetteer
from articleparse.archive.cluster import convert_on
from articleparse.archive.finding import STDIN, files, find, fingerprint
from articleparse.archive.items import Failure, Item, Meter, Result, Tally
from articleparse.archive.journal import Commit, Journal
from articleparse.archive.outputs import Errors, Records, Stream, records_output
from articleparse.archive.outputs.base import size
from articleparse.archive.running import convert
from articleparse.archive.workers import LIMIT
from articleparse.version import __version__

# Results between two commits, in number and bytes: what a death costs at most. Both
# only depend on the results, so that packed outputs are the same however often a run ends.
_COMMIT_EVERY = 64
_COMMIT_SIZE = 8 << 20
_OWN_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")


Converter = Callable[[Iterable[Item | Failure]], Generator[Result, None, None]]


@dataclass(frozen=True)
class Job:
    """What to convert, where to, and how.

    `is_folder` writes one JSON file a record into the folder `output`; else the output
    is JSON Lines, or Parquet where its name ends so. `jobs` processes run, and give an
    article `limit` seconds. `columns` is for CSV files. `restart` begins anew where an
    unfinished run could be gone on with.
    """

    paths: Sequence[str]
    output: str
    is_folder: bool = False
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    limit: float = LIMIT
    columns: Mapping[str, str] = field(default_factory=dict)
    restart: bool = False

    def converter(self, client: Any = None) -> Converter:
        """Return what converts items: processes here, or the cluster of a Dask client."""
        if client is None:
            return lambda items: convert(items, self.jobs, self.limit)
        return lambda items: convert_on(client, items, self.limit)

    def identity(self, inputs: str) -> dict[str, str]:
        """Return what must be the same for two runs to be one; `inputs` is their hash."""
        options = [list(self.paths), self.is_folder, self.limit, sorted(self.columns.items())]
        return {
            "version": f"{__version__}/{gazetteer.YEAR}",
            "options": json.dumps(options),
            "input": inputs if STDIN not in self.paths else secrets.token_hex(),
        }


@dataclass
class Watch:
    """Who is told how a run goes; by default, nobody."""

    meter: Meter = field(default_factory=Meter)
    advance: Callable[[int], None] = lambda count: None
    tell: Callable[[str], None] = lambda message: None


def run(job: Job, watch: Watch | None = None, client: Any = None) -> Tally:
    """Convert everything, here or with a Dask client, and return the counts; `converted + failed` is all there was.

    Killed at any moment and called again with the same job, it goes on behind the
    last commit. Failures stand in `….errors.jsonl` beside the output. Where there was
    nothing to convert, what bore the output's name before stays as it was.

    Standard output, pipes and devices are written to directly, and cannot be gone on with.

    Raises ChangedError where an unfinished run was another, and OSError where the
    output cannot be written, would replace what is no records, or a worker cannot start.
    """
    watch = watch or Watch()
    if not job.is_folder and (job.output == "-" or _is_device(job.output)):
        return _run_into_stream(job, watch, job.converter(client))
    if not job.is_folder:
        _refuse_losing(job)
    output = job.output.rstrip("/") if job.is_folder else job.output
    records = records_output(output, job.is_folder)
    errors = Errors(output)
    journal_path = f"{output}.journal"
    own = [output, errors.path, journal_path]
    identity = job.identity(fingerprint(job.paths, own, watch.meter))
    restart = job.restart or STDIN in job.paths
    with Journal(journal_path, identity, restart) as journal, closing(records), closing(errors):
        last = journal.last or Commit()
        if journal.is_older and (restart or not last.state):
            records.discard()  # of a run that died before its first commit, mostly
        if not last.finished:
            items = find(job.paths, watch.meter, job.columns, own)
            converter = job.converter(client)
            last = _convert_all(job, converter, items, last, journal, records, errors, watch)
        if Tally(last.converted, last.failed, last.missing).exit_code == Tally().exit_code:
            records.discard()
            errors.discard()
        else:
            errors.finish()
            records.finish()
        journal.remove()
    return Tally(last.converted, last.failed, last.missing)


def _refuse_losing(job: Job) -> None:
    """Raise OSError where the output would take the place of a folder or of an article.

    What exists already may be replaced if its name says that it holds records.
    """
    if os.path.isdir(job.output):
        raise IsADirectoryError(errno.EISDIR, "a folder; --output-dir writes into one")
    if os.path.realpath(job.output) in map(os.path.realpath, job.paths):
        raise FileExistsError(errno.EEXIST, "the output is one of the inputs")
    if os.path.exists(job.output) and not job.output.endswith(_OWN_SUFFIXES):
        raise FileExistsError(errno.EEXIST, f"exists, and is not named {', '.join(_OWN_SUFFIXES)}")


def _is_device(path: str) -> bool:
    """Tell whether a path is a pipe or a device, which cannot be gone on with."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _run_into_stream(job: Job, watch: Watch, converter: Converter) -> Tally:
    tally = Tally()
    for file in files(job.paths):
        watch.meter.total += max(0, file.size)
    items = find(job.paths, watch.meter, job.columns)
    with Stream(job.output) as out, closing(converter(items)) as results:
        for result in results:
            tally.add(result)
            if isinstance(result, Failure):
                watch.tell(str(result))
            else:
                out.write_line(result)
            watch.advance(1)
    return tally


def _convert_all(
    job: Job,
    converter: Converter,
    items: Iterable[Item | Failure],
    last: Commit,
    journal: Journal,
    records: Records,
    errors: Errors,
    watch: Watch,
) -> Commit:
    """Convert what stands behind the last commit, and return that of the end."""
    state = dict(last.state)
    errors.open(state.pop("errors", 0))
    records.open(state)
    tally = Tally(last.converted, last.failed, last.missing)
    items = iter(items)
    if last.done:
        watch.tell(f"{job.output}: going on behind {last.done} articles")
        watch.advance(sum(1 for _ in islice(items, last.done)))

    def commit(finished: bool = False) -> Commit:
        kept = {**records.commit(), "errors": errors.commit()}
        told = Commit(done, tally.converted, tally.failed, tally.missing, kept, finished)
        journal.write(told)
        return told

    done, pending, pending_size = last.done, 0, 0
    with closing(converter(items)) as results:
        for result in results:
            _take(result, tally, records, errors, watch)
            done, pending, pending_size = done + 1, pending + 1, pending_size + size(result)
            if pending == _COMMIT_EVERY or pending_size >= _COMMIT_SIZE:
                commit()
                pending = pending_size = 0
    return commit(finished=True)


def _take(result: Result, tally: Tally, records: Records, errors: Errors, watch: Watch) -> None:
    tally.add(result)
    if isinstance(result, Failure):
        errors.write(result)
        watch.tell(str(result))
    else:
        records.write(result)
    watch.advance(1)
