"""What a page weighs, and whether anything moves while it comes in: measured on the built site, compressed as a host sends it."""

import fnmatch
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from conftest import Quiet

PARTS = {"html": "html", "css": "css", "js": "js", "svg": "images", "png": "images", "woff2": "fonts"}  # by the file's ending; the rest is data
COMPRESSED = ("html", "css", "js", "json", "svg", "xml", "md")
# a phone on a slow line: what scripts add comes long after the first paint
SLOW = {"offline": False, "latency": 30, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
# Layout Instability API (WICG): the shares of the window that moved without the reader's doing
WATCH = """window.moved = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput)
  window.moved.push(`${one.value.toFixed(4)}: ${one.sources.map((source) => source.node?.nodeName + "." + (source.node?.className ?? "")).join(", ")}`);
}).observe({ type: "layout-shift", buffered: true });"""


@dataclass(frozen=True)
class Kind:
    """A kind of page: which addresses are of it, without ``en/``, and what the first view of one may weigh."""

    name: str
    pages: list[str]
    allowed: dict[str, int]


def kinds() -> list[Kind]:
    """The rows of budgets.yml; the first that matches an address holds."""
    held = yaml.safe_load((Path(__file__).parent / "budgets.yml").read_text(encoding="utf-8"))
    return [Kind(name, row.pop("pages"), held["every"] | row) for name, row in held["kinds"].items()]


def kind_of(address: str, known: list[Kind]) -> Kind | None:
    """The kind of the page at an address below the site's root, like ``en/people/sam-altman/``."""
    bare = address.removeprefix("en/")
    return next((one for one in known if any(fnmatch.fnmatchcase(bare, pattern) for pattern in one.pages)), None)


@cache
def pages(site: Path) -> dict[str, int]:
    """Every page's address and the bytes of its HTML, compressed. Redirects from former addresses are no pages."""
    found = {path.relative_to(site).as_posix().removesuffix("index.html"): path.read_bytes() for path in sorted(site.rglob("*.html"))}
    return {address: len(gzip.compress(raw, 9)) for address, raw in found.items() if b"redirect.js" not in raw}


def heaviest(site: Path, known: list[Kind]) -> dict[str, list[str]]:
    """Of each kind the page with the most HTML, in both languages."""
    found: dict[str, str] = {}
    for address, _ in sorted(pages(site).items(), key=lambda one: -one[1]):
        found.setdefault(kind_of(address, known).name, address.removeprefix("en/"))
    found["search in use"] = "search/?q=openai"
    last = sorted(found.items(), key=lambda one: one[1] == "404.html")  # it asks from the host's root: nothing of it may come in late to another
    return {name: [address] * 2 if address == "404.html" else [address, f"en/{address}"] for name, address in last}


class Host(Quiet):
    """Serves the site compressed, and keeps a list of what it sent: address and bytes."""

    sent: list[tuple[str, int]] = []

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        raw = self.read(path)
        if raw is None:
            return self.send_error(404)
        compressed = path.suffix.lstrip(".") in COMPRESSED
        body = gzip.compress(raw, 9) if compressed else raw
        self.sent.append((urlsplit(self.path).path.removeprefix(self.below), len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def read(self, path: Path) -> bytes | None:
        """What a file of the site holds, if it is there."""
        return path.read_bytes() if path.is_file() else None


def opened(browser, width: int):
    """A page without a cache on a slow line, ``width`` pixels wide, that hears what moves."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", SLOW)
    return page


def view(page, root: str, address: str) -> tuple[dict[str, int], list[str]]:
    """Open a page; give its bytes by part, its ``requests`` and the ``total``, and what moved."""
    Host.sent.clear()
    page.goto(root + address, wait_until="load")
    if "search/" in address:
        page.locator("[role=option] mark" if "?q=" in address else "#search-box [role=listbox]").first.wait_for(state="attached")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    sent = dict(Host.sent)  # the mark is asked for twice here, in the page and for the tab: with a cache, once
    weight = dict.fromkeys((*PARTS.values(), "data"), 0)
    for path, size in sent.items():
        ending = path.rpartition("/")[2].rpartition(".")[2] or "html"
        weight[PARTS.get(ending, "data")] += size
    return weight | {"requests": len(sent), "total": sum(weight.values())}, page.evaluate("window.moved")


def over(kind: Kind, address: str, weight: dict[str, int]) -> Iterator[str]:
    """What is heavier than the kind allows."""
    for part, measured in weight.items():
        if measured > (allowed := kind.allowed.get(part, 0)):
            yield f"{kind.name}, /{address}: {part} {measured:,}, allowed {allowed:,} (tests/light/budgets.yml)"
