"""Made to be linked: what pages say to machines, files beside pages, feeds, and the small tools for readers who link."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import msgspec_schemaorg.models as vocabulary
import pytest
import yaml
from conftest import ROOT, TODAY, copy_project, records
from lxml import etree, html

from scripts import build, feeds, ledger
from scripts.catalog import Catalog
from scripts.load import load

ORIGIN = "https://exodus-atlas.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def pages(site):
    """Path below the site's root, and tree, of every page."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): html.fromstring(path.read_text()) for path in sorted(site.rglob("index.html"))}


def linked_problems(page: html.HtmlElement, address: str) -> list[str]:
    """What is wrong with a page's JSON-LD, measured by the schema.org vocabulary."""
    found = page.xpath("//script[@type='application/ld+json']/text()")
    if len(found) != 1:
        return [f"{len(found)} blocks"]
    try:
        data = json.loads(found[0])
    except ValueError as error:
        return [str(error)]
    held = list(nodes(data.get("@graph", data)))
    wrong = [f"{node['@type']}.{key}" for node in held for key in node if not known(node, key)]
    if not any(node.get("url") == address and "WebPage" in str(type_of(node).__mro__) for node in held):
        wrong.append("no WebPage of this address")
    wrong += [node["@type"] for node in held if node["@type"] != "ListItem" and node["@type"] != "BreadcrumbList" and not (node.get("name") or node.get("roleName"))]
    wrong += [f"date {node[key]}" for node in held for key in ("startDate", "endDate", "dateModified", "foundingDate")
              if key in node and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", node[key])]  # fmt: skip
    return wrong


def nodes(found):
    if isinstance(found, dict):
        if "@type" in found:
            yield found
        found = list(found.values())
    for one in found if isinstance(found, list) else ():
        yield from nodes(one)


def type_of(node: dict):
    return getattr(vocabulary, node["@type"])


def known(node: dict, key: str) -> bool:
    """True for a property that schema.org gives to the type; a Role repeats the property that it qualifies."""
    fields = type_of(node).__struct_encode_fields__
    return key in fields or (node["@type"] == "Role" and key in ("worksFor", "affiliation"))


def card_problems(page: html.HtmlElement, address: str, site) -> list[str]:
    """What is wrong with a page's Open Graph fields (ogp.me)."""
    said = {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}
    language = "en" if address.startswith(ORIGIN + "en/") else "ja"
    wrong = [name for name in ("og:title", "og:type", "og:url", "og:image", "og:description", "og:image:alt", "og:locale", "og:locale:alternate") if not said.get(name)]
    if said.get("og:url") != address or said.get("og:locale") != {"ja": "ja_JP", "en": "en_GB"}[language]:
        wrong.append("og:url or og:locale")
    if not said.get("og:image", "").startswith(ORIGIN) or not (site / said["og:image"].removeprefix(ORIGIN)).is_file():
        wrong.append(f"no card at {said.get('og:image')}")
    return wrong


def test_every_page_says_in_the_schema_org_vocabulary_what_it_is(pages):
    assert {path: wrong for path, page in pages.items() if (wrong := linked_problems(page, ORIGIN + path))} == {}


def test_every_page_has_a_card_of_its_language(pages, site):
    assert {path: wrong for path, page in pages.items() if (wrong := card_problems(page, ORIGIN + path, site))} == {}


@pytest.mark.parametrize("before, after", [
    ('"worksFor"', '"workedAt"'),
    ('"@type":"Person"', '"@type":"Person","birthdate":"1980"'),
    ('"startDate":"', '"startDate":"about '),
    ('application/ld+json', 'text/plain'),
    ('"@graph"', '"@graph'),
])  # fmt: skip
def test_one_broken_page_is_found_by_its_json_ld(site, before, after):
    path = "en/people/sam-altman/"
    raw = (site / path / "index.html").read_text()
    assert before in raw
    assert linked_problems(html.fromstring(raw.replace(before, after)), ORIGIN + path) != []


@pytest.mark.parametrize("before, after", [('property="og:image"', 'property="image"'), ("/cards/en/people/sam-altman.png", "/cards/en/people/none.png"), ('content="en_GB"', 'content="en"')])
def test_one_broken_page_is_found_by_its_card(site, before, after):
    path = "en/people/sam-altman/"
    raw = (site / path / "index.html").read_text()
    assert before in raw and card_problems(html.fromstring(raw.replace(before, after)), ORIGIN + path, site) != []


def sitemap(text: str) -> dict[str, dict[str, str]]:
    """Address to its alternates by language."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    return {url.findtext("s:loc", namespaces=names): {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
            for url in etree.fromstring(text.encode()).findall("s:url", names)}  # fmt: skip


def test_sitemap_and_heads_state_the_same_alternates(pages, site):
    listed = sitemap((site / "sitemap.xml").read_text())
    stated = {ORIGIN + path: {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")} for path, page in pages.items()}
    assert listed == stated
    assert all(stated[twin][language] == address for address, held in stated.items() for language, twin in held.items()
               if language != "x-default" for language in ["en" if address.startswith(ORIGIN + "en/") else "ja"]), "alternates are reciprocal"  # fmt: skip
    raw = (site / "sitemap.xml").read_text()
    assert sitemap(raw.replace('hreflang="en" href="https://exodus-atlas.example/en/about/"', 'hreflang="en" href="https://exodus-atlas.example/en/abuot/"')) != stated
    assert (site / "robots.txt").read_text().endswith(f"Sitemap: {ORIGIN}sitemap.xml")


def test_every_page_has_a_markdown_twin_with_its_words(pages, site):
    for path, page in pages.items():
        article = page.find(".//article")
        said = (site / path / "index.md").read_text()
        heading = " ".join(article.find(".//h1").text_content().split())
        assert said.startswith(f"# {heading}"), path
        assert "<span" not in said and "<svg" not in said and "](../" not in said and "%SITE%" not in said, path


def test_llms_txt_leads_to_pages_that_are_there(site):
    links = re.findall(r"\]\((.+?)\)", (site / "llms.txt").read_text())
    assert len(links) > 300
    for link in links:
        assert (site / link.removeprefix(ORIGIN)).is_file(), link


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_feed_is_valid_atom_and_its_links_lead_somewhere(site, pages, language):
    feed = etree.parse(site / f"{language}feed.xml")
    assert all(len(feed.xpath(f"/a:feed/a:{name}", namespaces=ATOM)) == 1 for name in ("id", "title", "updated", "author"))
    entries = feed.xpath("//a:entry", namespaces=ATOM)
    assert entries and len({entry.findtext("a:id", namespaces=ATOM) for entry in entries}) == len(entries)
    for entry in entries:
        path, _, anchor = entry.find("a:link", ATOM).get("href").removeprefix(ORIGIN).partition("#")
        assert pages[path].xpath(f"//*[@id='{anchor}']"), (path, anchor)
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00Z", entry.findtext("a:updated", namespaces=ATOM))


def test_a_correction_is_in_the_feed_and_marked_as_one():
    catalog = Catalog(load(ROOT / "tests" / "mini")[0])
    note = {"date": "2026-11-01", "kind": "correction", "fact": "openai", "text": {"ja": "日付を直した。", "en": "The date was set right."}}
    person = catalog.people["zoe-marsh"]
    catalog.data.records["people"]["zoe-marsh"] = type(person).model_validate(person.model_dump(by_alias=True) | {"corrections": [note]})
    feed = feeds.render(catalog, "https://a.example", TODAY)["en/feed.xml"]
    assert "<title>Correction: Zoë Marsh</title>" in feed and "The date was set right." in feed and "people/zoe-marsh/#openai" in feed


def test_a_release_notes_every_address_and_forgets_none(tmp_path):
    catalog = Catalog(load(ROOT / "tests" / "mini")[0])
    noted = ledger.noted_addresses(catalog, {"people/gone": "2020-01-01", "people/zoe-marsh": "2021-01-01"}, TODAY)
    assert noted["people/gone"] == "2020-01-01" and noted["people/zoe-marsh"] == "2021-01-01" and noted["people/hanako-sato"] == TODAY.isoformat()
    real = Catalog(records(ROOT))
    assert set(real.data.ledgers["addresses"]) >= ledger.addresses(real)


def test_a_renamed_person_is_found_at_the_old_addresses_claims_included(tmp_path, browser):
    root = copy_project(tmp_path / "renamed", ROOT / "tests" / "mini" / "data")
    old = root / "data/people/zoe-marsh.yml"
    old.rename(root / "data/people/zoe-marsh-lee.yml")
    for path in (root / "data").rglob("*.yml"):
        path.write_text(re.sub(r"\bzoe-marsh\b(?!-)", "zoe-marsh-lee", path.read_text()))
    new = root / "data/people/zoe-marsh-lee.yml"
    new.write_text(new.read_text() + "formerly: [zoe-marsh]\n")
    (root / "data/ledgers").mkdir(exist_ok=True)
    (root / "data/ledgers/addresses.json").write_text('{"people/zoe-marsh": "2024-06-30"}')
    build.build(root, TODAY, lambda *_: None)
    page = browser.new_page()
    for language in ("", "en/"):
        page.goto(f"file://{root}/site/{language}people/zoe-marsh/index.html#openai")
        page.wait_for_url(f"**/{language}people/zoe-marsh-lee/**")
        assert page.url.endswith("#openai")
    page.close()


@pytest.fixture
def opened(browser, address):
    """A profile, with the clipboard allowed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(address + "en/people/mira-murati/")
    yield page
    assert page.wrong == []
    context.close()


def test_links_to_a_page_and_to_a_statement_are_copied(opened):
    opened.get_by_role("button", name="Copy link").click()
    opened.get_by_text("Copied.").wait_for()
    assert opened.evaluate("navigator.clipboard.readText()") == ORIGIN + "en/people/mira-murati/"
    opened.locator("#openai a.permalink").click()
    opened.wait_for_function("async () => (await navigator.clipboard.readText()).includes('#')")
    assert opened.evaluate("navigator.clipboard.readText()") == ORIGIN + "en/people/mira-murati/#openai"


def test_a_page_says_how_it_is_cited(opened):
    opened.get_by_role("link", name="Cite", exact=True).click()
    opened.get_by_text("Cite this page").click()
    said = opened.locator("#cite").inner_text()
    for piece in ("@misc{atlas-mira-murati-en", "{{cite web", "[Mira Murati – OpenAI Exodus Atlas](https://exodus-atlas.example/en/people/mira-murati/)", "original source", "accessed 23 November 2026"):
        assert piece in said


def test_a_look_at_a_page_before_its_link_is_followed(opened):
    link = opened.locator("#connections ~ ul.network a", has_text="John Schulman").first
    link.hover()
    preview = opened.locator(".preview")
    preview.wait_for()
    assert "ジョン・シュルマン" in preview.inner_text() and "[[" not in preview.inner_text()
    opened.keyboard.press("Escape")
    assert preview.count() == 0
    opened.mouse.move(5, 5)
    link.focus()
    opened.keyboard.press("Shift+Tab")
    opened.keyboard.press("Tab")
    preview.wait_for()
    assert link.get_attribute("aria-describedby") == preview.get_attribute("id")


def test_touch_gets_no_preview(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("index.json") else None)
    page.goto(address + "en/people/mira-murati/")
    page.locator("ul.network a", has_text="John Schulman").first.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
    page.wait_for_timeout(800)
    assert page.locator(".preview").count() == 0 and asked == []
    context.close()


def test_the_correction_link_opens_the_languages_form_with_the_page_filled_in(tmp_path, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://forge.example/atlas")
    root = copy_project(tmp_path / "forge", ROOT / "tests" / "mini" / "data")
    build.build(root, TODAY, lambda *_: None)
    for language, name, title in (("en/", "correction-en.yml", "Correction: Hanako Sato"), ("", "correction-ja.yml", "訂正：佐藤花子")):
        page = html.fromstring((root / f"site/{language}people/hanako-sato/index.html").read_text())
        link = urlsplit(page.xpath("//p[@class='page-tools']//a[contains(@href, 'issues/new')]/@href")[0])
        asked = parse_qs(link.query)
        assert link.netloc == "forge.example" and link.path == "/atlas/issues/new"
        assert asked["title"][0].startswith(title)
        assert {key: value for key, value in asked.items() if key != "title"} == {"template": [name], "page": [f"{ORIGIN}{language}people/hanako-sato/"]}
        form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / name).read_text())
        assert "page" in [field.get("id") for field in form["body"]]
