"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from articleparse.archive.items import Meter


class ProgressBar:
    """Counts articles, and shows how much of the input has been read."""

    def __init__(self, bar: Progress, task: TaskID, meter: Meter) -> None:
        """Show `meter` as a task of the bar."""
        self._bar, self._task, self._meter = bar, task, meter
        self._articles = 0

    def advance(self) -> None:
        """Count one more article."""
        self._articles += 1
        self._bar.update(
            self._task,
            total=self._meter.total or None,
            completed=self._meter.done,
            articles=self._articles,
        )

    def tell(self, message: str) -> None:
        """Print a line above the bar, or alone where there is none."""
        self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress(meter: Meter) -> Iterator[ProgressBar]:
    """Show how far the reading of the input has come."""
    console = Console(stderr=True)
    columns = TextColumn("{task.fields[articles]} articles"), BarColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        yield ProgressBar(bar, bar.add_task("", articles=0, total=None), meter)
