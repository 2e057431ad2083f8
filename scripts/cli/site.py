"""Commands that make the site: pages, build, serve."""

import argparse
import gc
import json
import sys
from pathlib import Path

from .. import stamps
from ..labels import told
from ..unchanged import unchanged
from .shared import tried


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    command(pages, "check, then write the pages into docs/")
    parser = command(build, "check, write the pages, build the site into site/ and index it")
    parser.add_argument("--without", choices=["search"], help="leave the full-text index as it was")
    parser.add_argument("--timings", type=Path, help="a file for the seconds of each step, as JSON")
    parser = command(serve, "build, then serve the site and build again whenever a file is saved")
    parser.add_argument("--host", default="127.0.0.1", help="the address to serve at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port (default: %(default)s)")


def pages(asked: argparse.Namespace) -> int:
    from .. import build as steps  # here and below: loaded when it is needed, so that a build with nothing to do ends at once

    return tried(lambda: print(told("pages", asked.lang, count=f"{steps.write_pages(asked.root, asked.today)[1]:,}")), asked.lang)


def build(asked: argparse.Namespace) -> int:
    stamp = stamps.of_inputs(asked.root, asked.today)
    if unchanged(asked.root, stamp):
        print(told("built/nothing", asked.lang))
        return _note(asked, {})
    from .. import build as steps

    gc.set_threshold(200_000, 50, 100)  # most of what a build makes is kept to its end: collecting it in vain takes a tenth of the time

    def tell(step: str, took: float, count: int) -> None:
        print(told(f"built/{step}", asked.lang, seconds=f"{took:.1f}", count=f"{count:,}"))

    seconds: dict[str, float] = {}
    failed = tried(lambda: seconds.update(steps.build(asked.root, asked.today, tell, search=asked.without != "search", stamp=stamp)), asked.lang)
    return failed or _note(asked, seconds)


def _note(asked: argparse.Namespace, seconds: dict[str, float]) -> int:
    """Write the seconds of each step, if that was asked for."""
    if asked.timings:
        from ..write import put

        put(asked.timings, json.dumps({"steps": [{"step": step, "wall": wall} for step, wall in seconds.items()]}) + "\n")
    return 0


def serve(asked: argparse.Namespace) -> int:
    from ..preview import server

    def tell(line: str) -> None:
        print(line, flush=True)

    try:
        server.serve(asked.root, asked.host, asked.port, tell, asked.lang)
    except OSError:
        print(told("serve/port", asked.lang, port=asked.port, host=asked.host), file=sys.stderr)
        return 1
    return 0
