"""Facts that age: a position after 180 days, a valuation after 90, a founding never. Today's date is an argument."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from . import dates, relations
from .catalog import Catalog, once
from .model import Text

AGES = {"position": 180, "state": 180, "valuation": 90}  # days after which a fact of the kind is due for a check
SETTLED = ("acquired", "merged", "closed")  # states that do not change by themselves


@dataclass(frozen=True)
class Due:
    """A fact to check again: where it stands, its kind, the organisation of a position, the date it is known for, its age."""

    folder: str
    id: str
    anchor: str
    kind: str
    org: str | Text | None
    date: str
    days: int


def age(date: str, today: datetime.date) -> int:
    """Days from the last day that the date can mean until today; none for a date in the future."""
    year, month, day = dates.last_day(date)
    return max(0, (today - datetime.date(year, month, day)).days)


def is_due(kind: str, date: str, today: datetime.date) -> bool:
    """True where a fact of the kind is older than its kind allows."""
    return age(date, today) > AGES[kind]


@once
def due(catalog: Catalog, today: datetime.date) -> list[Due]:
    """Every fact that is due for a check, the oldest first."""
    found = [Due(*place, kind, org, date, age(date, today)) for *place, kind, org, date in _ageing(catalog) if is_due(kind, date, today)]
    return sorted(found, key=lambda one: (-one.days, one.id, one.anchor))


def _ageing(catalog: Catalog) -> Iterator[tuple[str, str, str, str, str | Text | None, str]]:
    """Folder, record id, anchor, kind, organisation and date of every fact that ages."""
    for id, person in catalog.people.items():
        for stint in person.career:
            if stint.as_of:
                yield "people", id, stint.id, "position", stint.org, stint.as_of
    for id, company in catalog.companies.items():
        if company.state.kind not in SETTLED:
            yield "companies", id, "state", "state", None, company.state.as_of
            if latest := relations.latest_valuation(company):
                yield "companies", id, latest.id, "valuation", None, latest.date
