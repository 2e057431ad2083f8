"""Figures of several rounds: medians, ratios within a round, growth, and the tables that show them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

OURS = "atlas"


@dataclass
class Figures:
    """Every figure that was measured, by number of profiles, tool, task and what was measured, one a round: None where a round has none."""

    held: dict[tuple[int, str, str, str], list[float | None]] = field(default_factory=dict)

    def note(self, count: int, tool: str, task: str, round_: int, **figures: float) -> None:
        """Note the figures of one task in one round, from 0."""
        for name, value in figures.items():
            rounds = self.held.setdefault((count, tool, task, name), [])
            rounds += [None] * (round_ - len(rounds)) + [value]

    def median(self, count: int, tool: str, task: str, name: str) -> float | None:
        """The median over the rounds, None where there is no figure."""
        known = [one for one in self.held.get((count, tool, task, name), []) if one is not None]
        return median(known) if known else None

    def ratio(self, count: int, tool: str, task: str, name: str, ours: str = "") -> float | None:
        """How many times as much as the atlas's own task (``ours``, by default the same one): the median of the ratios within each round."""
        pairs = zip(self.held.get((count, tool, task, name), []), self.held.get((count, OURS, ours or task, name), []), strict=False)
        known = [theirs / own for theirs, own in pairs if theirs is not None and own]
        return median(known) if known else None

    def counts(self) -> list[int]:
        return sorted({key[0] for key in self.held})

    def tools(self, count: int) -> list[str]:
        """The tools measured at a size, the atlas first."""
        return list(dict.fromkeys([OURS, *(key[1] for key in self.held if key[0] == count)]))

    def growth(self, tool: str, task: str, name: str) -> list[tuple[int, int, float]]:
        """Between each two sizes: how a figure grows, as the exponent log(t2/t1) / log(n2/n1); 1 is a straight line."""
        known = [(count, value) for count in self.counts() if (value := self.median(count, tool, task, name))]
        steps = [(first, second) for first, second in zip(known, known[1:], strict=False)]
        return [(n1, n2, exponent(n1, t1, n2, t2)) for (n1, t1), (n2, t2) in steps]


def exponent(n1: float, t1: float, n2: float, t2: float) -> float:
    """The exponent of growth from ``t1`` at ``n1`` to ``t2`` at ``n2``."""
    return math.log(t2 / t1) / math.log(n2 / n1)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; numbers with three figures that count, None as a dash."""
    names = list(head)
    lines = [names, ["---"] + ["---:"] * (len(names) - 1), *([shown(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def shown(cell: object) -> str:
    """A cell of a table."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.0f}" if cell >= 100 else f"{cell:.1f}" if cell >= 10 else f"{cell:.2f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
