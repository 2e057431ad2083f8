"""What the guide tells: the schema's parts by page, the rules with the mistakes that show them. Pure, but for one table read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import fields
from .fields import Field
from .labels.messages import OF_RULES, SENTENCES
from .model import KINDS, Part, Passage, Text
from .parse import parse

TABLE = Path(__file__).parent / "labels" / "mistakes.yml"
SEEN = {"\t": "⇥", "\u3000": "□", "\x07": "◆", "\r": "␍"}  # what cannot be seen on a page
SHOWN = 420  # characters of what was written
LINES = 3  # of what was written many times
PAGES = (*(kind.folder for kind in KINDS), "shared", "rules", "mistakes")


@dataclass(frozen=True)
class Case:
    """A mistake as the guide shows it: case of labels/messages, file, what was done to it (a label's ending), the lines that were
    written or are missing, the message in each language."""

    case: str
    file: str
    done: str
    lines: str
    ja: str
    en: str


@dataclass(frozen=True)
class Rule:
    """A rule by name: its sentence in each language, a mistake for each of its cases."""

    name: str
    ja: str
    en: str
    cases: tuple[Case, ...]


@cache
def rules(page: str) -> tuple[Rule, ...]:
    """The rules of a page: "rules" for those that records keep among themselves, "mistakes" for files, YAML, keys and values."""
    by_rule: dict[str, dict[str, Case]] = {}
    for one in parse(TABLE.read_text(encoding="utf-8"), {})["cases"]:
        if (one["case"] in OF_RULES) == (page == "rules"):
            by_rule.setdefault(one["case"].partition("/")[0], {}).setdefault(one["case"], _case(one))
    return tuple(Rule(name, *SENTENCES[name], tuple(by_rule[name].values())) for name in SENTENCES if name in by_rule)


@cache
def parts(page: str) -> tuple[type[Part], ...]:
    """The parts whose fields stand on a page: those of one kind of record alone, or those that several kinds share."""
    held = {kind: _inside(kind) for kind in KINDS}
    shared = tuple(part for part in fields.parts() if sum(part in inside for inside in held.values()) > 1)
    if page == "shared":
        return shared
    kind = next(kind for kind in KINDS if kind.folder == page)
    return tuple(part for part in held[kind] if part not in shared)


def page_of(part: type[Part]) -> str:
    """The page on which the fields of a part stand."""
    return next(page for page in (*(kind.folder for kind in KINDS), "shared") if part in parts(page))


def keys_of(part: type[Part]) -> tuple[str, ...]:
    """The keys under which a part stands in records; none for a record itself."""
    return tuple(dict.fromkeys(field.key for above in fields.parts() for field in fields.of(above) if field.model is part))


def anchor(part: type[Part], key: str = "") -> str:
    """Where a part, or one of its fields, stands on its page."""
    name = "record" if part in KINDS else part.__name__.lower()
    return f"{name}-{key}" if key else name


def form(field: Field) -> tuple[str, type[Part] | None]:
    """The word for what a field holds, as a label's ending, and the part that tells more."""
    if field.model in (Text, Passage):
        return field.model.__name__.lower(), field.model
    return field.form, field.model or (Text if field.form == "party" else None)


def count(page: str) -> int:
    """How many fields or rules a page tells of."""
    return len(rules(page)) if page in ("rules", "mistakes") else sum(len(fields.of(part)) for part in parts(page))


def _case(one: dict) -> Case:
    put, was = one.get("put", "") * int(one.get("times", 1)), one.get("from", "")
    done = "removed" if "remove" in one else "lacking" if was and not put else "written" if was else "whole"
    lines = (put or was).strip("\n")
    few = "\n".join(lines[:SHOWN].split("\n")[: LINES if "times" in one else None])
    seen = "".join(SEEN.get(letter, letter) for letter in few) + ("…" if few != lines and "times" not in one else "\n…" if few != lines else "")
    return Case(one["case"], one.get("remove") or one["file"], done, seen, one["ja"], one["en"])


def _inside(kind: type[Part]) -> list[type[Part]]:
    """A kind of record and every part inside it."""
    found = [kind]
    for part in found:  # grows while it is gone through
        found += [model for field in fields.of(part) if (model := form(field)[1]) and model not in found]
    return list(dict.fromkeys(found))
