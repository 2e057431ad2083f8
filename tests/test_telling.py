"""How problems are told: two languages, a terminal, a program, GitHub's annotations."""

import json
import re
import shutil
from subprocess import CompletedProcess

import jsonschema
import pytest
from command import run
from conftest import MINI

from scripts import checking, telling

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
PLACE = {"path": {"type": "string"}, "line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}
SCHEMA = {
    "type": "object", "additionalProperties": False, "required": ["version", "language", "records", "problems"],
    "properties": {
        "version": {"const": 1}, "language": {"enum": ["ja", "en"]}, "records": {"type": "integer"},
        "problems": {"type": "array", "items": {
            "type": "object", "additionalProperties": False, "required": list(telling.KEYS),
            "properties": {name: {"type": "string"} for name in telling.KEYS} | PLACE | {
                "example": {"type": ["string", "null"]},
                "replaces": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["first", "last"], "properties": {"first": {"type": "integer"}, "last": {"type": "integer"}}}]},
                "others": {"type": "array", "items": {"type": "object", "required": list(PLACE), "properties": PLACE, "additionalProperties": False}},
            }}},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A small atlas with a wrong date and a missing source."""
    root = tmp_path_factory.mktemp("wrong")
    shutil.copytree(MINI / "data", root / "data")
    record = root / "data/people/hanako-sato.yml"
    record.write_text(record.read_text().replace("to: 2019-12-31", "to: 2019年12月31日, 100%"))
    (root / "data/sources/essay-2022.yml").unlink()
    return root


def check(root, *arguments: str, **environment: str) -> CompletedProcess:
    return run("check", "--root", str(root), *arguments, environment=dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG"), "") | environment)


def test_japanese_is_japanese_and_english_is_english(wrong):
    ja, en = check(wrong, "--lang", "ja"), check(wrong)
    assert ja.returncode == en.returncode == 1 and ja.stderr == en.stderr == ""
    assert "日付の書き方ではない" in ja.stdout and "問題2件" in ja.stdout.splitlines()[-1]
    assert not re.search(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+ [A-Za-z]+", ja.stdout)
    assert "is not how a date is written" in en.stdout and en.stdout.endswith("2 problems\n")
    assert not JAPANESE.search(en.stdout.replace("2019年12月31日", ""))


@pytest.mark.parametrize("environment, japanese", [
    ({"LANG": "ja_JP.UTF-8"}, True), ({"LANG": "en_GB.UTF-8"}, False), ({}, False), ({"LANG": "C"}, False),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, True), ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, False),
])  # fmt: skip
def test_the_language_is_the_environments_where_none_is_asked_for(wrong, environment, japanese):
    assert bool(JAPANESE.search(check(wrong, "nothing", **environment).stdout)) is japanese


def test_json_is_one_document_of_the_documented_form(wrong):
    ran = check(wrong, "--json", "--lang", "ja")
    held = json.loads(ran.stdout)
    jsonschema.validate(held, SCHEMA)
    assert ran.returncode == 1 and held["language"] == "ja" and held["records"] == 9 and len(held["problems"]) == 2
    date = next(one for one in held["problems"] if one["rule"] == "bad-date")
    assert (date["path"], date["line"], date["column"], date["field"], date["found"]) == ("data/people/hanako-sato.yml", 17, 5, "career.0.to", "2019年12月31日, 100%")
    assert JAPANESE.search(date["what"]) and JAPANESE.search(date["do"]) and JAPANESE.search(date["expected"]) and JAPANESE.search(date["meaning"])
    gone = next(one for one in held["problems"] if one["rule"] == "unknown-id")
    assert gone["found"] == "essay-2022" and len(gone["others"]) == 1
    assert json.loads(check(MINI, "--format", "json").stdout)["problems"] == []


def test_every_key_of_the_json_is_documented(wrong):
    for problem in checking.check(wrong)[1]:
        assert list(telling.as_dict(problem, "en")) == list(telling.KEYS)


def unescaped(text: str) -> str:
    for code, letter in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def test_githubs_annotations_stand_on_their_lines_and_are_escaped(wrong):
    ran = check(wrong, "--format", "github")
    told = [line for line in ran.stdout.splitlines() if line.startswith("::")]
    assert ran.returncode == 1 and len(told) == 2
    found = [re.fullmatch(r"::error file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::(.+)", line) for line in told]
    assert all(found) and not any("\n" in line or "\r" in line for line in told)
    date = next(one for one in found if one[4] == "bad-date")
    assert date.group(1, 2, 3) == ("data/people/hanako-sato.yml", "17", "5")
    assert "100%25" in date[5] and "%0A" in date[5] and "'2019年12月31日, 100%' is not how a date is written" in unescaped(date[5])


def test_commas_and_colons_in_a_files_name_are_escaped(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    (tmp_path / "data/people/a,b:c.txt").write_text("x")
    problem, = checking.check(tmp_path)[1]
    assert telling.annotation(problem, "en").startswith("::error file=data/people/a%2Cb%3Ac.txt,line=1,")


def test_a_long_value_is_shortened(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    source = tmp_path / "data/sources/essay-2022.yml"
    source.write_text(source.read_text().replace("url: https://example.org/essay", "url: " + "no address " * 40))
    problem, = checking.check(tmp_path)[1]
    assert len(telling.as_dict(problem, "en")["found"]) == telling.SHOWN and telling.as_dict(problem, "en")["found"].endswith("…")
