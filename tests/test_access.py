"""Accessibility after WCAG 2.2 A and AA, as far as axe-core can tell: every kind of page, on a desk in Japanese and light, on a phone in English and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from search.page import open_box

KINDS = ("", "people/", "people/sam-altman/", "companies/", "companies/anthropic/", "stages/", "stages/crisis-of-november-2023/", "articles/",
         "articles/right-ai-exodus/", "disputes/", "pictures/", "pictures/careers/", "pictures/destinations/", "pictures/departures/", "pictures/money/", "pictures/founding/",
         "candidates/", "method/", "data/", "changes/", "review/", "translations/", "corrections/", "sources/", "guide/", "guide/companies/", "guide/rules/", "guide/mistakes/", "contribute/", "about/", "editorial/", "search/", "404.html")  # fmt: skip
RULES = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page) -> list[str]:
    """What axe finds on the page: rule and the first place of each."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})" for one in found]


@pytest.mark.parametrize("width, scheme, language", [(1280, "light", ""), (360, "dark", "en/")])
def test_axe_finds_nothing(browser, address, width, scheme, language):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    wrong = {}
    for kind in KINDS:
        if language and kind == "404.html":
            continue
        page.goto(address + language + kind)
        if found := violations(page):
            wrong[kind] = found
    context.close()
    assert wrong == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search(browser, address, scheme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    open_box(page)
    page.keyboard.type("アルトマン")
    page.locator("[role=option] mark").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    context.close()


def test_no_page_scrolls_sideways_at_320_pixels(browser, address, site):
    """WCAG 2.2, 1.4.10: what is read at 400% zoom on a desk. Every page, by turns in one of its languages."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    wide = {}
    pages = [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("index.html"))]
    for turn, path in enumerate(path for path in pages if not path.startswith("en/")):
        shown = path if turn % 2 else f"en/{path}"
        page.goto(address + shown, wait_until="domcontentloaded")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[shown] = width
    context.close()
    assert turn > 200 and wide == {}
