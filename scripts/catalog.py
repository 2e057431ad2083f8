"""All records together: look-up by id, what cites what, orders. Pure; reads nothing, writes nothing."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import NamedTuple

from . import dates
from .load import Data
from .model import Article, Candidate, Company, Part, Person, Record, Source, Stage, Stint, Term, Text
from .problem import Loc
from .watch import Look, Watch, Watched

Sides = dict[str, str]  # a text by language


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


def once(function: Callable) -> Callable:
    """A pure function of the catalog that is worked out once; what it looked at is noted each time it is asked for. Nobody may change what it gives."""
    @wraps(function)
    def remembered(catalog: "Catalog", *arguments):
        key = (function, arguments)
        if key not in catalog.remembered:
            with catalog.watch.on() as seen:
                catalog.remembered[key] = function(catalog, *arguments), seen
        found, seen = catalog.remembered[key]
        catalog.watch.also(seen)
        return found

    return remembered


@dataclass
class Catalog:
    """The records by kind and id. A relation is stated at one record; the properties here give it from the other end. Whoever makes
    a page can ``watch`` what it looks at; ``looks.py`` tells the present state of each such thing."""

    data: Data
    people: dict[str, Person] = field(init=False)
    companies: dict[str, Company] = field(init=False)
    stages: dict[str, Stage] = field(init=False)
    sources: dict[str, Source] = field(init=False)
    articles: dict[str, Article] = field(init=False)
    candidates: dict[str, Candidate] = field(init=False)
    watch: Watch = field(init=False)
    scope: set[tuple[str, str]] | None = field(init=False, default=None)
    walked: dict[int, list[tuple[Loc, object]]] = field(init=False, default_factory=dict)
    states: dict[Look, int] = field(init=False, default_factory=dict)  # fingerprints that looks.py has worked out
    changed: set[Look] | None = field(init=False, default=None)  # what of it changed since the last build, where that is known
    remembered: dict[tuple, tuple[object, set[Look]]] = field(init=False, default_factory=dict)  # what ``once`` keeps
    lasting: dict = field(init=False, default_factory=dict)  # what lasting.py keeps
    asked: set[tuple] = field(init=False, default_factory=set)  # what of it was asked for
    _anchors: dict[str, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.watch = self.data.watch
        for folder in ("people", "companies", "stages", "sources", "articles", "candidates"):
            setattr(self, folder, self.data.records.get(folder, {}))

    def walk(self, record: Part) -> list[tuple[Loc, object]]:
        """What ``walk`` gives for a record, kept: a check asks for it many times."""
        if self.watch.seen is not None:
            return list(walk(record))  # each reading of a field is a look
        if id(record) not in self.walked:
            self.walked[id(record)] = list(walk(record))
        return self.walked[id(record)]

    @property
    def records(self) -> list[tuple[str, str, Part]]:
        """Every record: folder, id, record."""
        return [(folder, id, record) for folder, held in self.data.records.items() for id, record in held.items()]

    @contextmanager
    def only(self, scope: Iterable[tuple[str, str]]) -> Iterator[None]:
        """Inside the block, ``judged`` and ``parts`` are those of the records of ``scope``, by folder and id."""
        self._judge(set(scope))
        try:
            yield
        finally:
            self._judge(None)

    def _judge(self, scope: set[tuple[str, str]] | None) -> None:
        self.scope = scope
        self.walked.clear()
        vars(self).pop("judged", None), vars(self).pop("parts", None)

    @cached_property
    def judged(self) -> list[tuple[str, str, Part]]:
        """The records that rules on single records judge."""
        return self.records if self.scope is None else [(folder, id, self.data.records[folder][id]) for folder, id in sorted(self.scope)]

    @cached_property
    def parts(self) -> list[tuple[str, str, Loc, Part]]:
        """Every part of every record that is judged: folder, record id, place, part."""
        return [(folder, id, loc, part) for folder, id, record in self.judged for loc, part in self.walk(record) if isinstance(part, Part)]

    @property
    def terms(self) -> dict[str, tuple[str, Term]]:
        """Term id to its article's id and the term."""
        self.watch.note("terms", None)
        return self.terms_by_id

    @cached_property
    def terms_by_id(self) -> dict[str, tuple[str, Term]]:
        with self.watch.off():
            return {term.id: (id, term) for id, article in self.articles.items() for term in article.terms}

    @cached_property
    def folder_of(self) -> dict[str, str]:
        """Folder of each id that prose can refer to; a term stands on its article's page."""
        with self.watch.off():
            known = {term: "articles" for term in self.terms_by_id}
            known |= {id: folder for folder, held in self.data.records.items() if folder not in ("sources", "candidates") for id in held}
        return Watched(self.watch, "folder", known)

    def get(self, id: str) -> Record | Article:
        """The person, company, stage or article of an id. Raises KeyError for an unknown one."""
        return self.data.records[self.folder_of[id]][id]

    def name(self, id: str) -> Text:
        """Name of anything that has a page or is a term."""
        self.watch.note("name", id)
        with self.watch.off():
            return self.terms_by_id[id][1].name if id in self.terms_by_id else self.get(id).name

    @cached_property
    def mentions(self) -> dict[str, list[tuple[str, str]]]:
        """Id to the records, by folder and id, in which it stands anywhere."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for place, digest in self.data.digests.items():
            for id in digest.mentions:
                found[id].append(place)
        return found

    def mentioning(self, id: str, folder: str) -> list[str]:
        """Ids of the records of a folder in which an id stands anywhere, in order: where to look for what they state of it."""
        self.watch.note("mentions", id)
        return [one for held, one in self.mentions.get(id, ()) if held == folder]

    def anchors(self, id: str) -> set[str]:
        """Ids of the facts on the page of a person, company, stage or article, or in the record of a source."""
        if id not in self._anchors:
            record = next(held[id] for held in self.data.records.values() if id in held)
            self._anchors[id] = {part.id for _, part in self.walk(record) if hasattr(part, "id")}
        return self._anchors[id]

    @cached_property
    def citations(self) -> dict[str, list[tuple[str, str]]]:
        """Source id to the records that cite it: folder and id."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for place, digest in self.data.digests.items():
            for source in digest.cites:
                found[source].append(place)
        return found

    def citing(self, source: str) -> list[tuple[str, str]]:
        """The records that cite a source: folder and id."""
        self.watch.note("citing", source)
        return self.citations.get(source, [])

    def shelf(self) -> list[tuple[str, str, str]]:
        """Id, publisher and date of publication ("" for none) of every source, without opening it."""
        self.watch.note("shelf", None)
        return [(id, digest.fields["publisher"], digest.fields["published"]) for (folder, id), digest in self.data.digests.items() if folder == "sources"]

    @property
    def urls(self) -> dict[str, str]:
        """The address of every source, without opening it."""
        return {id: digest.fields["url"] for (folder, id), digest in self.data.digests.items() if folder == "sources"}

    @cached_property
    def names(self) -> dict[str, tuple[Sides, Sides | None]]:
        """Name and family name of every person and company in both languages, without opening it."""
        return {id: tuple(json.loads(digest.name)) for (folder, id), digest in self.data.digests.items() if folder in ("people", "companies")}

    def having(self, key: str) -> list[tuple[str, str, Part]]:
        """The records, sources aside, in which a field is written: folder, id, record."""
        held = [place for place, digest in self.data.digests.items() if place[0] != "sources" and key in digest.fields]
        return [(folder, id, self.data.records[folder][id]) for folder, id in held]

    @property
    def pages(self) -> list[tuple[str, str, Record | Article]]:
        """Every record that has a page: folder, id, record."""
        return [(folder, id, record) for folder in ("people", "companies", "stages", "articles") for id, record in self.data.records.get(folder, {}).items()]

    def published_day(self, page: str) -> str | None:
        """The newest day on which a value of a page (``people/sam-altman``) was published or changed, from the ledger."""
        self.watch.note("published", page)
        return self.published_days.get(page)

    @cached_property
    def published_days(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for address, entry in self.data.ledgers.get("published", {}).items():
            page = address.partition("#")[0]
            found[page] = max(entry["since"], found.get(page, ""))
        return found

    def stints_at(self, company: str) -> list[tuple[str, Stint]]:
        """The stints at a company, with the person's id, oldest first."""
        self.watch.note("stints", company)
        with self.watch.off():
            held = self.mentioning(company, "people")
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

    def facts(self) -> Iterator[tuple[str, str, Loc, Part]]:
        """Every cited statement: folder, record id, place, part."""
        yield from (place for place in self.parts if "sources" in type(place[-1]).model_fields)


def start(stint: Stint) -> tuple[int, int, int]:
    """Sorting key of a stint's beginning; a stint without one comes by its end."""
    known = stint.since or stint.to or stint.left_by or stint.as_of
    return dates.first_day(known) if known else (9999, 1, 1)
