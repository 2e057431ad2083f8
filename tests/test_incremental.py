"""A build that reuses what stands gives, byte for byte, what a build from nothing gives, whatever was changed before it."""

import random
import shutil
from pathlib import Path

import pytest
from conftest import MINI, TODAY, copy_project
from test_broken import CASES, NAMES, spoil
from test_build import tree

from scripts import build, checking, unchanged
from scripts.problem import Stopped


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text, f"{path} no longer holds {old!r}"
    path.write_text(text.replace(old, new))


# each change to the miniature atlas, and how it is taken back
CHANGES = {
    "a summary": lambda root, on: replace(root / "data/people/zoe-marsh.yml", *_turn(on, "Researcher", "Scholar")),
    "a name that others show": lambda root, on: replace(root / "data/people/zoe-marsh.yml", *_turn(on, "name: {ja: ゾーイ・マーシュ, en: Zoë Marsh}", "name: {ja: ゾーイ・K・マーシュ, en: Zoë K. Marsh}")),
    "the company's name": lambda root, on: replace(next(root.glob("data/companies/aoba*.yml")), *_turn(on, "Aoba Lab", "Aoba Laboratory")),
    "a source's title": lambda root, on: replace(root / "data/sources/gazette-sato-2020.yml", *_turn(on, "title: ", "title: New ")),
    "an event's title": lambda root, on: replace(root / "data/stages/first-years.yml", *_turn(on, "title: {ja: ", "title: {ja: 最初の")),
    "a person who comes": lambda root, on: _person(root, on),
    "a person under another id": lambda root, on: _renamed(root, on),
    "a page by hand": lambda root, on: replace(root / "docs/ja/about.md", *_turn(on, "{: #top }", "{: #top }\n\n新しい一文。\n")),
    "the frame": lambda root, on: replace(root / "overrides/partials/footer.html", *_turn(on, 'class="site-foot"', 'class="site-foot new"')),
    "the style": lambda root, on: _appended(root / "overrides/assets/atlas.css", on, "\n.new { color: red }\n"),
    "a file that somebody spoiled": lambda root, on: (root / "site/en/people/zoe-marsh/index.html").write_text("spoiled") if on else None,
    "a file that somebody added": lambda root, on: (root / "site/en/stray.txt").write_text("stray") if on else None,
    "a page's Markdown that somebody removed": lambda root, on: (root / "docs/en/people/zoe-marsh.md").unlink(missing_ok=True) if on else None,
    "what was kept": lambda root, on: shutil.rmtree(root / ".build/kept") if on else None,
    "what was kept, spoiled": lambda root, on: (root / ".build/kept/build").write_bytes(b"\x00\xff") if on else None,
}


def _turn(on: bool, old: str, new: str) -> tuple[str, str]:
    return (old, new) if on else (new, old)


def _appended(path: Path, on: bool, text: str) -> None:
    path.write_text(path.read_text() + text if on else path.read_text().removesuffix(text))


def _person(root: Path, on: bool) -> None:
    path = root / "data/people/ken-mori.yml"
    if not on:
        return path.unlink()
    text = (root / "data/people/hanako-sato.yml").read_text()
    kept = text[: text.index("story:")] + "reviewed: 2024-06-30\n"
    path.write_text(kept.replace("佐藤花子", "森健").replace("Hanako Sato", "Ken Mori").replace("佐藤", "森").replace("Sato", "Mori").replace("さとう", "もり").replace("formerly: [sato-hana]\n", ""))


def _renamed(root: Path, on: bool) -> None:
    """The company gets another id; its old one leads there."""
    old, new = root / "data/companies/aoba-lab.yml", root / "data/companies/aoba.yml"
    source, target = (old, new) if on else (new, old)
    if on:
        text = source.read_text() + "formerly: [aoba-lab]\n"
    else:
        text = source.read_text().removesuffix("formerly: [aoba-lab]\n")
    source.unlink()
    target.write_text(text)
    for path in root.glob("data/*/*.yml"):
        held = path.read_text()
        if path != target:
            for before, after in (("org: {}\n", "org: {}\n"), ("[[{}]]", "[[{}]]"), ("[[{}|", "[[{}|"), ("[{}]", "[{}]"), ("[{},", "[{},"), (" {}]", " {}]"), ("company: {}", "company: {}"), ("[[{}#", "[[{}#"), (" {}#", " {}#"), (" {},", " {},")):
                held = held.replace(before.format(source.stem), after.format(target.stem))
            path.write_text(held)


def make(root: Path) -> None:
    build.build(root, TODAY, lambda line: None)


def from_nothing(root: Path, to: Path) -> Path:
    """A project like ``root``, built with nothing to reuse."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("site", ".build"))
    make(to)
    return to


def differing(root: Path, cold: Path) -> list[str]:
    """The files of the site and of docs/ that are not the same in both projects."""
    here, there = ({f"{top}/{path}": digest for top in ("site", "docs") for path, digest in tree(one / top).items()} for one in (root, cold))
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("incremental") / "atlas", MINI / "data")
    make(root)
    return root


@pytest.mark.parametrize("seed", range(3))
def test_changes_in_any_order_end_where_a_build_from_nothing_does(root, tmp_path, seed):
    order, on = random.Random(seed), set()
    for name in order.sample(list(CHANGES), len(CHANGES)) + order.choices(list(CHANGES), k=6):
        CHANGES[name](root, name not in on)
        on ^= {name}
        if order.random() < 0.4:
            continue  # several changes before the next build
        make(root)
        assert differing(root, from_nothing(root, tmp_path / "cold")) == [], f"after {name}"
    for name in on:
        CHANGES[name](root, False)


def test_an_edit_makes_only_the_pages_that_show_it(root):
    make(root)
    before = {path: path.stat().st_mtime_ns for path in root.glob("site/**/people/*/index.html")}
    CHANGES["a summary"](root, True)
    make(root)
    changed = {path.parent.name for path, stamp in before.items() if path.stat().st_mtime_ns != stamp}
    CHANGES["a summary"](root, False)
    assert changed == {"zoe-marsh"}


def test_what_did_not_change_is_known_without_reading(root):
    make(root)
    assert unchanged.unchanged(root, TODAY)
    CHANGES["the style"](root, True)
    assert not unchanged.unchanged(root, TODAY)
    CHANGES["the style"](root, False)
    make(root)
    (root / "site/index.html").write_text("spoiled")
    assert not unchanged.unchanged(root, TODAY)
    make(root)


def test_a_stopped_build_does_not_spoil_the_next(root, tmp_path):
    CHANGES["the company's name"](root, True)
    replace(root / "docs/en/about.md", "method.md", "nowhere.md")
    with pytest.raises(Stopped, match="nowhere.md"):
        make(root)
    replace(root / "docs/en/about.md", "nowhere.md", "method.md")
    make(root)
    assert differing(root, from_nothing(root, tmp_path / "cold")) == []
    CHANGES["the company's name"](root, False)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_check_that_judges_only_what_changed_finds_the_same(tmp_path, case):
    for name in ("warm", "cold"):
        shutil.copytree(MINI / "data", tmp_path / name / "data")
    assert checking.check(tmp_path / "warm")[1] == []
    for name in ("warm", "cold"):
        spoil(tmp_path / name, case)
    warm, cold = ([*problems, *catalog.data.unformatted] for catalog, problems in (checking.check(tmp_path / name) for name in ("warm", "cold")))
    assert warm == cold != []
