"""The content security policy in each page's head, on a host that sends no headers of ours, such as GitHub Pages: everything works, nothing else does."""

import functools

import pytest
from conftest import Quiet
from search.serving import run

from scripts.hosting import rules

WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Plain(Quiet):
    """Serves the site with no header but those that Python's server sends by itself."""

    policy = ""


@pytest.fixture(scope="module")
def plain(site):
    with run(functools.partial(Plain, folder=site, below="/atlas/")) as root:
        yield root + "atlas/"


@pytest.fixture
def page(browser):
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    context.close()


def violations(page) -> list[str]:
    return page.evaluate("window.violations ?? []")


def one_of_each_kind(site) -> list[str]:
    """Every page at the top and every picture, one of each folder of records, in both languages, and the page for what is missing."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site)
        folder = address.parent.as_posix().removeprefix("en").strip("./")
        found.setdefault(address if folder in ("", "pictures") else address.parent / "*", address)
    return [f"{address.as_posix()}/".removeprefix("./") for address in found.values()] + ["404.html"]


def test_no_page_breaks_its_policy(site, plain, page):
    addresses = one_of_each_kind(site)
    assert len(addresses) > 30
    for address in addresses:
        answer = page.goto(plain + address, wait_until="load")
        assert "content-security-policy" not in answer.headers
        assert page.wrong == [] and violations(page) == [], address
        said = page.locator("script[type='application/ld+json']")
        assert said.count() == 0 or said.first.evaluate("(one) => JSON.parse(one.textContent)['@context']") == "https://schema.org"


@pytest.mark.parametrize(("top", "query", "found"), [("", "資金調達", "件"), ("en/", "funding round", "results")])
def test_the_search_works_under_it(plain, page, top, query, found):
    page.goto(f"{plain}{top}search/")
    page.get_by_role("combobox").fill(query)
    page.locator("mark").first.wait_for()
    assert found in page.get_by_role("status").inner_text()
    assert violations(page) == [] and page.wrong == []


@pytest.mark.parametrize(("planted", "directive"), [
    ("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.planted = 1'}))", "script-src-elem"),
    ("document.body.append(Object.assign(document.createElement('script'), {src: 'https://elsewhere.example/x.js'}))", "script-src-elem"),
    ("document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.planted = 1\">b</b>')", "script-src-attr"),
    ("document.body.insertAdjacentHTML('beforeend', '<b style=\"color: red\">b</b>')", "style-src-attr"),
    ("document.body.insertAdjacentHTML('beforeend', '<style>b {color: red}</style>')", "style-src-elem"),
    ("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://elsewhere.example/x.png\">')", "img-src"),
    ("fetch('https://elsewhere.example/').catch(() => {})", "connect-src"),
    ("document.head.append(Object.assign(document.createElement('base'), {href: 'https://elsewhere.example/'}))", "base-uri"),
    ("document.body.insertAdjacentHTML('beforeend', '<object data=\"../assets/mark.svg\"></object>')", "object-src"),
    ("document.body.insertAdjacentHTML('beforeend', '<form id=out action=\"https://elsewhere.example/\"></form>'); document.getElementById('out').submit()", "form-action"),
])  # fmt: skip
def test_what_is_planted_is_stopped(plain, page, planted, directive):
    page.goto(plain + "en/about/")
    page.evaluate(planted)
    page.wait_for_function("(name) => (window.violations ?? []).some((one) => one.startsWith(name))", arg=directive)
    assert page.evaluate("window.planted") is None


def test_the_policy_of_the_headers_says_more_than_that_of_the_page():
    assert rules.policy() == rules.policy(meta=True) + "; frame-ancestors 'none'"
