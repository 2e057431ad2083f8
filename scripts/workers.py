"""Processes that work for this one and hold what it holds."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def workers() -> ProcessPoolExecutor:
    """One process for each core. An interrupt from the keyboard ends them at once, without a word: this process says it."""
    return ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_DFL))
