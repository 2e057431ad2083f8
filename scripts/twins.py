"""A plain Markdown twin of every built page, ``index.md`` beside its ``index.html``, for readers that come with a machine; and llms.txt.

The conversion is markdownify's; a twin is made again only when its page's text changed.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from markdownify import markdownify

from . import write
from .catalog import Catalog
from .labels import LANGUAGES, label

VERSION = "1"  # of the conversion: another number makes all twins anew
DROPPED = ".//svg | .//nav | .//form | .//a[contains(@class, 'permalink')] | .//*[@class='backs'] | .//aside"


def render(site: Path, kept: Path, root: str) -> dict[str, str]:
    """The twins of the pages in the built ``site``: ``{"people/sam-altman/index.md": Markdown, …}``, links absolute below ``root``."""
    articles = {path.relative_to(site).as_posix(): _article(path, site, root) for path in sorted(site.rglob("index.html"))}
    articles = {path: said for path, said in articles.items() if said}
    names = {path: hashlib.sha256(f"{VERSION}{said}".encode()).hexdigest() + ".md" for path, said in articles.items()}
    by_name = {names[path]: said for path, said in articles.items()}
    held = write.kept(kept, by_name, lambda missing: (_markdown(by_name[name]) for name in missing))
    return {path.removesuffix("html") + "md": held[name].decode() for path, name in names.items()}


def _article(path: Path, site: Path, root: str) -> str:
    """The article of a page without what only serves the eye or the mouse; "" for a page that only leads elsewhere."""
    top = html.fromstring(path.read_text(encoding="utf-8"))
    article = top.find(".//article")
    if article is None:
        return ""
    for part in article.xpath(DROPPED):
        part.drop_tree()
    here = f"{root}/{path.parent.relative_to(site).as_posix().removeprefix('.')}".rstrip("/") + "/"
    for link in article.iter("a"):
        if link.get("href"):
            link.set("href", urljoin(here, link.get("href")))
    return html.tostring(article, encoding="unicode")


def _markdown(article: str) -> bytes:
    lines = [line.rstrip() for line in markdownify(article, heading_style="ATX").splitlines()]
    tidy = "\n".join(line for number, line in enumerate(lines) if line or (number and lines[number - 1]))
    return (tidy.strip() + "\n").encode()


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
    return "".join(f"- [{getattr(record.name, language)}]({top}{folder}/{id}/index.md)\n" for id, record in records)
