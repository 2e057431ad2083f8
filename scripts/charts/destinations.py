"""Where they went: a row a destination, a dot a person, in groups by what came next."""

from dataclasses import dataclass

from .. import journeys
from ..journeys import KINDS, Departure
from ..pages.view import View

ALONE = 2  # destinations with fewer people share the group's last row


@dataclass(frozen=True)
class Row:
    """A destination: company id, or None for the row of all that have one person each; its people, in order of leaving."""

    org: str | None
    people: list[Departure]


def drawing(view: View) -> list[tuple[str, list[Row]]]:
    """Rows by kind of destination, the most people first; each person stands once, by the last departure."""
    last = [one for id in view.catalog.people if (one := journeys.last_departure(view.catalog, id))]
    last.sort(key=lambda one: (one.date, one.person))
    return [(kind, _rows([one for one in last if one.kind == kind])) for kind in KINDS if any(one.kind == kind for one in last)]


def _rows(people: list[Departure]) -> list[Row]:
    held: dict[str, list[Departure]] = {}
    for one in people:
        if one.to and isinstance(one.to.org, str):
            held.setdefault(one.to.org, []).append(one)
    rows = [Row(org, found) for org, found in held.items() if len(found) >= ALONE]
    shown = {one.person for row in rows for one in row.people}
    rest = [one for one in people if one.person not in shown]
    return sorted(rows, key=lambda row: (-len(row.people), row.org)) + ([Row(None, rest)] if rest else [])
