"""The pages written by hand, docs/ja/*.md and docs/en/*.md, section by section in both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem, mistake

GENERATED = "index.md"  # the home page beside them is made from the records
HEADING = re.compile(r"^#{1,6} (.+?) *\{: *#([a-z0-9-]+) *\} *$", re.M)
HEAD = re.compile(r"\A---\n.*?^---\n", re.M | re.S)
ADDRESS = re.compile(r"\]\([^)\s]*\)")  # where a link leads differs by language and says nothing


@dataclass(frozen=True)
class Section:
    """What stands under one heading, in both languages: anchor ("" for title and description, which have the page's heading), heading, text and line of each."""

    anchor: str
    title: dict[str, str]
    text: dict[str, str]
    line: dict[str, int]


def read(root: Path) -> dict[str, list[Section]]:
    """The sections that both languages of a page have, by the page's name: ``{"about": […]}``."""
    tops = {language: root / "docs" / language for language in ("ja", "en")}
    names = sorted({path.name for path in tops["ja"].glob("*.md")} & {path.name for path in tops["en"].glob("*.md")} - {GENERATED})
    return {name.removesuffix(".md"): paired(*((top / name).read_bytes().decode("utf-8", "replace") for top in tops.values())) for name in names}


def problems(root: Path) -> Iterator[Problem]:
    """What is wrong with the files themselves: each is UTF-8 and begins with its title and description."""
    for path in sorted(path for language in ("ja", "en") for path in (root / "docs" / language).glob("*.md") if path.name != GENERATED):
        shown = path.relative_to(root).as_posix()
        try:
            head = HEAD.match(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError:
            yield Problem(shown, 1, 1, mistake("bad-page/not-utf8"))
            continue
        lacking = [key for key in ("title", "description") if not head or not re.search(rf"^{key}: *\S", head[0], re.M)]
        if lacking:
            yield Problem(shown, 1, 1, mistake("bad-page/head", keys=tuple(lacking)))


def paths(name: str) -> dict[str, str]:
    """The files of a page by language, from the project's root."""
    return {language: f"docs/{language}/{name}.md" for language in ("ja", "en")}


def paired(ja: str, en: str) -> list[Section]:
    """The sections that the two texts of a page share."""
    sides = {"ja": _sections(ja), "en": _sections(en)}
    both = [anchor for anchor in sides["ja"] if anchor in sides["en"]]
    for held in sides.values():
        held[""] = (held.get("top", held[""])[0], *held[""][1:])
    return [Section(anchor, *({language: sides[language][anchor][part] for language in sides} for part in range(3))) for anchor in both]


def _sections(page: str) -> dict[str, tuple[str, str, int]]:
    """Anchor to heading, text and line of each section of a page."""
    head = HEAD.match(page)
    found = {"": ("", head[0] if head else "", 1)}
    starts = list(HEADING.finditer(page))
    for start, end in zip(starts, [*(one.start() for one in starts[1:]), len(page)], strict=True):
        text = ADDRESS.sub("]", f"{start[1]}\n{page[start.end() : end]}")
        found[start[2]] = (start[1], text, page.count("\n", 0, start.start()) + 1)
    return found
