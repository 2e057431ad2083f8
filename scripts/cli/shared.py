"""What the commands share: how problems and stopped steps are told."""

import sys
from collections.abc import Callable, Iterable

from .. import build as steps


def tried(step: Callable[[], object]) -> int:
    """Run a step; print what stopped it, and give the exit code."""
    try:
        step()
    except steps.Stopped as stopped:
        tell(stopped.problems)
        print(stopped.report or f"{plural(len(stopped.problems))}; nothing was written, the last site stays", file=sys.stderr)
        return 1
    return 0


def tell(lines: Iterable[object]) -> None:
    """Print each on its line."""
    for line in lines:
        print(line)


def plural(count: int) -> str:
    """A count of problems in words."""
    return "no problems" if not count else "1 problem" if count == 1 else f"{count} problems"
