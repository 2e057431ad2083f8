"""The whole site as it was built: every check of `output/` on every page, and each page read by a second parser of HTML5."""

import html5lib
from output import CHECKS, Site, faults

from . import sites
from .parts import Result


def run(rounds: int) -> Result:
    """One look at the site; further rounds would see the same."""
    site = Site.read(sites.real())
    result = Result({"pages": len(site.html), "files": len(site.files), "links": sum(len(page.targets) for page in site.html.values()),
                     "anchors": sum(len(page.ids) for page in site.html.values()), "checks": len(CHECKS)})  # fmt: skip
    result.failures = [f"{check}: {line}" for check, lines in faults(site).items() for line in lines]
    for page in site.html.values():
        result.failures += [f"html5lib: {page.address}: line {line}: {code}" for (line, _), code in mistakes(page.text)]
    return result


def mistakes(text: str) -> list[tuple[tuple[int, int], str]]:
    """What html5lib finds wrong: place and name of each error. It names those of nesting, ten times as slowly as the checks' own parser."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [(place, code) for place, code, _ in parser.errors]
