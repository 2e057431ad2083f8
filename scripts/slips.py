"""The slips that people make in YAML, told by what the line looks like; libyaml only says where it gave up."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Example, Fault, mistake

MAYBE_CUT = re.compile(r"[ \t]#[^\s#]")  # a comment that starts without a space may be a value cut short


def diagnose(text: str, why: str, at: tuple[int, int] | None) -> Fault:
    """The Fault for a text that libyaml refused: ``why`` in its words, ``at`` line and column from 0, None if it gave none."""
    line, column = at or (0, 0)
    return Fault(mistake("bad-yaml"), line + 1, column + 1)


def no_mapping(text: str) -> Fault:
    """The Fault for YAML that is not a mapping of keys to values."""
    return Fault(mistake("wrong-type/record"))


def not_utf8(raw: bytes, start: int) -> Fault:
    """The Fault for a file whose bytes are not UTF-8 from ``start`` on."""
    return Fault(mistake("bad-yaml/not-utf8"), raw[:start].count(b"\n") + 1)


def refuse_cut_values(text: str, node: object) -> None:
    """Raise the Fault for a plain value that a ``#`` behind it cuts short, like ``The #1 lab``."""
    lines = text.splitlines()
    for scalar in _scalars(node):
        line, end = scalar.end_mark.line, scalar.end_mark.column
        if not scalar.style and line < len(lines) and MAYBE_CUT.match(lines[line], end):
            rest = lines[line][end:].rstrip()
            start = scalar.start_mark.column
            mended = f"{lines[line][:start]}{quoted(lines[line][start:].rstrip())}"
            raise Fault(mistake("bad-yaml/comment-in-value", found=scalar.value, rest=rest.strip()), line + 1, end + 2, Example(mended, (line + 1, line + 1)))


def quoted(text: str) -> str:
    """A value in double quotes, as YAML wants it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_record_name(name: str) -> str:
    """A file name that a record may have, made of the given one; "" if nothing is left of it."""
    stem = re.sub(r"\.(ya?ml|txt|json|md)$", "", name, flags=re.I)
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{id}.yml" if id else ""


def _scalars(node: object) -> Iterator:
    """The scalars of a node tree, keys left out."""
    if isinstance(node.value, str):
        yield node
    else:
        for child in node.value:
            yield from _scalars(child[1] if isinstance(child, tuple) else child)
