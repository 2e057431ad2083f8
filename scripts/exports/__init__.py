"""Data to take away: the catalog in, {path below the site's root: text} out. Pure; the same catalog and date give the same bytes."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ..catalog import Catalog
from . import graph, package, records, tables
from .package import Measure, measure

FOLDER = "data"
WHOLE = f"{FOLDER}/atlas.json"


def render(catalog: Catalog, today: datetime.date) -> dict[str, str]:
    """JSON beside each page, and below data/ the tables, the whole as JSON with its schema, a graph, a descriptor and checksums."""
    made = {path: make() for path, make in parts(catalog, today, lambda folder: records.folder(catalog, folder).encode())}
    files = {path: said if isinstance(said, str) else said.decode() for path, said in made.items()}
    return files | lists({path: measure(text.encode()) for path, text in files.items() if path.startswith(f"{FOLDER}/")}, today)


def parts(catalog: Catalog, today: datetime.date, dumped: Callable[[str], bytes]) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """Path of each file but those of ``lists``, with what makes it. ``dumped`` gives what ``records.folder`` makes of a folder, in UTF-8.

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


def lists(files: Mapping[str, Measure], today: datetime.date) -> dict[str, str]:
    """What tells of the files of data/, by path: the descriptor and the checksums."""
    held = {path.removeprefix(f"{FOLDER}/"): one for path, one in files.items()}
    descriptor = package.describe(held, today.isoformat())
    return {f"{FOLDER}/datapackage.json": descriptor, f"{FOLDER}/SHA256SUMS": package.sums(held | {"datapackage.json": measure(descriptor.encode())})}


def _table(catalog: Catalog, table: tables.Table) -> str:
    return tables.to_csv(table, tables.rows(catalog, table))
