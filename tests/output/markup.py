"""Checks of a page's HTML: valid, safe, and such that a screen reader can find its way."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from scripts.hosting import rules

from .site import Page, Site, on_every_page

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
OUTSIDE = frozenset("applet base embed frame frameset iframe noframes object portal style".split())  # what the policy stops
OBSOLETE = frozenset("acronym big blink center dir font marquee nobr strike tt xmp".split())
SIZE = re.compile(r"[1-9]\d*")
SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
LOADED = "//*/@src | //*/@srcset | //*/@poster | //object/@data | //link[@rel!='canonical'][@rel!='alternate']/@href | //*[local-name()='use']/@href"


def html_is_valid(site: Site) -> Iterator[str]:
    """No parse error, and the tree is what the tags say: every element is closed by its own tag, inside the one that holds it."""
    for page in site.html.values():
        if html_is_valid not in page.found:
            page.found[html_is_valid] = [*(f"line {one.line}: {one.code}" for one in page.tree.errors), *_nesting(page)]
        yield from (f"{page.address}: {fault}" for fault in page.found[html_is_valid])


def _nesting(page: Page) -> Iterator[str]:
    """What an HTML5 parser had to mend: tags left out, crossed or left over. Stricter than the standard, which lets some be left out."""
    if not page.text.lstrip().lower().startswith("<!doctype html>"):
        yield "line 1: no doctype"
    ends = 0
    for element in page.elements:
        place = element.source_location
        if place is None or place.start_tag is None:
            yield f"<{element.tag}> was put in by the parser"
            continue
        ends += place.end_tag is not None
        if place.end_tag is None and element.tag not in VOID and page.text[place.start_tag.end_offset - 2 : place.start_tag.end_offset] != "/>":
            yield f"line {place.start_tag.start_line}: <{element.tag}> is not closed"
        outer = getattr(element.parent, "source_location", None)
        if outer and outer.start_tag and outer.end_tag and place.end_tag and not outer.start_tag.end_offset <= place.start_tag.start_offset <= place.end_tag.end_offset <= outer.end_tag.start_offset:
            yield f"line {place.start_tag.start_line}: <{element.tag}> does not stand inside <{element.parent.tag}>"
    if left := len(re.findall(r"</[a-z]", SCRIPT.sub("</script>", page.text))) - ends:
        yield f"{left} end tags too many"


@on_every_page
def ids_are_unique(page: Page) -> Iterator[str]:
    """No id twice; what names an id for a label or a description finds it."""
    yield from (f"the id {one} stands {count} times" for one, count in Counter(page.ids).items() if count > 1)
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
        for value in page.xpath(f"//@{name}"):
            yield from (f"{name} names {one}, which is not there" for one in value.split() if one not in page.anchors)


@on_every_page
def headings_go_down_one_by_one(page: Page) -> Iterator[str]:
    """One first heading, before all others; no level is left out."""
    levels = [(int(one.tag[1]), one.text.strip()) for one in page.elements if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    if sum(level == 1 for level, _ in levels) != 1:
        yield f"{sum(level == 1 for level, _ in levels)} headings of the first level"
    for (before, _), (level, text) in zip([(0, ""), *levels], levels, strict=False):
        if level > before + 1:
            yield f"“{text}” is a heading of level {level} after one of level {before}"


@on_every_page
def pictures_have_sizes_and_words(page: Page) -> Iterator[str]:
    """Width and height, so that nothing moves while a page loads; an alternative text, empty for what only adorns."""
    for one in page.xpath("//img"):
        if not all(SIZE.fullmatch(one.attr(name) or "") for name in ("width", "height")):
            yield f"<img> {one.attr('src')} has no size"
        if "alt" not in one.attrs:
            yield f"<img> {one.attr('src')} has no alternative text"
    for one in page.xpath("//*[local-name()='svg'][not(ancestor::*[local-name()='svg'])]"):
        if not (one.attr("height") and one.attr("width")):
            yield "<svg> has no size"
        if one.attr("aria-hidden") != "true" and not (one.attr("aria-label") or one.attr("aria-labelledby")):
            yield "<svg> has no name and is not hidden"


@on_every_page
def nothing_is_inline(page: Page) -> Iterator[str]:
    """No script, style or handler in the page itself, nor an address that runs one."""
    yield from (f"a script in the page: {one.text.strip()[:40]}" for one in page.xpath("//script[not(@src)]") if one.attr("type") != "application/ld+json")
    for one in page.elements:
        for name, value in one.attrs.items():
            if name == "style" or name.startswith("on"):
                yield f"<{one.tag} {name}=…>"
            elif name in ("href", "src", "action", "formaction", "data") and isinstance(value, str) and re.match(r"\s*(javascript|data|vbscript):", value, re.I):
                yield f"<{one.tag} {name}={value[:40]}>"


@on_every_page
def elements_are_within_the_policy(page: Page) -> Iterator[str]:
    """Nothing that the content security policy stops or HTML has given up; no refresh; the policy itself stands before all it governs."""
    yield from (f"<{one}>" for one in sorted({one.tag for one in page.elements} & (OUTSIDE | OBSOLETE)))
    said = page.xpath("//meta[@http-equiv]")
    yield from (f"meta {one.attr('http-equiv')}" for one in said[1:])
    if not said or said[0].attr("content") != rules.policy(meta=True):
        yield "the policy is not stated"
    elif any(one.source_line < said[0].source_line for one in page.xpath("//script | //link | //style")):
        yield "the policy stands after what it governs"
    yield from (f"a form is sent to {one}" for one in page.xpath("//@action | //@formaction") if urlsplit(one).netloc)
    yield from (f"{one.attr('href')} opens a window that can reach back" for one in page.xpath("//a[@target]") if "noopener" not in (one.attr("rel") or ""))


def nothing_comes_from_elsewhere(site: Site) -> Iterator[str]:
    """No page, style or script loads anything from another host."""
    for page in site.html.values():
        if nothing_comes_from_elsewhere not in page.found:
            page.found[nothing_comes_from_elsewhere] = [f"loads {one}" for one in page.xpath(LOADED) if urlsplit(one).netloc]
        yield from (f"{page.address}: {fault}" for fault in page.found[nothing_comes_from_elsewhere])
    for name, text in site.files.items():
        yield from (f"{name}: names {one}" for one in (_elsewhere(text, name.rpartition(".")[2]) if text else ()))


@cache
def _elsewhere(text: str, ending: str) -> list[str]:
    """Addresses of other hosts that a style or a script loads, or may; the names of SVG's and MathML's vocabularies are no addresses."""
    found = {"css": r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", "js": r"""["'`]((?:https?:)?//[a-z][^"'`\s]+)"""}.get(ending)
    return [one for one in re.findall(found, text) if not one.startswith("http://www.w3.org/")] if found else []


def the_theme_s_script_is_not_there(site: Site) -> Iterator[str]:
    """Material's bundle asks for sitemaps that do not exist, turns pages by single keys and fetches an index of every page."""
    yield from (f"{name} is there" for name in site.files if re.search(r"assets/javascripts/|search_index\.json|lunr", name))


CHECKS = (html_is_valid, ids_are_unique, headings_go_down_one_by_one, pictures_have_sizes_and_words, nothing_is_inline, elements_are_within_the_policy,
          nothing_comes_from_elsewhere, the_theme_s_script_is_not_there)  # fmt: skip
