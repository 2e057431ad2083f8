"""Data to take away: the catalog in, {path below the site's root: text} out. Pure; the same catalog and date give the same bytes."""

import datetime

from ..catalog import Catalog
from . import graph, package, records, tables

FOLDER = "data"


def render(catalog: Catalog, today: datetime.date) -> dict[str, str]:
    """JSON beside each page, and below data/ the tables, the whole as JSON with its schema, a graph, a descriptor and checksums.

    The version is the day of the build, ISO 8601.
    """
    version = today.isoformat()
    rows = {table.name: tables.rows(catalog, table) for table in tables.TABLES}
    files = {f"{table.name}.csv": tables.to_csv(table, rows[table.name]) for table in tables.TABLES}
    files |= {"atlas.json": records.whole(catalog, version), "fields.json": records.schema(), "atlas.graphml": graph.to_graphml(catalog, rows)}
    files["datapackage.json"] = package.describe(files, version)
    files["SHA256SUMS"] = package.sums(files)
    return {f"{FOLDER}/{name}": text for name, text in files.items()} | dict(records.each(catalog, rows, version))
