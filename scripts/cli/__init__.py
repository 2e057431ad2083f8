"""python -m scripts: the only room that prints or exits. Each module holds a few commands and adds them to the parser."""

import argparse
import datetime
import functools
import os
import signal
import sys
from concurrent.futures import BrokenExecutor
from pathlib import Path

from .. import telling
from ..labels import LANGUAGES, told
from . import publishing, records, site, translations, upkeep, writing
from .shared import language

GROUPS = (records, writing, translations, site, publishing, upkeep)


def main(arguments: list[str] | None = None, alone: bool = False) -> int:
    """Run one command; give the exit code: 0 done, 1 problems in the records or a failed step, 2 wrong usage. ``alone`` in its
    process, it lets an interrupt from the keyboard end that at once."""
    asked = _parser().parse_args(arguments)
    if alone:
        signal.signal(signal.SIGINT, functools.partial(_interrupted, told("interrupted", asked.lang), os.getpid()))
    try:
        return asked.run(asked)
    except BrokenPipeError:  # whoever read our output has enough, like `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except BrokenExecutor:
        print(told("stopped/worker", asked.lang), file=sys.stderr)
        return 1
    except OSError as error:
        print(telling.stopped(error, asked.root, asked.lang), file=sys.stderr)
        return 1


def _interrupted(said: str, own: int, *_: object) -> None:
    """End without unwinding, as a kill would, which all commands stand: an exception here would be lost if it came up in an import's
    own bookkeeping, and the command would go on."""
    if os.getpid() == own:
        os.write(sys.stderr.fileno(), f"{said}\n".encode(errors="replace"))
    os._exit(128 + signal.SIGINT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m scripts", description="The OpenAI Exodus Atlas: from records to a site.")
    common = argparse.ArgumentParser(add_help=False)  # what every command takes
    common.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    common.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today(), help="the date to build for, YYYY-MM-DD (default: today)")
    common.add_argument("--lang", choices=LANGUAGES, default=language(), help="the language of messages (default: ja in a Japanese locale, else en)")
    commands = parser.add_subparsers(title="commands", metavar="command", required=True)

    def command(run, said: str) -> argparse.ArgumentParser:
        """A new command, named like its function ``run``; ``said`` is its line of help. Gives its parser, for more arguments."""
        added = commands.add_parser(run.__name__, parents=[common], help=said, description=said[0].upper() + said[1:] + ".")
        added.set_defaults(run=run)
        return added

    for group in GROUPS:
        group.add(command)
    return parser
