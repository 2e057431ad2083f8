"""From records to a searchable site: the steps in their order. A step that fails leaves the last good site in place."""

import calendar
import datetime
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from . import cards, exports, feeds, fulltext, hosting, load, nametable, pages, rules, twins, write
from .catalog import Catalog
from .labels import LANGUAGES
from .pages import redirects
from .problem import Problem


class Stopped(Exception):
    """A build that cannot go on. ``problems`` are those of the records; ``report`` is what another step said."""

    def __init__(self, problems: list[Problem], report: str = "") -> None:
        super().__init__(report or f"{len(problems)} problems")
        self.problems, self.report = problems, report


def check(root: Path) -> tuple[Catalog, list[Problem]]:
    """Read and check the records below ``root``; nothing is written."""
    data, problems = load.load(root)
    catalog = Catalog(data)
    whole = not any(problem.rule == "missing-file" for problem in problems)
    return catalog, rules.told(catalog, [*problems, *(rules.check(catalog) if whole else ())])


def write_pages(root: Path, today: datetime.date) -> tuple[Catalog, int]:
    """Check the records and write their pages into docs/; give the catalog and the number of files changed. Raises Stopped."""
    catalog, problems = check(root)
    if problems:
        raise Stopped(problems)
    folders = [f"{language}/{folder}" for language in LANGUAGES for folder in pages.OWNED_FOLDERS]
    singles = [f"{language}/{file}" for language in LANGUAGES for file in pages.OWNED_FILES]
    return catalog, write.sync(root / "docs", pages.render(catalog, today), folders, singles)


def build(root: Path, today: datetime.date, tell: Callable[[str], None]) -> None:
    """Build ``root``/site whole. ``tell`` hears one line a step. Raises Stopped; the site then stays as it was."""
    with write.alone(root / ".build"):
        clock = time.perf_counter()

        def done(step: str) -> None:
            nonlocal clock
            tell(f"{step} ({time.perf_counter() - clock:.1f} s)")
            clock = time.perf_counter()

        catalog, changed = write_pages(root, today)
        done(f"records checked, {changed} pages written")
        draft = write.fresh(root / ".build" / "site")
        _run(root, today, "mkdocs", "build", "--strict", "--site-dir", str(draft))
        write.add(draft, redirects.render(catalog))
        done("site rendered")
        _add_files(root, today, catalog, draft)
        done("cards, data, feeds and Markdown added")
        _index(root, today, catalog, draft)
        done("search index made")
        write.add(draft, {hosting.HEADERS_FILE: hosting.headers_file(path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())})
        write.swap(draft, root / "site")


def site_url(root: Path) -> str:
    """The address at which the site will live, from mkdocs.yml and the environment, without a slash at its end."""
    with open(root / "mkdocs.yml", encoding="utf-8") as file:
        return yaml_load(file)["site_url"].rstrip("/")


def _add_files(root: Path, today: datetime.date, catalog: Catalog, draft: Path) -> None:
    """Add to the draft what is not a page: data, feeds, cards for sharing, the Markdown twins and llms.txt."""
    top, kept = site_url(root), root / ".build"
    write.add(draft, exports.render(catalog, today))
    write.add(draft, feeds.render(catalog, top, today))
    drawn = cards.all_cards(catalog)
    if lacking := list(cards.lacking(drawn)):
        raise Stopped([], "\n".join(f"the card {path} needs characters that the fonts lack: {characters}" for path, characters in lacking))
    write.add(draft, cards.render(drawn, kept / "cards"))
    write.add(draft, twins.render(draft, kept / "twins", top) | {"llms.txt": twins.llms(catalog, top)})


def _index(root: Path, today: datetime.date, catalog: Catalog, draft: Path) -> None:
    """Add to the draft what the search needs: the names, and Pagefind's index of the text. Raises Stopped."""
    write.add(draft, nametable.tables(catalog))
    for language in LANGUAGES:
        read, made = write.fresh(root / ".build" / "text" / language), draft / ("" if language == "ja" else language) / "search" / "text"
        write.add(read, fulltext.documents(catalog, draft, language))
        _run(root, today, "pagefind", "--site", str(read), "--output-path", str(made), "--force-language", "en", "--quiet")
        write.keep_only(made, fulltext.NEEDED)


def _run(root: Path, today: datetime.date, module: str, *arguments: str) -> None:
    """Run a Python tool on the project with the given day as its date. Raises Stopped with its output if it fails."""
    noon = calendar.timegm(today.timetuple()) + 43200
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(noon), "NO_MKDOCS_2_WARNING": "1", "TZ": "UTC"}
    command = [sys.executable, "-m", module, *arguments]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if ran.returncode:
        raise Stopped([], f"{module} stopped:\n{(ran.stdout + ran.stderr).strip()}")
