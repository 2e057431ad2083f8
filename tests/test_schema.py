"""The schemas by which editors complete and check records: every real record fits, a slip does not, ids and meanings are there."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest
import yaml
from conftest import MINI, ROOT, records

from scripts import fields, schema
from scripts.catalog import Catalog
from scripts.load import load
from scripts.model import KINDS


class Core(yaml.CBaseLoader):
    """Reads a record as YAML 1.2 does, and with it the editors' language server: years are numbers, true is a switch (10.3, core schema)."""


def _scalar(loader, node):
    value = node.value
    if node.style or not isinstance(value, str):
        return value
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"[-+]?[0-9]+", value):
        return int(value)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", value):
        return float(value)
    return None if value in ("", "~", "null", "Null", "NULL") else value


Core.add_constructor("tag:yaml.org,2002:str", _scalar)


@pytest.fixture(scope="module")
def made() -> dict[str, jsonschema.Draft7Validator]:
    files = schema.files(Catalog(records(ROOT)), "en")
    for held in files.values():
        jsonschema.Draft7Validator.check_schema(held)
    return {name.removesuffix(".json"): jsonschema.Draft7Validator(held) for name, held in files.items()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_record_fits(made, kind):
    for path in sorted((ROOT / "data" / kind.folder).glob("*.yml")):
        assert [error.message[:200] for error in made[kind.folder].iter_errors(yaml.load(path.read_text(), Core))] == [], path.name


GOOD = (MINI / "data/people/hanako-sato.yml").read_text()
SLIPS = [
    ("kind: staff", "kind: stuff"), ("reading: さとう", "readings: さとう"), ("reviewed: 2024-06-30\n", ""), ("from: 2016-04", "from: April 2016"), ("from: 2016-04", "from: 16"),
    ("role: {ja: 技術者, en: Engineer}", "role: Engineer"), ("role: {ja: 技術者, en: Engineer}", "role: {ja: 技術者}"), ("sources: [gazette-sato-2020, aoba-history-2021]", "sources: []"),
    ("sources: [gazette-sato-2020, aoba-history-2021]", "sources: gazette-sato-2020"), ("org: openai", "org: Open AI"), ("links: [https://example.org/sato]", "links: [example.org]"),
    ("to: 2019-12-31", "until: 2019-12-31"),
]  # fmt: skip


@pytest.mark.parametrize("old, new", SLIPS, ids=[new for _, new in SLIPS])
def test_a_slip_is_refused(made, old, new):
    assert made["people"].is_valid(yaml.load(GOOD, Core))
    assert GOOD.count(old) == 1 and not made["people"].is_valid(yaml.load(GOOD.replace(old, new), Core))


def test_ids_are_completed_with_names_and_a_new_one_is_no_fault(made):
    known = made["people"].schema["definitions"]
    ids, form = known["companies-ids"]["anyOf"]
    assert dict(zip(ids["enum"], ids["enumDescriptions"], strict=True))["anthropic"].startswith("Anthropic") and "pattern" in form
    assert "sam-altman" in made["stages"].schema["definitions"]["people-ids"]["anyOf"][0]["enum"]
    assert len(known["sources-ids"]["anyOf"][0]["enum"]) == len(list((ROOT / "data/sources").glob("*.yml")))
    assert made["people"].schema["properties"]["career"]["items"]["properties"]["org"]["anyOf"][0] == {"$ref": "#/definitions/companies-ids"}


def test_every_field_that_names_a_record_is_completed():
    own = {"Fact.id", "Dispute.id", "Section.id", "Claim.id", "Term.id", "Dispute.about", "Correction.fact", "Claim.section", "Company.leading_value", "Record.formerly"}
    naming = {field.stated for part in fields.parts() for field in fields.of(part) if field.form in ("id", "party") and field.key != "sources"}
    assert naming - own == set(schema.NAMED)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_field_tells_its_meaning_in_both_languages_the_chosen_one_first(language):
    found = {}

    def walk(held):
        for key, value in held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ():
            if key == "properties":
                found.update({id(one): one for one in value.values()})
            walk(value)

    walk(schema.files(Catalog(load(MINI)[0]), language))
    assert len(found) > 100
    for one in found.values():
        first, second = one["description"].split("\n\n")
        assert bool(re.search("[ぁ-ん一-鿿]", first)) == (language == "ja") and bool(re.search("[ぁ-ん一-鿿]", second)) == (language == "en")
        assert one["markdownDescription"].startswith(one["description"])


def test_snippets_hold_what_must_be_written_and_no_words_of_their_own(made):
    stint = made["people"].schema["properties"]["career"]["items"]["defaultSnippets"][0]["body"]
    assert list(stint) == ["id", "org", "kind", "role", "from", "as_of", "sources"] and stint["role"] == {"ja": "$4", "en": "$5"}
    assert stint["kind"].startswith("${3|founder,") and stint["sources"] == ["$8"]
    assert re.findall(r"[^\W\d_]{2,}", json.dumps(list(stint.values())).replace(stint["kind"], "")) == ["ja", "en"]


def test_the_command_writes_what_the_editors_settings_name():
    ran = subprocess.run([sys.executable, "-m", "scripts", "schema"], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0 and ran.stderr == ""
    settings = json.loads(re.sub(r"^\s*//.*$", "", (ROOT / ".vscode/settings.json").read_text(), flags=re.M))
    assert {f"data/{kind.folder}/*.yml" for kind in KINDS} == set(settings["yaml.schemas"].values())
    for path, pattern in settings["yaml.schemas"].items():
        held = json.loads((ROOT / path).read_text())
        assert held["$schema"] == "http://json-schema.org/draft-07/schema#" and pattern.split("/")[1] == path.split("/")[-1].removesuffix(".json")
    assert not re.search(r"https?://", json.dumps(settings))


def test_the_editors_task_reads_the_messages_of_check():
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text())["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    found = re.match(pattern["regexp"], "data/people/a.yml:3:7 [bad-date] 'soon' is not how a date is written → write 2024")
    assert found.group(pattern["file"], pattern["line"], pattern["column"], pattern["code"]) == ("data/people/a.yml", "3", "7", "bad-date")
