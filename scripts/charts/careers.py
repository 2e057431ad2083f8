"""Careers on the line of years: the small drawing on a profile, and one row a person in the picture of all."""

from dataclasses import dataclass

from .. import journeys
from ..catalog import Span
from ..journeys import Departure
from ..model import Person, Stint
from ..pages.view import View
from ..relations import OPENAI
from .scale import Years, start

STRIP = 19  # pixels of a lane in the strip of stages


@dataclass(frozen=True)
class Bar:
    """A stint as a bar: place, length, the kind that colours it, whether it goes on, whether its end is only known as a limit."""

    stint: Stint
    x: float
    width: float
    kind: str
    open: bool
    loose: bool
    lane: int = 0


def years(view: View) -> Years:
    return Years(view.today.year)


def bars(view: View, person: Person) -> list[Bar]:
    """A bar for each dated stint that reaches into the line of years, in the career's order."""
    found = [_bar(view, stint) for stint in person.career if _end(stint) and start(_end(stint)) >= years(view).first]
    return [bar for bar in found if bar]


def row(view: View, person: Person) -> list[Bar]:
    """The bars of one person side by side: OpenAI on the upper lane, all else below."""
    return [Bar(bar.stint, bar.x, bar.width, bar.kind, bar.open, bar.loose, int(bar.stint.org != OPENAI)) for bar in bars(view, person)]


def bands(view: View) -> list[tuple[str, Span, float, float, int]]:
    """The stages behind a drawing: id, stage, place, length, and the first lane on which it does not overlap another."""
    line, today = years(view), view.today.isoformat()
    ends: list[float] = []  # where the last stage on each lane ends
    found = []
    for stage in view.catalog.spans:
        x, width = line.stretch(stage.since, stage.to or today)
        lane = next((number for number, end in enumerate(ends) if end <= x + 0.1), len(ends))
        ends[lane : lane + 1] = [x + width]
        found.append((stage.id, stage, x, width, lane))
    return found


def strip_height(view: View) -> int:
    """Pixels that the strip of stages takes, all lanes."""
    return STRIP * (1 + max((lane for *_, lane in bands(view)), default=0))


def table(view: View) -> list[tuple[str, Person, Departure | None, list[Bar]]]:
    """Everyone who was at OpenAI, by the date of the last departure, newest first; those who are there still come first."""
    there = journeys.spells_of_all(view.catalog)
    found = [(id, view.catalog.people[id], journeys.last_departure(view.catalog, id), row(view, view.catalog.people[id])) for id in there]
    return sorted(found, key=lambda one: (one[2] is not None, one[2] and _newest(one[2]), one[0]))


def _newest(one: Departure) -> tuple[float, ...]:
    return (-start(one.date),)


def _bar(view: View, stint: Stint) -> Bar | None:
    to = _end(stint)
    x, width = years(view).stretch(stint.since, to)
    kind = "openai" if stint.org == OPENAI else "founded" if stint.kind == "founder" else "academia" if stint.kind == "academic" else "company"
    return Bar(stint, x, width, kind, bool(stint.as_of), bool(stint.left_by) or not stint.since)


def _end(stint: Stint) -> str | None:
    return stint.to or stint.left_by or stint.as_of
