"""The content security policy in each page's head, on a host that sends no headers of ours, such as GitHub Pages: everything works, nothing else does."""

import functools

import pytest
from access import kinds
from search.serving import run
from soak import security

from scripts.hosting import rules


@pytest.fixture(scope="module")
def plain(site):
    with run(functools.partial(security.Plain, folder=site, below="/atlas/")) as root:
        yield root + "atlas/"


@pytest.fixture
def page(browser, plain):
    context = browser.new_context()
    page = context.new_page()
    page.wrong = security.watched(page, plain)
    yield page
    context.close()


def test_no_page_breaks_its_policy(site, plain, page):
    """Each kind by turns in one language; `make soak` uses each in both, under the policy of the headers too."""
    found = kinds.of(site)
    assert len(found) > 35
    for turn, kind in enumerate(found):
        address = kind if turn % 2 or kind == "404.html" else "en/" + kind
        assert security.faults(page, plain, address, page.wrong, use=lambda page: 0)[1] == []
        said = page.locator("script[type='application/ld+json']")
        assert said.count() == 0 or said.first.evaluate("(one) => JSON.parse(one.textContent)['@context']") == "https://schema.org"


@pytest.mark.parametrize("path", ["people/", "en/people/ilya-sutskever/"])
def test_a_page_that_is_used_breaks_nothing(plain, page, path):
    deeds, faults = security.faults(page, plain, path, page.wrong)
    assert deeds > 6 and faults == []


@pytest.mark.parametrize(("planted", "said"), [
    ("<script>window.planted = 1</script>", "script-src-elem inline"),
    ('<img src="https://elsewhere.example/x.png" alt="" width="1" height="1">', "asked for https://elsewhere.example/x.png"),
    ('<img src="gone.png" alt="" width="1" height="1">', "404 "),
])  # fmt: skip
def test_a_planted_fault_is_reported(site, browser, page, plain, planted, said):
    page.route("**/en/about/", lambda route: route.fulfill(body=(site / "en/about/index.html").read_text().replace("</article>", planted + "</article>"), content_type="text/html"))
    _, faults = security.faults(page, plain, "en/about/", page.wrong, use=lambda page: 0)
    assert any(said in fault for fault in faults), faults


@pytest.mark.parametrize(("top", "query", "found"), [("", "資金調達", "件"), ("en/", "funding round", "results")])
def test_the_search_works_under_it(plain, page, top, query, found):
    page.goto(f"{plain}{top}search/")
    page.get_by_role("combobox").fill(query)
    page.locator("mark").first.wait_for()
    assert found in page.get_by_role("status").inner_text()
    assert security.violations(page) == [] and page.wrong == []


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
