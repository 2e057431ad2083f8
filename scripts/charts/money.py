"""Money: the valuations of companies that OpenAI's people founded, and of OpenAI, over time on a logarithmic scale."""

from dataclasses import dataclass
from itertools import pairwise
from math import log10

from .. import dates, money, relations
from ..model import Valuation
from ..pages.view import View
from .scale import Years, middle

ROW = 17  # pixels of a label
TOP, LEFT, PLOT = 20, 10, 56  # pixels above the highest gridline; percents where the points begin and end, the rest is for labels

HEIGHT = 150  # pixels of one company's drawing


@dataclass(frozen=True)
class Point:
    """A valuation: company, record part, place across (percent) and down (pixels)."""

    company: str
    value: Valuation
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """A company's points, oldest first, and the place down of its label."""

    company: str
    points: list[Point]
    label: float


@dataclass(frozen=True)
class Drawing:
    lines: list[Line]
    grid: list[tuple[int, float]]  # dollars, place down
    ticks: list[tuple[int, float, bool]]
    height: int


def drawing(view: View) -> Drawing:
    """Only amounts in US dollars, so that all stand on one scale; a range is drawn at its upper end."""
    held = {id: values for id in [*relations.alumni_companies(view.catalog), relations.OPENAI] if (values := _dollars(view, id))}
    first = min((dates.first_day(value.date)[0] for values in held.values() for value in values), default=view.today.year)
    line = Years(view.today.year, first)
    sums = [_amount(value) for values in held.values() for value in values]
    low, high = (int(log10(min(sums))), int(log10(max(sums))) + 1) if sums else (8, 9)
    height = max(300, ROW * len(held) + 2 * TOP)

    def down(amount: float) -> float:
        return round(TOP + (high - log10(amount)) / (high - low) * (height - 2 * TOP), 1)

    points = {id: [Point(id, value, _across(line.at(middle(value.date))), down(_amount(value))) for value in values] for id, values in held.items()}
    grid = [(10**power, down(10**power)) for power in range(low, high + 1)]
    ticks = [(year, _across(x), named) for year, x, named in line.ticks()]
    return Drawing(_labelled(points, height), grid, ticks, height)


def _across(place: float) -> float:
    return round(LEFT + place * (PLOT - LEFT) / 100, 2)


def pairs(points: list[Point]) -> list[tuple[Point, Point]]:
    """Each point with the next."""
    return list(pairwise(points))


def company(view: View, id: str) -> tuple[list[Point], list[tuple[int, float, bool]]] | None:
    """The points of one company over the years in which it was valued, with the ticks; None where there is nothing to draw."""
    values = _dollars(view, id)
    if len(values) < 2:
        return None
    line = Years(dates.last_day(values[-1].date)[0], dates.first_day(values[0].date)[0])
    low, high = (side(log10(_amount(value)) for value in values) for side in (min, max))

    def down(value: Valuation) -> float:
        return round(30 + (high - log10(_amount(value))) / ((high - low) or 1) * (HEIGHT - 66), 1)

    return [Point(id, value, line.at(middle(value.date)), down(value)) for value in values], line.ticks()


def _labelled(points: dict[str, list[Point]], height: int) -> list[Line]:
    """Labels by the height of the last point, pushed apart where they would touch."""
    ordered = sorted(points, key=lambda id: (points[id][-1].y, id))
    places: list[float] = []
    for number, id in enumerate(ordered):
        lowest = height - ROW * (len(ordered) - number) + ROW / 2
        places.append(min(max(points[id][-1].y, places[-1] + ROW if places else 0), lowest))
    return [Line(id, points[id], round(place, 1)) for id, place in zip(ordered, places, strict=True)]


def _dollars(view: View, id: str) -> list[Valuation]:
    return relations.by_date([value for value in view.catalog.companies[id].valuations if money.parse(value.amount).currency == "USD"])


def _amount(value: Valuation) -> float:
    return float(money.parse(value.amount).high)
