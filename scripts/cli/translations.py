"""Commands on the two languages: texts."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from .. import telling, write
from ..labels import told
from ..labels.messages import common
from .shared import tell

if TYPE_CHECKING:  # the rest is loaded when it is needed, so that a build with nothing to do ends at once
    from .. import texts as both
    from ..catalog import Catalog

STEPS = ("list", "note", "agree")


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(texts, "list the texts that are newer in one language, or note on what both agree")
    parser.add_argument("step", nargs="?", choices=STEPS, default="list", help="list (the default); note: bring the ledger up to date; agree: note too that PLACE needs no change")
    parser.add_argument("places", nargs="*", metavar="PLACE", help="for agree: a file, a line of it (FILE:12), a record's id, or an address like people/sam-altman#story.2")


def texts(asked: argparse.Namespace) -> int:
    from .. import history, load
    from .. import texts as both
    from ..catalog import Catalog

    if wrong := "note-place" if asked.step == "note" and asked.places else "no-place" if asked.step == "agree" and not asked.places else "":
        print(told(wrong, asked.lang), file=sys.stderr)
        return 2
    data, problems = load.load(asked.root)
    if problems:
        tell(problems, asked.lang)
        return 1
    catalog = Catalog(data)
    on_disk, now = data.ledgers.get(both.LEDGER, {}), history.noted(asked.root, catalog)
    data.ledgers[both.LEDGER] = now
    held = both.all_behind(catalog)
    chosen = [one for one in held if _names(catalog, one) & set(asked.places)] if asked.places else held
    if asked.step == "list":
        return _list(asked.root, catalog, chosen, asked.lang)
    if _unknown(catalog, held, asked.places, asked.lang):
        return 2
    if asked.step == "agree":
        now = history.noted(asked.root, catalog, [one.said for one in chosen])
        print(told("agreed", asked.lang, count=len(chosen)))
    write.put_json(asked.root / history.LEDGER, now, asked.root / ".build" / write.DRAFTS)
    print(told("noted", asked.lang, count=len(dict(now.items() ^ on_disk.items()))))
    return 0


def _unknown(catalog: Catalog, held: list[both.Behind], places: list[str], language: str) -> bool:
    """True, and said, where a place names no text that is behind."""
    known = {name for one in held for name in _names(catalog, one)}
    unknown = [place for place in places if place not in known]
    for place in unknown:
        near = "".join(telling.say(common.NEAR, language, one) for one in get_close_matches(place, sorted(known), 1, 0.6))
        print(f"{told('unknown-place', language, found=place)} → {near}{told('unknown-place/do', language)}", file=sys.stderr)
    return bool(unknown)


def _list(root: Path, catalog: Catalog, held: list[both.Behind], language: str) -> int:
    """Print what is behind: a line like that of a problem, and below it what changed in the other language."""
    from .. import history
    from .. import texts as both

    for one in held:
        path, line, column = both.position(catalog, one)
        what, do = told(f"behind/{one.side}", language, place=one.said.place), told("behind/do", language, address=one.said.address)
        print(f"{path}:{line}:{column} [newer-{one.newer}] {what} → {do}")
        if said := history.wording(root, catalog, one):
            print(f"    {one.newer}: {' '.join(said.split())}")
    print(told("behind/count" if held else "behind/none", language, count=len(held)))
    return 0


def _names(catalog: Catalog, one: both.Behind) -> set[str]:
    """All by which an editor can name a text that is behind."""
    from .. import texts as both

    path, line, column = both.position(catalog, one)
    key, place = one.said.key, one.said.place
    id = key.partition("/")[2]
    return {one.said.address, f"{id}#{place}", key, id, path, f"{path}:{line}", f"{path}:{line}:{column}"}
