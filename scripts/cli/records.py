"""Commands on the records: check."""

import argparse
import time

from .. import causes, telling
from .shared import tell

FORMATS = ("text", "json", "github")


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(check, "read every record and say what is wrong; writes nothing")
    parser.add_argument("only", nargs="*", help="print only problems of files whose path holds one of these words")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text; json, one document for programs; github, annotations for GitHub Actions (default: text)")
    parser.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")


def check(asked: argparse.Namespace) -> int:
    from .. import checking

    start = time.perf_counter()
    catalog, problems = checking.check(asked.root)
    wrong = {problem.path for problem in problems}  # what is wrong in a file comes before its form
    problems = sorted([*problems, *causes.told([one for one in catalog.data.unformatted if one.path not in wrong])])
    shown = [one for one in problems if not asked.only or any(word in one.path for word in asked.only)]
    count = sum(len(held) for held in catalog.data.records.values())
    if asked.format == "json":
        print(telling.as_json(shown, count, asked.lang))
        return 1 if problems else 0
    if asked.format == "github":
        for problem in shown:
            print(telling.annotation(problem, asked.lang))
    else:
        tell(shown, asked.lang)
    print(telling.summary(count, time.perf_counter() - start, len(problems), asked.lang))
    return 1 if problems else 0
