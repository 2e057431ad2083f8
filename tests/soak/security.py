"""Content security and requests: every kind of page, used as a reader uses it, under the policy of the headers and under that in the page: no violation, no request to another host."""

import functools
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from access import kinds
from conftest import Quiet
from search.page import open_box

from . import browsers, sites
from .parts import Result

WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Plain(Quiet):
    """Serves the site with no header but those that Python's server sends by itself, as a host does that knows nothing of ours."""

    policy = ""


POLICIES = {"headers": Quiet, "page": Plain}


def watched(page, address: str) -> list[str]:
    """Begin to listen: gives a list that fills with what goes wrong, requests to other hosts among it, blocked ones too."""
    wrong: list[str] = []
    host = urljoin(address, "/")  # the page for what is missing asks from the top
    page.context.add_init_script(WATCH)
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((host, "data:", "blob:")) else wrong.append(f"asked for {request.url}"))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    return wrong


def violations(page) -> list[str]:
    """What the page's policy has stopped since it was opened."""
    return page.evaluate("window.violations ?? []")


def used(page) -> int:
    """Do what can be done on the page: colours, filters, sorting, pictures, copying, details, a look at a link, the search; how many deeds."""
    deeds = 0
    for select in page.locator("article select:visible").all():
        select.select_option(index=1)
        select.select_option(index=0)
        deeds += 2
    for selector in ("#theme", "thead th button", ".legend button", ".page-tools button", "summary"):
        for one in page.locator(f"{selector}:visible").all()[:4]:
            one.click()
            deeds += 1
    for selector in ("article svg a", "article p a[href*='people/'], article p a[href*='companies/'], article li a[href*='people/']", "a.cite"):
        if (one := page.locator(f"{selector}:visible")).count():
            one.first.focus()
            page.wait_for_timeout(400 if "people" in selector else 0)  # a look at the page behind a link comes after a third of a second
            deeds += 1
    deeds += _searched(page)
    page.wait_for_load_state("networkidle")
    return deeds


def _searched(page) -> int:
    """Ask the search, where there is one: names at once, then the full text, by its WebAssembly."""
    if not page.locator("a[rel=search]").count():
        return 0
    open_box(page)
    page.locator("dialog input[type=search]").fill("OpenAI")
    page.locator("dialog [role=option] mark").first.wait_for()
    page.locator("dialog .kinds label").nth(1).click()
    page.keyboard.press("Escape")
    return 3


def faults(page, address: str, kind: str, wrong: list[str], use: Callable = used) -> tuple[int, list[str]]:
    """Open a kind of page and use it; the deeds, and what went wrong."""
    wrong.clear()
    page.goto(address + kind, wait_until="load")
    deeds = use(page)
    return deeds, [f"{kind}: {fault}" for fault in dict.fromkeys([*violations(page), *wrong])]


def run(rounds: int, folder: Path | None = None) -> Result:
    """Every kind of page in both languages, under both policies."""
    result = Result()
    for name, handler in POLICIES.items():
        with browsers.site(folder or sites.real(), handler, permissions=["clipboard-read", "clipboard-write"]) as (page, address):
            requests = functools.partial(result.count, "requests")
            page.on("request", lambda request, requests=requests: requests())
            wrong = watched(page, address)
            for kind in kinds.in_both(folder or sites.real()):
                deeds, found = faults(page, address, kind, wrong)
                result.count(f"pages under the policy of the {name}")
                result.count("deeds", deeds)
                result.failures += [f"policy of the {name}: {fault}" for fault in found]
    return result
