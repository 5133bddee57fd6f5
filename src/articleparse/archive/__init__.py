"""From many articles to many records: what holds articles, and how they are run.

`find` yields the articles that files, folders, archives and URLs hold; `convert` runs
the parser over them on several processes, in order; `run` does both for a `Job`, into
an output that is whole or not there, and goes on where it was ended.
"""

from articleparse.archive.anywhere import run_anywhere
from articleparse.archive.cluster import connected
from articleparse.archive.finding import STDIN, find
from articleparse.archive.items import Failure, Item, Meter, Result, Tally
from articleparse.archive.job import Job, Watch, run
from articleparse.archive.journal import ChangedError
from articleparse.archive.outputs import Stream
from articleparse.archive.parts import run_into_parts
from articleparse.archive.progress import progress
from articleparse.archive.readers.csvs import read_columns
from articleparse.archive.running import convert

__all__ = [
    "STDIN",
    "ChangedError",
    "Failure",
    "Item",
    "Job",
    "Meter",
    "Result",
    "Stream",
    "Tally",
    "Watch",
    "connected",
    "convert",
    "find",
    "progress",
    "read_columns",
    "run",
    "run_anywhere",
    "run_into_parts",
]
