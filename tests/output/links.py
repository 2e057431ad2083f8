"""Checks that every address on the site leads to a file and an anchor: in pages, feeds, Markdown, JSON, tables, styles, scripts and headers."""

import json
import posixpath
import re
from collections.abc import Iterator
from functools import cache

from .site import Page, Site, on_every_page, target

END = r"""[^\s"'<>()\[\]{}\\,，、。（）]*"""
OTHER = (".md", ".json", ".xml", ".txt", ".csv", ".graphml")


def links_on_pages_lead_somewhere(site: Site) -> Iterator[str]:
    """Every link, picture, script and form of every page, with its anchor."""
    for page in site.html.values():
        yield from (f"{page.address}: {fault}" for link, found in page.targets.items() if (fault := site.broken(link, found)))


def links_in_other_files_lead_somewhere(site: Site) -> Iterator[str]:
    """Every address of ours in feeds, Markdown twins, JSON, tables, the graph, llms.txt, robots.txt and JSON-LD; names of things (#entity) have no page."""
    for name, text in site.files.items():
        if text and name.endswith(OTHER):
            yield from (f"{name}: {fault}" for link, found in _addresses(text, site.origin) if (fault := site.broken(link, found)))
    for name, page in site.html.items():
        data = " ".join(one.text for one in page.xpath("//script[@type='application/ld+json']"))
        yield from (f"{name}: {fault}" for link, found in _addresses(data, site.origin) if found and (fault := site.broken(link, (found[0], ""))))


@cache
def _addresses(text: str, origin: str) -> list[tuple[str, tuple[str, str] | None]]:
    """Our addresses in a text, with their targets. What ends in #entity is the name of a thing; so is a feed's <id>."""
    found = re.findall(re.escape(origin) + END, re.sub(r"<id>.*?</id>", "", text))
    return [(link, target(link, origin, origin)) for link in sorted({one.rstrip(".;:").removesuffix("#entity") for one in found})]


def files_name_what_is_there(site: Site) -> Iterator[str]:
    """What our JSON, checksums, header rules, styles and scripts name by a path of their own."""
    for name, text in site.files.items():
        for path in _named(name, text or ""):
            if path.split("#")[0] not in site.files and f"{path.split('#')[0]}index.html" not in site.files:
                yield f"{name}: {path} is not there"


def _named(name: str, text: str) -> Iterator[str]:
    """Paths below the site's root that a file names."""
    here = posixpath.dirname(name)
    if name.endswith("/index.json"):
        yield from json.loads(text)["pages"].values()
    elif name.endswith("names.json"):
        yield from (one["url"].partition("?")[0] for one in json.loads(text)["names"])
    elif name == "data/datapackage.json":
        yield from (f"data/{one['path']}" for one in json.loads(text)["resources"])
    elif name == "data/SHA256SUMS":
        yield from (f"data/{line.split(maxsplit=1)[1].lstrip('*')}" for line in text.splitlines())
    elif name == "_headers":
        yield from (line[1:] for line in text.splitlines() if line.startswith("/") and "*" not in line)
    elif name.endswith(".css"):
        yield from (posixpath.normpath(posixpath.join(here, one)) for one in re.findall(r"""url\(\s*["']?(?!data:|#|https?:)([^"')]+)""", text))
    elif name.endswith(".js"):
        yield from (posixpath.normpath(posixpath.join(here, one)) for one in re.findall(r"""(?:from|import\()\s*["'](\.[^"']+)["']""", text))


def former_addresses_lead_on(site: Site) -> Iterator[str]:
    """A page at a former address names its language, is not for search engines, and leads by script, refresh and link to one page that is there."""
    for page in site.html.values():
        if not page.redirect:
            continue
        leads = {*page.xpath("//link[@rel='canonical']/@href | //a/@href"), *(one.partition("url=")[2] for one in page.xpath("//meta[@http-equiv='refresh']/@content"))}
        if len(leads) != 1 or target(next(iter(leads)), site.origin + page.address, site.origin) is None:
            yield f"{page.address}: leads to {', '.join(sorted(leads))}"
        if page.xpath("/html/@lang") != [page.language] or page.xpath("//meta[@name='robots']/@content") != ["noindex"]:
            yield f"{page.address}: is not marked as a former address"


@on_every_page
def the_skip_link_comes_first(page: Page) -> Iterator[str]:
    """The first link that can be seen leads past the header to the text."""
    first = next(([one.attr("href")] for one in page.elements if one.tag == "a" and one.attr("class") != "md-skip"), [])  # the theme's own is not shown
    if first != ["#main"] or page.xpath("//*[@id='main']/@tabindex") != ["-1"]:
        yield f"its first link leads to {first}"


@on_every_page
def pages_do_not_turn_by_keys(page: Page) -> Iterator[str]:
    """No link to the previous or next page in the head: with one, single keys would turn pages."""
    yield from (f"link rel={one}" for one in page.xpath("//link/@rel") if one in ("prev", "next"))


@on_every_page
def places_have_names_that_last(page: Page) -> Iterator[str]:
    """No anchor that only counts, such as _1: it would move when a section is added."""
    yield from (f"the place #{one} is only counted" for one in page.ids if re.fullmatch(r"_?\d+", one))


CHECKS = (links_on_pages_lead_somewhere, links_in_other_files_lead_somewhere, files_name_what_is_there, former_addresses_lead_on,
          the_skip_link_comes_first, pages_do_not_turn_by_keys, places_have_names_that_last)  # fmt: skip
