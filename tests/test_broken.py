"""What an editor reads when a record is wrong: one clear message for one cause, in either language, with a cure that works."""

import datetime
import errno
import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import MINI, ROOT

from scripts import checking, dates, load, parse, rules, telling
from scripts.labels.messages import MESSAGES, SENTENCES

TABLE = ROOT / "scripts" / "labels" / "mistakes.yml"
CASES = parse.parse(TABLE.read_text(), {})["cases"]
NAMES = [f"{number}-{case['case'].replace('/', '-')}" for number, case in enumerate(CASES)]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture
def atlas(tmp_path):
    """A copy of the miniature atlas's records."""
    shutil.copytree(MINI / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture(autouse=True)
def day(monkeypatch):
    """Messages that hold the day hold this one."""
    monkeypatch.setattr(dates, "today", lambda: datetime.date(2026, 11, 23))


def spoil(root, case: dict) -> None:
    """Do to the atlas below ``root`` what the case says."""
    if "remove" in case:
        gone = root / case["remove"]
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
        return
    path = root / case["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    case = case | {"put": case["put"] * int(case.get("times", 1))}
    if "from" in case:
        assert path.read_text().count(case["from"]) == 1, "the case's text must stand once in the file"
        path.write_text(path.read_text().replace(case["from"], case["put"]))
    else:
        path.write_text(case["put"])
    if "also" in case:
        spoil(root, case["also"])


def cure(root, problem) -> None:
    """Paste the example as the message says."""
    path, (first, last) = root / problem.path, problem.example.lines
    lines = path.read_text().split("\n")
    lines[first - 1 : last] = problem.example.text.split("\n")
    path.write_text("\n".join(lines))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_one_cause_gives_one_message_and_its_cure_works(atlas, case, request):
    spoil(atlas, case)
    catalog, problems = checking.check(atlas)
    problems = problems or catalog.data.unformatted
    assert [problem.mistake.case for problem in problems] == [case["case"]]
    said = {language: telling.text(problems[0], language) for language in ("ja", "en")}
    if request.config.getoption("--bless"):
        case |= said
        TABLE.write_text(_written(CASES))
    assert said == {language: case.get(language) for language in said}
    assert problems[0].example or not problems[0].mistake.mends, "the example that was promised is there"
    if problems[0].example and problems[0].example.lines:
        cure(atlas, problems[0])
        assert checking.check(atlas)[1] == []


def _written(cases: list[dict]) -> str:
    """The table as its file holds it."""
    head = TABLE.read_text().partition("cases:\n")[0] + "cases:\n"
    return head + "".join("- " + "".join(f"  {key}: {_value(value)}\n" for key, value in case.items()).lstrip() for case in cases)


def _value(value: str | dict) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in value.items()) + "}"
    if re.fullmatch(r"[\w./-]+", value):
        return value
    return "|-\n" + "\n".join(f"    {line}" for line in value.split("\n")) if value.startswith("data/") and "\n" in value else json.dumps(value, ensure_ascii=False)


# what cannot stand in a table: bytes, sizes
ODD = [
    (b"title: \x82\xa0\x82\xa2\x8d\xb2\x93\xa1\n", "bad-yaml/not-utf8", "Shift_JIS"),
    ("title: あ\n".encode("utf-16"), "bad-yaml/not-utf8", "UTF-16"),
    (b"title: caf\xe9\n", "bad-yaml/not-utf8", "Windows-1252"),
    (b"name: \x07bell", "bad-yaml/control", "U+0007"),
    (b"a: " + b"[" * 5000 + b"]" * 5000, "bad-yaml/deep", ""),
    (b"", "wrong-type/record", ""),
    (b"# nothing yet\n", "wrong-type/record", "# nothing yet"),
]


@pytest.mark.parametrize("raw, case, found", ODD, ids=[case for _, case, _ in ODD])
def test_a_file_that_is_no_record_gives_a_message_not_a_traceback(atlas, raw, case, found):
    (atlas / "data/sources/odd.yml").write_bytes(raw)
    problem = load.load(atlas)[1][0]
    assert (problem.mistake.case, telling.as_dict(problem, "ja")["found"]) == (case, found)


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_read(atlas, monkeypatch):
    there = Path.read_bytes

    def read_bytes(path):
        if path.name == "essay-2022.yml":
            raise PermissionError(errno.EACCES, "Permission denied")
        return there(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    problem, = checking.check(atlas)[1]
    assert (problem.mistake.case, problem.path) == ("stray-file/unreadable", "data/sources/essay-2022.yml")
    assert "（許可がない）" in telling.line(problem, "ja") and "(no permission)" in telling.line(problem, "en")


@pytest.mark.parametrize("prose", ["R&D; AT&T; S&P.", "5 < 6 > 4"])
def test_prose_that_only_looks_like_markup_is_let_through(atlas, prose):
    path = atlas / "data/people/zoe-marsh.yml"
    path.write_text(path.read_text().replace("en: Researcher. Two", f'en: "{prose} Two').replace("at OpenAI differ.", 'at OpenAI differ."'))
    assert "plain-prose" not in {problem.rule for problem in checking.check(atlas)[1]}


def test_a_page_with_the_line_ends_of_windows_is_whole(atlas):
    (atlas / "docs/ja").mkdir(parents=True)
    (atlas / "docs/ja/about.md").write_bytes("---\r\ntitle: 概要\r\ndescription: 説明\r\n---\r\n# 概要 {: #top }\r\n".encode())
    assert checking.check(atlas)[1] == []


def test_a_page_that_is_not_utf8_is_told(atlas):
    (atlas / "docs/ja").mkdir(parents=True)
    (atlas / "docs/ja/about.md").write_bytes("---\ntitle: 概要\n".encode("cp932"))
    problem, = checking.check(atlas)[1]
    assert (problem.mistake.case, problem.path) == ("bad-page/not-utf8", "docs/ja/about.md")


@pytest.mark.parametrize("name", [".DS_Store", ".zoe-marsh.yml.swp", "zoe-marsh.yml~", "#zoe-marsh.yml#", ".#zoe-marsh.yml"])
def test_what_editors_and_desktops_leave_beside_a_record_is_passed_over(atlas, name):
    (atlas / "data/people" / name).write_bytes(b"\0")
    assert checking.check(atlas)[1] == []


@pytest.mark.parametrize("name", ["Zoe-Marsh.yml", "zoe marsh.yml", "zoe-marsh.yaml", "zoe-marsh.yml.txt", "zoe-marsh"])
def test_a_record_under_a_wrong_name_is_told_once(atlas, name):
    (atlas / "data/people/zoe-marsh.yml").rename(atlas / "data/people" / name)
    problem, = checking.check(atlas)[1]
    assert problem.path == f"data/people/{name}" and "zoe-marsh.yml" in telling.line(problem, "en").partition("→")[2]


def test_a_name_that_changed_in_its_record_alone_is_told_once(atlas):
    for path, was, now in (("companies/openai", "en: OpenAI}", "en: OpenAl}"), ("stages/new-company", "新会社が生まれた。, en: The new", "OpenAIの新会社。, en: OpenAI's new")):
        file = atlas / f"data/{path}.yml"
        assert was in file.read_text()
        file.write_text(file.read_text().replace(was, now))
    problem, = checking.check(atlas)[1]
    assert problem.rule == "equal-names" and len(problem.others) == 1


def test_a_flood_of_mistakes_is_told_in_part_and_soon(atlas):
    (atlas / "data/sources/odd.yml").write_text("".join(f"key{number}: x\n" for number in range(20_000)))
    assert len(checking.check(atlas)[1]) == 50


def test_characters_that_steer_a_terminal_are_not_printed(atlas):
    path = atlas / "data/people/zoe-marsh.yml"
    path.write_text(path.read_text().replace("left_by: 2018", 'left_by: "\\e[31m2018\u202e"'))
    said = telling.text(checking.check(atlas)[1][0], "en")
    assert "\x1b" not in said.partition("\n")[0] and "'\ufffd[31m2018\ufffd'" in said


def test_a_folder_without_records_is_told(tmp_path):
    assert [problem.mistake.case for problem in load.load(tmp_path)[1]] == ["missing-file/data"]


def test_every_message_is_in_both_languages_and_is_met_by_a_case():
    met = {case["case"] for case in CASES} | {case for _, case, _ in ODD} | {"missing-file/data", "stray-file/unreadable", "bad-page/not-utf8"}
    assert set(MESSAGES) == met
    for words in [*(pair for message in MESSAGES.values() for pair in message), *SENTENCES.values()]:
        ja, en = words
        assert JAPANESE.search(ja) and not JAPANESE.search(en)
        assert sorted(re.findall(r"{(\w+)}", ja)) == sorted(re.findall(r"{(\w+)}", en)) or {"kinds", "field", "found"} & set(re.findall(r"{(\w+)}", ja + en))


def test_every_rule_has_its_sentence_in_both_languages():
    docs = {rule.__name__.replace("_", "-"): rule.__doc__ for rule in rules.RULES}
    assert {name: SENTENCES[name][1] for name in docs} == docs
    assert {case.partition("/")[0] for case in MESSAGES} == set(SENTENCES)


def test_no_english_slips_into_a_japanese_message():
    allowed = re.compile(r"data/[\w/.-]*|\[\[?[^\]]*\]\]?|「[^」]*」|[\w-]+（[^）]*）|(?:USD|EUR|over|to|billion|YAML|UTF-8|ID|git|JSON|CEO|OpenAI|AI|IT|true|false|null|ja|en|from|as_of|left_by|opinion|verdict|http|https|HEAD|main|Shift_JIS)\b")
    for case in CASES:
        message = case["ja"].split("\n    ")
        prose = [line for line in message if not line.startswith("    ")]
        left = [allowed.sub("", line.partition("] ")[2] or line) for line in prose]
        assert [line for line in left if re.search(r"[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{3,}", line)] == [], case["case"]


@pytest.mark.parametrize("path", sorted(path.relative_to(MINI).as_posix() for path in (MINI / "data").glob("*/*.yml")))
def test_a_record_that_does_not_load_makes_no_other_complain(atlas, path):
    (atlas / path).write_text((atlas / path).read_text() + "\n\tx: 1\n")
    assert [problem.path for problem in checking.check(atlas)[1]] == [path]


@pytest.mark.parametrize("path", sorted(path.relative_to(MINI).as_posix() for path in (MINI / "data").glob("*/*.yml")))
def test_a_renamed_record_is_told_once(atlas, path):
    old = atlas / path
    (atlas / "data/ledgers").mkdir()
    (atlas / "data/ledgers/addresses.json").write_text(json.dumps({path[5:-4]: "2024-06-30"} if "sources" not in path and "candidates" not in path else {}))
    old.rename(old.with_name(old.stem + "x.yml"))
    problems = checking.check(atlas)[1]
    assert len(problems) == ("candidates" not in path)
    assert [problem.mistake.near for problem in problems] == [old.stem + "x"] * len(problems)


def test_a_source_that_is_missing_everywhere_is_one_problem_with_all_its_places(atlas):
    (atlas / "data/sources/aoba-history-2021.yml").unlink()
    problem, = checking.check(atlas)[1]
    cited = sum(path.read_text().count("aoba-history-2021") for path in (atlas / "data").rglob("*.yml"))
    assert len(problem.others) + 1 == cited > 10
    assert "add data/sources/aoba-history-2021.yml" in telling.line(problem, "en")


def test_all_causes_are_told_in_one_run(atlas):
    wanted = ("end-before-start", "distinct-order", "used-source")
    for case in CASES:
        if case["case"] in wanted:
            spoil(atlas, case)
    assert {problem.rule for problem in checking.check(atlas)[1]} == set(wanted)
