"""The tables: which part of the schema gives their rows, which columns say whose they are, what refers to what."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .. import relations
from ..catalog import Catalog
from ..labels import field_words
from ..lasting import lasting
from ..model import Article, Claim, Company, Deal, Event, Fact, Part, Person, Round, Source, Stage, Stint, Valuation
from .columns import IDS, Cell, Column, Place, of_model

Row = dict[str, Cell]
LAST = ("sources", "contentious", "disputes")  # evidence stands behind what it bears out


@dataclass(frozen=True)
class Table:
    """A table with a row for each record of a folder, or for each part in one field of them.

    ``folder`` holds the records; for parts, ``owner`` names the column with the record's id, ``field`` where they stand.
    ``refers`` gives the table of the ids in a column (foreign keys).
    """

    name: str
    model: type[Part]
    folder: str
    owner: str = ""
    field: str = ""
    refers: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> list[str]:
        """The primary key."""
        return [self.owner, "id"] if self.owner else ["id"]

    @property
    def foreign(self) -> list[tuple[str, str]]:
        """Each column whose ids are the ``id`` of another table, with that table's name."""
        return [*([(self.owner, self.folder)] if self.owner else []), *self.refers]

    @cached_property
    def columns(self) -> list[Column]:
        """The key first, then the schema's fields, then evidence."""
        laid = of_model(self.model)
        made = [*laid, *(column for column in COMPUTED if column.field.startswith(f"{self.name}."))]
        if not self.owner:
            return [ID, *made]
        key = Column(self.owner, "string", lambda place: place.id, "owner", english="Id of the record that states it.", required=True)
        made += [DISPUTES] if issubclass(self.model, Fact) else []
        return [key, *sorted(made, key=lambda column: (column.name != "id", column.name in LAST and LAST.index(column.name) + 1))]

    def said(self, language: str) -> str:
        """What a row is, in one language."""
        return field_words("plain", self.model.__name__, "", " ".join((self.model.__doc__ or "").split()), language)


def _disputes(place: Place) -> list[str]:
    return [dispute.id for dispute in getattr(place.record, "disputes", ()) if dispute.about == place.part.id]


def _alumni_founded(place: Place) -> bool:
    return relations.founded_by_alumni(place.catalog, place.id)


ID = Column("id", "string", lambda place: place.id, "id", required=True,
            english="Id of the record: its file's name and part of its page's address. Never reused.")  # fmt: skip
DISPUTES = Column("disputes", "list", _disputes, "disputes", joint=IDS,
                  english="Ids of the disputes about it, joined by a space; the accounts stand in the JSON.")  # fmt: skip
COMPUTED = (
    Column("left_openai", "boolean", lambda place: relations.has_left(place.part), "people.left_openai", required=True,
           english="True for someone who had a post or board seat at OpenAI and has none now. Computed."),
    Column("alumni_founded", "boolean", _alumni_founded, "companies.alumni_founded", required=True,
           english="True for a company founded by people who left OpenAI, once they had been there. Computed."),
)  # fmt: skip
TABLES = (
    Table("people", Person, "people"),
    Table("companies", Company, "companies"),
    Table("stints", Stint, "people", "person", "career", (("org", "companies"),)),
    Table("valuations", Valuation, "companies", "company", "valuations"),
    Table("rounds", Round, "companies", "company", "rounds"),
    Table("deals", Deal, "companies", "company", "deals"),
    Table("stages", Stage, "stages"),
    Table("events", Event, "stages", "stage", "events"),
    Table("articles", Article, "articles", refers=(("source", "sources"),)),
    Table("claims", Claim, "articles", "article", "claims", (("stage", "stages"),)),
    Table("sources", Source, "sources"),
)


def places(catalog: Catalog, table: Table) -> Iterator[Place]:
    """Where the table's rows come from, in the records' order."""
    for id, record in catalog.data.records[table.folder].items():
        yield from _places_of(catalog, table, id, record)


def _places_of(catalog: Catalog, table: Table, id: str, record: Part) -> Iterator[Place]:
    for part in getattr(record, table.field) if table.field else (record,):
        yield Place(catalog, id, record, part)


def count(catalog: Catalog, table: Table) -> int:
    """The number of rows."""
    return sum(1 for _ in places(catalog, table))


def rows(catalog: Catalog, table: Table) -> list[Row]:
    """Every row: column name to cell; None where nothing is on record."""
    return [row for id in catalog.data.records[table.folder] for row in rows_of(catalog, table.name, id)]


@lasting
def rows_of(catalog: Catalog, name: str, id: str) -> list[Row]:
    """The rows of the table of that name that one record gives."""
    table = next(one for one in TABLES if one.name == name)
    return [_row(table, place) for place in _places_of(catalog, table, id, catalog.data.records[table.folder][id])]


def _row(table: Table, place: Place) -> Row:
    return {column.name: column.cell(place) for column in table.columns}


def to_csv(table: Table, rows: list[Row]) -> str:
    """A table as CSV after RFC 4180, but with LF between the lines; no byte order mark, an empty cell where nothing is on record."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    shown: list[Callable[[Cell], object]] = [_as_list(column.joint) if column.type == "list" else _as_word for column in table.columns]
    writer.writerows([show(cell) for show, cell in zip(shown, row.values(), strict=True)] for row in rows)
    return text.getvalue()


def _as_list(joint: str) -> Callable[[Cell], str]:
    return lambda cell: joint.join(cell or ())


def _as_word(cell: Cell) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell
