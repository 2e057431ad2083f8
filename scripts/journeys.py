"""Who left OpenAI when, and where to: departures and what came next. Pure functions of the catalog."""

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from . import dates, relations
from .catalog import Catalog, once
from .model import Event, Person, Stage, Stint

KINDS = ("founded", "company", "academia", "other", "unknown")  # what came next, in the order in which pictures stack it
COMPANIES = ("ai-lab", "startup", "tech-company")  # kinds of organisations that count as another AI or technology company
SOON = timedelta(days=365)  # a company founded within it counts as what came next, whatever stood between


@dataclass(frozen=True)
class Departure:
    """One leaving of OpenAI: whose, when, whether only "known to have left by" is on record, what came next, oldest first."""

    person: str
    date: str
    exact: bool
    next: tuple[Stint, ...]
    kind: str

    @property
    def year(self) -> int:
        return dates.parts(self.date)[0]

    @property
    def to(self) -> Stint | None:
        """The stint that the departure led to: the founding, or else the first."""
        return next((stint for stint in self.next if self.kind == "founded" and stint.kind == "founder"), self.next[0] if self.next else None)


@once
def departures(catalog: Catalog) -> list[Departure]:
    """Every leaving of OpenAI, oldest first; someone who came back and left again has two."""
    found = [one for id, person in catalog.people.items() for one in _departures(catalog, id, person)]
    return sorted(found, key=lambda one: (dates.first_day(one.date), one.person))


@once
def last_departures(catalog: Catalog) -> dict[str, Departure]:
    """The last leaving of everyone who is not at OpenAI now."""
    found = {id: last_departure(catalog, id) for id in catalog.people}
    return {id: one for id, one in found.items() if one}


def years(catalog: Catalog) -> list[int]:
    """The years in which someone left for the last time, newest first."""
    return sorted({one.year for one in last_departures(catalog).values()}, reverse=True)


def kinds_used(catalog: Catalog) -> list[str]:
    """The kinds of what came next that there are."""
    used = {one.kind for one in last_departures(catalog).values()}
    return [kind for kind in KINDS if kind in used]


def orgs_used(catalog: Catalog) -> set[str]:
    """Ids of the organisations to which people went."""
    return {one.to.org for one in last_departures(catalog).values() if one.to and isinstance(one.to.org, str)}


def last_departure(catalog: Catalog, id: str) -> Departure | None:
    """The last leaving of someone who is not at OpenAI now, else None."""
    person = catalog.people[id]
    return [*_departures(catalog, id, person)][-1] if relations.has_left(person) else None


def _departures(catalog: Catalog, id: str, person: Person) -> list[Departure]:
    ended = [spell for spell in spells(person) if not any(stint.as_of for stint in spell)]
    found = []
    for number, spell in enumerate(ended):
        last = max(spell, key=_end)
        date = last.to or last.left_by
        back = ended[number + 1][0].since if number + 1 < len(ended) else None
        after = _after(person, spell, date, back)
        found.append(Departure(id, date, bool(last.to), tuple(after), _kind(catalog, after, date)))
    return found


@once
def spells_of_all(catalog: Catalog) -> dict[str, list[list[Stint]]]:
    """The times at OpenAI of everyone who was there."""
    return {id: found for id, person in catalog.people.items() if (found := spells(person))}


def spells(person: Person) -> list[list[Stint]]:
    """The stints at OpenAI in unbroken times: a seat on the board while on the staff begins no new one."""
    found: list[list[Stint]] = []
    for stint in relations.at_openai(person):
        if found and (stint.since is None or _day(dates.first_day(stint.since)) <= max(map(_end, found[-1])) + timedelta(days=31)):
            found[-1].append(stint)
        else:
            found.append([stint])
    return found


def _after(person: Person, spell: list[Stint], left: str, back: str | None) -> list[Stint]:
    """What came next: stints begun within a year or undated below it in the career, then those held all along, then later ones."""
    place = max(person.career.index(stint) for stint in spell)
    start, limit = _day(dates.first_day(left)), _day(dates.last_day(left)) + SOON
    soon, held, later = [], [], []
    for number, stint in enumerate(person.career):
        if stint.org == relations.OPENAI or (back and stint.since and dates.first_day(stint.since) > dates.first_day(back)):
            continue
        if stint.since is None:
            if number > place:
                soon.append(stint)
        elif _day(dates.last_day(stint.since)) >= start - (SOON if stint.kind == "founder" else timedelta(0)):
            (soon if _day(dates.first_day(stint.since)) <= limit else later).append(stint)
        elif _end(stint) > limit:
            held.append(stint)
    return [*soon, *held, *later]


def _kind(catalog: Catalog, after: list[Stint], left: str) -> str:
    """What came next, in one word of KINDS."""
    if not after:
        return "unknown"
    if any(stint.kind == "founder" and (stint.since is None or _near(stint.since, left)) for stint in after):
        return "founded"
    first = after[0]
    if first.kind == "academic":
        return "academia"
    known = catalog.companies.get(first.org) if isinstance(first.org, str) else None
    return "company" if known and known.kind in COMPANIES else "other"


def _near(since: str, left: str) -> bool:
    """True for a founding within a year before or after a departure."""
    early, late = _day(dates.first_day(left)) - SOON, _day(dates.last_day(left)) + SOON
    return _day(dates.last_day(since)) >= early and _day(dates.first_day(since)) <= late


def _day(numbers: tuple[int, int, int]) -> Day:
    return Day(*numbers)


def _end(stint: Stint) -> Day:
    return Day.max - SOON if stint.as_of else _day(dates.last_day(stint.to or stint.left_by))


def left_in(catalog: Catalog, stage: Stage, today: Day) -> list[Departure]:
    """The departures within a stage's years, as far as their dates tell; not those known only by a limit."""
    since, to = dates.first_day(stage.since), dates.last_day(stage.to) if stage.to else (today.year, today.month, today.day)
    return [one for one in departures(catalog) if one.exact and since <= dates.first_day(one.date) and dates.last_day(one.date) <= to]


def key_events(catalog: Catalog) -> list[tuple[str, Event]]:
    """Stage id and event of the events that pictures mark, oldest first."""
    held = [(id, event) for id, stage in catalog.stages_in_order for event in stage.events if event.key]
    return sorted(held, key=lambda pair: dates.first_day(pair[1].date))
