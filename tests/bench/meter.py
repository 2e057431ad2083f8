"""What a command costs: seconds on the clock, CPU seconds of its whole tree, and the most memory that the tree held."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SAMPLE = 0.2  # seconds between two looks at the memory


class Failed(Exception):
    """A command that ended with an error or took longer than it may; says which, and its last words."""


@dataclass(frozen=True)
class Cost:
    """``cpu`` is user and system time of the process and of all that it waited for; ``peak`` is the sum of the tree's PSS in bytes, sampled."""

    wall: float
    cpu: float
    peak: int

    def __add__(self, other: "Cost") -> "Cost":
        """The cost of two commands, one after the other."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def run(command: Iterable[str | Path], cwd: Path, limit: float, env: Mapping[str, str] | None = None, log: Path | None = None) -> Cost:
    """Run a command to its end; what it says goes into the file ``log``. Raises Failed."""
    words = [str(word) for word in command]
    with open(log, "w+b") if log else tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(words, cwd=cwd, env=os.environ | dict(env or {}), stdout=said, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True)
        ended, watched = threading.Event(), _Watch(process.pid, limit)
        thread = threading.Thread(target=watched.until, args=(ended,))
        thread.start()
        _, status, used = os.wait4(process.pid, 0)  # subprocess gives no CPU time of one child
        wall = time.perf_counter() - start
        ended.set()
        thread.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or watched.late:
            said.seek(0)
            why = f"took longer than {limit:.0f} s" if watched.late else f"ended with {process.returncode}"
            raise Failed(f"{' '.join(words[:6])} {why}\n{said.read().decode(errors='replace')[-1500:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, watched.peak)


class _Watch:
    """Looks at a tree's memory again and again, and ends the tree when its time is over."""

    def __init__(self, pid: int, limit: float) -> None:
        self.pid, self.limit, self.peak, self.late = pid, limit, 0, False

    def until(self, ended: threading.Event) -> None:
        start = time.monotonic()
        while not ended.wait(SAMPLE):
            self.peak = max(self.peak, memory(self.pid))
            if time.monotonic() - start > self.limit and not self.late:
                self.late = True
                os.killpg(self.pid, signal.SIGKILL)


def memory(pid: int) -> int:
    """Bytes of memory of a process and all below it: each page counts for every process by its share (PSS)."""
    return sum(_share(one) for one in tree(pid))


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        below = [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]
    except OSError:  # it has ended
        return []
    return [pid, *(one for child in below for one in tree(child))]


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
