"""What the commands share: how problems and stopped steps are told, and in which language."""

import os
import sys
from collections.abc import Callable, Iterable

from .. import telling
from ..labels.messages import common
from ..problem import Problem, Stopped


def language() -> str:
    """The language of the messages where none is asked for: Japanese where the environment's locale is, else English.

    The first of LC_ALL, LC_MESSAGES and LANG that is set counts (POSIX, Base Definitions 8.2).
    """
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "ja" if locale.startswith("ja") else "en"


def tried(step: Callable[[], object], language: str) -> int:
    """Run a step; print what stopped it, in the given language, and give the exit code."""
    try:
        step()
    except Stopped as stopped:
        tell(stopped.problems, language)
        print(stopped.report or telling.say(common.STAYS, language, telling.count(len(stopped.problems), language)), file=sys.stderr)
        return 1
    return 0


def tell(problems: Iterable[Problem], language: str) -> None:
    """Print each problem, with what is expected and how to put it right."""
    for problem in problems:
        print(telling.text(problem, language))
