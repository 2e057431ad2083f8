"""Departures over time: a column a year, a block a person, stacked by what came next; stages and key events above."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from .. import dates, journeys
from ..journeys import KINDS, Departure
from ..model import Event
from ..pages.view import View
from .scale import Years, middle

HIGH = 360  # pixels that the highest column may take
BLOCK = 14  # pixels of a block, at most


@dataclass(frozen=True)
class Block:
    departure: Departure
    x: float
    width: float
    y: float


@dataclass(frozen=True)
class Column:
    """A year: its number, the place of its middle, the top of its blocks, how many left."""

    year: int
    middle: float
    top: float
    blocks: list[Block]


@dataclass(frozen=True)
class Drawing:
    """``height``, ``block`` and tops are pixels, places and widths percentages."""

    years: Years
    columns: list[Column]
    height: int
    block: float


def drawing(view: View) -> Drawing:
    """Columns for every year of the line. With many people in a year several blocks stand side by side."""
    line = Years(view.today.year)
    held = {year: [] for year, _, _ in line.ticks()}
    for one in sorted(journeys.departures(view.catalog), key=lambda one: (KINDS.index(one.kind), dates.first_day(one.date), one.person)):
        held.setdefault(dates.parts(one.date)[0], []).append(one)
    most = max(map(len, held.values()), default=1) or 1
    beside = ceil(most * BLOCK / 2 / HIGH)
    size = min(BLOCK, HIGH / ceil(most / beside))
    height = round(size * ceil(most / beside)) + 24
    return Drawing(line, [_column(line, year, people, beside, size, height) for year, people in held.items()], height, size)


def events(view: View) -> list[tuple[int, str, Event, float]]:
    """The key events: number, stage id, event and place, oldest first."""
    line = Years(view.today.year)
    return [(number, id, event, line.at(middle(event.date))) for number, (id, event) in enumerate(journeys.key_events(view.catalog), 1)]


def counts(view: View) -> dict[str, int]:
    """How many departures of each kind the picture holds."""
    return Counter(one.kind for one in journeys.departures(view.catalog))


def _column(line: Years, year: int, people: list[Departure], beside: int, size: float, height: int) -> Column:
    left, whole = line.at(year + 0.08), line.at(line.first + 0.84)
    width = round(whole / beside, 2)
    blocks = [Block(one, round(left + place % beside * width, 2), width, round(height - (place // beside + 1) * size, 1)) for place, one in enumerate(people)]
    return Column(year, line.at(year + 0.5), min((block.y for block in blocks), default=height), blocks)
