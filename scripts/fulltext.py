"""What the full-text search reads: the built pages, the events and the sources, prepared for Pagefind.

Japanese is cut here, not by Pagefind and the reader's browser, whose word breakers disagree (アルトマン against アルト + マン): a
run of katakana is a word, any other Japanese character a word of its own. A query is cut by the same pattern and asked as a
phrase. The index is then one of a language without a word breaker.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape

from lxml import html

from . import formats
from .catalog import Catalog
from .model import Text
from .pages import paging
from .refs import plain

# one Japanese word of the index; the search script gets it with the names
WORD = "[ァ-ヺー]+|[ぁ-ゖ々〆〇㐀-鿿豈-﫿]"
_WORD = re.compile(f"({WORD})")
# the kind stands in the text as a word of its own: Pagefind lists filters in another order each time, words in the same
KIND_WORD = "atlaskind"
APART = re.compile("</(?:td|th|dt|dd|li|span|b)>")  # what stands apart on the page stays apart in an excerpt
SIGNS = {ord(sign): escape(unicodedata.normalize("NFKC", sign)) for sign in "＜＞＆＂﹤﹥﹠"}  # which NFKC would turn into those of HTML
PAGE = (
    '<html lang="en"><head><title>{title}</title></head><body><div data-pagefind-meta="kind:{kind}"></div><div data-pagefind-meta="url:{url}"></div>'
    f"{{body}}<p>{KIND_WORD}{{kind}}</p></body></html>"
)


def cut(text: str) -> str:
    """Text with its Japanese cut into the index's words, one space between any two."""
    return " ".join(" ".join(_WORD.split(unicodedata.normalize("NFKC", text))).split())


def read(page: str) -> html.HtmlElement:
    """The article of a built page; what stands around it is not parsed."""
    return html.fromstring(page[page.index("<article") : page.rindex("</article>")] + "</article>")


def of_article(article: html.HtmlElement, kind: str, url: str, language: str) -> str:
    """What Pagefind shall read of a built page: its article, which is taken apart for it, with the text cut and the kind stated; marks of
    sources are left out, those are found by themselves."""
    for part in [part for part in article.iter("*") if _left_out(part)]:
        part.drop_tree()
    body = APART.sub(r"\g<0> ", html.tostring(article, encoding="unicode"))
    body = cut(body.translate(SIGNS)) if language == "ja" else body
    return PAGE.format(title=escape(cut(article.findtext(".//h1") or "")), kind=kind, url=url, body=body)


def _left_out(part: html.HtmlElement) -> bool:
    marks = part.get("class", "")
    return part.tag in ("sup", "nav") or "permalink" in marks or "behind" in marks or marks == "source-list" or part.get("id") == "sources"


def small(catalog: Catalog, language: str) -> dict[str, str]:
    """What Pagefind shall read of events and sources, a document each: ``{"event/0.html": HTML, …}``."""
    found = {}
    for number, (url, kind, title, text) in enumerate(_small(catalog, language)):
        said = [escape(cut(one) if language == "ja" else one) for one in (title, text)]
        body = f"<h1>{said[0]}</h1><p>{said[1]}</p>"
        found[f"{kind}/{number}.html"] = PAGE.format(title=said[0], kind=kind, url=escape(url), body=body)
    return found


def _small(catalog: Catalog, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Address, kind, title and text of every event and source."""
    def say(text: Text) -> str:
        return plain(getattr(text, language), lambda id: getattr(catalog.name(id), language))

    for id, stage in catalog.stages.items():
        for event in stage.events:
            yield f"stages/{id}/#{event.id}", "event", say(event.title), f"{formats.date(event.date, language)} {say(event.text)}"
    pages = paging.source_pages(catalog)
    for id, source in catalog.sources.items():
        yield f"sources/{pages[id]}/#{id}", "source", source.title, source.publisher
