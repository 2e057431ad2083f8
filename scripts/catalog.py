"""All records together: look-up by id, what cites what, orders. Pure; reads nothing, writes nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from . import dates
from .load import Data
from .model import Article, Candidate, Company, Part, Person, Record, Source, Stage, Stint, Term, Text
from .problem import Loc
from .watch import Look, Watch, Watched


class Span(NamedTuple):
    """A stage on the line of time."""

    id: str
    order: int
    name: Text
    since: str
    to: str | None



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
    """The records by kind and id. A relation is stated at one record; the properties here give it from the other end.

    Whoever makes a page can ``watch`` what it looks at; ``state`` tells the present state of each such thing.
    """

    data: Data
    people: dict[str, Person] = field(init=False)
    companies: dict[str, Company] = field(init=False)
    stages: dict[str, Stage] = field(init=False)
    sources: dict[str, Source] = field(init=False)
    articles: dict[str, Article] = field(init=False)
    candidates: dict[str, Candidate] = field(init=False)
    watch: Watch = field(init=False)
    scope: set[tuple[str, str]] | None = field(init=False, default=None)
    _walked: dict[int, list[tuple[Loc, object]]] = field(init=False, default_factory=dict)
    _states: dict[Look, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.watch = self.data.watch
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

    @property
    def judged(self) -> list[tuple[str, str, Part]]:
        """The records that rules on single records judge: all, or those of ``scope``."""
        return self.records if self.scope is None else [(folder, id, self.data.records[folder][id]) for folder, id in sorted(self.scope)]

    @property
    def parts(self) -> list[tuple[str, str, Loc, Part]]:
        """Every part of every record that is judged: folder, record id, place, part."""
        return self._parts if self.scope is None else self._parts_of(self.judged)

    @cached_property
    def _parts(self) -> list[tuple[str, str, Loc, Part]]:
        return self._parts_of(self.records)

    def _parts_of(self, records: list[tuple[str, str, Part]]) -> list[tuple[str, str, Loc, Part]]:
        return [(folder, id, loc, part) for folder, id, record in records for loc, part in self.walk(record) if isinstance(part, Part)]

    @property
    def terms(self) -> dict[str, tuple[str, Term]]:
        """Term id to its article's id and the term."""
        self.watch.note("terms", None)
        return self._terms

    @cached_property
    def _terms(self) -> dict[str, tuple[str, Term]]:
        with self.watch.off():
            return {term.id: (id, term) for id, article in self.articles.items() for term in article.terms}

    @cached_property
    def folder_of(self) -> dict[str, str]:
        """Folder of each id that prose can refer to; a term stands on its article's page."""
        with self.watch.off():
            known = {term: "articles" for term in self._terms}
            known |= {id: folder for folder, held in self.data.records.items() if folder not in ("sources", "candidates") for id in held}
        return Watched(self.watch, "folder", known)

    def get(self, id: str) -> Record | Article:
        """The person, company, stage or article of an id. Raises KeyError for an unknown one."""
        return self.data.records[self.folder_of[id]][id]

    def name(self, id: str) -> Text:
        """Name of anything that has a page or is a term."""
        self.watch.note("name", id)
        with self.watch.off():
            return self._terms[id][1].name if id in self._terms else self.get(id).name

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str, str]]]:
        """Id to the records, by folder and id, in which it stands anywhere."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for place, digest in self.data.digests.items():
            for id in digest.mentions:
                found[id].append(place)
        return found

    def mentioning(self, id: str, folder: str) -> list[str]:
        """Ids of the records of a folder in which an id stands anywhere, in order: where to look for what they state of it."""
        self.watch.note("mentions", id)
        return [one for held, one in self._mentions.get(id, ()) if held == folder]

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

    def cites(self, folder: str, id: str, source: str) -> bool:
        """True where a record cites a source, not only holds a word like its id."""
        return any(value == source and loc and _is_citation(loc, self.data.records[folder][id]) for loc, value in self.walk(self.data.records[folder][id]))

    def published_day(self, page: str) -> str | None:
        """The newest day on which a value of a page (``people/sam-altman``) was published or changed, from the ledger."""
        self.watch.note("published", page)
        return self._published_days.get(page)

    @cached_property
    def _published_days(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for address, entry in self.data.ledgers.get("published", {}).items():
            page = address.partition("#")[0]
            found[page] = max(entry["since"], found.get(page, ""))
        return found

    def stints_at(self, company: str) -> list[tuple[str, Stint]]:
        """The stints at a company, with the person's id, oldest first."""
        held = self.mentioning(company, "people")
        with self.watch.off():
            found = [(id, stint) for id in held for stint in self.people[id].career if stint.org == company]
        return sorted(found, key=lambda pair: (start(pair[1]), pair[0]))

    @property
    def stages_in_order(self) -> list[tuple[str, Stage]]:
        """The stages with their ids, whole."""
        return sorted(self.stages.items(), key=lambda pair: pair[1].order)

    @property
    def spans(self) -> list[Span]:
        """The stages in order, as far as a line of time needs them."""
        self.watch.note("spans", None)
        with self.watch.off():
            return [Span(id, stage.order, stage.name, stage.since, stage.to) for id, stage in self.stages_in_order]

    def state(self, look: Look) -> str:
        """The present state of something that was looked at, as a fingerprint: it changes whenever the thing may have changed."""
        if look not in self._states:
            with self.watch.off():
                self._states[look] = self._state(*look)
        return self._states[look]

    def _state(self, kind: str, key: str | None) -> str:
        digests = self.data.digests
        match kind, key:
            case "terms", None:
                return self._all(("articles", id) for id in self.data.records["articles"])
            case "folder", str():
                return self.folder_of.get(key, "")
            case "name", str():
                if key in self._terms:
                    return repr(self._terms[key][1].name)
                place = (self.folder_of.get(key, ""), key)
                return digests[place].name if place in digests else ""
            case "mentions", str():
                return self._all(self._mentions.get(key, ()))
            case "published", str():
                return self._published_days.get(key, "")
            case "spans", None:
                return repr(self.spans)
            case "agreed", str():
                return self.data.ledgers.get("texts", {}).get(key, "")
            case "texts", None:
                held = repr(([one.texts for one in digests.values()], self.data.by_hand))
                return hashlib.sha256(held.encode()).hexdigest()
            case "ledger", str():
                return self.data.ledger_digests.get(key, "")
            case folder, str():
                return digests[folder, key].sha if (folder, key) in digests else ""
            case "folder", None:
                return self._all((folder, id) for folder, id in digests if folder != "sources")
            case folder, None:
                return self._all(place for place in digests if place[0] == folder)
        raise KeyError(kind)

    def _all(self, places: Iterable[tuple[str, str]]) -> str:
        """One fingerprint for several records."""
        held = "".join(f"{folder}/{id} {self.data.digests[folder, id].sha}\n" for folder, id in places)
        return hashlib.sha256(held.encode()).hexdigest()

    def facts(self) -> Iterator[tuple[str, str, Loc, Part]]:
        """Every cited statement: folder, record id, place, part."""
        yield from (place for place in self.parts if "sources" in type(place[-1]).model_fields)


def start(stint: Stint) -> tuple[int, int, int]:
    """Sorting key of a stint's beginning; a stint without one comes by its end."""
    known = stint.since or stint.to or stint.left_by or stint.as_of
    return dates.first_day(known) if known else (9999, 1, 1)


def _is_citation(loc: Loc, record: Part) -> bool:
    return len(loc) > 1 and loc[-2] == "sources" or (isinstance(record, Article) and loc == ("source",))
