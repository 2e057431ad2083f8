"""Commands on the records: check."""

import argparse
import time

from .. import build as steps
from .shared import plural, tell


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(check, "read every record and say what is wrong; writes nothing")
    parser.add_argument("only", nargs="*", help="print only problems of files whose path holds one of these words")


def check(asked: argparse.Namespace) -> int:
    start = time.perf_counter()
    catalog, problems = steps.check(asked.root)
    tell(p for p in problems if not asked.only or any(word in p.path for word in asked.only))
    count = sum(len(held) for held in catalog.data.records.values())
    print(f"{count} records read in {time.perf_counter() - start:.2f} s, {plural(len(problems))}")
    return 1 if problems else 0
