"""What a run tells while it goes: a line a minute, or a bar on a terminal."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console
from rich.progress import Progress

from articleparse.archive import Meter
from articleparse.archive.progress import Reporter


class _Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


def _reporter(is_terminal: bool, meter: Meter) -> tuple[Reporter, io.StringIO]:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=is_terminal, width=200)
    return Reporter(meter, console, Progress(console=console, disable=not is_terminal)), shown


def test_a_line_a_minute_tells_rate_share_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, meter = _Clock(monkeypatch), Meter(total=1000)
    reporter, shown = _reporter(False, meter)
    for second in range(1, 151):
        clock.now, meter.done = 1000.0 + second, 2 * second
        for _ in range(5):
            reporter.advance(1)
    assert shown.getvalue().splitlines() == [
        "296 articles, 4.9 a second, 12% of the input read, 7 min left",
        "596 articles, 5.0 a second, 24% of the input read, 6 min left",
    ]


def test_articles_passed_over_do_not_count_for_the_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, meter = _Clock(monkeypatch), Meter(total=100, done=50)
    reporter, shown = _reporter(False, meter)
    clock.now += 1
    reporter.advance(50_000)
    clock.now += 100
    reporter.advance(1)
    assert shown.getvalue().startswith("50001 articles, 0.0 a second, 50%")


def test_messages_beyond_some_are_left_out() -> None:
    reporter, shown = _reporter(False, Meter())
    for n in range(70):
        reporter.tell(f"n{n}: no article")
    lines = shown.getvalue().splitlines()
    assert lines[49:] == ["n49: no article", "… further messages are left out"]
