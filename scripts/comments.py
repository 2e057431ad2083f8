"""The comments of a record: found between its values, each held by the key or item that it speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from .problem import Loc

FOUND = re.compile(r"#[^\r\n\x85\u2028\u2029]*")
DASHES = re.compile(r"[ ]*(?:-[ ]+)*")


@dataclass
class Comment:
    """What is said of one place: on lines of their own above it ("" for an empty line between two), beside it, below its last line."""

    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


class Spot(NamedTuple):
    """A key or an item of a list: where it starts, its column, its place, and where the braces or brackets around it end (0: none)."""

    start: int
    column: int
    loc: Loc
    closed: int


Comments = dict[Loc, Comment]


def find(text: str, tree: yaml.Node) -> Comments:
    """The comments of a text by the places that they belong to; ``tree`` is what was composed from it."""
    spots, columns, scalars, flows = [], {}, [], []
    for one in _walk(tree, (), 0):
        if isinstance(one, Spot):
            spots.append(one)
            inside = columns.get(one.loc[:-2], -1) + 1  # a list may start in the column of its key
            columns.setdefault(one.loc[:-1], max(one.column, inside) if len(one.loc) > 1 else one.column)
        elif isinstance(one.value, str):
            scalars.append(_span(text, one))
        else:
            flows.append((one.start_mark.index, one.end_mark.index))
    held, starts, before = {}, [spot.start for spot in spots], None
    for start, said in _between(text, scalars):
        lead = text[_line_start(text, start) : start]
        number = bisect_right(starts, start)
        if DASHES.fullmatch(lead):
            to, loc = _own_line(start, len(lead), spots, number, columns, flows)
            lines = getattr(held.setdefault(loc, Comment()), to)
            if lines and before == (to, loc) and _blank_line_above(text, start):
                lines.append("")
            lines.append(said)
            before = to, loc
        else:
            passed = [spot for spot in spots[:number] if not 0 < spot.closed <= start]
            held.setdefault(passed[-1].loc if passed else (), Comment()).beside.append(said)
            before = None
    return held


def _own_line(start: int, column: int, spots: list[Spot], number: int, columns: dict[Loc, int], flows: list[tuple[int, int]]) -> tuple[str, Loc]:
    """Whether a comment on a line of its own stands above or below something, and what that is."""
    following = spots[number] if number < len(spots) else None
    around = [end for begin, end in flows if begin < start < end]
    if around and (following is None or following.start > min(around)):
        inside = [spot for spot in spots[:number] if spot.closed == min(around)]
        return ("below", inside[0].loc[:-1]) if inside else ("above", spots[number - 1].loc)
    if following is None or not around and column > following.column:
        least = -1 if following is None else following.column
        passed = spots[number - 1].loc if number else ()
        for deep in range(len(passed) - 1, -1, -1):
            if least < columns[passed[:deep]] <= column:
                return "below", passed[:deep]
    return ("above", following.loc) if following else ("below", ())


def _walk(node: yaml.Node, loc: Loc, closed: int) -> Iterator[Spot | yaml.Node]:
    """Every key and item of a tree in the order of the text, with the scalars and the nodes in braces or brackets among them."""
    if isinstance(node.value, str):
        yield node
        return
    if node.flow_style:
        yield node
        closed = node.end_mark.index
    for number, one in enumerate(node.value):
        if isinstance(node, yaml.MappingNode):
            key, value = one
            here = (*loc, key.value)
            yield Spot(key.start_mark.index, key.start_mark.column, here, closed)
            yield key
        else:
            value, here = one, (*loc, number)
            yield Spot(value.start_mark.index, (value if node.flow_style else node).start_mark.column, here, closed)
        yield from _walk(value, here, closed)


def _span(text: str, scalar: yaml.ScalarNode) -> tuple[int, int]:
    """Where a scalar stands, without the comment that may follow the sign of a block (``| # so``)."""
    start, end = scalar.start_mark.index, scalar.end_mark.index
    if scalar.style in ("|", ">"):
        head = text.find("\n", start)
        return (start, start) if head < 0 else (head, end)
    return start, end


def _between(text: str, scalars: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Every comment with its start: a ``#`` that is inside no scalar, to the end of its line."""
    at = 0
    for start, end in [*sorted(scalars), (len(text), len(text))]:
        while (found := FOUND.search(text, at)) and found.start() < start:
            yield found.start(), found[0].rstrip()
            at = found.end()
        at = max(at, end)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _blank_line_above(text: str, start: int) -> bool:
    line = _line_start(text, start)
    return line > 1 and not text[_line_start(text, line - 1) : line].strip()
