"""Processes that work for this one and hold what it holds."""

import gc
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def workers(count: int | None = None) -> ProcessPoolExecutor:
    """So many processes, or one for each core. An interrupt from the keyboard ends them at once, without a word: this process says it."""
    gc.freeze()  # what they share is neither gone through by each one's collector nor copied for it
    return ProcessPoolExecutor(count or os.cpu_count(), mp_context=get_context("fork"), initializer=_begin, initargs=(os.getpid(),))


def end_with(parent: int) -> None:
    """End this process as soon as its parent has ended, by whatever: it would wait for work forever, and a build's lock with it."""
    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _begin(parent: int) -> None:
    end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(50_000, 20, 100)  # a page leaves few cycles behind
