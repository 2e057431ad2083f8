"""Changes to the miniature atlas in random order: a build that reuses what stands must end where a build from nothing does, byte for byte."""

import random
import shutil
import tempfile
from pathlib import Path

from conftest import MINI, TODAY, copy_project, tree

from scripts import build, write

from .parts import Result


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
    "what was kept, spoiled": lambda root, on: write.put(root / ".build/kept/build", b"\x00\xff") if on else None,
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
    former = "formerly: [aoba-lab]\n"
    text = source.read_text() + former if on else source.read_text().removesuffix(former)
    source.unlink()
    target.write_text(text)
    for path in root.glob("data/*/*.yml"):
        held = path.read_text()
        if path != target:
            for before, after in (("org: {}\n", "org: {}\n"), ("[[{}]]", "[[{}]]"), ("[[{}|", "[[{}|"), ("[{}]", "[{}]"), ("[{},", "[{},"), (" {}]", " {}]"), ("company: {}", "company: {}"), ("[[{}#", "[[{}#"), (" {}#", " {}#"), (" {},", " {},")):
                held = held.replace(before.format(source.stem), after.format(target.stem))
            path.write_text(held)


def make(root: Path) -> None:
    build.build(root, TODAY, lambda *_: None)


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


def walk(root: Path, cold: Path, seed: int, together: float) -> Result:
    """Make all changes and some again, in an order of their own, and take back what is left; a change waits for the next one's
    build with the chance ``together``. Counts changes and builds; a failure names the files that differ from a build from nothing."""
    order, on, result = random.Random(seed), set(), Result()
    for name in order.sample(list(CHANGES), len(CHANGES)) + order.choices(list(CHANGES), k=6):
        CHANGES[name](root, name not in on)
        on ^= {name}
        result.count("changes")
        if order.random() < together:
            continue
        make(root)
        result.count("builds compared with one from nothing")
        if files := differing(root, from_nothing(root, cold)):
            result.failures.append(f"order {seed}, after {name}: {', '.join(files[:5])}")
    for name in on:
        CHANGES[name](root, False)
    return result


def run(rounds: int) -> Result:
    """As many orders as there are rounds."""
    result = Result()
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "atlas", MINI / "data")
        make(root)
        for seed in range(rounds):
            result += walk(root, Path(folder) / "cold", seed, 0.4)
    return result
