"""What a card says: the catalog in, the words of each page's card out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import dates, formats, journeys, relations
from ..catalog import Catalog
from ..labels import choice, label
from ..model import Company, Person, Stage, Stint, Text

GENERAL = "index"  # the card of the pages that have none of their own
MANY = 5  # founders that are named
POSTS = 2  # posts after OpenAI, or of someone who was never there


@dataclass(frozen=True)
class Row:
    """A line of facts: what it is, what it says, and when or of what kind; ``label`` and ``aside`` may be empty."""

    label: str
    text: str
    aside: str = ""


@dataclass(frozen=True)
class Card:
    """The words of one card. ``other`` is the name in the other script, ``site`` the atlas's name, ``dated`` the as-of date; each may be empty."""

    language: str
    site: str
    kind: str
    name: str
    other: str
    rows: tuple[Row, ...]
    dated: str


def texts(catalog: Catalog, language: str) -> dict[str, Card]:
    """The cards of one language: path below the language's root, like ``people/sam-altman``, to its card; ``GENERAL`` for the other pages."""
    found = {GENERAL: _general(catalog, language)}
    found |= {f"people/{id}": _person(catalog, language, id, person) for id, person in catalog.people.items()}
    found |= {f"companies/{id}": _company(catalog, language, id, company) for id, company in catalog.companies.items()}
    return found | {f"stages/{id}": _stage(language, stage) for id, stage in catalog.stages.items()}


def _card(language: str, kind: str, name: Text, rows: list[Row], latest: str) -> Card:
    """A card under a name in both scripts; ``latest`` is the latest date of what it says, or empty."""
    said, other = (name.ja, name.en) if language == "ja" else (name.en, name.ja)
    dated = label("as_of", language).format(formats.date(latest, language)) if latest else ""
    return Card(language, label("site", language), kind, said, other if other != said else "", tuple(rows), dated[:1].upper() + dated[1:])


def _general(catalog: Catalog, language: str) -> Card:
    """The atlas's own card: its name is the heading, so it is not said twice."""
    ja, en = (label("site", language) for language in ("ja", "en"))
    card = _card(language, "", Text(ja=ja, en=en), [Row("", label("tagline", language))], "")
    return Card(**vars(card) | {"site": ""})


def _person(catalog: Catalog, language: str, id: str, person: Person) -> Card:
    """The last post at OpenAI and what came next; for someone who was never there, the last posts of the career."""
    post = relations.main_post(person)
    after = came_next(catalog, id) if post else person.career[-POSTS:]
    shown = [post, *after] if post else after
    known = [date for stint in shown for date in (stint.since, stint.to, stint.left_by, stint.as_of) if date]
    latest = max(known, key=dates.last_day, default="")
    rows = [Row(label("at_openai", language), getattr(post.role, language), _span(post, latest, language))] if post else []
    heading = label("then" if post else "career", language)
    rows += [Row("" if n else heading, _post(catalog, stint, language), _span(stint, latest, language)) for n, stint in enumerate(after)]
    return _card(language, choice("kind", "person", language), person.name, rows, latest)


def came_next(catalog: Catalog, id: str) -> list[Stint]:
    """What someone who left went on to, oldest first: foundings before others where there are too many. Posts held all along are left out."""
    departure = journeys.last_departure(catalog, id)
    if not departure:
        return []
    left = dates.first_day(departure.date)
    founding = departure.to if departure.kind == "founded" else None
    began = [stint for stint in departure.next if stint is founding or not stint.since or dates.last_day(stint.since) >= left]
    career = catalog.people[id].career
    chosen = sorted(began, key=lambda stint: (stint.kind == "founder", career.index(stint)))[-POSTS:]
    return sorted(chosen, key=career.index)


def _post(catalog: Catalog, stint: Stint, language: str) -> str:
    """A post in words: organisation and role."""
    org = catalog.name(stint.org) if isinstance(stint.org, str) else stint.org
    return (" " if language == "ja" else " · ").join((getattr(org, language), getattr(stint.role, language)))


def _span(stint: Stint, latest: str, language: str) -> str:
    """The dates of a post; the date for which it is borne out only where it is not the card's own."""
    as_of = None if (stint.as_of or "").startswith(latest) else stint.as_of
    return formats.span(stint.since, stint.to, stint.left_by, as_of, language) if stint.since or stint.to or stint.left_by or as_of else ""


def _company(catalog: Catalog, language: str, id: str, company: Company) -> Card:
    """Founders, founding, and the latest value; what became of it where that is over or no value is known."""
    founders = label("and", language).join(_founders(catalog, language, id, company))
    rows = [Row(label("founders", language), founders)] if founders else []
    if company.founded:
        rows.append(Row(label("founded", language), formats.date(company.founded.date, language)))
    value, state = relations.latest_valuation(company), company.state
    if value and state.kind in ("active", "public", "subsidiary", "unknown"):
        rows.append(Row(label("latest_value", language), formats.amount(value.amount, language), choice("valuation", value.kind, language)))
        known = value.date
    else:
        rows.append(Row(label("state", language), choice("state", state.kind, language)))
        known = state.as_of
    return _card(language, choice("company", company.kind, language), company.name, rows, known)


def _founders(catalog: Catalog, language: str, id: str, company: Company) -> Iterator[str]:
    """Names of the founders; of many the first, and how many more."""
    names = [getattr(catalog.name(person), language) for person, _ in relations.founders(catalog, id)]
    names += [getattr(founder.name, language) for founder in company.other_founders]
    shown = names if len(names) <= MANY + 1 else names[:MANY]
    yield from (name.replace(" ", "\u00a0") for name in shown)  # no name is broken at the end of a line
    if len(shown) < len(names):
        yield label("and_more", language).format(len(names) - len(shown))


def _stage(language: str, stage: Stage) -> Card:
    """The stage's years."""
    return _card(language, choice("kind", "stage", language), stage.name, [Row("", formats.span(stage.since, stage.to, None, None, language))], "")
