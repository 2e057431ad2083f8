"""The descriptor of the tables and files: a Data Package 2.0 (https://datapackage.org/standard/data-package/)."""

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from .tables import TABLES, Column, Table

NAME, TITLE = "openai-exodus-atlas", "OpenAI Exodus Atlas / OpenAI 人材流出アトラス"
LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International", "path": "https://creativecommons.org/licenses/by/4.0/"}
PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
ABOUT = "People who left OpenAI, the companies they founded and the stages of the story, with the sources of every fact, in Japanese and English."
# the files that are not tables: name, media type, what they hold
OTHERS = {
    "atlas.json": ("application/json", "All records as they are written, in both languages; described by fields.json."),
    "fields.json": ("application/schema+json", "The fields of atlas.json, as JSON Schema 2020-12."),
    "atlas.graphml": ("application/graphml+xml", "People and companies as nodes, stints and deals as edges."),
}


class Measure(NamedTuple):
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha: str


def measure(raw: bytes) -> Measure:
    return Measure(len(raw), hashlib.sha256(raw).hexdigest())


def describe(files: Mapping[str, Measure], version: str) -> str:
    """The text of datapackage.json for the files of one folder, by name."""
    tables = [_resource(f"{table.name}.csv", "text/csv", table.said("en"), files) | _tabular(table) for table in TABLES]
    others = [_resource(name, kind, said, files) for name, (kind, said) in OTHERS.items()]
    held = {
        "$schema": PROFILE.format("datapackage"), "name": NAME, "title": TITLE, "description": ABOUT, "version": version,
        "created": f"{version}T00:00:00Z", "licenses": [LICENCE], "resources": [*tables, *others],
    }  # fmt: skip
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def sums(files: Mapping[str, Measure]) -> str:
    """The files' SHA-256 sums as sha256sum writes them and checks them."""
    return "".join(f"{one.sha}  {name}\n" for name, one in files.items())


def _resource(path: str, kind: str, said: str, files: Mapping[str, Measure]) -> dict:
    """What holds for every file."""
    return {
        "name": path.removesuffix(".csv").replace(".", "-"), "path": path, "description": said, "format": path.rpartition(".")[2], "mediatype": kind,
        "encoding": "utf-8", "bytes": files[path].size, "hash": f"sha256:{files[path].sha}",
    }  # fmt: skip


def _tabular(table: Table) -> dict:
    """What makes a file a table: how it is written, its fields and keys."""
    foreign = [{"fields": [column], "reference": {"resource": other, "fields": ["id"]}} for column, other in table.foreign]
    schema = {"$schema": PROFILE.format("tableschema"), "fields": [_field(column) for column in table.columns], "primaryKey": table.key}
    dialect = {"$schema": PROFILE.format("tabledialect"), "delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return {"type": "table", "dialect": dialect, "schema": schema | ({"foreignKeys": foreign} if foreign else {})}


def _field(column: Column) -> dict:
    """A field after Table Schema 2.0."""
    constraints = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    held = {"name": column.name, "type": column.type, "description": column.said("en")}
    if column.type == "list":
        held |= {"delimiter": column.joint, "itemType": "string"}
    return held | ({"constraints": constraints} if constraints else {})
