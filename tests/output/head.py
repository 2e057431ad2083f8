"""Checks of what stands above a page and beside it: title, description, addresses, twins, the sitemap."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urljoin

from lxml import etree

from .site import Page, Site, on_every_page

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
GROUPED = re.compile("(people|companies)/(list/[0-9]+/)?")  # their groups differ by design: 五十音 and A–Z


@cache
def title(page: Page) -> str:
    return page.tree.find("title").text.strip()


@cache
def description(page: Page) -> str:
    return "".join(page.xpath("//meta[@name='description']/@content"))


@on_every_page
def titles_and_descriptions_are_there(page: Page) -> Iterator[str]:
    """A title that says more than the site's name, one description of 5 to 500 signs, and the same for what shares the page."""
    site_name = "".join(page.xpath("//meta[@property='og:site_name']/@content"))
    if len(page.xpath("//title[not(ancestor::*[local-name()='svg'])]")) != 1 or title(page).replace(site_name, "").strip(" –") == "":
        yield f"its title is “{title(page)}”"
    if len(page.xpath("//meta[@name='description']")) != 1 or not 5 <= len(description(page)) <= 500:
        yield f"its description is “{description(page)}”"
    for name in ("og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:locale", "og:type"):
        if len([one for one in page.xpath(f"//meta[@property='{name}']/@content") if one]) != 1:
            yield f"no {name}"
    if page.xpath("//meta[@name='twitter:card']/@content") != ["summary_large_image"]:
        yield "no twitter:card"
    if len(page.xpath("//script[@type='application/ld+json']")) != 1:
        yield "no JSON-LD"


def titles_and_descriptions_differ(site: Site) -> Iterator[str]:
    """No two pages of the site have one title or one description."""
    for what, of in (("title", title), ("description", description)):
        yield from _twice(site, what, of)


def _twice(site: Site, what: str, of: Callable[[Page], str]) -> Iterator[str]:
    often = Counter(of(page) for page in site.pages)
    yield from (f"{page.address}: shares its {what} “{of(page)}”" for page in site.pages if often[of(page)] > 1)


@on_every_page
def addresses_are_stated(page: Page) -> Iterator[str]:
    """The canonical address, both languages and the default as absolute addresses, and a plain link to the other language."""
    if page.xpath("//link[@rel='canonical']/@href") != [page.origin + page.address]:
        yield "its canonical address is another"
    stated = {link.attr("hreflang"): link.attr("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
    if stated != {"ja": page.origin + page.bare, "en": page.origin + "en/" + page.bare, "x-default": page.origin + page.bare}:
        yield f"its languages are stated as {stated}"
    other, twin = ("ja", page.bare) if page.english else ("en", "en/" + page.bare)
    switch = page.xpath(f"//header//a[@hreflang='{other}'][@lang='{other}']/@href")
    if [urljoin(page.origin + page.address, one) for one in switch] != [page.origin + twin]:
        yield f"its language link leads to {switch}"


def every_page_has_its_twin(site: Site) -> Iterator[str]:
    """Each page is there in both languages, with the same places to link to."""
    found = {page.address: page for page in site.pages}
    for page in site.pages:
        other = page.bare if page.english else "en/" + page.bare
        if other not in found:
            yield f"{page.address}: has no twin {other}"
        elif page.english and not GROUPED.fullmatch(page.bare):
            yield from (f"{page.address}: only one of the languages has #{one}" for one in sorted(page.anchors ^ found[other].anchors))


def every_page_has_its_markdown(site: Site) -> Iterator[str]:
    """Each page has a Markdown twin beside it that begins with its heading, and no Markdown stands without its page."""
    for page in site.pages:
        text = site.files.get(page.address + "index.md")
        if text is None:
            yield f"{page.address}: has no Markdown twin"
        elif not text.startswith("# ") or len(text) < 40:
            yield f"{page.address}: its Markdown twin is empty"
    pages = {page.address + "index.md" for page in site.pages}
    yield from (f"{name}: Markdown without a page" for name in site.files if name.endswith(".md") and name not in pages)


def the_sitemap_lists_every_page(site: Site) -> Iterator[str]:
    """Every page and nothing else, once, each with both languages, the default, and for records the day of their last change."""
    listed = etree.fromstring(site.files.get("sitemap.xml", "<none/>").encode())
    entries = {one.findtext("s:loc", "", NAMES): one for one in listed.findall("s:url", NAMES)}
    pages = {site.origin + page.address: page for page in site.pages}
    yield from (f"{page.address}: is not in the sitemap" for address, page in pages.items() if address not in entries)
    yield from (f"{address}: is in the sitemap and no page" for address in entries if address not in pages)
    if len(entries) != len(listed):
        yield "the sitemap lists an address twice"
    for address in entries.keys() & pages.keys():
        page, bare = pages[address], site.origin
        stated = {link.get("hreflang"): link.get("href") for link in entries[address].findall("x:link", NAMES)}
        if stated != {"ja": bare + page.bare, "en": f"{bare}en/{page.bare}", "x-default": bare + page.bare}:
            yield f"{page.address}: its languages in the sitemap are {stated}"
        if page.json and not entries[address].findtext("s:lastmod", "", NAMES):
            yield f"{page.address}: has no date in the sitemap"


def the_page_for_what_is_missing_speaks_both_languages(site: Site) -> Iterator[str]:
    """Both languages, each marked; it is not for search engines, and has no twin to switch to."""
    page = site.html.get("404.html")
    if page is None:
        yield "404.html: is not there"
        return
    if page.xpath("/html/@lang") != ["ja"] or not page.xpath("//article//*[@lang='en']//h2"):
        yield "404.html: does not speak both languages"
    if "noindex" not in "".join(page.xpath("//meta[@name='robots']/@content")):
        yield "404.html: may be indexed"
    yield from (f"404.html: leads to a twin, {one}" for one in page.xpath("//link[@hreflang]/@href | //header//a[@hreflang]/@href"))
    yield from (f"404.html: {one} is found from the top only" for one in page.links if not one.startswith(("/", "#", "http", "index.md")))


CHECKS = (titles_and_descriptions_are_there, titles_and_descriptions_differ, addresses_are_stated, every_page_has_its_twin, every_page_has_its_markdown,
          the_sitemap_lists_every_page, the_page_for_what_is_missing_speaks_both_languages)  # fmt: skip
