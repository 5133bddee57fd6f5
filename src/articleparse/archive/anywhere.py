"""Which way a job is run: on this machine or a cluster, into a file or below a URL."""

from __future__ import annotations

from articleparse.archive.cluster import connected
from articleparse.archive.items import Tally
from articleparse.archive.job import Job, Watch, run
from articleparse.archive.parts import run_into_parts


def run_anywhere(job: Job, watch: Watch | None = None, scheduler: str | None = None) -> Tally:
    """Run a job here, or on the Dask cluster of that scheduler ("local" starts one).

    An output that is a URL is written by the cluster, one file a shard. Raises what
    `run` and `connected` raise.
    """
    watch = watch or Watch()
    is_url = "://" in job.output
    if scheduler is None:
        if is_url:
            raise OSError("output to a URL needs --scheduler (local, or an address)")
        return run(job, watch)
    with connected(scheduler, job.jobs) as client:
        return run_into_parts(job, client, watch) if is_url else run(job, watch, client)
