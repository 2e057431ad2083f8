"""Mends written out: the corrected lines of a record's file, for an editor to paste."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from .parse import compose, read_text
from .problem import Example, Fault, Loc, Mend, Problem

MOST = 30  # lines; a longer example helps nobody
SPECIAL = set(",[]{}#&*!|>'\"%@`")


class Edit(NamedTuple):
    """The characters from ``start`` to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


class Spot(NamedTuple):
    """A place in a file: the node of its key, of its value, of the mapping or list that holds it, and the last step to it."""

    key: object | None
    value: object
    within: object | None
    step: str | int | None


def with_example(root: Path, problem: Problem) -> Problem:
    """The problem with its example, read from the file below ``root``; as it was where there is nothing to show."""
    if problem.example or not problem.mistake.mends:
        return problem
    try:
        return replace(problem, example=example(read_text(root / problem.path), problem.mistake.mends))
    except (OSError, Fault):
        return problem


def example(text: str, mends: tuple[Mend, ...]) -> Example | None:
    """The lines of a record's text as they are after the mends, and which lines they take the place of."""
    text = text.replace("\r\n", "\n")
    tree = compose(text)
    if mends[0].how == "form":
        key = _spot(tree, mends[0].loc).key
        return Example("\n".join(" " * key.start_mark.column + line for line in mends[0].text.split("\n")))
    edits = sorted(_edit(text, tree, mend) for mend in mends)
    if any(edit.start < before.end for before, edit in zip(edits, edits[1:], strict=False)):
        return None
    first, last = text.count("\n", 0, edits[0].start), text.count("\n", 0, edits[-1].end)
    start, end = _line_start(text, edits[0].start), _line_end(text, edits[-1].end)
    mended, at = "", start
    for edit in edits:
        mended, at = mended + text[at : edit.start] + edit.text, edit.end
    mended += text[at:end]
    whole = text[:start] + mended + text[end:]
    if edits[0].start == start == edits[0].end and len(edits) == 1 and edits[0].text.endswith("\n"):  # whole lines were put in
        mended, last = edits[0].text.rstrip("\n"), first - 1
    if mended.count("\n") >= MOST or not _reads(whole):
        return None
    return Example(mended, None if any(mend.idea for mend in mends) else (first + 1, last + 1))


def _edit(text: str, tree: object, mend: Mend) -> Edit:
    spot = _spot(tree, mend.loc)
    if mend.how == "item":  # keys where a list of such is wanted
        start, end = spot.value.start_mark.index, _leaf_end(text, spot.value)
        return Edit(start, end, f"[{text[start:end]}]" if spot.value.flow_style else "- " + text[start:end].replace("\n", "\n  "))
    if mend.how == "add":
        return _added(text, spot.value, mend)
    if mend.how == "key":
        return Edit(spot.key.start_mark.index, spot.key.end_mark.index, mend.text)
    if mend.how == "move":
        return _moved(text, spot, _spot(tree, mend.to).value)
    flow = spot.within is not None and bool(spot.within.flow_style)
    said = mend.text if mend.how == "yaml" else scalar(mend.text, flow)
    start, end = spot.value.start_mark.index, spot.value.end_mark.index
    if mend.how == "join":  # the keys that follow and have no value were meant as more of this value
        keys = [key for key, _ in spot.within.value]
        for key, value in spot.within.value[keys.index(spot.key) + 1 :]:
            if value.value != "" or value.end_mark.index > value.start_mark.index:
                break
            end = key.end_mark.index
    if spot.key is not None and start == spot.key.end_mark.index + 1 and not text[start - 1 : start].isspace():
        said = " " + said  # there was no value, and so no space after the colon
    if text[start:end].endswith("\n"):
        end -= 1
    return Edit(start, end, said)


def _added(text: str, mapping: object, mend: Mend) -> Edit:
    """A key put into a mapping: after the one that is named, else at its end."""
    if not isinstance(mapping.value, list) or not mapping.value:
        return Edit(mapping.start_mark.index, mapping.end_mark.index, mend.text)
    before = next((pair for pair in mapping.value if pair[0].value == mend.after), mapping.value[-1])
    if mapping.flow_style:
        at = before[1].end_mark.index
        return Edit(at, at, f", {mend.text}")
    lead = " " * mapping.value[0][0].start_mark.column
    at = _line_end(text, max(_leaf_end(text, before[1]) - 1, before[0].start_mark.index)) + 1
    missing = "" if at <= len(text) else "\n"
    return Edit(min(at, len(text)), min(at, len(text)), missing + "".join(f"{lead}{line}\n" for line in mend.text.split("\n")))


def _moved(text: str, spot: Spot, part: object) -> Edit:
    """The lines of a key with its value, in the column of another part's keys."""
    start, end = _line_start(text, spot.key.start_mark.index), _line_end(text, max(_leaf_end(text, spot.value) - 1, spot.key.start_mark.index))
    lead = " " * part.value[0][0].start_mark.column
    now = spot.key.start_mark.column
    return Edit(start, end, "\n".join(lead + line[now:] for line in text[start:end].split("\n")))


def _spot(tree: object, loc: Loc) -> Spot:
    """The deepest place on the way to ``loc``; steps that the file does not have are passed over."""
    spot = Spot(None, tree, None, None)
    for step in loc:
        if isinstance(step, int) and isinstance(spot.value.value, list) and step < len(spot.value.value) and not isinstance(spot.value.value[step], tuple):
            spot = Spot(None, spot.value.value[step], spot.value, step)
        elif isinstance(step, str) and isinstance(spot.value.value, list):
            pairs = [pair for pair in spot.value.value if isinstance(pair, tuple)]
            spot = next((Spot(key, value, spot.value, step) for key, value in pairs if key.value == step), spot)
    return spot


def scalar(text: str, flow: bool = True) -> str:
    """A value as YAML writes it, in quotes where it needs them."""
    plain = text == text.strip() and text[:1] not in SPECIAL | set("-?:") and ": " not in text and " #" not in text and not text.endswith(":")
    if text and plain and "\n" not in text and not (flow and set(text) & set(",[]{}")):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _leaf_end(text: str, node: object) -> int:
    """Where the last value inside a node ends; the node itself ends where the next one begins."""
    while isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node.end_mark.index


def _reads(text: str) -> bool:
    try:
        compose(text)
    except Fault:
        return False
    return True


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found
