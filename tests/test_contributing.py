"""CONTRIBUTING is itself a record, and the steps of the guide give what they say."""

import re
import shutil
from subprocess import CompletedProcess

import command
import pytest
from conftest import MINI, ROOT

from scripts import canonical, checking, fields, parse
from scripts.model import Person, Source

FILES = {"en": "CONTRIBUTING.md", "ja": "CONTRIBUTING.ja.md"}
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def records(language: str) -> dict[str, str]:
    """The records in the text, by their paths."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / FILES[language]).read_text(), re.M | re.S)
    return {re.match(r"# (data/\S+?\.yml)", block)[1]: block for block in blocks}


@pytest.fixture
def atlas(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("language", FILES)
def test_the_records_pass_the_check_as_they_stand(atlas, language):
    held = records(language)
    assert list(held) == ["data/sources/news-aoki-2024.yml", "data/people/jiro-aoki.yml"]
    for path, text in held.items():
        (atlas / path).write_text(text)
    catalog, problems = checking.check(atlas)
    assert problems == [] and catalog.data.unformatted == []


def parts(kind: type) -> list[type]:
    """A kind of record and all parts inside it."""
    found = [kind]
    for part in found:  # grows while it is gone through
        found += [field.model for field in fields.of(part) if field.model and field.model not in found]
    return found


@pytest.mark.parametrize("language", FILES)
def test_the_records_name_every_field_and_say_which_are_required(language):
    for (_, text), kind in zip(records(language).items(), (Source, Person), strict=True):
        for part in parts(kind):
            assert [field.key for field in fields.of(part) if not re.search(rf"[\s{{-]{field.key}:", text)] == [], part.__name__
        lines = text.split("\n")
        for field in fields.of(kind):
            above = next(number for number, line in enumerate(lines) if re.match(rf"(?:# )?{field.key}:", line))
            notes = ""
            while lines[above := above - 1].startswith("# ") and not re.match(r"#   ", lines[above]):
                notes = lines[above] + notes
            assert bool(re.search(r"(?:^|# )(?:required:|必須：)", notes)) == field.required, (field.key, notes)


def test_both_languages_hold_the_same_records():
    ja, en = ({path: parse.parse(text, {}) for path, text in records(language).items()} for language in ("ja", "en"))
    assert ja == en
    notes = [line for text in records("en").values() for line in text.split("\n") if line.startswith("# ") and not re.match(r"#   |# data|# formerly|# original", line)]
    assert [line for line in notes if JAPANESE.search(line)] == []
    notes = [line for text in records("ja").values() for line in text.split("\n") if re.match(r" *# [^ ]", line) and not re.match(r" *# (?:left_by|allegations|corrections|formerly|original):", line)]
    assert [line for line in notes if not JAPANESE.search(line)] == []


# the guide
def steps(language: str) -> list[str]:
    """The commands of the section on adding a person."""
    section = (ROOT / f"docs/{language}/contribute.md").read_text().partition("{: #person }")[2].partition("\n## ")[0]
    return [line.strip() for line in section.split("\n") if re.match(r" {8}(?:\.venv/|make )", line)]


@pytest.mark.parametrize("language", FILES)
def test_the_guides_steps_give_a_person_that_passes(atlas, language):
    commands = steps(language)
    assert [re.findall(r"new source|new person|make check|fmt --bare|fmt$", one) for one in commands] == [["new source"], ["new person"], ["fmt"], ["make check"], ["fmt --bare"]]

    def run(line: str) -> CompletedProcess:
        arguments = re.findall(r'"[^"]*"|\S+', line.partition(" -m scripts ")[2])
        return command.run(*(one.strip('"') for one in arguments), "--root", str(atlas), "--lang", language)

    text = (ROOT / f"docs/{language}/contribute.md").read_text()
    for line in commands[:2]:
        ran = run(line)
        path = re.match(r"data/\S+", ran.stdout)[0]
        assert ran.returncode == 0 and f"`{path}`" in text  # the guide names the file that is made
    source, person = atlas / "data/sources/example-jiro-aoki-leaves-2024.yml", atlas / "data/people/jiro-aoki.yml"
    # what a newcomer types: the empty lines of the source, the guide's block into the person
    filled = source.read_text()
    for key, value in {"publisher": "News", "title": "Jiro Aoki leaves", "language": "en", "kind": "press", "read": "full"}.items():
        filled = re.sub(rf"^{key}:.*$", f"{key}: {value}", filled, count=1, flags=re.M)
    source.write_text(filled)
    block = re.search(r"^ {8}reading:(?:.*\n {8})*.*", text, re.M)[0].replace("\n        ", "\n").lstrip()
    content = parse.parse(person.read_text(), {}) | parse.parse(block, {})
    assert set(parse.parse(block, {})["career"][0]) == (set(parse.parse(person.read_text(), {})["career"][0]) | {"to"}) - {"as_of", "from"}
    person.write_text(canonical.write(dict(reversed(content.items())), Person, {}))
    assert run(commands[2]).returncode == 0
    catalog, problems = checking.check(atlas)
    assert problems == [] and catalog.data.unformatted == []
    assert run(commands[4]).returncode == 0
    catalog, problems = checking.check(atlas)
    assert problems == [] and catalog.data.unformatted == [] and "#" not in person.read_text() + source.read_text()


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.ja.md", "README.md", "CHANGELOG.md"])
def test_what_the_texts_link_to_is_there(name):
    text = (ROOT / name).read_text()
    for target in re.findall(r"\]\(((?!https?:)[^)]+)\)", text):
        path, _, anchor = target.partition("#")
        if path.startswith("../../issues/new?template="):
            assert (ROOT / ".github/ISSUE_TEMPLATE" / path.partition("=")[2]).is_file()
            continue
        assert (ROOT / path).is_file(), target
        assert not anchor or f"#{anchor} }}" in (ROOT / path).read_text()


def test_the_commands_that_the_texts_name_are_there():
    texts = [(ROOT / name).read_text() for name in ("CONTRIBUTING.md", "CONTRIBUTING.ja.md", "README.md", "docs/en/contribute.md", "docs/ja/contribute.md")]
    named = {word for text in texts for word in re.findall(r"-m scripts ([a-z]+)|`scripts ([a-z]+)", text) for word in word if word}
    helped = command.run("--help").stdout
    assert named and [word for word in named if not re.search(rf"^ +{word} ", helped, re.M)] == []
    targets = {word for text in texts for word in re.findall(r"(?:`|^ {4}|^)make ([a-z]+)", text, re.M)}
    assert [word for word in targets if not re.search(rf"^{word}:", (ROOT / "Makefile").read_text(), re.M)] == []
