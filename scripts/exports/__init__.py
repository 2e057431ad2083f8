"""Data to take away: the catalog in, {path below the site's root: text} out. Pure; the same catalog and date give the same bytes."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ..catalog import Catalog
from . import graph, package, records, tables

FOLDER = "data"
WHOLE = f"{FOLDER}/atlas.json"


def render(catalog: Catalog, today: datetime.date) -> dict[str, str]:
    """JSON beside each page, and below data/ the tables, the whole as JSON with its schema, a graph, a descriptor and checksums."""
    files = {path: make() for path, make in parts(catalog, today, partial(records.folder, catalog))}
    return files | lists({path: text for path, text in files.items() if path.startswith(f"{FOLDER}/")}, today)


def parts(catalog: Catalog, today: datetime.date, dumped: Callable[[str], str]) -> Iterator[tuple[str, Callable[[], str]]]:
    """Path of each file but those of ``lists``, with what makes its text. ``dumped`` gives what ``records.folder`` makes of a folder.

    The version is the day of the build, ISO 8601.
    """
    version = today.isoformat()
    for table in tables.TABLES:
        yield f"{FOLDER}/{table.name}.csv", partial(_table, catalog, table)
    yield WHOLE, partial(records.whole, catalog, version, dumped)
    yield f"{FOLDER}/fields.json", records.schema
    yield f"{FOLDER}/atlas.graphml", partial(graph.to_graphml, catalog)
    for folder in records.PAGES:
        for id in catalog.data.records[folder]:
            yield f"{folder}/{id}/index.json", partial(records.one, catalog, folder, id, version)


def lists(files: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """What tells of the files of data/ (path to text): the descriptor and the checksums."""
    held = {path.removeprefix(f"{FOLDER}/"): text for path, text in files.items()}
    held["datapackage.json"] = package.describe(held, today.isoformat())
    return {f"{FOLDER}/datapackage.json": held["datapackage.json"], f"{FOLDER}/SHA256SUMS": package.sums(held)}


def _table(catalog: Catalog, table: tables.Table) -> str:
    return tables.to_csv(table, tables.rows(catalog, table))
