"""The built site in a real browser, below a sub-path: what a reader does and sees."""

import random

import pytest
from conftest import ROOT, records

from scripts import model
from scripts.catalog import Catalog

KINDS = ("", "people/", "people/sam-altman/", "companies/", "companies/anthropic/", "stages/", "stages/crisis-of-november-2023/",
         "articles/right-ai-exodus/", "sources/", "about/", "search/")  # fmt: skip


@pytest.fixture
def open_page(browser, address):
    """Opens a page of the site; gives the page and the list of what went wrong while it was used."""
    contexts = []

    def open_at(path, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else wrong.append("asked for " + request.url))
        page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        page.goto(address + path, wait_until="load")
        return page, wrong

    yield open_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width, language", [(360, ""), (1280, "en/")])
def test_pages_load_whole_and_fit_the_window(open_page, address, width, language):
    page, wrong = open_page(language, width)
    for kind in KINDS:
        page.goto(address + language + kind, wait_until="load")
        assert wrong == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{kind} scrolls sideways at {width} px"
        assert page.locator("h1").first.is_visible()


def test_the_language_switch_leads_to_the_same_page_and_back(open_page, address):
    page, wrong = open_page("people/ilya-sutskever/")
    assert page.locator("h1").inner_text() == "イリヤ・サツケバー"
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url == address + "en/people/ilya-sutskever/"
    assert page.locator("h1").inner_text() == "Ilya Sutskever"
    page.get_by_role("link", name="日本語", exact=True).click()
    assert page.url == address + "people/ilya-sutskever/" and wrong == []


def test_a_mark_leads_to_its_source_and_back(open_page):
    page, _ = open_page("en/people/ilya-sutskever/")
    mark = page.locator("#openai a.cite").first
    place = mark.get_attribute("id")
    assert " · " in mark.get_attribute("aria-label")
    mark.click()
    source = page.locator(":target")
    assert source.locator("a[href^='http']").count() == 1
    source.locator(f"a[href='#{place}']").click()
    assert page.locator(":target").get_attribute("id") == place


def test_dark_colours_follow_the_system_and_the_reader(open_page):
    page, wrong = open_page("people/", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="明るい配色").click()
    light = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == light, "the choice lasts"
    assert wrong == []


def test_without_javascript_everything_can_be_read_and_reached(open_page, address):
    page, _ = open_page("en/", java_script_enabled=False)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
    page.get_by_role("link", name="Greg Brockman", exact=True).click()
    assert page.locator("h1").inner_text() == "Greg Brockman"
    page.goto(address + "en/search/")
    assert page.get_by_text("The search needs JavaScript").is_visible()


def test_the_keyboard_reaches_content_first(open_page):
    page, _ = open_page("people/sam-altman/", 360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "本文へ移動"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_missing_page_is_explained_in_both_languages(site, browser, address):
    page = browser.new_page()
    page.set_content((site / "404.html").read_text())
    assert page.get_by_role("heading", name="ページが見つかりません").count() == 1
    assert page.get_by_role("heading", name="Page not found").count() == 1
    assert page.get_by_role("link", name="people").get_attribute("href") == "/en/people/"
    page.close()


def _some_facts() -> list[tuple[str, str]]:
    """20 facts of the real atlas with an address of their own, the same ones in every run: page and anchor, ten for each language."""
    catalog = Catalog(records(ROOT))
    facts = sorted((f"{folder}/{id}/", part.id) for folder, id, _, part in catalog.facts() if folder != "articles" and isinstance(part, model.Fact))
    facts += sorted((f"articles/{id}/", c.id) for id, article in catalog.articles.items() for c in article.claims if c.sources)
    return random.Random(20).sample(facts, 20)


@pytest.mark.parametrize("turn, language", [(0, ""), (1, "en/")])
def test_twenty_facts_lead_to_their_sources_and_back(open_page, address, turn, language):
    word = "source" if language else "出典"
    page, wrong = open_page(language, 360, has_touch=True)
    for path, anchor in _some_facts()[turn::2]:
        page.goto(f"{address}{language}{path}#{anchor}")
        fact = page.locator(f"[id='{anchor}']")
        assert fact.is_visible(), f"{path}#{anchor}"
        mark = fact.locator("a.cite").first
        place, source = mark.get_attribute("id"), mark.get_attribute("href")
        tree = fact.aria_snapshot()
        assert f'link "{word} {mark.inner_text()}: ' in tree, "a screen reader hears which source it is"
        page.keyboard.press("Tab")  # the reader uses the keyboard now
        mark.focus()
        shown = page.evaluate("(id) => getComputedStyle(document.getElementById(id), '::after').content", place)
        title = page.locator(source + " cite").inner_text()
        assert title in shown.replace('\\"', '"'), "focus shows publisher, date and title"
        page.keyboard.press("Escape")
        assert page.evaluate("(id) => getComputedStyle(document.getElementById(id), '::after').content", place) == "none"
        page.keyboard.press("Enter")
        assert page.locator(":target").get_attribute("id") == source.removeprefix("#")
        page.locator(f":target a[href='#{place}']").click()
        assert page.locator(":target").get_attribute("id") == place
    assert wrong == []
