"""What an editor reads when a record is wrong: one clear line for one cause."""

import shutil

import pytest
import yaml
from conftest import MINI, ROOT

from scripts import build, load, rules, telling

CASES = yaml.load((ROOT / "tests" / "broken.yml").read_text(), Loader=yaml.CBaseLoader)


def spoil(root, case: dict) -> None:
    """Do to the atlas below ``root`` what the case says."""
    if "remove" in case:
        shutil.rmtree(root / case["remove"])
        return
    path = root / case["file"]
    path.parent.mkdir(exist_ok=True)
    if "from" in case:
        assert path.read_text().count(case["from"]) == 1, "the case's text must stand once in the file"
        path.write_text(path.read_text().replace(case["from"], case["put"]))
    else:
        path.write_text(case["put"])
    if "also" in case:
        spoil(root, case["also"])


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule']}" for n, case in enumerate(CASES)])
def test_one_cause_gives_one_clear_line(tmp_path, case):
    shutil.copytree(MINI / "data", tmp_path / "data")
    spoil(tmp_path, case)
    said = [telling.line(problem, "en") for problem in build.check(tmp_path)[1]]
    assert (said[:1] if case.get("first") else said) == [case["says"]]


def test_every_rule_has_a_case():
    written = {rule.__name__.replace("_", "-") for rule in rules.RULES}
    assert written <= {case["rule"] for case in CASES}


def test_all_problems_are_told_in_one_run(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    for case in CASES:
        if case["rule"] in ("end-before-start", "distinct-order", "used-source"):
            spoil(tmp_path, case)
    assert {problem.rule for problem in build.check(tmp_path)[1]} == {"end-before-start", "distinct-order", "used-source"}


@pytest.mark.parametrize("raw, rule", [
    (b"\xff\xfe\x00", "bad-yaml"),
    (b"name: \x07bell", "bad-yaml"),
    (b"", "wrong-type"),
    (b"x: " + b"a" * 1_000_001, "too-large"),
    (b"? [a]\n: b\n", "bad-yaml"),
])  # fmt: skip
def test_a_file_that_is_no_record_gives_a_line_not_a_traceback(tmp_path, raw, rule):
    shutil.copytree(MINI / "data", tmp_path / "data")
    (tmp_path / "data/sources/odd.yml").write_bytes(raw)
    assert [problem.rule for problem in load.load(tmp_path)[1]] == [rule]


def test_a_folder_without_records_is_told(tmp_path):
    assert [problem.rule for problem in load.load(tmp_path)[1]] == ["missing-file"]
