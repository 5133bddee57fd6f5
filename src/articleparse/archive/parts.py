"""Output on a URL: one file a shard, each written beside and moved, none written twice."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from articleparse.archive.cluster import Shard, convert_shard, ordered, shards
from articleparse.archive.finding import filesystem, find, fingerprint
from articleparse.archive.items import Failure, Result, Tally
from articleparse.archive.job import Job, Watch
from articleparse.archive.journal import ChangedError
from articleparse.archive.outputs.base import failure_line
from articleparse.archive.outputs.encoding import encoder

_RUN, _COMPLETE = "run.json", "complete.json"

Told = dict[str, Any]
"""What is known of a written shard: `part` (its name) and the counts of a Tally."""


def run_into_parts(job: Job, client: Any, watch: Watch | None = None) -> Tally:
    """Convert everything into `part-….jsonl` below the URL `job.output`.

    Parts are packed where the URL ends with `.gz` or `.zst`; failures of a part stand
    in `part-….errors.jsonl`. A shard that has its `part-….done` is not converted
    again. At the end `complete.json` lists the parts in the order of the input.

    Raises ChangedError where the folder holds another run, and OSError.
    """
    watch = watch or Watch()
    folder = job.output.rstrip("/")
    _begin(folder, job.identity(fingerprint(job.paths, (), watch.meter)))
    tally, parts = Tally(), []

    def quarantine(shard: Shard) -> Told:
        failure = Failure(shard.items[0][0], "the worker died each time at this article")
        return write_part(folder, _stem(shard), [failure])

    pieces = shards(find(job.paths, watch.meter, job.columns))
    for told in ordered(client, pieces, convert_part, (folder, job.limit), quarantine):
        tally.converted += told["converted"]
        tally.failed += told["failed"]
        tally.missing += told["missing"]
        parts.append(told["part"])
        watch.advance(told["converted"] + told["failed"] + told["missing"])
    counts = {"converted": tally.converted, "failed": tally.failed + tally.missing}
    _write(folder, _COMPLETE, json.dumps(counts | {"parts": parts}).encode())
    return tally


def convert_part(shard: Shard, folder: str, limit: float) -> Told:
    """Convert a shard into its part, unless that is there; runs on a worker."""
    done = _read(folder, f"{_stem(shard)}.done")
    if done is not None:
        return done
    return write_part(folder, _stem(shard), convert_shard(shard, limit))


def write_part(folder: str, stem: str, results: list[Result]) -> Told:
    """Write a part: records, failures, and last the mark that both are there."""
    suffix = next((s for s in (".gz", ".zst") if folder.endswith(s)), "")
    tally = Tally()
    records: list[str] = []
    failures: list[str] = []
    for result in results:
        tally.add(result)
        if isinstance(result, Failure):
            failures.append(failure_line(result) + "\n")
        else:
            records.append(result + "\n")
    name = f"{stem}.jsonl{suffix}"
    _write(folder, name, encoder(name)("".join(records).encode()))
    if failures:
        _write(folder, f"{stem}.errors.jsonl", "".join(failures).encode())
    told = {
        "part": name,
        "converted": tally.converted,
        "failed": tally.failed,
        "missing": tally.missing,
    }
    _write(folder, f"{stem}.done", json.dumps(told).encode())
    return told


def _stem(shard: Shard) -> str:
    return f"part-{shard.start:010}-{len(shard.items):04}"


def _begin(folder: str, identity: Mapping[str, str]) -> None:
    """Note what run the folder holds, or refuse one that it does not."""
    begun = _read(folder, _RUN)
    if begun is None:
        _write(folder, _RUN, json.dumps(dict(identity)).encode())
    elif changed := sorted(key for key in identity if begun.get(key) != identity[key]):
        raise ChangedError(f"the run was begun with another {' and '.join(changed)}")


def _read(folder: str, name: str) -> Told | None:
    fs, path = filesystem(f"{folder}/{name}")
    try:
        with fs.open(path, "rb") as file:
            told: Told = json.loads(file.read())
            return told
    except FileNotFoundError:
        return None


def _write(folder: str, name: str, data: bytes) -> None:
    """Write a file under another name, then move it to its own."""
    fs, path = filesystem(f"{folder}/{name}")
    fs.makedirs(fs._parent(path), exist_ok=True)
    part = f"{path}.{uuid.uuid4().hex}.tmp"
    with fs.open(part, "wb") as file:
        file.write(data)
    fs.mv(part, path)
