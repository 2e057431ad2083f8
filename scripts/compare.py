"""Which pages differ between two builds of the site, told in Markdown to whoever weighs a change.

A page has changed if its article has; where only what surrounds the article differs (a new style, a new page in the menu), it is counted apart.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html as parser

from .labels import LANGUAGES

SHOWN = 200  # pages listed in one list; GitHub takes a summary of up to 1 MiB
NAMES = {"ja": "Japanese", "en": "English"}
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>:@])")  # a title is text, never Markdown


@dataclass(frozen=True)
class Change:
    """One page: ``how`` it differs (added, removed, changed, frame), its language, its address and its title, the newer one if there are two."""

    how: str
    language: str
    address: str
    title: str


def pages(old: Path, new: Path) -> list[Change]:
    """Every page that differs between the built sites ``old`` and ``new``, by address."""
    before, after = (_files(site, True) for site in (old, new))
    return sorted((change for path in before | after if (change := _page(old, new, path))), key=lambda one: (one.address, one.how))


def others(old: Path, new: Path) -> dict[str, int]:
    """How many files that are no pages were added, removed, changed."""
    before, after = (_files(site, False) for site in (old, new))
    changed = sum((old / path).read_bytes() != (new / path).read_bytes() for path in before & after)
    return {"added": len(after - before), "removed": len(before - after), "changed": changed}


def to_markdown(changes: list[Change], counted: dict[str, int]) -> str:
    """A summary: a table of counts, then the pages by language; "frame" only as a number."""
    lines = ["## What changes on the site", ""]
    if changes:
        lines += ["| pages | " + " | ".join(NAMES[language] for language in LANGUAGES) + " |", "|---|" + "--:|" * len(LANGUAGES)]
        for how, said in (("added", "added"), ("removed", "removed"), ("changed", "changed"), ("frame", "changed outside the article only")):
            lines.append(f"| {said} | " + " | ".join(str(len(_of(changes, how, language))) for language in LANGUAGES) + " |")
    else:
        lines.append("No page changes.")
    lines += ["", "Other files (data, search, pictures): " + ", ".join(f"{count} {how}" for how, count in counted.items()) + ".", ""]
    for how in ("added", "removed", "changed"):
        for language in LANGUAGES:
            lines += _listed(how, language, _of(changes, how, language))
    return "\n".join(lines)


def _of(changes: Iterable[Change], how: str, language: str) -> list[Change]:
    return [one for one in changes if (one.how, one.language) == (how, language)]


def _listed(how: str, language: str, found: list[Change]) -> Iterator[str]:
    if not found:
        return
    yield f"### {how.capitalize()}: {NAMES[language]}\n"
    yield from (f"- {_plain('/' + one.address)} {_plain(one.title)}" for one in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"- and {len(found) - SHOWN} more"
    yield ""


def _plain(text: str) -> str:
    """Text that Markdown and HTML show as it is."""
    return SPECIAL.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def _files(site: Path, are_pages: bool) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and (path.suffix == ".html") == are_pages}


def _page(old: Path, new: Path, path: str) -> Change | None:
    """How one page differs; None for one that does not."""
    raws = [(site / path).read_bytes() if (site / path).is_file() else None for site in (old, new)]
    if raws[0] == raws[1]:
        return None
    trees = [None if raw is None else parser.document_fromstring(raw, parser=parser.HTMLParser(encoding="utf-8")) for raw in raws]
    how = "added" if trees[0] is None else "removed" if trees[1] is None else "frame" if _article(trees[0]) == _article(trees[1]) else "changed"
    title = next(tree for tree in reversed(trees) if tree is not None).findtext(".//title") or ""
    return Change(how, "en" if path.startswith("en/") else "ja", path.removesuffix("index.html"), title)


def _article(tree: parser.HtmlElement) -> bytes:
    """What a page says: its article, or for a page without one all of it."""
    found = tree.find(".//article")
    return parser.tostring(tree if found is None else found)
