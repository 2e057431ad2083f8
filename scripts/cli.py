"""python -m scripts: the only place that prints or exits."""

import argparse
import datetime
import sys
import time
from pathlib import Path

from . import build as steps
from . import evidence, ledger, write

USAGE = """\
check   read every record and say what is wrong; writes nothing
pages   check, then write the pages into docs/
build   check, write the pages, build the site into site/ and index it
stats   count facts, sources and how well the facts are borne out
links   ask every source's address whether it still answers, and note it in data/ledgers/links.json
publish note the published values and addresses in data/ledgers/, at a release
serve   build, then serve the site and build again whenever a file is saved
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give the exit code: 0 done, 1 problems in the records or a failed step, 2 wrong usage."""
    asked = _parser().parse_intermixed_args(arguments)
    return COMMANDS[asked.command](asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m scripts", description="The OpenAI Exodus Atlas: from records to a site.",
                                     epilog=USAGE, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("command", choices=list(COMMANDS), help="what to do, see below")
    parser.add_argument("only", nargs="*", help="with check: print only problems of files whose path holds one of these words")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today(), help="the date to build for, YYYY-MM-DD (default: today)")
    parser.add_argument("--host", default="127.0.0.1", help="with serve: the address to serve at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="with serve: the port (default: %(default)s)")
    return parser


def _check(asked: argparse.Namespace) -> int:
    start = time.perf_counter()
    catalog, problems = steps.check(asked.root)
    _print(p for p in problems if not asked.only or any(word in p.path for word in asked.only))
    count = sum(len(held) for held in catalog.data.records.values())
    print(f"{count} records read in {time.perf_counter() - start:.2f} s, {_plural(len(problems))}")
    return 1 if problems else 0


def _pages(asked: argparse.Namespace) -> int:
    return _tried(lambda: print(f"{steps.write_pages(asked.root, asked.today)[1]} pages changed"))


def _build(asked: argparse.Namespace) -> int:
    return _tried(lambda: steps.build(asked.root, asked.today, print))


def _serve(asked: argparse.Namespace) -> int:
    from .serve import serve  # loads MkDocs, which the other commands do without

    if (failed := _build(asked)) and not (asked.root / "site").is_dir():
        return failed
    print(f"serving at http://{asked.host}:{asked.port}/ (stop with Ctrl-C)", flush=True)
    try:
        serve(asked.root, asked.host, asked.port, lambda today: _tried(lambda: steps.build(asked.root, today, print)) == 0)
    except OSError as error:
        print(f"port {asked.port} of {asked.host} cannot be used: {error.strerror} → try another with PORT=8001", file=sys.stderr)
        return 1
    return 0


def _stats(asked: argparse.Namespace) -> int:
    catalog, problems = steps.check(asked.root)
    for name, value in evidence.stats(catalog).items():
        shown = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
        print(f"{name}: {shown}")
    return 1 if problems else 0


def _publish(asked: argparse.Namespace) -> int:
    catalog, problems = steps.check(asked.root)
    if problems:
        _print(problems)
        return 1
    new = ledger.published(catalog, catalog.data.ledgers.get("published", {}), asked.today)
    kept = ledger.noted_addresses(catalog, catalog.data.ledgers.get("addresses", {}), asked.today)
    write.put_json(asked.root / "data/ledgers/published.json", new)
    write.put_json(asked.root / "data/ledgers/addresses.json", kept)
    print(f"{len(new)} published values and {len(kept)} addresses noted")
    return 0


def _links(asked: argparse.Namespace) -> int:
    from . import links  # loads an HTTP client, which the other commands do without

    catalog, _ = steps.check(asked.root)
    answers = links.check(source.url for source in catalog.sources.values())
    if links.no_network(answers):
        print("no address answered: there is no network here, or it is closed; nothing was noted", file=sys.stderr)
        return 1
    noted = dict(catalog.data.ledgers.get("links", {}))
    noted |= {url: {"status": a.status, "checked": asked.today.isoformat()} for url, a in answers.items() if a.status}
    write.put_json(asked.root / "data/ledgers/links.json", {url: noted[url] for url in answers if url in noted})
    _print(f"{answer.status or answer.why} {url}" for url, answer in answers.items() if answer.dead or not answer.status)
    silent = sum(not answer.status for answer in answers.values())
    print(f"{len(answers)} addresses asked, {sum(answer.dead for answer in answers.values())} dead, {silent} without an answer")
    return 0


def _tried(step) -> int:
    """Run a step; print what stopped it, and give the exit code."""
    try:
        step()
    except steps.Stopped as stopped:
        _print(stopped.problems)
        print(stopped.report or f"{_plural(len(stopped.problems))}; nothing was written, the last site stays", file=sys.stderr)
        return 1
    return 0


def _print(problems) -> None:
    for problem in problems:
        print(problem)


def _plural(count: int) -> str:
    return "no problems" if not count else "1 problem" if count == 1 else f"{count} problems"


COMMANDS = {"check": _check, "pages": _pages, "build": _build, "serve": _serve, "stats": _stats, "links": _links, "publish": _publish}
