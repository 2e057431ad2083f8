"""A plain Markdown twin of every built page, ``index.md`` beside its ``index.html``, for readers that come with a machine; and llms.txt.

The conversion is html-to-markdown's, in Rust: a fifteenth of the time that markdownify takes.
"""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from html_to_markdown import convert
from lxml import html

from .catalog import Catalog
from .fulltext import read
from .labels import LANGUAGES, label
from .model import Part

# what CommonMark takes for more than itself: code, emphasis, links, HTML and its character references; the converter sees to the starts of lines
SIGNS = re.compile(r"([\\`*\[<]|&(?=#?\w+;)|(?<!\w)_|_(?!\w))")
MAYBE = re.compile(r"[\\`*\[<&_]")  # one of them, or there is no sign
ESCAPE = "\ue000"  # stands for a backslash until all is converted, for the converter escapes those; no record holds it
DROPPED = ".//svg | .//nav | .//form | .//a[contains(@class, 'permalink')] | .//*[@class='backs'] | .//aside"


def twin(page: str, here: str) -> str:
    """The Markdown of a built page whose address is ``here``; its links are absolute. What only serves the eye or the mouse is left out."""
    return of_article(read(page), here)


def of_article(article: html.HtmlElement, here: str) -> str:
    """The Markdown of a page's article, which is taken apart for it."""
    for part in article.xpath(DROPPED):
        part.drop_tree()
    for link in article.iter("a"):
        if href := link.get("href"):
            link.set("href", _absolute(here, href))
    as_they_are = {part for code in article.iter("pre", "code") for part in code.iter("*")}
    for part in article.iter("*"):
        if MAYBE.search(part.text or "") and part not in as_they_are:
            part.text = _marked(part.text)
        if MAYBE.search(part.tail or "") and part.getparent() not in as_they_are:
            part.tail = _marked(part.tail)
    for name in article.iter("dt"):
        name.tag = "strong"
    return convert(html.tostring(article, encoding="unicode")).content.strip().replace(ESCAPE, "\\") + "\n"


def _absolute(here: str, link: str) -> str:
    """A link as an address; most are so already, or lead to a place on the page."""
    if link.startswith(("https://", "http://")):
        return link
    return here + link if link.startswith("#") else urljoin(here, link)


def _marked(text: str) -> str:
    """A text in which a stand-in for the backslash is before each sign."""
    return SIGNS.sub(lambda sign: ESCAPE + sign[0].replace("\\", ESCAPE), text)


def escaped(text: str) -> str:
    """A text as Markdown that says just that (CommonMark 0.31, 2.4)."""
    return SIGNS.sub(r"\\\1", text)


def llms(catalog: Catalog, root: str) -> str:
    """llms.txt after the proposal of llmstxt.org: what the site is, where its pages stand as Markdown, and where the data is."""
    parts = [f"# {label('site', 'en')} / {label('site', 'ja')}\n\n> {label('tagline', 'en')}\n> {label('tagline', 'ja')}\n",
             "Every page has a Markdown twin: add index.md to its address. Facts carry numbered sources. Data: CC BY 4.0.\n"]  # fmt: skip
    for language in LANGUAGES:
        top = f"{root}/" if language == "ja" else f"{root}/{language}/"
        for folder in ("people", "companies", "stages", "articles"):
            parts.append(f"## {label(folder, language)} ({language})\n\n" + _links(catalog, folder, top, language))
    parts.append(f"## Data\n\n- [Data and downloads]({root}/en/data/index.md)\n- [atlas.json]({root}/data/atlas.json)\n- [datapackage.json]({root}/data/datapackage.json)\n")
    return "\n".join(parts)


def _links(catalog: Catalog, folder: str, top: str, language: str) -> str:
    records: Iterable = catalog.data.records[folder].items()
    return "".join(f"- [{_name(record, language)}]({top}{folder}/{id}/index.md)\n" for id, record in records)


def _name(record: Part, language: str) -> str:
    """A record's name as the words of a link."""
    return escaped(getattr(record.name, language)).replace("]", "\\]")
