"""The one form in which a record is written: order of keys, quotes, what stands on one line. ``check`` and ``fmt`` share it.

Libraries that keep comments keep the layout too, which is what has to be settled here, and ruamel.yaml takes fifty times as long;
so the form is made from what libyaml read, which alone makes sure that it reads the same.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from . import comments, fields
from .comments import Comment, Comments
from .model import Part, Text
from .parse import compose, parse
from .problem import Fault, Loc, mistake
from .scalars import written as scalar

WIDTH = 120  # columns up to which braces and brackets stand on one line; a full-width character takes two
LONGEST_KEY = 100

Value = str | list | dict


def canonical(text: str, kind: type[Part], bare: bool = False) -> str:
    """A record's text in its canonical form, with the same content and all comments, or ``bare`` of them. Raises Fault for what is not a record."""
    return _formed(text, parse(text, {}), kind, bare)


def _formed(text: str, content: dict, kind: type[Part], bare: bool = False) -> str:
    return write(content, kind, comments.find(text, compose(text)) if "#" in text and not bare else {})


def differs(text: str, content: dict, kind: type[Part], bare: bool = False) -> tuple[int, str, str] | None:
    """The first line in which a text is not canonical: its number from 1, the line, what it should be; None where all is.

    ``content`` is what the text was parsed to.
    """
    form = _formed(text, content, kind, bare)
    if form == text:
        return None
    pairs = zip_longest(text.replace("\r", "\\r").split("\n"), form.split("\n"), fillvalue="")
    return next((number, is_, should) for number, (is_, should) in enumerate(pairs, 1) if is_ != should or number > form.count("\n"))


def write(content: dict, kind: type[Part], said: Comments | None = None) -> str:
    """A record's content as text, with comments by their places."""
    writer = _Writer(_at_dashes(content, kind, (), said) if said else {})
    lines = writer.mapping(content, kind, (), 0)
    return "\n".join(lines) + "\n"


def _at_dashes(value: Value, model: type[Part] | None, loc: Loc, said: Comments) -> Comments:
    """The comments, where what stands above the first key of an item is held by the item: above its dash, where it is written, it is read so."""
    parts = _parts(model)
    keys = list(_in_order(value, parts)) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    if keys and isinstance(value, dict) and loc and isinstance(loc[-1], int) and (*loc, keys[0]) in said:
        first = said[*loc, keys[0]]
        above = [*(said[loc].above if loc in said else ()), *first.above]
        said = said | {loc: replace(said.get(loc, Comment()), above=above), (*loc, keys[0]): replace(first, above=[])}
        if not (first.beside or first.below):
            del said[*loc, keys[0]]
    for key in keys:
        said = _at_dashes(value[key], (parts[key][1] if key in parts else None) if isinstance(value, dict) else model, (*loc, key), said)
    return said


@cache
def _parts(model: type[Part] | None) -> dict[str, tuple[int, type[Part] | None]]:
    """Each key of a part with its rank and the part that it holds."""
    return {field.key: (number, field.model or (Text if field.form == "party" else None)) for number, field in enumerate(fields.of(model) if model else ())}


def _in_order(value: dict, parts: dict[str, tuple[int, type[Part] | None]]) -> Iterable[str]:
    """The keys of a mapping as they are written: unknown ones last."""
    return sorted(value, key=lambda key: parts[key][0] if key in parts else len(parts)) if parts else value


class _Writer:
    """Writes one record; knows its comments."""

    def __init__(self, said: Comments) -> None:
        self.said = said
        # what cannot stand on one line: places with a comment inside them
        self.open = {loc[:deep] for loc in said for deep in range(len(loc))} | {loc for loc, one in said.items() if one.below}

    def mapping(self, value: dict, model: type[Part] | None, loc: Loc, indent: int) -> list[str]:
        """The lines of a mapping, its keys in the model's order, unknown ones last."""
        parts, lead, lines = _parts(model), " " * indent, []
        for key in _in_order(value, parts):
            if len(key) > LONGEST_KEY or "\n" in key:
                raise Fault(mistake("bad-yaml/key"))
            self.entry(lines, f"{lead}{scalar(key, '', True)}:", value[key], parts[key][1] if key in parts else None, (*loc, key), indent, key)
        return lines + self.below(loc, lead)

    def items(self, value: list, model: type[Part] | None, loc: Loc, indent: int) -> list[str]:
        """The lines of a list, an item after each dash."""
        lines: list[str] = []
        for number, item in enumerate(value):
            self.entry(lines, " " * indent + "-", item, model, (*loc, number), indent)
        return lines + self.below(loc, " " * indent)

    def entry(self, lines: list[str], head: str, value: Value, model: type[Part] | None, loc: Loc, indent: int, key: str = "") -> None:
        """Add the lines of a key with its value, or of a dash with its item; ``head`` is what they start with."""
        said = self.said.get(loc) or Comment()
        item = head.endswith("-")
        one_line = self.inline(value, key, model, loc, len(head))
        if one_line is not None:
            lines += self.above(said.above, indent, lines)
            lines.append((f"{head} {one_line}" if one_line else head) + self.beside(said))
            return
        inside = (self.mapping if isinstance(value, dict) else self.items)(value, model, loc, indent + 2)
        if not item:
            lines += [*self.above(said.above, indent, lines), head + self.beside(said), *inside]
            return
        # the first thing inside stands behind the dash, what is said above it above the dash
        first = next(number for number, line in enumerate(inside) if line.strip() and not line.lstrip().startswith("#"))
        lines += self.above([*said.above, *said.beside, *(line.strip() for line in inside[:first])], indent, lines)
        lines += [f"{head} {inside[first][indent + 2 :]}", *inside[first + 1 :]]

    def inline(self, value: Value, key: str, model: type[Part] | None, loc: Loc, before: int) -> str | None:
        """A value on one line; None where it takes several."""
        if isinstance(value, str):
            return scalar(value, key)
        if loc in self.open or (isinstance(value, dict) and "id" in value):
            return None
        line = _flat(value, key, model)
        return line if line is not None and before + 1 + _width(line) <= WIDTH else None

    def above(self, said: list[str], indent: int, lines: list[str]) -> list[str]:
        """Comments as lines; on the record's own level with an empty line before them."""
        return ([""] if said and not indent and lines else []) + [" " * indent + line if line else "" for line in said]

    def beside(self, said: Comment) -> str:
        return "  " + "  ".join(said.beside) if said.beside else ""

    def below(self, loc: Loc, lead: str) -> list[str]:
        said = self.said.get(loc)
        if not said or not said.below:
            return []
        return ([] if lead else [""]) + [lead + line if line else "" for line in said.below]


def _flat(value: dict | list, key: str, model: type[Part] | None) -> str | None:
    """A mapping or list of plain values in braces or brackets; None where there is more in it, or a value is still to be written."""
    if isinstance(value, list):
        return None if not all(value) or any(isinstance(item, (dict, list)) for item in value) else "[" + ", ".join(scalar(item, key, True) for item in value) + "]"
    parts, pieces = _parts(model), []
    for name in _in_order(value, parts):
        held = value[name]
        if held == "" or isinstance(held, dict):
            return None
        piece = scalar(held, name, True) if isinstance(held, str) else _flat(held, name, None)
        if piece is None:
            return None
        pieces.append(f"{scalar(name, '', True)}: {piece}")
    return "{" + ", ".join(pieces) + "}"


def _width(text: str) -> int:
    """Columns that a text takes: kana and kanji, three bytes in UTF-8, take two."""
    return len(text) + (len(text.encode()) - len(text)) // 2
