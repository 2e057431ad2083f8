"""Light pages: every kind keeps to its budget, nothing is loaded in vain, nothing moves, and what is loaded may be kept forever."""

import functools
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from light import weigh
from search.serving import run

from scripts.hosting import rules

BELOW = "/atlas/"
KNOWN = weigh.kinds()
CLASS = re.compile(r"\.(-?[a-z][\w-]*)")


class Heavy(weigh.Host):
    """The site with a script too many on the home page, which moves everything, and a picture."""

    def read(self, path: Path) -> bytes | None:
        if path.name == "late.js":
            return b'setTimeout(() => document.body.prepend(Object.assign(document.createElement("h1"), { textContent: "Late" })), 300); // ' + os.urandom(900).hex().encode()
        return path.read_bytes().replace(b"</body>", b'<script src="/atlas/late.js"></script><img src="/atlas/cards/ja/index.png" alt=""></body>')


@pytest.fixture(scope="module")
def views(site, browser):
    """What the heaviest page of each kind weighs, and what moved in it: in Japanese on a phone, in English on a desk."""
    found = {}
    with run(functools.partial(weigh.Host, folder=site, below=BELOW)) as root:
        for turn, width in enumerate((360, 1280)):
            page = weigh.opened(browser, width)
            for name, addresses in weigh.heaviest(site, KNOWN).items():
                found[name, addresses[turn], width] = *weigh.view(page, root + BELOW[1:], addresses[turn]), list(weigh.Host.sent)
            page.context.close()
    return found


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every page's address and HTML."""
    return ((address, (site / address / ("" if address.endswith(".html") else "index.html")).read_text()) for address in weigh.pages(site))


def test_every_page_keeps_to_its_kinds_budget(site):
    assert [fault for address, size in weigh.pages(site).items() for fault in weigh.over(weigh.kind_of(address, KNOWN), address, {"html": size})] == []


def test_the_first_view_of_every_kind_keeps_to_its_budget(views):
    kinds = {kind.name: kind for kind in KNOWN}
    assert {name for name, *_ in views} == set(kinds), "every kind has a page"
    assert [fault for (name, address, _), (weight, *_) in views.items() for fault in weigh.over(kinds[name], address, weight)] == []


def test_nothing_moves_while_a_page_comes_in(views):
    assert {f"/{address} at {width} px": moved for (_, address, width), (_, moved, _) in views.items() if moved} == {}


def test_what_pages_load_may_be_kept_forever_and_has_a_hash_in_its_address(views):
    loaded = {"/" + path.lstrip("/") for *_, sent in views.values() for path, _ in sent if path.rpartition(".")[2] in ("css", "js", "svg", "png", "woff2")}
    assert len(loaded) > 9
    checked = {path for path in loaded if rules.kept(path) != rules.IMMUTABLE.value}
    assert all(re.fullmatch(r"(/en)?/search/text/pagefind(-worker)?\.js", path) for path in checked), checked  # Pagefind's own, which find its index by their place


def test_what_is_too_much_and_what_moves_is_named(site, browser):
    with run(functools.partial(Heavy, folder=site, below=BELOW)) as root:
        page = weigh.opened(browser, 360)
        page.goto(root + BELOW[1:])
        page.wait_for_timeout(600)
        assert any("H1" in moved or "MAIN" in moved or "HEADER" in moved for moved in page.evaluate("window.moved"))
        weight, _ = weigh.view(page, root + BELOW[1:], "")
        page.context.close()
    said = " ".join(weigh.over(weigh.kind_of("", KNOWN), "", weight))
    assert "home, /: requests 8, allowed 6 (tests/light/budgets.yml)" in said
    assert re.search(r"home, /: js [45],\d{3}, allowed 4,300 .*home, /: images \d\d,\d{3}, allowed 220 .*home, /: total ", said)


def test_a_table_or_picture_to_explore_has_its_script_and_no_other_page_has(site):
    wants = re.compile(r'<table[^>]* data-explore|class="legend".*<(?:figure|div) class="chart[^>]*id="picture"| data-end="', re.S)
    assert [address for address, text in texts(site) if bool(wants.search(text)) != ("explore.js" in text)] == []


def test_every_image_has_its_size(site):
    images = {image for _, text in texts(site) for image in re.findall(r"<img [^>]*>", text)}
    assert images and [image for image in images if not re.search(r' width="\d+" height="\d+"', image)] == []


def test_every_class_that_the_style_names_is_used(site, assets):
    style = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", (site / assets / "atlas.css").read_text(), flags=re.S)
    named = {name for part in re.findall(r"([^{}]+)\{", style) if not part.strip().startswith("@") for name in CLASS.findall(part)}
    used = {name for _, text in texts(site) for held in re.findall(r'class="([^"]*)"', text) for name in held.split()}
    scripts = " ".join(path.read_text() for path in (site / assets).rglob("*.js"))
    assert len(named) > 100 and {name for name in named - used if not re.search(rf"\b{name}\b", scripts)} == set()
