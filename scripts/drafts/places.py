"""Where in a record a statement stands that a reader copied from its page."""

import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from .. import proposals, refs
from ..parse import Marks
from ..problem import Loc

ALIKE = 0.6  # share of letters from which two texts are taken for the same
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATES = re.compile(rf"\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},)? \d{{4}}|\d{{4}}(?:-\d{{2}}){{0,2}}")
SKIPPED = {"sources", "id", "reviewed", "accessed", "links", "formerly", "kind"}


class Place(NamedTuple):
    """A value of a record: its place, its line in the file, the value itself, how alike it is to what was looked for (1: the same)."""

    loc: Loc
    line: int
    value: str
    alike: float


def find(content: object, marks: Marks, said: str, name: Callable[[str, str], str], fact: str = "") -> list[Place]:
    """The values that a statement may have been made from, the likeliest first.

    ``name`` gives the name by which a text in a language ("ja", "en") shows an id; ``fact`` is the id of the fact that the statement stands at, where known.
    """
    wanted, days = _plain(said, str), {proposals.date(one) for one in DATES.findall(said)} - {""}
    found = []
    for loc, value in _values(content, ()) if wanted else ():
        plain = _plain(value, partial(_named, name, "ja" if loc[-1] == "ja" else "en"))
        if value in days:
            alike = 1.0
        elif plain and (plain in wanted or wanted in plain) and min(len(plain), len(wanted)) >= min(6, len(wanted)):
            alike = 0.9 + 0.1 * min(len(plain), len(wanted)) / max(len(plain), len(wanted), 1)
        elif max(len(plain), len(wanted)) <= 3 * min(len(plain), len(wanted)):
            alike = SequenceMatcher(None, plain[:500], wanted[:500], autojunk=False).ratio()
        else:
            continue
        if alike >= ALIKE:
            found.append(Place(loc, marks.get(loc, (1, 1))[0], value, alike))
    near = [place for place in found if fact and _within(content, place.loc, fact)]
    return sorted(near or found, key=lambda place: (-place.alike, place.line))


def fact_of(content: object, loc: Loc) -> str:
    """The id of the fact around a place; "" where there is none."""
    fact = ""
    for step in loc:
        content = content[step]
        if isinstance(content, dict) and isinstance(content.get("id"), str):
            fact = content["id"]
    return fact


def _within(content: object, loc: Loc, fact: str) -> bool:
    for step in loc:
        content = content[step]
        if isinstance(content, dict) and content.get("id") == fact:
            return True
    return False


def _values(value: object, loc: Loc) -> list[tuple[Loc, str]]:
    if isinstance(value, str):
        return [(loc, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for key, held in pairs if key not in SKIPPED for found in _values(held, (*loc, key))]


def _named(name: Callable[[str, str], str], language: str, id: str) -> str:
    return name(id, language)


def _plain(text: str, name: Callable[[str], str]) -> str:
    """A text as its page shows it, without spaces and the numbers of sources."""
    shown = re.sub(r"\[\d+\]", "", refs.plain(text, name))
    return "".join(unicodedata.normalize("NFKC", shown).split()).casefold()
