"""Commands that make the site: pages, build, serve."""

import argparse
import sys

from .. import build as steps
from .shared import tried


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    command(pages, "check, then write the pages into docs/")
    command(build, "check, write the pages, build the site into site/ and index it")
    parser = command(serve, "build, then serve the site and build again whenever a file is saved")
    parser.add_argument("--host", default="127.0.0.1", help="the address to serve at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port (default: %(default)s)")


def pages(asked: argparse.Namespace) -> int:
    return tried(lambda: print(f"{steps.write_pages(asked.root, asked.today)[1]} pages changed"), asked.lang)


def build(asked: argparse.Namespace) -> int:
    return tried(lambda: steps.build(asked.root, asked.today, print), asked.lang)


def serve(asked: argparse.Namespace) -> int:
    from .. import serve as server  # loads MkDocs, which the other commands do without

    if (failed := build(asked)) and not (asked.root / "site").is_dir():
        return failed
    print(f"serving at http://{asked.host}:{asked.port}/ (stop with Ctrl-C)", flush=True)
    try:
        server.serve(asked.root, asked.host, asked.port, lambda today: tried(lambda: steps.build(asked.root, today, print), asked.lang) == 0)
    except OSError as error:
        print(f"port {asked.port} of {asked.host} cannot be used: {error.strerror} → try another with PORT=8001", file=sys.stderr)
        return 1
    return 0
