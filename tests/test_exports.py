"""Data to take away: the package holds, the examples of the data page run as they stand, a fault is found."""

import csv
import functools
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import frictionless
import jsonschema
import networkx
import pandas
import pytest
from conftest import MINI, ROOT, TODAY, records
from search.serving import serve

from scripts import exports, pages, relations, write
from scripts.catalog import Catalog
from scripts.exports import package, tables
from scripts.load import load
from scripts.model import Deal, Stint

# what stands in for curl and jq where the examples run: Python's own client, and libjq from PyPI
SHIMS = {
    "curl": "import pathlib, sys, urllib.request\n*options, url = sys.argv[1:]\nname = url.rpartition('/')[2] if len(options) == 1 else options[1]\n"
            "pathlib.Path(name).write_bytes(urllib.request.urlopen(url).read())\n",
    "jq": "import jq, pathlib, sys\n*options, program, file = sys.argv[1:]\n"
          "for made in jq.compile(program).input_text(pathlib.Path(file).read_text()):\n"
          "    print(made if options == ['-r'] and isinstance(made, str) else __import__('json').dumps(made, ensure_ascii=False))\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(records(ROOT))


@pytest.fixture(scope="module")
def made(catalog) -> dict[str, str]:
    return exports.render(catalog, TODAY)


@pytest.fixture(scope="module")
def top(made, tmp_path_factory) -> Path:
    """A folder that holds the real exports as the site does."""
    folder = tmp_path_factory.mktemp("exports")
    write.add(folder, made)
    return folder


def page(catalog: Catalog, language: str) -> str:
    return pages.render_page(catalog, language, "data/index", "list-data.md", {"folder": "data"}, TODAY)


def read(made: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made[f"data/{name}.csv"])))


def faults(folder: Path) -> set[str]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return {row[0] for row in report.flatten(["type"])}


def test_frictionless_finds_no_fault(top):
    assert faults(top / "data") == set()
    held = json.loads((top / "data/datapackage.json").read_text())
    assert (held["version"], held["licenses"][0]["name"]) == ("2026-11-23", "CC-BY-4.0")
    assert {one["path"] for one in held["resources"]} == {path.name for path in (top / "data").iterdir()} - {"datapackage.json", "SHA256SUMS"}


@pytest.mark.parametrize("file, old, new, renewed, fault", [
    ("people.csv", "Altman", "Altmann", False, "hash-count"),
    ("stints.csv", ",openai,", ",nowhere,", True, "foreign-key"),
    ("stints.csv", ",founder,", ",owner,", True, "constraint-error"),
    ("valuations.csv", ",true,", ",perhaps,", True, "type-error"),
    ("events.csv", "-01,false", "-32,false", True, "type-error"),
    ("claims.csv", ",c002,", ",c001,", True, "primary-key"),
    ("companies.csv", "name_en", "name", True, "incorrect-label"),
])  # fmt: skip
def test_a_planted_fault_is_found(made, tmp_path, file, old, new, renewed, fault):
    files = {path.removeprefix("data/"): text for path, text in made.items() if path.startswith("data/")}
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    write.add(tmp_path, files | ({"datapackage.json": package.describe({path: package.measure(text.encode()) for path, text in files.items()}, "2026-11-23")} if renewed else {}))
    assert fault in faults(tmp_path)


def test_pandas_counts_what_the_home_page_counts(top, catalog):
    held = {table.name: pandas.read_csv(top / f"data/{table.name}.csv") for table in tables.TABLES}
    counts = {name: len(held[name]) for name in ("people", "companies", "events", "claims", "sources")}
    counts |= {"left": held["people"]["left_openai"].sum(), "founded": held["companies"]["alumni_founded"].sum()}
    assert counts == relations.counts(catalog)
    for table in tables.TABLES:
        assert list(held[table.name].columns) == [column.name for column in table.columns]
        assert len(held[table.name]) == tables.count(catalog, table) > 0
    home = pages.render_page(catalog, "en", "index", "home.md", {}, TODAY)
    assert [f"<dd>{counts[key]:,}</dd>" in home for key in counts] == [True] * 7


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Language and text of every example on a page."""
    return re.findall(r"^``` (\w+)\n(.*?)^```$", markdown, re.M | re.S)


def test_the_examples_run_as_they_stand_and_give_what_they_say(top, catalog, tmp_path):
    assert blocks(page(catalog, "ja")) == blocks(page(catalog, "en"))
    tools, here = tmp_path / "tools", tmp_path / "here"
    write.add(tools, {name: f"#!{sys.executable}\n{text}" for name, text in SHIMS.items()})
    for name in SHIMS:
        (tools / name).chmod(0o755)
    here.mkdir()
    path = os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ["PATH"]))
    with serve(top) as root:
        for language, text in blocks(page(catalog, "en")):
            command = ["sh", "-e", "-c", text] if language == "sh" else [sys.executable, "-c", text]
            ran = subprocess.run(command, cwd=here, env=os.environ | {"PATH": path, "ATLAS": root.rstrip("/")}, capture_output=True, text=True)
            assert ran.returncode == 0, ran.stdout + ran.stderr
            said = re.findall(r"  # (.*)$", text, re.M)
            assert ran.stdout.splitlines() == said or "frictionless" in text
    assert len(list(here.iterdir())) == len(list((top / "data").iterdir())) + 1, "all files, and the record"


def test_a_file_changed_on_the_way_fails_its_checksum(top, tmp_path):
    write.add(tmp_path, {path.name: path.read_text() for path in (top / "data").iterdir()})
    checked = functools.partial(subprocess.run, ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, capture_output=True)
    assert checked().returncode == 0
    (tmp_path / "rounds.csv").write_text("changed")
    assert checked().returncode == 1


def test_every_id_that_a_row_names_exists(made, catalog):
    known = {"sources": set(catalog.sources), "people": set(catalog.people), "companies": set(catalog.companies), "stages": set(catalog.stages),
             "investors": {*catalog.people, *catalog.companies}, "parties": {*catalog.people, *catalog.companies}, "about": set(catalog.folder_of)}  # fmt: skip
    for table in tables.TABLES:
        for row in read(made, table.name):
            for column, other in table.foreign:
                assert not row[column] or row[column] in catalog.data.records[other], (table.name, column, row)
            for column in table.columns:
                if column.type == "list" and (wanted := known.get("sources" if column.name.endswith("_sources") else column.name)):
                    assert set(row[column.name].split()) <= wanted, (table.name, column.name, row)
            if "disputes" in row and row["disputes"]:
                held = catalog.data.records[table.folder][row[table.owner]].disputes
                assert set(row["disputes"].split()) == {one.id for one in held if one.about == row["id"]}


def test_primary_keys_are_unique_and_facts_are_where_their_address_says(made, catalog):
    for table in tables.TABLES:
        keys = [tuple(row[column] for column in table.key) for row in read(made, table.name)]
        assert len(keys) == len(set(keys)), table.name
        assert not table.owner or {id for owner, id in keys if id not in catalog.anchors(owner)} == set()


@pytest.mark.parametrize("model, table, given, expected", [
    (Stint, 2, {"org": {"ja": "他社", "en": "Other"}, "from": "2024-05~", "to": "2025"},
     {"org": None, "org_ja": "他社", "org_en": "Other", "from": "2024-05~", "from_precision": "month", "from_first": "2024-05-01", "from_approximate": True,
      "to_precision": "year", "to_first": "2025-01-01", "to_approximate": False, "left_by": None, "left_by_first": None, "reason_ja": None}),
    (Stint, 2, {"org": "openai", "reason": {"ja": "[[openai]]を出た。", "en": "Left [[openai|it]].", "sources": ["t"]}},
     {"org": "openai", "org_en": "OpenAI", "reason_ja": "OpenAIを出た。", "reason_en": "Left it.", "reason_sources": ["t"], "sources": ["s"],
      "contentious": False}),
    (Deal, 5, {"kind": "merger", "date": "2024-05-14", "amount": "over USD 1.5 billion", "parties": ["openai", {"ja": "甲", "en": "A"}]},
     {"amount_low": 1_500_000_000, "amount_high": 1_500_000_000, "amount_currency": "USD", "amount_sense": "over",
      "parties": ["openai"], "parties_en": ["OpenAI", "A"]}),
    (Deal, 5, {"kind": "merger", "date": "2024", "amount": "JPY 15 to 20 million", "parties": ["openai"]},
     {"amount_low": 15_000_000, "amount_high": 20_000_000, "amount_currency": "JPY", "amount_sense": None}),
])  # fmt: skip
def test_how_a_field_becomes_columns(catalog, model, table, given, expected):
    words = {"role": {"ja": "職", "en": "post"}, "kind": "staff"} if model is Stint else {"text": {"ja": "文", "en": "Text"}}
    part = model.model_validate({"id": "a", "sources": ["s"], **words, **given})
    place = tables.Place(catalog, "openai", catalog.companies["openai"], part)
    row = {column.name: column.cell(place) for column in tables.TABLES[table].columns}
    assert {name: row[name] for name in expected} == expected


def test_csv_is_plain_and_says_what_the_rows_say(made, catalog):
    for table in tables.TABLES:
        text = made[f"data/{table.name}.csv"]
        assert text.endswith("\n") and "\r" not in text and not text.startswith("\ufeff") and "[[" not in text
        for row, written in zip(tables.rows(catalog, table), read(made, table.name), strict=True):
            for column in table.columns:
                cell = row[column.name]
                shown = cell if isinstance(cell, list) else "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
                assert written[column.name] == (column.joint.join(shown) if isinstance(shown, list) else shown)


def test_the_whole_fits_its_schema_and_a_wrong_field_does_not(made):
    held, schema = json.loads(made["data/atlas.json"]), json.loads(made["data/fields.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in check.iter_errors(held)] == []
    assert not check.is_valid(held | {"people": [held["people"][0] | {"age": "39"}]})


def test_the_file_beside_a_page_holds_all_that_the_record_needs(made, catalog):
    whole = json.loads(made["data/atlas.json"])
    beside = {path: json.loads(text) for path, text in made.items() if path.endswith("/index.json")}
    assert set(beside) == {f"{folder}/{id}/index.json" for folder in ("people", "companies", "stages", "articles") for id in catalog.data.records[folder]}
    for path, held in beside.items():
        folder, id, _ = path.split("/")
        assert held["record"] == next(one for one in whole[folder] if one["id"] == id) and held["version"] == "2026-11-23"
        text = json.dumps([held["record"], held["elsewhere"]])
        cited = {one for names in re.findall(r'"\w*sources": \[([^\]{]*)\]', text) for one in re.findall(r'"([^"]+)"', names)}
        assert cited <= {one["id"] for one in held["sources"]}, path
        assert {one for one in re.findall(r"\[\[([a-z0-9-]+)", text)} <= {*held["names"], id}, path
    assert {row["person"] for row in beside["companies/openai/index.json"]["elsewhere"]["stints"]} == {id for id, _ in catalog.stints_at("openai")}


def test_the_graph_holds_who_was_where_and_who_dealt_with_whom(made, catalog):
    graph = networkx.parse_graphml(made["data/atlas.graphml"])
    assert set(graph) == {*catalog.people, *catalog.companies} and graph.nodes["sam-altman"]["name_ja"] == "サム・アルトマン"
    stints = {(a, b, key) for a, b, key, kind in graph.edges(keys=True, data="type") if kind == "stint"}
    assert stints == {(id, s.org, f"people/{id}#{s.id}") for id, p in catalog.people.items() for s in p.career if isinstance(s.org, str)}
    deals = sum(isinstance(party, str) for company in catalog.companies.values() for deal in company.deals for party in deal.parties)
    assert graph.number_of_edges() == len(stints) + deals


def test_the_same_records_and_date_give_the_same_bytes(made):
    assert exports.render(Catalog(load(ROOT)[0]), TODAY) == made
    small = [exports.render(Catalog(load(MINI)[0]), TODAY) for _ in range(3)]
    assert small[0] == small[1] == small[2]


def test_every_table_and_column_is_described_in_both_languages(catalog):
    for held in (one for table in tables.TABLES for one in (table, *table.columns)):
        assert re.search(r"[ぁ-ん一-龠]", held.said("ja")) and held.said("ja").endswith("。"), held.name
        assert re.search(r"[a-z]{2}", held.said("en")) and not re.search(r"[ぁ-ん一-龠]", held.said("en")) and held.said("en")[-1] == ".", held.name
    for language in ("ja", "en"):
        shown = re.findall(r"<dt><code>(\w+)</code></dt><dd><code>(\w+)</code> ", page(catalog, language))
        assert shown == [(column.name, column.type) for table in tables.TABLES for column in table.columns]
    assert '<span lang="en">' not in page(catalog, "ja")


def test_the_page_gives_every_file_and_the_rows_of_every_table(made, catalog):
    for language, words, base in (("ja", "（{:,}行）", ""), ("en", " (rows: {:,})", "../../data/")):
        shown = page(catalog, language)
        assert set(re.findall(f'<a href="{base}([\\w.]+)"><code>', shown)) == {path.removeprefix("data/") for path in made if path.startswith("data/")}
        for table in tables.TABLES:
            assert f'{table.name}.csv</code></a><span class="when">{words.format(len(read(made, table.name)))}</span>' in shown
