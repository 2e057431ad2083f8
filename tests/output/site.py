"""A built site in memory, each page parsed once, for the checks; faults can be planted into it without a copy of its files."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, wraps
from pathlib import Path
from urllib.parse import unquote, urljoin

import turbohtml

READ = {".html", ".md", ".json", ".xml", ".txt", ".csv", ".css", ".js", ".graphml", ".svg", ""}
UNSEEN = {"script", "style", "template"}


class Page:
    """One HTML file: its text, its tree, and what the checks ask of it again and again."""

    def __init__(self, file: str, text: str, origin: str):
        self.file, self.text, self.origin = file, text, origin
        self.address = file.removesuffix("index.html")
        self.english = file.startswith("en/")
        self.language = "en" if self.english else "ja"
        self.bare = self.address.removeprefix("en/") if self.english else self.address
        self.missing = file == "404.html"
        self.found: dict[Callable, list[str]] = {}

    @cached_property
    def tree(self) -> turbohtml.Document:
        return turbohtml.parse(self.text, source_locations=True)

    @cached_property
    def redirect(self) -> bool:
        """A page at a former address, which only leads on."""
        return bool(self.xpath("//meta[@http-equiv='refresh']")) and not self.xpath("//main")

    def xpath(self, path: str) -> list:
        """What the path finds: elements, or strings."""
        return self.tree.xpath(path)

    @cached_property
    def elements(self) -> list[turbohtml.Element]:
        return list(self.tree.iter_elements())

    @cached_property
    def ids(self) -> list[str]:
        return self.xpath("//@id")

    @cached_property
    def anchors(self) -> set[str]:
        return {*self.ids, ""}

    @cached_property
    def links(self) -> set[str]:
        """Every address that the page leads to or loads."""
        return {*self.xpath("//a/@href | //link/@href | //*/@src | //*/@srcset | //form/@action | //*[local-name()='use']/@href")}

    @cached_property
    def json(self) -> bool:
        """Whether it is a record's page, with the record as JSON beside it."""
        return bool(self.xpath("//link[@type='application/json']"))

    @cached_property
    def targets(self) -> dict[str, tuple[str, str] | None]:
        """Where each of them leads: file and anchor, None for another host."""
        here = self.origin + ("" if self.missing else self.address)
        return {link: (self.file, unquote(link[1:])) if link[:1] == "#" else target(link, here, self.origin) for link in sorted(self.links)}

    @cached_property
    def spoken(self) -> list[tuple[str, str, turbohtml.Element]]:
        """What a reader reads or hears, with the language it is marked as and its element: texts of the body, then names in attributes."""
        found: list[tuple[str, str, turbohtml.Element]] = []
        self._walk(self.tree.find("body"), self.language, found)
        return found

    def _walk(self, element: turbohtml.Element, language: str, found: list) -> None:
        language = element.attr("lang") or language
        for name in ("aria-label", "title", "alt", "placeholder"):
            if value := element.attr(name):
                found.append((value, language, element))
        found += [(value, language, element) for name, value in element.attrs.items() if name in SAID and value]
        for child in element.children:
            if isinstance(child, turbohtml.Element):
                if child.tag not in UNSEEN:
                    self._walk(child, language, found)
            elif isinstance(child, turbohtml.Text) and (text := child.text.strip()):
                found.append((text, language, element))


SAID = ("data-copy", "data-copied", "data-light", "data-dark", "data-label", "data-words")  # what our scripts and style show of an attribute


def target(link: str, here: str, origin: str) -> tuple[str, str] | None:
    """The file and the anchor that a link at the address ``here`` leads to; None for another host."""
    full, _, anchor = (urljoin(here, link) if not link.startswith(("http:", "https:")) else link).partition("#")
    if not full.startswith(origin):
        return None
    path = unquote(full.removeprefix(origin).partition("?")[0])
    return path + "index.html" if path.endswith("/") or not path else path, unquote(anchor)


class Site:
    """A site's files by their paths. ``pages`` are those that a reader is meant to find: not the one for what is missing, not former addresses."""

    def __init__(self, files: dict[str, str | None], pages: dict[str, Page], origin: str):
        self.files, self.html, self.origin = files, pages, origin
        self.pages = [page for page in pages.values() if not page.missing and not page.redirect]

    @classmethod
    def read(cls, folder: Path) -> "Site":
        """The site in a folder; the full-text index is no part of it."""
        paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        files = {name: path.read_text("utf-8") if path.suffix in READ and "/text/" not in name else None for name, path in paths.items()}
        origin = re.search(r'rel="canonical" href="([^"]+)"', files["index.html"])[1]
        return cls(files, {name: Page(name, text, origin) for name, text in files.items() if name.endswith(".html")}, origin)

    def planted(self, changes: dict[str, str | None]) -> "Site":
        """The same site with other texts in some files, or without them (None); the other pages stay parsed."""
        files = {name: changes.get(name, text) for name, text in self.files.items() if changes.get(name, "") is not None}
        files |= {name: text for name, text in changes.items() if text is not None}
        pages = {name: Page(name, changes[name], self.origin) if name in changes else self.html[name] for name in files if name.endswith(".html")}
        return Site(files, pages, self.origin)

    def broken(self, link: str, found: tuple[str, str] | None) -> str | None:
        """What is wrong with a link to a file and an anchor, or None."""
        if found is None:
            return None
        file, anchor = found
        if file not in self.files:
            return f"{link} leads nowhere"
        if file in self.html and anchor not in self.html[file].anchors:
            return f"{link} names no place on its page"
        return None


def on_every_page(check: Callable[[Page], Iterator[str]]) -> Callable[[Site], Iterator[str]]:
    """A check of one page as one of the site. What it found on a page is remembered: a planted fault changes one page of many."""

    @wraps(check)
    def on_site(site: Site) -> Iterator[str]:
        for page in site.pages:
            if on_site not in page.found:
                page.found[on_site] = list(check(page))
            yield from (f"{page.address}: {fault}" for fault in page.found[on_site])

    return on_site
