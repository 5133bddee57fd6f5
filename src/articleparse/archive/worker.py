"""The program of a worker process: items in on standard input, results out.

A worker is a process of its own and no fork, so that it works inside threads, inside
Dask's daemonic workers and from any script. It ends when its standard input does,
thus also when the process that started it was killed.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys


def main() -> None:
    """Convert items until there are no more; `sys.argv[1]` is the limit in seconds.

    An article that takes longer ends the process: the watchdog of `faulthandler` is a
    thread of C, and stops even what never comes back to Python.
    """
    gc.disable()  # all that is read until the first article is done stays to the end
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits for this one
    limit = float(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not stand between the answers

    from articleparse.archive.converting import convert_one

    pickle.dump("ready", answers)
    answers.flush()
    with open(os.devnull, "w") as nowhere:
        while True:
            try:
                item = pickle.load(sys.stdin.buffer)
            except EOFError:
                return
            faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)
            result = convert_one(item)
            faulthandler.cancel_dump_traceback_later()
            if not gc.isenabled():
                gc.freeze()
                gc.enable()
            try:
                pickle.dump(result, answers)
                answers.flush()
            except BrokenPipeError:  # nobody waits for the answer any more
                os._exit(1)
