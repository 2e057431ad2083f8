"""What a cold build must not find is moved aside, and removed when all is measured: ext4 looks for minutes at each inode that was freed
before it gives out another, and a build after a removal would pay for that by half as much again."""

import shutil
import time
from pathlib import Path

_there: list[Path] = []


def aside(path: Path) -> None:
    """Move a file or folder out of the way, if it is there."""
    if path.exists():
        _there.append(path.rename(path.with_name(f"aside-{time.time_ns()}")))


def clear() -> None:
    """Remove all that lies aside."""
    while _there:
        shutil.rmtree(_there.pop(), ignore_errors=True)
