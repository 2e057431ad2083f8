"""Commands around publishing: hosting, compress, compare, due."""

import argparse
import sys
from pathlib import Path

from .. import telling, write
from ..labels.commands import COMMANDS


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(hosting, "write the configuration of Caddy and nginx for one's own server into .build/hosting/")
    parser.add_argument("--address", help="where the site will be, like https://atlas.example.org (default: SITE_URL)")
    parser.add_argument("--folder", help="where it lies on the server (default: this project's site/)")
    parser.add_argument("--certificate", default="", help="a certificate's file, for a server that has one of its own")
    parser.add_argument("--key", default="", help="the certificate's key")
    command(compress, "put compressed copies beside the files of site/, for one's own server")
    parser = command(compare, "say in Markdown which pages differ between two built sites")
    parser.add_argument("old", type=Path, help="the folder of the one")
    parser.add_argument("new", type=Path, help="the folder of the other")
    command(due, "list the facts that are due for a check, in Markdown, the oldest first")


def hosting(asked: argparse.Namespace) -> int:
    from .. import hosting as hosts  # here and below: loaded when it is needed, so that a build with nothing to do ends at once
    from ..frame import site_url

    folder = asked.folder or str((asked.root / "site").resolve())
    try:
        files = hosts.servers(asked.address or site_url(asked.root), folder, asked.certificate, asked.key)
    except hosts.BadAddress as error:
        return _told("no-address", asked.lang, found=error)
    except hosts.BadPath as error:
        return _told("no-path", asked.lang, found=error)
    write.add(asked.root / ".build" / "hosting", files)
    for name in files:
        print(asked.root / ".build" / "hosting" / name)
    return 0


def compress(asked: argparse.Namespace) -> int:
    from .. import compress as copies

    site = asked.root / "site"
    if not site.is_dir():
        return _told("no-site", asked.lang)
    with write.alone(asked.root / ".build"):
        done = copies.add(site, asked.root / ".build" / "compressed")
    sizes = ", ".join(f"{way} {size / 1e6:.1f} MB" for way, size in done.copies.items())
    print(f"{done.files} files of {done.raw / 1e6:.1f} MB compressed: {sizes}")
    return 0


def compare(asked: argparse.Namespace) -> int:
    from .. import compare as differences

    for site in (asked.old, asked.new):
        if not site.is_dir():
            return _told("no-folder", asked.lang, folder=site)
    print(differences.to_markdown(differences.pages(asked.old, asked.new), differences.others(asked.old, asked.new)))
    return 0


def due(asked: argparse.Namespace) -> int:
    from .. import checking, freshness

    catalog, _ = checking.check(asked.root)
    found = freshness.due(catalog, asked.today)
    print(f"## Due for a check: {len(found)}\n")
    for one in found:
        print(f"- `data/{one.folder}/{one.id}.yml` {one.kind} `{one.anchor}`, as of {one.date}: {one.days} days")
    return 0


def _told(name: str, language: str, **named: object) -> int:
    """Say why nothing was done; the exit code."""
    print(telling.say(COMMANDS[name], language, **named), file=sys.stderr)
    return 1
