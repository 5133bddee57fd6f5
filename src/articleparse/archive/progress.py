"""How far a run has come: a bar on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from articleparse.archive.items import Meter
from articleparse.archive.job import Watch

_INTERVAL = 60.0
# So many messages are shown; all of them stand in the file of errors.
_MOST_TOLD = 50


class Reporter:
    """Counts articles, and tells rate and time left by the share of the input that is read."""

    def __init__(self, meter: Meter, console: Console, bar: Progress) -> None:
        """Report what `meter` shows, on the bar where the console is a terminal."""
        self._meter, self._console, self._bar = meter, console, bar
        self._task = bar.add_task("", total=None, articles=0, rate=0)
        self._articles = self._told = self._passed = 0
        self._read_before = 0
        self._began = self._spoke = time.monotonic()

    def advance(self, count: int) -> None:
        """Count articles."""
        self._articles += count
        if count > 1:  # passed over: they say nothing about the rate
            self._began = time.monotonic()
            self._passed, self._read_before = self._articles, self._meter.done
        if self._console.is_terminal:
            self._bar.update(
                self._task,
                total=self._meter.total or None,
                completed=self._meter.done,
                articles=self._articles,
                rate=round(self._rate()),
            )
        elif time.monotonic() - self._spoke >= _INTERVAL:
            self._spoke = time.monotonic()
            self._say(self._line())

    def tell(self, message: str) -> None:
        """Show a message, unless there have been very many."""
        self._told += 1
        if self._told <= _MOST_TOLD:
            self._say(message)
        elif self._told == _MOST_TOLD + 1:
            self._say("… further messages are left out")

    def _rate(self) -> float:
        return (self._articles - self._passed) / max(time.monotonic() - self._began, 1e-3)

    def _line(self) -> str:
        line = f"{self._articles} articles, {self._rate():.1f} a second"
        if self._meter.total:
            share = min(1.0, self._meter.done / self._meter.total)
            line += f", {share:.0%} of the input read"
            read = self._meter.done - self._read_before
            if read > 0:
                left = (time.monotonic() - self._began) * (self._meter.total / read) * (1 - share)
                line += f", {left / 60:.0f} min left"
        return line

    def _say(self, message: str) -> None:
        self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress() -> Iterator[Watch]:
    """Show on standard error how far a run has come."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.fields[articles]} articles, {task.fields[rate]}/s"),
        BarColumn(),
        TimeRemainingColumn(),
    )
    meter = Meter()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        reporter = Reporter(meter, console, bar)
        yield Watch(meter, reporter.advance, reporter.tell)
