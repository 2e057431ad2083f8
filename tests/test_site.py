"""The built site, page by page: what a reader or a crawler would stumble over."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from conftest import ROOT
from lxml import etree

from scripts import labels, load
from scripts.catalog import Catalog

JAPANESE = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
NAMED = {
    "people": "dario-amodei daniela-amodei ilya-sutskever david-luan jonas-schneider aravind-srinivas tim-shi elon-musk sam-altman "
              "greg-brockman luke-nosek geoffrey-hinton",
    "companies": "openai anthropic safe-superintelligence adept amazon daedalus perplexity cresta google deepmind paypal founders-fund "
                 "stripe y-combinator tesla microsoft xai",
    "stages": "founding-and-early-office musk-departure turn-to-profit crisis-of-november-2023",
}  # fmt: skip
ORIGIN = "https://exodus-atlas.example/"


@cache
def parse(path: Path) -> etree._Element:
    return etree.HTML(path.read_text())


def address(site: Path, page: Path) -> str:
    """Path of a page below the site's root: ``en/people/sam-altman/``."""
    return page.relative_to(site).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def pages(site) -> list[Path]:
    return [page for page in sorted(site.rglob("*.html")) if "pagefind" not in page.parts]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(load.load(ROOT)[0])


@cache
def targets(page: Path) -> set[str]:
    return {*parse(page).xpath("//@id"), ""}


def test_no_link_and_no_anchor_is_broken(site, pages):
    broken = []
    for page in pages:
        here = ORIGIN + address(site, page)
        for link in {*parse(page).xpath("//a/@href"), *parse(page).xpath("//link/@href"), *parse(page).xpath("//*/@src")}:
            full = urlsplit(urljoin(here, link))
            if full.netloc != urlsplit(ORIGIN).netloc:
                continue
            file = site / unquote(full.path).lstrip("/")
            file = file / "index.html" if full.path.endswith("/") else file
            if not file.is_file():
                broken.append(f"{address(site, page)}: {link}")
            elif file.suffix == ".html" and unquote(full.fragment) not in targets(file):
                broken.append(f"{address(site, page)}: {link} (no such anchor)")
    assert broken == []


def test_every_page_has_its_twin_with_the_same_anchors(site, pages):
    ja = {address(site, page) for page in pages if not address(site, page).startswith("en/")} - {"404.html"}
    en = {address(site, page).removeprefix("en/") for page in pages if address(site, page).startswith("en/")}
    assert ja == en
    for path in ja - {"people/", "companies/"}:  # the groups of the indexes differ by design: 五十音 and A–Z
        assert targets(site / path / "index.html") == targets(site / "en" / path / "index.html"), path


def test_everything_the_article_names_has_its_page_linked_from_its_index(site):
    for folder, ids in NAMED.items():
        for language in ("", "en/"):
            listed = parse(site / language / folder / "index.html").xpath("//article//a/@href")
            for id in ids.split():
                assert (site / language / folder / id / "index.html").is_file()
                assert f"{id}/" in [link.removeprefix("./").removeprefix("../" + folder + "/") .removeprefix(f"../../{folder}/") for link in listed], id


def test_every_profile_is_two_clicks_from_home(site, pages):
    for home, language in ((site / "index.html", ""), (site / "en/index.html", "en/")):
        root = ORIGIN + language
        first = {urljoin(root, link) for link in parse(home).xpath("//a/@href")}
        reached = set(first)
        for page in first:
            file = site / urlsplit(page).path.lstrip("/") / "index.html"
            if page.startswith(ORIGIN) and file.is_file():
                reached |= {urljoin(page, link).split("#")[0] for link in parse(file).xpath("//a/@href")}
        wanted = {ORIGIN + address(site, page) for page in pages if address(site, page).startswith("en/") == bool(language)} - {ORIGIN + "404.html"}
        assert wanted - reached == set()


def test_what_names_a_record_is_linked_from_it_and_back(site, catalog):
    for id, person in catalog.people.items():
        for stint in person.career:
            if isinstance(stint.org, str):
                company = (site / "en/companies" / stint.org / "index.html").read_text()
                held = stint.kind == "founder" or stint.org == "openai" or any(s.org == "openai" for s in person.career)
                assert not held or f'people/{id}/#{stint.id}"' in company, (id, stint.id)
    for id, stage in catalog.stages.items():
        for event in stage.events:
            for one in (*event.people, *event.companies):
                page = (site / "en" / catalog.folder_of[one] / one / "index.html").read_text()
                assert f'stages/{id}/#{event.id}"' in page, (id, event.id, one)


def visible(page: Path, language: str) -> list[str]:
    """The page's words that are not marked as another language, nor an address, nor code."""
    inner = f"ancestor-or-self::*[@lang][1][@lang='{language}']"
    path = f"//body//text()[not(ancestor::script or ancestor::style or ancestor::code)][parent::*[{inner}]]"
    return [text.strip() for text in parse(page).xpath(path) if text.strip() and not text.strip().startswith("http")]


def test_no_japanese_stands_on_english_pages(site, pages):
    for page in pages:
        if address(site, page).startswith("en/"):
            titles = {text.strip() for text in parse(page).xpath("//cite//text()")}  # a source's own title may be in any language
            odd = [text for text in visible(page, "en") if JAPANESE.search(text) and text not in titles]
            odd += [value for value in parse(page).xpath("//@title | //@aria-label | //@alt | //meta[@name='description']/@content")
                    if JAPANESE.search(value) and " · " not in value]
            assert odd == [], page


def test_no_english_interface_word_stands_on_japanese_pages(site, pages):
    words = {en for ja, en in labels.LABELS.values() if en != ja and re.search(r"[A-Za-z]{3}", en) and "{}" not in en}
    words |= {en for group in labels.CHOICES.values() for ja, en in group.values() if en != ja}
    words |= {"Search", "Home", "Contents", "Skip to content", "Main", "Report an error", "Previous", "Next", "Back to top"}
    for page in pages:
        if not address(site, page).startswith("en/"):
            shown = {text.strip(" :,.()") for text in visible(page, "ja")}
            assert shown & words == set(), page
            own = "//*[@aria-label][ancestor-or-self::*[@lang][1][@lang='ja']]/@aria-label"
            assert {*parse(page).xpath(own)} & words == set(), page


def test_language_and_twin_are_stated(site, pages):
    for page in pages:
        path = address(site, page)
        if path == "404.html":
            continue
        language, bare = ("en", path.removeprefix("en/")) if path.startswith("en/") else ("ja", path)
        top = parse(page)
        assert top.get("lang") == language
        assert top.xpath("//link[@rel='canonical']/@href") == [ORIGIN + path]
        stated = {link.get("hreflang"): link.get("href") for link in top.xpath("//link[@rel='alternate'][@hreflang]")}
        assert stated == {"ja": ORIGIN + bare, "en": ORIGIN + "en/" + bare, "x-default": ORIGIN + bare}
        switch = top.xpath("//header//a[@hreflang]/@href")
        assert [urljoin(ORIGIN + path, link) for link in switch] == [ORIGIN + (bare if language == "en" else "en/" + bare)]


def test_titles_and_descriptions_are_there_and_differ(site, pages):
    seen: dict[str, str] = {}
    for page in pages:
        path = address(site, page)
        if path == "404.html":
            continue
        title = parse(page).findtext(".//title").strip()
        about = parse(page).xpath("//meta[@name='description']/@content")
        assert title and len(about) == 1 and 8 <= len(about[0]) <= 500, path
        assert seen.setdefault(title, path) == path, f"{path} and {seen[title]} have one title"
        assert len(parse(page).xpath("//h1")) == 1, path


def test_pages_are_valid_html_with_unique_ids(site, pages):
    for page in pages:
        parser = html5lib.HTMLParser()
        parser.parse(page.read_text())
        assert [error[1] for error in parser.errors] == [], page
        ids = parse(page).xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_every_person_company_and_stage_page_names_its_sources(site, catalog):
    for folder in ("people", "companies", "stages", "articles"):
        for id in catalog.data.records[folder]:
            listed = parse(site / folder / id / "index.html").xpath("//ol[@class='source-list']/li/@id")
            cited = {"source-" + source for source, places in catalog.citations.items() if (folder, id) in {place[:2] for place in places}}
            assert cited <= set(listed), (folder, id)


def test_every_claim_of_the_article_is_on_its_page_with_a_verdict(site, catalog):
    for id, article in catalog.articles.items():
        for language in ("ja", "en"):
            page = parse(site / ("en" if language == "en" else "") / "articles" / id / "index.html")
            for claim in article.claims:
                words = "".join(page.xpath(f"//li[@id='{claim.id}']//text()"))
                assert labels.choice("verdict", claim.verdict, language) in words
                assert unescape(getattr(claim.why, language)).split("[[")[0] in words


def test_nothing_is_unfinished(pages):
    for page in pages:
        text = re.sub(r'<details class="cite-this".*?</details>|<pre>.*?</pre>', "", page.read_text(), flags=re.S)  # BibTeX, MediaWiki and examples have brackets of their own
        assert not re.search(r"\b(TODO|FIXME)\b|(?i:lorem ipsum|\[\[|\{\{|\{%|\bNone,|\bundefined\b)", text), page
        empty = [h.text for h in parse(page).xpath("//article//h2") if h.getnext() is None]
        assert empty == [], f"{page} has a heading with nothing below"


def test_the_sitemap_lists_every_page_and_only_pages(site, pages):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = etree.parse(site / "sitemap.xml").xpath("//s:loc/text()", namespaces=names)
    assert sorted(listed) == sorted(ORIGIN + address(site, page) for page in pages if page.name != "404.html")


def test_pages_ask_no_other_host_for_anything(pages):
    for page in pages:
        loaded = parse(page).xpath("//script/@src | //img/@src | //iframe/@src | //link[@rel!='canonical'][@rel!='alternate']/@href")
        assert [one for one in loaded if urlsplit(one).netloc] == []
        assert parse(page).xpath("//script[not(@src)][not(@type='application/ld+json')] | //style | //*[@style] | //@onclick") == []
