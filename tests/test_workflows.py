"""The workflows of GitHub Actions: two linters find nothing, what they run exists, they may do no more than they must."""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from scripts import cli

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
PROGRAMS = Path(sys.executable).parent


def read(file: Path) -> dict:
    return yaml.load(file.read_text(), yaml.BaseLoader)  # "on" is a word, not true


def steps(file: Path) -> list[dict]:
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def lint(program: str, *arguments: str, cwd=ROOT) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAMS / program, *arguments], cwd=cwd, capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1"})


def commands() -> set[str]:
    return next(set(action.choices) for action in cli._parser()._actions if isinstance(action, argparse._SubParsersAction))


def test_the_linters_find_nothing():
    ran = lint("actionlint", *map(str, FILES))
    assert ran.returncode == 0, ran.stdout
    ran = lint("zizmor", "--offline", "--no-progress", ".github")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(("program", "planted", "said"), [
    ("actionlint", "run: echo ${{ steps.nowhere.outputs.x }}", "nowhere"),
    ("zizmor", "run: echo ${{ github.event.pull_request.title }}", "template-injection"),
    ("zizmor", "uses: actions/checkout@v7", "unpinned-uses"),
])  # fmt: skip
def test_the_linters_find_what_is_planted(tmp_path, program, planted, said):
    text = "name: Planted\non: pull_request\npermissions: {}\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - " + planted + "\n"
    file = tmp_path / ".github/workflows/planted.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    ran = lint(program, *(["--offline", "--no-progress"] if program == "zizmor" else []), str(file), cwd=tmp_path)
    assert ran.returncode != 0 and said in ran.stdout


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_a_workflow_runs_exists(file):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    scripts = [step["run"] for step in steps(file) if "run" in step]
    assert scripts
    for script in scripts:
        assert subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True).returncode == 0, script
        made = re.findall(r"\bmake (?:-C \S+ )?([a-z]+)", script)
        asked = re.findall(r"python -m scripts ([a-z]+)", script)
        assert set(made) <= targets and set(asked) <= commands()
        assert made or asked or script.startswith("sudo apt-get"), f"nothing of ours is run: {script}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_workflow_may_do_no_more_than_it_must(file):
    held = read(file)
    assert held["permissions"] == {}
    writing = {(name, right) for name, job in held["jobs"].items() for right, how in job["permissions"].items() if how == "write"}
    assert writing == ({("deploy", "pages"), ("deploy", "id-token")} if file.name == "publish.yml" else set())
    assert "pull_request_target" not in held["on"] and "timeout-minutes" in str(held["jobs"])
    for step in steps(file):
        assert "${{" not in step.get("run", ""), "what others wrote comes to a shell only as a variable"
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_every_action_is_pinned_to_a_commit_the_same_everywhere():
    pins: dict[str, set[str]] = {}
    for line in "\n".join(file.read_text() for file in FILES).splitlines():
        if "uses:" in line:
            action, commit, version = re.search(r"uses: ([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line).groups()
            assert action.startswith("actions/"), "GitHub's own actions only"
            pins.setdefault(action, set()).add(f"{commit} {version}")
    assert {len(one) for one in pins.values()} == {1}
