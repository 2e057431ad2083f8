"""All records together: look-up by id, what cites what, orders. Pure; reads nothing, writes nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from . import dates
from .load import Data
from .model import Article, Candidate, Company, Part, Person, Record, Source, Stage, Stint, Term, Text
from .problem import Loc


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every part, list item and scalar below ``value`` with its place, itself first."""
    yield loc, value
    if isinstance(value, Part):
        for name, info in type(value).model_fields.items():
            yield from walk(getattr(value, name), (*loc, info.alias or name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from walk(item, (*loc, number))


@dataclass
class Catalog:
    """The records by kind and id. A relation is stated at one record; the properties here give it from the other end."""

    data: Data
    people: dict[str, Person] = field(init=False)
    companies: dict[str, Company] = field(init=False)
    stages: dict[str, Stage] = field(init=False)
    sources: dict[str, Source] = field(init=False)
    articles: dict[str, Article] = field(init=False)
    candidates: dict[str, Candidate] = field(init=False)
    _walked: dict[int, list[tuple[Loc, object]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for folder in ("people", "companies", "stages", "sources", "articles", "candidates"):
            setattr(self, folder, self.data.records.get(folder, {}))

    def walk(self, record: Part) -> list[tuple[Loc, object]]:
        """What ``walk`` gives for a record, kept: a check asks for it many times."""
        if id(record) not in self._walked:
            self._walked[id(record)] = list(walk(record))
        return self._walked[id(record)]

    @cached_property
    def records(self) -> list[tuple[str, str, Part]]:
        """Every record: folder, id, record."""
        return [(folder, id, record) for folder, held in self.data.records.items() for id, record in held.items()]

    @cached_property
    def parts(self) -> list[tuple[str, str, Loc, Part]]:
        """Every part of every record: folder, record id, place, part."""
        return [(folder, id, loc, part) for folder, id, record in self.records for loc, part in self.walk(record) if isinstance(part, Part)]

    @cached_property
    def terms(self) -> dict[str, tuple[str, Term]]:
        """Term id to its article's id and the term."""
        return {term.id: (id, term) for id, article in self.articles.items() for term in article.terms}

    @cached_property
    def folder_of(self) -> dict[str, str]:
        """Folder of each id that prose can refer to; a term stands on its article's page."""
        known = {term: "articles" for term in self.terms}
        return known | {id: folder for folder, id, record in self.records if not isinstance(record, (Source, Candidate))}

    def get(self, id: str) -> Record | Article:
        """The person, company, stage or article of an id. Raises KeyError for an unknown one."""
        return self.data.records[self.folder_of[id]][id]

    def name(self, id: str) -> Text:
        """Name of anything that has a page or is a term."""
        return self.terms[id][1].name if id in self.terms else self.get(id).name

    def prose_names(self, language: str) -> dict[str, tuple[str, ...]]:
        """The words by which prose names each person (the family name) and company; Japanese prose may use the Latin form."""
        named = {id: person.family for id, person in self.people.items()} | {id: company.name for id, company in self.companies.items()}
        return {id: (name.en,) if language == "en" else (name.ja, name.en) for id, name in named.items()}

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        """Ids of the facts on the page of each person, company, stage and article."""
        return {id: {part.id for _, part in self.walk(record) if hasattr(part, "id")} for _, id, record in self.records}

    @cached_property
    def citations(self) -> dict[str, list[tuple[str, str, Loc]]]:
        """Source id to the places that cite it: folder, record id, place of the citation."""
        found: dict[str, list[tuple[str, str, Loc]]] = defaultdict(list)
        for folder, id, record in self.records:
            for loc, value in self.walk(record):
                if isinstance(value, str) and loc and _is_citation(loc, record):
                    found[value].append((folder, id, loc))
        return found

    @cached_property
    def published_days(self) -> dict[str, str]:
        """Page (``people/sam-altman``) to the newest day on which one of its values was published or changed, from the ledger."""
        found: dict[str, str] = {}
        for address, entry in self.data.ledgers.get("published", {}).items():
            page = address.partition("#")[0]
            found[page] = max(entry["since"], found.get(page, ""))
        return found

    @cached_property
    def stints_at(self) -> dict[str, list[tuple[str, Stint]]]:
        """Company id to the stints there, with the person's id, oldest first."""
        found: dict[str, list[tuple[str, Stint]]] = defaultdict(list)
        for id, person in self.people.items():
            for stint in person.career:
                if isinstance(stint.org, str):
                    found[stint.org].append((id, stint))
        for stints in found.values():
            stints.sort(key=lambda pair: (start(pair[1]), pair[0]))
        return found

    @cached_property
    def stages_in_order(self) -> list[tuple[str, Stage]]:
        return sorted(self.stages.items(), key=lambda pair: pair[1].order)

    def facts(self) -> Iterator[tuple[str, str, Loc, Part]]:
        """Every cited statement: folder, record id, place, part."""
        yield from (place for place in self.parts if "sources" in type(place[-1]).model_fields)


def start(stint: Stint) -> tuple[int, int, int]:
    """Sorting key of a stint's beginning; a stint without one comes by its end."""
    known = stint.since or stint.to or stint.left_by or stint.as_of
    return dates.first_day(known) if known else (9999, 1, 1)


def _is_citation(loc: Loc, record: Part) -> bool:
    return len(loc) > 1 and loc[-2] == "sources" or (isinstance(record, Article) and loc == ("source",))
