"""The records as JSON: all in one file, each in a file beside its page, and the JSON Schema of their fields."""

import json
from collections.abc import Callable, Iterator

from pydantic.json_schema import models_json_schema

from .. import refs, relations
from ..catalog import Catalog
from ..lasting import lasting
from ..model import ID_PATTERN, KINDS, Article, Part, Text
from .package import ABOUT, LICENCE, NAME, TITLE
from .tables import TABLES, Row, Table, rows_of

PAGES = ("people", "companies", "stages", "articles")  # folders whose records have a page of their own


def whole(catalog: Catalog, version: str, dumped: Callable[[str], bytes]) -> bytes:
    """atlas.json: name, version, licence, the home page's counts, and all records by folder; ``dumped`` gives what ``folder`` makes of
    each, in UTF-8: of a large atlas it is much, and never a text."""
    held = _compact({"name": NAME, "title": TITLE, "version": version, "licence": LICENCE, "counts": relations.counts(catalog)})
    return b"".join([held.removesuffix("}\n").encode(), *(b',"%b":%b' % (name.encode(), dumped(name).rstrip()) for name in catalog.data.records), b"}\n"])


def folder(catalog: Catalog, name: str) -> str:
    """All records of a folder as a list, in the order of their ids."""
    return "[" + ",".join(_dumped(catalog, name, id) for id in catalog.data.records[name]) + "]\n"


@lasting
def _dumped(catalog: Catalog, folder: str, id: str) -> str:
    """One record of a folder, all of it."""
    catalog.watch.note(folder, id)
    with catalog.watch.off():
        return _compact(_dump(id, catalog.data.records[folder][id])).rstrip()


def one(catalog: Catalog, folder: str, id: str, version: str) -> str:
    """The JSON beside a page: the record, what others state about it, names and sources of all it cites."""
    record, elsewhere = catalog.data.records[folder][id], _stated_elsewhere(catalog, id)
    return _compact({
        "id": id, "version": version, "licence": LICENCE, "pages": {"ja": f"{folder}/{id}/", "en": f"en/{folder}/{id}/"},
        "record": _dump(id, record), "elsewhere": elsewhere, "names": _names(catalog, id, record, elsewhere),
        "sources": [_dump(source, catalog.sources[source]) for source in _cited(record, catalog, elsewhere)],
    })  # fmt: skip


def schema() -> str:
    """The JSON Schema of atlas.json, from the one schema of the records."""
    found, definitions = models_json_schema([(kind, "serialization") for kind in KINDS], by_alias=True)
    kinds = {kind.folder: found[kind, "serialization"] for kind in KINDS}
    for reference in kinds.values():  # the file's name is the id; in JSON it stands in the record
        record = definitions["$defs"][reference["$ref"].rpartition("/")[2]]
        record["properties"] = {"id": {"type": "string", "pattern": ID_PATTERN, "description": "Id of the record."}} | record["properties"]
        record["required"] = ["id", *record.get("required", [])]
    lists = {folder: {"type": "array", "items": reference} for folder, reference in kinds.items()}
    head = {name: {"type": "string"} for name in ("name", "title", "version")} | {"licence": {"type": "object"}, "counts": {"type": "object"}}
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLE, "description": ABOUT, "type": "object",
            "properties": head | lists, "required": [*head, *lists], "additionalProperties": False}  # fmt: skip
    return json.dumps(made | definitions, ensure_ascii=False, indent=1) + "\n"


def _compact(held: dict | list) -> str:
    """JSON on one line: half the size, and made by the C encoder."""
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"


def _dump(id: str, record: Part) -> dict:
    """A record as it is written, with its id; what is not on record is left out."""
    return {"id": id} | record.model_dump(mode="json", by_alias=True, exclude_none=True)


def _stated_elsewhere(catalog: Catalog, id: str) -> dict[str, list[Row]]:
    """The rows, by table, that name a record though another one states them."""
    found: dict[str, list[Row]] = {}
    for table in (table for table in TABLES if table.owner):
        for row in (row for other in catalog.mentioning(id, table.folder) if other != id for row in rows_of(catalog, table.name, other)):
            if id in _named(table, row):
                found.setdefault(table.name, []).append({name: cell for name, cell in row.items() if cell is not None})
    return found


def _named(table: Table, row: Row) -> Iterator[str]:
    """The ids of people, companies and stages that a row names."""
    for column in ("org", "investors", "parties", "people", "companies", "about", "stage"):
        if column != table.owner and row.get(column):
            yield from [row[column]] if isinstance(row[column], str) else row[column]


def _names(catalog: Catalog, id: str, record: Part, elsewhere: dict[str, list[Row]]) -> dict[str, dict[str, str]]:
    """The names, in both languages, of all that a record refers to or that states something of it."""
    said = [value for _, value in catalog.walk(record) if isinstance(value, str)]
    named = [value for value in said if value in catalog.folder_of]
    named += [ref.id for value in said for ref in refs.parse(value) if isinstance(ref, refs.Ref)]
    named += [refs.target(value).id for value in said if "#" in value and refs.target(value).id in catalog.folder_of]
    named += [row[table.owner] for table in TABLES for row in elsewhere.get(table.name, ())]
    return {one: _name(catalog.name(one)) for one in sorted(set(named) - {id})}


def _name(name: Text) -> dict[str, str]:
    return {"ja": name.ja, "en": name.en}


def _cited(record: Part, catalog: Catalog, elsewhere: dict[str, list[Row]]) -> list[str]:
    """Ids of the sources that a record, or what others state of it, cites; each once, in the order of citation."""
    own = [value for loc, value in catalog.walk(record) if isinstance(value, str) and len(loc) > 1 and loc[-2] == "sources"]
    own += [record.source] if isinstance(record, Article) else []
    others = [source for held in elsewhere.values() for row in held for column, cell in row.items() if column.endswith("sources") for source in cell]
    return list(dict.fromkeys([*own, *others]))
