"""Cards drawn by processes that hold none of the records: what a process shares with this one is copied as soon as either looks at it,
and the records of a large atlas take a gigabyte. Each gets its cards at its standard input and tells at its output what went wrong."""

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

from .. import write
from ..workers import end_with
from .picture import draw
from .words import Card

PROGRAM = "from scripts.cards import apart; apart.main()"


@contextmanager
def drawing(cards: list[tuple[Path, Card]]) -> Iterator[None]:
    """Have each card drawn into its file while the caller goes on; all are there at the end. Raises OSError where one cannot be
    written, BrokenExecutor where a process was ended from outside."""
    cores = os.cpu_count() or 1
    with ExitStack() as stack:
        started = [stack.enter_context(_start(cards[number::cores])) for number in range(cores)]
        try:
            yield
            for process in started:
                if said := process.communicate()[0]:
                    raise pickle.loads(said)
                if process.returncode:
                    raise BrokenExecutor
        except BaseException:
            for process in started:
                process.kill()
            raise


def _start(cards: list[tuple[Path, Card]]) -> Popen:
    with tempfile.TemporaryFile() as held:
        pickle.dump((os.getpid(), cards), held)
        held.seek(0)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # it would tell of an interrupt in the midst of its imports
        try:
            return Popen([sys.executable, "-c", PROGRAM], stdin=held, stdout=PIPE, cwd=Path(__file__).parents[2])
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def main() -> None:
    """Draw what comes in."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    try:
        parent, cards = pickle.load(sys.stdin.buffer)
        end_with(parent)
        for path, card in cards:
            write.fill(path, draw(card))
    except OSError as error:
        pickle.dump(error, sys.stdout.buffer)
