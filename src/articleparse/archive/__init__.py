"""From many articles to many records: what holds articles, and how they are run.

Each container has a small reader that yields `Item`s; `find` picks the reader;
`convert` runs the parser over items on several processes, in order; `Output` writes
a file that is either whole or not there.
"""

from articleparse.archive.finding import find
from articleparse.archive.items import Failure, Item, Meter, Result, Tally
from articleparse.archive.output import Output
from articleparse.archive.progress import progress
from articleparse.archive.running import convert

__all__ = [
    "Failure",
    "Item",
    "Meter",
    "Output",
    "Result",
    "Tally",
    "convert",
    "find",
    "progress",
]
