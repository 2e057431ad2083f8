"""Who founded what with whom: people on the left, their companies on the right, a line for each founding."""

from dataclasses import dataclass

from .. import relations
from ..pages.view import View

ROW = 20  # pixels
LEFT, RIGHT = 43, 57  # percent of the width between which the lines run


@dataclass(frozen=True)
class Drawing:
    """Places down in pixels of people and companies, the lines between them, and the whole height."""

    people: dict[str, float]
    companies: dict[str, float]
    lines: list[tuple[str, str]]
    height: int


def drawing(view: View) -> Drawing:
    """Companies with the most founders first; a person who founded several stands at the first of them."""
    founded = {id: [person for person, _ in relations.founders(view.catalog, id)] for id in relations.alumni_companies(view.catalog)}
    order = sorted(founded, key=lambda id: (-len(founded[id]), _began(view, id), id))
    order = _beside(order, founded)
    people: dict[str, float] = {}
    for company in order:
        for person in founded[company]:
            people.setdefault(person, 0)
    people = {person: number * ROW + ROW / 2 for number, person in enumerate(people)}
    height = max(len(people), len(order)) * ROW
    companies = _apart({id: sum(people[one] for one in founded[id]) / len(founded[id]) for id in order}, height)
    return Drawing(people, companies, [(person, id) for id in order for person in founded[id]], height)


def _beside(order: list[str], founded: dict[str, list[str]]) -> list[str]:
    """Companies that share a founder stand together, behind the larger one."""
    by_founder: dict[str, list[str]] = {}
    for company in order:
        for person in founded[company]:
            by_founder.setdefault(person, []).append(company)
    place, held = {company: number for number, company in enumerate(order)}, dict[str, None]()
    for company in order:
        if company not in held:
            near = {other for person in founded[company] for other in by_founder[person]} - held.keys() - {company}
            held |= dict.fromkeys([company, *sorted(near, key=place.__getitem__)])
    return list(held)


def _apart(wanted: dict[str, float], height: int) -> dict[str, float]:
    """Places as near as can be to those wanted, a row apart, within the height."""
    ordered = sorted(wanted, key=lambda id: wanted[id])
    places: dict[str, float] = {}
    above = -ROW / 2
    for number, id in enumerate(ordered):
        lowest = height - ROW * (len(ordered) - number) + ROW / 2
        above = places[id] = min(max(wanted[id], above + ROW), lowest)
    return places


def _began(view: View, id: str) -> str:
    founded = view.catalog.companies[id].founded
    return founded.date if founded else "9999"
