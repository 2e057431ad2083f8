"""What the commands share: how problems and stopped steps are told."""

import sys
from collections.abc import Callable, Iterable

from .. import build as steps
from .. import telling
from ..problem import Problem


def tried(step: Callable[[], object]) -> int:
    """Run a step; print what stopped it, and give the exit code."""
    try:
        step()
    except steps.Stopped as stopped:
        tell(stopped.problems)
        print(stopped.report or f"{plural(len(stopped.problems))}; nothing was written, the last site stays", file=sys.stderr)
        return 1
    return 0


def tell(problems: Iterable[Problem]) -> None:
    """Print each problem on its line."""
    for problem in problems:
        print(telling.line(problem, "en"))


def plural(count: int) -> str:
    """A count of problems in words."""
    return "no problems" if not count else "1 problem" if count == 1 else f"{count} problems"
