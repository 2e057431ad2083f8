"""Whether everybody can use every kind of page: axe in both languages and schemes on desk and phone, names, keyboard, zoom, spacing, print, colours, no JavaScript."""

from collections.abc import Iterator

from access import checks, kinds

from . import browsers, sites
from .parts import Result

SIZES = (1280, 360)
SCHEMES = ("light", "dark")
WITH_DIALOG = ("people/sam-altman/", "")


def run(rounds: int) -> Result:
    """Every kind of page in both languages; one round sees all."""
    result = Result({"axe rules": 0, **{check.__name__: 0 for check in (checks.axe, checks.names, checks.focus, checks.tabs, checks.zoomed, *checks.STANDING.values())}})
    with browsers.site(sites.real(), bypass_csp=True) as (page, address):
        for kind in kinds.in_both(sites.real()):
            result.count("pages")
            result.failures += [f"{kind}: {fault}" for fault in _page(page, address + kind, kind, result)]
            result.counts["axe rules"] = max(result.counts["axe rules"], checks.rules(page) if not result.counts["axe rules"] else 0)
    with browsers.site(sites.real(), java_script_enabled=False) as (page, address):
        for kind in kinds.in_both(sites.real()):
            page.goto(address + kind)
            result.count("pages without JavaScript")
            result.failures += [f"{kind}: without JavaScript: {fault}" for fault in checks.scriptless(page)]
        page.set_viewport_size(checks.NARROW)
        for path in sorted(sites.real().rglob("index.html")):  # every page: its own words decide
            page.goto(address + path.relative_to(sites.real()).parent.as_posix() + "/", wait_until="domcontentloaded")
            result.count("pages at 320 pixels")
            result.failures += checks.sideways(page)
    return result


def _page(page, address: str, kind: str, result: Result) -> Iterator[str]:
    language = "en" if kind.startswith("en/") else "ja"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            result.count("axe")
            yield from (f"{width} {scheme}: {fault}" for fault in checks.axe(page))
        for check, faults in ((checks.focus, checks.focus(page)), (checks.tabs, checks.tabs(page, 60)), (checks.names, checks.names(page, language))):
            result.count(check.__name__)
            yield from (f"{width}: {fault}" for fault in faults)
        if kind.removeprefix("en/") in WITH_DIALOG:
            result.count("open search")
            yield from (f"{width}: {fault}" for fault in checks.dialog(page, language))
    page.set_viewport_size({"width": 1280, "height": 900})
    for width in (640, 320):
        result.count("zoomed")
        yield from checks.zoomed(page, width)
    for name, check in checks.STANDING.items():
        result.count(name)
        yield from check(page)
