"""Accessibility after WCAG 2.2 A and AA: every kind of page by turns of language, window and scheme; one page through every check; each check seen to find its fault.
`make soak` goes through every check on every kind in all of them, on the real site."""

import functools

import pytest
from access import checks, kinds
from access.checks import axe as violations
from conftest import Quiet
from search.page import open_box
from search.serving import run

WAYS = [(language, width, scheme) for scheme in ("light", "dark") for width in (1280, 360) for language in ("", "en/")]


@pytest.fixture
def opened(browser, address):
    """A page of the site; the context takes what the checks put in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.at = lambda path: page.goto(address + path)
    yield page
    context.close()


def test_axe_finds_nothing(opened, small):
    """On the miniature atlas, whose pages of each kind are small; `make soak` takes the real ones."""
    wrong = {}
    found = kinds.of(small / "site", ("", "pictures"))
    assert len(found) > 30
    with run(functools.partial(Quiet, folder=small / "site", below="/atlas/")) as root:
        for turn, kind in enumerate(found):
            language, width, scheme = WAYS[turn % len(WAYS)]
            opened.set_viewport_size({"width": width, "height": 900})
            opened.emulate_media(color_scheme=scheme)
            opened.goto(f"{root}atlas/{kind if kind == '404.html' else language + kind}")
            if faults := violations(opened):
                wrong[language + kind, width, scheme] = faults
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


def test_no_kind_of_page_scrolls_sideways_at_320_pixels(browser, address, site):
    """WCAG 2.2, 1.4.10: what is read at 400% zoom on a desk."""
    context = browser.new_context(viewport=checks.NARROW, java_script_enabled=False, bypass_csp=True)
    page = context.new_page()
    wide = []
    for turn, kind in enumerate(kinds.of(site)):
        page.goto(address + (kind if turn % 2 or kind == "404.html" else f"en/{kind}"), wait_until="domcontentloaded")
        wide += checks.sideways(page)
    page.goto(address + "en/stages/")
    page.evaluate(STYLE % "h1 {width: 900px}")
    assert wide == [] and "wide in a window of 320" in checks.sideways(page)[0]
    context.close()


@pytest.mark.parametrize("language, width", [("ja", 360), ("en", 1280)])
def test_a_profile_passes_every_check(opened, language, width):
    opened.set_viewport_size({"width": width, "height": 900})
    opened.at("people/ilya-sutskever/" if language == "ja" else "en/people/ilya-sutskever/")
    faults = checks.names(opened, language) + checks.focus(opened, 60) + checks.tabs(opened, 20) + checks.dialog(opened, language) + checks.zoomed(opened, 320)
    assert faults + [fault for check in checks.STANDING.values() for fault in check(opened)] == []


def test_without_javascript_no_control_does_nothing(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("people/", "en/pictures/careers/", "search/"):
        page.goto(address + path)
        assert checks.scriptless(page) == [], path
    context.close()


STYLE = "document.head.append(Object.assign(document.createElement('style'), {textContent: '%s'}))"
PUT = "document.querySelector('article').insertAdjacentHTML('beforeend', '%s')"
WITH = {checks.names: ("en",), checks.dialog: ("en",), checks.focus: (6,), checks.tabs: (9,), checks.zoomed: (320,)}  # what a check is asked with
PLANTED = [
    (violations, PUT % "<img src=x>", "image-alt"),
    (checks.names, PUT % "<button></button>", "a button has no name"),
    (checks.names, PUT % '<button aria-label="閉じる">x</button>', "is named in Japanese"),
    (checks.names, PUT % '<section lang="ja"><button>Search</button></section>', "the button “Search” is named in English"),
    (checks.names, PUT % '<nav aria-label="Main"><a href="#main">x</a></nav>', "2 navigations are called “Main”"),
    (checks.focus, STYLE % ":focus-visible {outline: none !important}", "shows no focus"),
    (checks.focus, STYLE % ":focus-visible {outline-color: #eee !important}", "shows its focus in a colour of 1."),
    (checks.focus, STYLE % "header {transform: translateX(-9999px)}", "has the focus outside the window"),
    (checks.focus, PUT % '<p id="over">x</p>' + ";" + STYLE % "#over {position: fixed; inset: 0; background: red; z-index: 99}", "has the focus under <p>"),
    (checks.focus, "document.querySelector('.site-name').tabIndex = 0; document.querySelector('.site-name').addEventListener('focus', (e) => e.target.blur())", "takes no focus"),
    (checks.tabs, "document.querySelectorAll('header a')[3].tabIndex = 5", "comes"),
    (checks.tabs, "look.stops().at(-1).addEventListener('keydown', (e) => e.preventDefault())", "keeps the focus"),
    (checks.zoomed, STYLE % "h1 {width: 900px}", "wide in a window of 320"),
    (checks.zoomed, STYLE % "@media (max-width: 20em) {.site-nav {display: none}}", "is gone"),
    (checks.spaced, STYLE % "p {height: 1.5em; overflow: hidden}", "is cut off"),
    (checks.still, STYLE % "h1 {transition: color 1s}", "would move"),
    (checks.printed, STYLE % "@media print {.site-head {display: block !important}}", "is printed"),
    (checks.printed, PUT % '<cite><a href="https://example.org/x">x</a></cite>' + ";" + STYLE % "cite a::after {content: none !important}", "is printed without its address"),
    (checks.forced, STYLE % "@media (forced-colors: active) {.site-nav a {font-weight: 400 !important; border-color: Canvas !important}}", "is chosen and looks like"),
    (checks.underlined, PUT % '<p>Some words around <a href="x">a link</a> in a text.</p>' + ";" + STYLE % "article a {text-decoration: none !important}", "by its colour only"),
    (checks.keys, "document.addEventListener('keydown', (e) => { if (e.key === 'n') location.hash = 'next'; })", "a single key did something"),
    (checks.dialog, "addEventListener('keydown', (e) => { if (e.key === 'Escape') { e.preventDefault(); e.stopImmediatePropagation(); } }, true)", "Escape does not give the focus back"),
    (checks.scriptless, STYLE % "body {background: white !important}", "it stays light"),
    (checks.scriptless, STYLE % "header a[hreflang] {display: none !important}", "no way to the other language"),
    (checks.scriptless, PUT % "<button type=button>Do</button>", "does nothing"),
]  # fmt: skip


@pytest.fixture(scope="module")
def small_page(browser, address):
    """One page for all planted faults: it is opened again for each."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.at = lambda path: page.goto(address + path)
    yield page
    context.close()


@pytest.mark.parametrize("check, fault, said", PLANTED, ids=[said for _, _, said in PLANTED])
def test_a_planted_fault_is_found(small_page, check, fault, said):
    small_page.set_viewport_size({"width": 1280, "height": 900})
    small_page.at("en/stages/")
    small_page.evaluate(checks.LOOK)
    small_page.evaluate(f"() => {{ {fault} }}")
    found = check(small_page, *WITH.get(check, ()))
    assert any(said in line for line in found), found


def test_japanese_set_otherwise_is_found(small_page):
    small_page.at("people/ilya-sutskever/")
    small_page.evaluate(f"() => {{ {STYLE % 'html:lang(ja) * {line-break: auto !important; font-family: serif !important; font-style: italic !important}'} }}")
    said = " ".join(checks.japanese(small_page))
    assert "its words are set in serif" in said and "its lines break auto" in said and "is slanted" in said
