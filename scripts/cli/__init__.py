"""python -m scripts: the only room that prints or exits. Each module holds a few commands and adds them to the parser."""

import argparse
import datetime
from pathlib import Path

from ..labels import LANGUAGES
from . import publishing, records, site, translations, upkeep, writing
from .shared import language

GROUPS = (records, writing, translations, site, publishing, upkeep)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give the exit code: 0 done, 1 problems in the records or a failed step, 2 wrong usage."""
    asked = _parser().parse_args(arguments)
    return asked.run(asked)


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
