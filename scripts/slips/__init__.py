"""The slips that people make in YAML, told by what the line looks like; libyaml only says where it gave up."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from ..problem import Example, Fault, mistake
from .lines import SLIPS, fault, no_colon, no_space, quoted, special_start, wide_colon

__all__ = ["MAYBE_CUT", "as_record_name", "diagnose", "no_mapping", "not_utf8", "refuse_cut_values", "special_start"]

Reads = Callable[[str], int | None]  # the line from 0 at which YAML gives up, None where it reads all

MAYBE_CUT = re.compile(r"[ \t]#[^\s#]")  # a comment that starts without a space may be a value cut short
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
CONFLICT = re.compile(r"^(<<<<<<<|=======$|>>>>>>>)")
CODINGS = {"utf_16": "UTF-16", "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "cp1252": "Windows-1252"}


def diagnose(text: str, why: str, marks: list[tuple[int, int]], reads: Reads) -> Fault:
    """The Fault for a text that libyaml refused: ``why`` in its words; line and column, from 0, of where it gave up and of what
    it was reading then; what tells whether a mended text can be read."""
    lines = text.splitlines() or [""]
    if found := _anywhere(lines, why):
        return found
    here, column = min(marks[0][0], len(lines) - 1) if marks else 0, marks[0][1] if marks else 0
    above = [number for number in range(here, -1, -1) if lines[number].strip()][:3]  # where it gave up, and what led there
    for slip in SLIPS:
        for number in dict.fromkeys([*above, *(min(line, len(lines) - 1) for line, _ in marks[1:])]):
            if (found := slip(lines, number)) and (found.example is None or _helps(lines, found.example, reads)):
                return found if found.example else _indented(lines, number, found, reads)
    if any(word in why for word in ("key", "mapping values", "block", "indicator")):
        moved = [_indented(lines, number, fault("indent", lines, number, len(lines[number]) - len(lines[number].lstrip()), None), reads) for number in above or [here]]
        return next((one for one in moved if one.example), moved[0])
    return Fault(mistake("bad-yaml/other", found=lines[here].strip() or "—"), here + 1, column + 1)


def no_mapping(text: str) -> Fault:
    """The Fault for YAML that is not a mapping of keys to values."""
    lines = text.splitlines() or [""]
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    known = next((found for slip in (wide_colon, no_space, no_colon) if (found := slip(lines, first))), None)
    return known or Fault(mistake("wrong-type/record", found=lines[first].strip()), first + 1)


def not_utf8(raw: bytes, start: int) -> Fault:
    """The Fault for a file whose bytes are not UTF-8 from ``start`` on."""
    coding = next((one for one in CODINGS if _is_in(raw, one)), "cp1252")
    return Fault(mistake("bad-yaml/not-utf8", found=CODINGS[coding]), raw[:start].count(b"\n") + 1, start - raw.rfind(b"\n", 0, start))


def refuse_cut_values(text: str, node: object) -> None:
    """Raise the Fault for a plain value that a ``#`` behind it cuts short, like ``The #1 lab``."""
    lines = text.splitlines()
    for scalar in _scalars(node):
        line, end = scalar.end_mark.line, scalar.end_mark.column
        if not scalar.style and line < len(lines) and MAYBE_CUT.match(lines[line], end):
            start = scalar.start_mark.column if scalar.value else end + 1
            rest = lines[line][end:].strip()
            raise fault("comment-in-value", lines, line, end + 1, lines[line][:start] + quoted(lines[line][start:].strip()), found=scalar.value or "—", rest=rest)


def as_record_name(name: str) -> str:
    """A file name that a record may have, made of the given one; "" if nothing is left of it."""
    stem = re.sub(r"(\.(ya?ml|txt|json|md))+$", "", name, flags=re.I)
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{id}.yml" if id else ""


def _anywhere(lines: list[str], why: str) -> Fault | None:
    """What is wrong wherever it stands: conflict markers, control characters, a second document."""
    for number, line in enumerate(lines):
        if CONFLICT.match(line) and any(one.startswith("<<<<<<<") for one in lines):
            return fault("conflict", lines, number, 0, None, found=line.strip()[:30])
        if odd := CONTROL.search(line):
            return fault("control", lines, number, odd.start(), CONTROL.sub("", line), found=f"U+{ord(odd[0]):04X}")
    if "document" in why:
        second = [number for number, line in enumerate(lines) if number and re.match(r"(---|\.\.\.)(\s|$)", line)]
        return fault("several", lines, second[0], 0, None) if second else None
    return None


def _indented(lines: list[str], number: int, found: Fault, reads: Reads) -> Fault:
    """The Fault with the line indented as a line above it is, or two deeper, so that the text can be read; the nearest such indent."""
    bare = lines[number].lstrip(" \t\u3000\u00a0")
    now = len(lines[number].expandtabs(2)) - len(bare)
    known = {len(lead) for line in lines[:number] if line.strip() for lead in (re.match(r" *", line)[0], re.match(r" *(?:- +)?", line)[0])}
    for indent in sorted(known | {one + 2 for one in known}, key=lambda one: (abs(one - now), -one)):
        example = Example(" " * indent + bare, (number + 1, number + 1))
        if example.text != lines[number] and reads("\n".join([*lines[:number], example.text, *lines[number + 1 :]])) is None:
            found.example = example
            break
    return found


def _helps(lines: list[str], example: Example, reads: Reads) -> bool:
    """True where the text with the example in it can be read, or further than before."""
    first, last = example.lines
    stop = reads("\n".join([*lines[: first - 1], example.text, *lines[last:]]))
    return stop is None or stop > last


def _is_in(raw: bytes, coding: str) -> bool:
    try:
        raw.decode(coding)
    except UnicodeDecodeError:
        return False
    return coding != "utf_16" or raw[:2] in (b"\xff\xfe", b"\xfe\xff")


def _scalars(node: object) -> Iterator:
    """The scalars of a node tree, keys left out."""
    if isinstance(node.value, str):
        yield node
    else:
        for child in node.value:
            yield from _scalars(child[1] if isinstance(child, tuple) else child)
