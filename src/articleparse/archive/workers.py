"""Processes that convert items, watched: what hangs or dies costs one article."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import suppress

from articleparse.archive.items import Failure, Item, Result

LIMIT = 60.0
"""Seconds that one article may take, unless told."""

_PROGRAM = "from articleparse.archive.worker import main; main()"


class WorkerStartError(OSError):
    """A worker process cannot even start; its own standard error says why."""


class _DeadError(Exception):
    """The process ended before it answered."""


class Worker:
    """A process that converts one item at a time, started when it is first needed."""

    def __init__(self, limit: float = LIMIT) -> None:
        """Prepare a worker that gives each article `limit` seconds."""
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def convert(self, item: Item) -> Result:
        """Return the result of an item: a Failure if it hangs or kills its process.

        Raises WorkerStartError.
        """
        return self.ask(item.name, pickle.dumps(item, pickle.HIGHEST_PROTOCOL))

    def ask(self, name: str, pickled: bytes) -> Result:
        """Return the result of an item that is pickled already, as `convert` does."""
        for is_last in (False, True):
            began = time.monotonic()
            try:
                process = self._running()
                began = time.monotonic()
                return self._answer(process, pickled)
            except _DeadError as death:
                if time.monotonic() - began >= self._limit:
                    return Failure(name, f"took longer than {self._limit:g} s")
                if self._is_stopped:
                    return Failure(name, "stopped")
                # The process may have died of something else; twice is the article's doing.
                if is_last:
                    return Failure(name, f"its process died: {death}")
        raise AssertionError

    def stop(self) -> None:
        """End the process, whatever it is at; for any thread to call."""
        self._is_stopped = True
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """End the process and free what it held."""
        self.stop()
        if self._process is not None:
            self._bury()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._is_stopped:
            raise _DeadError("stopped")
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM, str(self._limit)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            try:
                _receive(self._process)
            except _DeadError as death:
                self._bury()
                raise WorkerStartError(f"a worker process cannot start: {death}") from None
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], question: bytes) -> Result:
        assert process.stdin is not None
        try:
            process.stdin.write(question)
            process.stdin.flush()
            return _receive(process)
        except (_DeadError, OSError):
            code = self._bury()
            raise _DeadError(_ending(code)) from None

    def _bury(self) -> int:
        process, self._process = self._process, None
        assert process is not None
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            with suppress(OSError):  # what was not sent yet has nobody to read it
                pipe.close()
        return process.wait()


def _receive(process: subprocess.Popen[bytes]) -> Result:
    assert process.stdout is not None
    try:
        answer: Result = pickle.load(process.stdout)
    except (EOFError, OSError, pickle.UnpicklingError):
        raise _DeadError("no answer") from None
    return answer


def _ending(code: int) -> str:
    """Say how a process ended.

    >>> _ending(-9), _ending(3)
    ('killed by SIGKILL', 'exit code 3')
    """
    if code >= 0:
        return f"exit code {code}"
    return f"killed by {signal.Signals(-code).name}"
