"""Filed issue forms become drafts: in both languages, and whatever strangers write into them stays data."""

import re
import shutil
from datetime import date
from subprocess import CompletedProcess

import command
import jsonschema
import pytest
import yaml
from conftest import MINI, ROOT
from hypothesis import given, settings
from hypothesis import strategies as some

from scripts import canonical, parse
from scripts.catalog import Catalog
from scripts.drafts import Refused, filed, places, report
from scripts.load import load
from scripts.model import Person, Source

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))
SAMPLES = {path.stem: path.read_text() for path in sorted((ROOT / "tests/forms").glob("*.md"))}
FIELDS = {"correction": {"page", "statement", "correct", "source", "relation", "more"}, "source": {"url", "publisher", "title", "language", "published", "page", "about"},
          "person": {"name_en", "name_ja", "reading", "org", "role", "from", "to", "about", "source", "more", "rules"}}  # fmt: skip
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture
def atlas(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    return tmp_path


@pytest.fixture(scope="module")
def catalog():
    return Catalog(load(MINI)[0])


def draft(root, text: str, *arguments: str, lang: str = "en") -> CompletedProcess:
    return command.run("draft", "-", "--root", str(root), "--lang", lang, "--today", "2026-11-23", *arguments, given=text.encode(errors="surrogateescape"))


def made(catalog, text: str, language: str = "en") -> report.Report:
    return report.report(catalog, filed.read(text, ROOT), date(2026, 11, 23).isoformat(), language)


# the forms themselves
def test_each_form_is_there_in_both_languages_with_the_same_fields():
    assert [path.stem for path in FORMS] == [f"{kind}-{language}" for kind in ("correction", "person", "source") for language in ("en", "ja")]
    for path in FORMS:
        form, (kind, language) = yaml.safe_load(path.read_text()), path.stem.split("-")
        assert {one["id"] for one in form["body"] if "id" in one} == FIELDS[kind]
        words = [form["name"], form["description"], form["title"]] + [word for one in form["body"] for word in _words(one["attributes"])]
        assert all(bool(JAPANESE.search(word)) == (language == "ja") for word in words if not re.fullmatch(r"(?:Hanako Sato|OpenAI|佐藤花子|さとう|https://\S+|Reuters)", word)), path.name


def _words(attributes: dict) -> list[str]:
    options = [option if isinstance(option, str) else option["label"] for option in attributes.get("options", [])]
    return [attributes[key] for key in ("label", "description", "value", "placeholder") if key in attributes] + options


def test_the_forms_are_of_the_form_that_github_takes():
    part = {"type": "object", "required": ["type", "attributes"], "properties": {
        "type": {"enum": ["markdown", "input", "textarea", "dropdown", "checkboxes"]}, "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "attributes": {"type": "object"}, "validations": {"type": "object", "additionalProperties": False, "properties": {"required": {"type": "boolean"}}}}, "additionalProperties": False}  # fmt: skip
    whole = {"type": "object", "required": ["name", "description", "body"], "additionalProperties": False, "properties": {
        "name": {"type": "string"}, "description": {"type": "string"}, "title": {"type": "string"}, "body": {"type": "array", "items": part, "minItems": 1}}}  # fmt: skip
    for path in FORMS:
        form = yaml.safe_load(path.read_text())
        jsonschema.validate(form, whole)
        labels = [one["attributes"]["label"] for one in form["body"] if one["type"] != "markdown"]
        assert len(labels) == len(set(labels)) and all("label" in one["attributes"] or one["type"] == "markdown" for one in form["body"])


def test_the_samples_have_the_headings_of_their_forms():
    assert set(SAMPLES) == {path.stem for path in FORMS}
    for name, text in SAMPLES.items():
        form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text())
        assert re.findall(r"^### (.*)$", text, re.M) == [one["attributes"]["label"] for one in form["body"] if one["type"] != "markdown"]
        assert filed.read(text, ROOT).kind == name.split("-")[0] and filed.read(text, ROOT).language == name.split("-")[1]


# what they become
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_person_becomes_a_source_and_a_person(atlas, language):
    ran = draft(atlas, SAMPLES[f"person-{language}"], "--write", lang=language)
    assert ran.returncode == 0 and ran.stderr == ""
    person = atlas / "data/people/jiro-aoki.yml"
    content, text = parse.parse(person.read_text(), {}), person.read_text()
    assert canonical.canonical(text, Person) == text
    stint = content["career"][0]
    assert content["name"]["en"] == "Jiro Aoki" and content["name"]["ja"] == ("青木次郎" if language == "ja" else "") and stint["from"] == "2016-04"
    assert stint["role"] == ({"ja": "研究者", "en": ""} if language == "ja" else {"ja": "", "en": "Engineer"})
    assert stint["org"] == ("openai" if language == "ja" else {"ja": "", "en": "Midori Works"})
    new = f"example-aoki-joins-{'aoba' if language == 'ja' else 'midori'}-2019"
    assert stint["sources"] == content["summary"]["sources"] == ([new, "aoba-history-2021"] if language == "ja" else [new])
    source = parse.parse((atlas / f"data/sources/{new}.yml").read_text(), {})
    assert source["url"].startswith("https://news.example.net/2019/aoki-joins-")
    assert content["reviewed"] == source["accessed"] == "" and content["summary"]["ja"] == content["summary"]["en"] == ""  # nobody has read or written it yet
    assert ("#   | 2019年に青葉研究所へ移った。" if language == "ja" else "#   | Engineer at Midori Works.") in text
    if language == "ja":
        assert stint["to"] == "" and "2019年末ごろ" in ran.stdout and "as_of" not in stint


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_source_becomes_a_source(atlas, language):
    ran = draft(atlas, SAMPLES[f"source-{language}"], "--write", lang=language)
    said = ran.stdout
    assert ran.returncode == 0 and "data/people/hanako-sato.yml" in said and ("2020年2月" if language == "ja" else "February 2020") in said
    text = (atlas / "data/sources/example-sato-founds-aoba-2020.yml").read_text()
    held = parse.parse(text, {})
    assert canonical.canonical(text, Source) == text and held["language"] == language
    assert (held.get("published"), held["title"]) == (("2020-05-14", '佐藤氏: "独立"の理由') if language == "ja" else (None, ""))


def test_a_correction_names_file_line_field_and_both_values(catalog):
    said = made(catalog, SAMPLES["correction-ja"], "ja")
    assert said.lines[1:4] == ["  data/people/hanako-sato.yml:17 career.0.to", "    - to: 2019-12-31", "    + to: 2020-01-31"]
    assert [one.id for one in said.drafts] == ["example-sato-leaves-openai-2020"] and any("gazette-sato-2020" in line for line in said.lines)
    assert "知らせた人：書かれている本人" in said.lines
    said = made(catalog, SAMPLES["correction-en"])
    assert said.lines[1:4] == ["  data/companies/aoba-lab.yml:15 state.text.en", "    - en: It has 40 employees.", "    + en: It has 45 employees."]
    assert said.drafts == [] and "  | Thank you for the atlas." in said.lines


def test_a_correction_of_a_published_fact_asks_for_its_note(catalog):
    catalog.data.ledgers["published"] = {"people/hanako-sato#openai": {"value": "x", "since": "2024-06-30"}}
    said = made(catalog, SAMPLES["correction-ja"], "ja").lines
    catalog.data.ledgers.clear()
    assert "    - {date: 2026-11-23, kind: correction, fact: openai, text: {ja: , en: }}" in said


@pytest.mark.parametrize("text, addresses", [
    ("https://example.org/wiki/Mercury_(planet)", ["https://example.org/wiki/Mercury_(planet)"]),
    ("(https://example.org/x).", ["https://example.org/x"]),
    ("https://example.org/佐々木、次のページ", ["https://example.org/佐々木"]),
    ("「https://example.org/記事」を参照", ["https://example.org/記事"]),
    ("[https://example.org/x](https://example.org/x)", ["https://example.org/x"]),
    ("[a](https://example.org/x)[b](https://example.org/y)", ["https://example.org/x", "https://example.org/y"]),
    ("https://example.org/?a=1&amp;b=2", ["https://example.org/?a=1&b=2"]),
    ("see www.example.org/x.html, p. 3", ["https://www.example.org/x.html"]),
    ("mail me@www.example.org", []),
    ("https://[::1 and https://[::1/", []),
    ("https://example.org/" + "x" * 500, []),
])  # fmt: skip
def test_addresses_are_found_in_what_people_write(text, addresses):
    assert report._addresses(text) == addresses


def test_what_is_said_of_a_source_beside_its_address_reaches_the_editor(catalog):
    said = SAMPLES["person-en"].replace("https://", "The book Lab Days, page 3; https://", 1)
    assert any("Lab Days" in line for line in made(catalog, said).lines)


def test_a_source_whose_record_is_not_finished_is_known_by_its_address(atlas):
    first = draft(atlas, SAMPLES["person-en"], "--write")
    assert first.returncode == 0
    again = draft(atlas, SAMPLES["source-en"].replace(re.search(r"https?://\S+", SAMPLES["source-en"])[0], re.search(r"https?://\S+", SAMPLES["person-en"])[0]), "--write")
    assert again.returncode == 1 and "has a record already" in again.stderr


def test_nothing_is_written_where_one_of_the_drafts_has_a_file_already(atlas):
    found = draft(atlas, SAMPLES["person-en"]).stdout
    person = re.search(r"data/people/[\w-]+\.yml", found)[0]
    (atlas / person).write_text("name: x\n")
    before = sorted(atlas.rglob("*.yml"))
    said = draft(atlas, SAMPLES["person-en"], "--write")
    assert said.returncode == 1 and person in said.stderr and sorted(atlas.rglob("*.yml")) == before


@pytest.mark.parametrize("statement, place", [
    ("Engineer who founded Aoba Lab [1].", "summary.en"), ("She assembled the prototype with Marsh.", "story.0.en"), ("マーシュと試作機を組み上げた。", "story.0.ja"), ("April 2016", "career.0.from"),
    ("技術者", "career.0.role.ja"), ("She wanted to give her time to a new company", "career.0.reason.en"), ("nothing of the kind", None), ("", None),
])  # fmt: skip
def test_the_place_of_a_statement_is_found(statement, place):
    marks, text = {}, (MINI / "data/people/hanako-sato.yml").read_text()
    content = parse.parse(text, marks)
    found = places.find(content, marks, statement, lambda id, language: {"aoba-lab": "Aoba Lab"}.get(id, id))
    assert (".".join(map(str, found[0].loc)) if found else None) == place
    assert not found or text.split("\n")[found[0].line - 1].find(str(found[0].loc[-1])) >= 0


# hostile and broken input
PERSON = SAMPLES["person-en"]
HOSTILE = {
    "html": PERSON.replace("Engineer\n", "<script>alert(1)</script> & <b>boss</b>\n"),
    "yaml": PERSON.replace("Engineer\n", "Engineer\\n]: {x: !!python/object:os.system, &a *a}  # '\"\n").replace("Jiro Aoki", 'Jiro: "Aoki" #1, [x]'),
    "new lines": PERSON.replace("Engineer at Midori Works.", "x\nkind: founder\n---\n...\n\tid: evil\n# comment\n### not a label"),
    "control characters": PERSON.replace("Engineer at Midori Works.", "a\x00b\x1b[31mc\u202ed\u2028e\x85f\ufeff").replace("Engineer\n", "Eng\x07ineer\u202e\n"),
    "windows": PERSON.replace("\n", "\r\n"),
    "headings inside": PERSON.replace("Engineer at Midori Works.", "### Organisation\n\nEvil Corp\n\n### Addresses of sources\n\nhttps://evil.example/"),
    "many addresses": PERSON.replace("https://news.example.net/2019/aoki-joins-midori", "\n".join(f"https://news.example.net/{n}/a" for n in range(500))),
    "scripts as addresses": PERSON.replace("https://news.example.net/2019/aoki-joins-midori", "javascript:alert(1) file:///etc/passwd data:text/html,x https://a.example/\"><script> "),
    "templates": PERSON.replace("Engineer\n", "{{ config }} {% raw %} ${1} [[openai]] %SITE%\n"),
    "invalid utf-8": PERSON.replace("Engineer\n", "Engin\udce9er\n"),
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_what_strangers_write_stays_data(atlas, text):
    before = {path for path in atlas.rglob("*") if ".build" not in path.parts}
    ran = draft(atlas, text, "--write")
    assert ran.returncode == 0, ran.stderr
    new = {path for path in atlas.rglob("*") if ".build" not in path.parts} - before
    assert len([path for path in new if path.parent.name == "people"]) == 1 and {path.parent.parent for path in new} == {atlas / "data"}
    for path in new:
        text = path.read_text()
        content = parse.parse(text, {})
        assert set(content) <= {"name", "family", "summary", "career", "reviewed", "url", "publisher", "title", "language", "accessed", "kind", "read"}
        assert re.fullmatch(r"[a-z0-9-]+\.yml", path.name) and content.get("url", "https://").startswith(("https://", "http://"))
        assert "career" not in content or (set(content["career"][0]) <= {"id", "org", "kind", "role", "from", "as_of", "sources"} and content["career"][0]["kind"] == "")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", ran.stdout + "".join(path.read_text() for path in new))
    assert command.run("check", "--root", str(atlas)).stderr == ""


REFUSED = {
    "no form": ("Hello, Altman's birthday is wrong.", "this is no form that is known"),
    "nothing": ("", "this is no form that is known"),
    "a megabyte": (PERSON.replace("Engineer at Midori Works.", "x" * 1_000_000), "characters → a filed form has at most 100,000"),
    "left out": (PERSON.replace("Midori Works\n\n### Post", "_No response_\n\n### Post"), "these were left out: Organisation"),
    "no such page": (SAMPLES["correction-en"].replace("companies/aoba-lab/", "companies/aoba-lob/"), "there is no page 'https://atlas.example/en/companies/aoba-lob/'"),
    "a path": (SAMPLES["correction-en"].replace("https://atlas.example/en/companies/aoba-lab/", "data/people/../../../etc/passwd.yml"), "there is no page"),
    "a path in dots": (SAMPLES["correction-en"].replace("https://atlas.example/en/companies/aoba-lab/", "people/..%2f..%2fetc/"), "there is no page"),
    "no letters": (PERSON.replace("Jiro Aoki", "ジロー"), "no id can be made of"),
    "known person": (PERSON.replace("Jiro Aoki", "Hanako Sato"), "has a record already (data/people/hanako-sato.yml)"),
    "known source": (SAMPLES["source-en"].replace("https://news.example.net/2020/05/14/sato-founds-aoba", "https://example.org/essay"), "this page has a record already"),
    "no address": (SAMPLES["source-en"].replace("https://news.example.net/2020/05/14/sato-founds-aoba", "my own memory"), "'my own memory' is no address"),
}  # fmt: skip


@pytest.mark.parametrize("text, said", REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_form_or_leads_nowhere_is_told_on_a_line(atlas, text, said):
    before = {path: path.read_bytes() for path in (atlas / "data").rglob("*") if path.is_file()}
    for language in ("en", "ja"):
        ran = draft(atlas, text, "--write", lang=language)
        error = ran.stderr
        assert ran.returncode == 1 and ran.stdout == "" and len(error.splitlines()) == 1 and len(error) < 1000
        assert said in error if language == "en" else JAPANESE.search(error)
    assert {path: path.read_bytes() for path in (atlas / "data").rglob("*") if path.is_file()} == before


def test_nothing_is_written_unless_asked_and_nothing_is_overwritten(atlas):
    before = {path: path.read_bytes() for path in (atlas / "data").rglob("*") if path.is_file()}
    said = draft(atlas, PERSON).stdout
    assert "data/people/jiro-aoki.yml" in said and "\ncareer:\n" in said
    assert {path: path.read_bytes() for path in (atlas / "data").rglob("*") if path.is_file()} == before
    (atlas / "data/people/jiro-aoki.yml").write_text("mine: {\n")
    ran = draft(atlas, PERSON, "--write")
    assert ran.returncode == 1 and "is there already" in ran.stderr and (atlas / "data/people/jiro-aoki.yml").read_text() == "mine: {\n"


def test_a_file_that_cannot_be_read_is_told(atlas):
    ran = command.run("draft", "nowhere.md", "--root", str(atlas), "--lang", "en")
    assert ran.returncode == 2 and "nowhere.md cannot be read: No such file or directory" in ran.stderr and "Traceback" not in ran.stderr


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(some.data())
def test_any_form_gives_drafts_or_a_reason(catalog, data):
    name = data.draw(some.sampled_from(sorted(SAMPLES)))
    pieces = re.split(r"(^### .*$)", SAMPLES[name], flags=re.M)
    odd = some.text(max_size=60) | some.sampled_from(["_No response_", "### Page", "https://[", "https://x.example/%zz#//", "people/hanako-sato", "2019-13-40", "\u202e", "-", "[[", "'"])
    text = "".join(piece if piece.startswith("### ") or data.draw(some.booleans()) else f"\n\n{data.draw(odd)}\n\n" for piece in pieces)
    try:
        found = made(catalog, text)
    except Refused as refused:
        assert refused.told("en") and refused.told("ja")
        return
    for one in found.drafts:
        assert parse.parse(one.text("ja"), {}) == parse.parse(one.text("en", bare=True), {})
