"""The miniature atlas with hostile records in it: what the checks say of them, and what their pages hold if they pass."""

import contextlib
import csv
import io
import json
import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import marko
from conftest import MINI, TODAY, copy_project

from scripts import canonical, checking, cli, exports, feeds, frame, nametable, pages, rules, telling, twins
from scripts.catalog import Catalog
from scripts.model import KINDS
from scripts.parse import parse
from scripts.problem import Problem

XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_SAID = 20_000  # characters of one message
# what a twin may hold: what Markdown of ours becomes
OF_TWINS = set("html head body h1 h2 h3 p ul ol li a strong em code pre br hr table thead tbody tr th td".split())
KIND_OF = {kind.folder: kind for kind in KINDS}
Word = tuple[str, tuple[str, ...]]  # an element with the names of its attributes


@contextlib.contextmanager
def markup_let_through() -> Iterator[None]:
    """Without the rule that refuses markup in prose: what it lets slip must be harmless on a page, so pages are made of it here."""
    every = rules.RECORD_RULES[:]
    rules.RECORD_RULES.remove(rules.content.plain_prose)
    try:
        yield
    finally:
        rules.RECORD_RULES[:] = every


@dataclass
class Trial:
    """A copy of the miniature atlas in ``root`` that records are put into, with the frame of each language; ``words`` are all
    elements with their attributes that its pages hold while no record is hostile, ``schemes`` the schemes of their links."""

    root: Path
    frames: dict = field(init=False)
    words: set[Word] = field(init=False, default_factory=set)
    schemes: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        copy_project(self.root, MINI / "data")
        self.frames = frame.frames(self.root, "assets")
        for path, html in self.pages(self.check()[0]):
            document = read(path, html)
            self.words |= set(words(document))
            self.schemes |= {scheme for scheme, _ in addresses(document)}

    @cached_property
    def records(self) -> dict[str, dict]:
        """The harmless records, by path from the root."""
        return {path.relative_to(MINI).as_posix(): parse(path.read_text(encoding="utf-8"), {}) for path in sorted((MINI / "data").glob("*/*.yml"))}

    @contextlib.contextmanager
    def holding(self, path: str, held: bytes | dict | Callable[[Path], object]) -> Iterator[None]:
        """Within the block the atlas holds a file of these bytes, a record of this content, or what a function makes at the path."""
        place = self.root / path
        before = place.read_bytes() if place.is_file() else None
        place.unlink(missing_ok=True)
        if isinstance(held, dict):
            place.write_text(canonical.write(held, KIND_OF[place.parent.name]), encoding="utf-8")
        elif isinstance(held, bytes):
            place.write_bytes(held)
        else:
            held(place)
        try:
            yield
        finally:
            shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink(missing_ok=True)
            if before is not None:
                place.write_bytes(before)

    def check(self) -> tuple[Catalog, list[Problem]]:
        """What `check` finds, each problem told in both languages and for programs."""
        with markup_let_through():
            catalog, problems = checking.check(self.root)
        for problem in problems[:60]:
            for language in ("ja", "en"):
                for said in (telling.text(problem, language), telling.annotation(problem, language), telling.as_json([problem], 1, language)):
                    said.encode()
                    assert 0 < len(said) < MOST_SAID, f"a message of {len(said)} characters"
        return catalog, problems

    def pages(self, catalog: Catalog, only: str = "") -> Iterator[tuple[str, str]]:
        """Path and HTML of the generated pages in both languages: of all, or of those that show the record ``folder/id``."""
        folder, _, id = only.partition("/")
        for path, template, context in pages.specs(catalog):
            if not only or context.get("id") == id or path == f"{folder}/index" or (folder == "sources" and "group" in context):
                for language, frame in self.frames.items():
                    yield f"{language}/{path}", frame.generated(f"{path}.md", pages.render_page(catalog, language, path, template, context, TODAY))

    def faults(self, catalog: Catalog, path: str, texts: dict[str, list[str]]) -> list[str]:
        """What is wrong with the pages, twins and files of a record that passed the checks. ``texts``: what its page must show, by language."""
        folder, id = Path(path).parent.name, Path(path).stem
        found = []
        for name, html in self.pages(catalog, f"{folder}/{id}"):
            found += [f"{name}: {fault}" for fault in self.page_faults(html, texts[name[:2]] if name[3:] == f"{folder}/{id}" else [])]
            found += [f"{name}, twin: {fault}" for fault in twin_faults(twins.twin(html, "https://atlas.example/x/"), texts[name[:2]] if name[3:] == f"{folder}/{id}" else [])]
        return found + file_faults(catalog)

    def page_faults(self, html: str, texts: list[str]) -> list[str]:
        """What is wrong with a page: bad HTML, an element, attribute or scheme that harmless records never bring, a text that is not shown."""
        try:
            document = read("", html)
        except html5lib.html5parser.ParseError as error:
            return [f"no valid HTML: {error}"]
        found = [f"foreign element {tag} with {' '.join(names)}" for tag, names in sorted(set(words(document)) - self.words)]
        found += [f"foreign address {address}" for scheme, address in addresses(document) if scheme not in self.schemes]
        ids = [element.get("id") for element in document.iter() if element.get("id")]
        found += [f"the id {one} stands twice" for one in sorted({one for one in ids if ids.count(one) > 1})]
        said = shown(document)
        return found + [f"the text is not shown: {text[:60]!r}" for text in texts if squeezed(text) not in said]


def read(name: str, html: str):
    """A page as a strict parser reads it. Raises html5lib's ParseError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return html5lib.HTMLParser(strict=True).parse(html)


def words(document) -> Iterator[Word]:
    """Every element with the names of its attributes."""
    return ((str(one.tag).removeprefix(XHTML), tuple(sorted(map(str, one.attrib)))) for one in document.iter())


def addresses(document) -> Iterator[tuple[str, str]]:
    """Scheme and address of every attribute that holds one."""
    for one in document.iter():
        for name in ("href", "src", "action", "formaction", *(("content",) if one.get("http-equiv", "").lower() == "refresh" else ())):
            if one.get(name) is not None:
                address = one.get(name).strip()
                yield urlsplit(address).scheme if "[" not in address else address.partition(":")[0], address


def shown(document) -> str:
    """What a reader sees, without white space."""
    body = document.find(f"{XHTML}body")
    return squeezed("".join(body.itertext()) if body is not None else "".join(document.itertext()))


def squeezed(text: str) -> str:
    return "".join(text.split())


def twin_faults(markdown: str, texts: list[str]) -> list[str]:
    """What is wrong with a Markdown twin, read as CommonMark: HTML in it, an odd address, a text that it does not say."""
    document = html5lib.parse(marko.convert(markdown))
    found = [f"foreign element {tag}" for tag, _ in sorted(set(words(document))) if tag not in OF_TWINS]
    found += [f"foreign address {address}" for scheme, address in addresses(document) if scheme not in ("http", "https")]
    said = shown(document)
    return found + [f"the text is not said: {text[:60]!r}" for text in texts if squeezed(text) not in said]


def file_faults(catalog: Catalog) -> list[str]:
    """What is wrong with the files beside the pages: each must be read by a parser of its format, and no cell may be a formula."""
    found, made = [], dict(exports.render(catalog, TODAY)) | dict(feeds.render(catalog, "https://atlas.example", TODAY)) | dict(nametable.tables(catalog))
    for path, held in made.items():
        text = held.decode() if isinstance(held, bytes) else held
        try:
            if path.endswith(".json"):
                json.loads(text)
            elif path.endswith((".xml", ".graphml")):
                ElementTree.fromstring(text)
            elif path.endswith(".csv"):
                rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
                found += [f"{path}: a row of {len(row)} cells" for row in rows if len(row) != len(rows[0])]
                found += [f"{path}: a cell is a formula: {cell[:40]}" for row in rows for cell in row if cell.startswith("=") or (cell[:1] in ("+", "-", "@") and set(cell) & set("(|!"))]
        except (ValueError, ElementTree.ParseError, csv.Error) as error:
            found.append(f"{path}: {error}")
    names = [line for line in twins.llms(catalog, "https://atlas.example").splitlines() if line.startswith("- [")]
    return found + [f"llms.txt: {fault}" for fault in twin_faults("\n".join(names), [])]


def told(root: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and output of a command; whatever it raises comes through."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = cli.main([*arguments, "--root", str(root), "--today", TODAY.isoformat()])
    return code, out.buffer.getvalue().decode()
