"""sitemap.xml after sitemaps.org, protocol 0.9: every page with its twin in the other language and the day of its record's last change."""

from collections.abc import Iterable
from html import escape

from . import ledger
from .catalog import Catalog
from .frame import LEVELS

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
LINK = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>\n'


def render(catalog: Catalog, files: Iterable[str], root: str) -> str:
    """The sitemap of the site at ``root`` for the pages' ``files``, each of which has a twin; a former address is none of them."""
    changed = {f"{folder}/{id}/": ledger.last_changed(catalog, folder, id) or record.reviewed for folder, id, record in catalog.pages if hasattr(record, "reviewed")}
    return HEAD + "".join(_entry(file.removesuffix("index.html"), root, changed) for file in files) + "</urlset>\n"


def _entry(url: str, root: str, changed: dict[str, str]) -> str:
    path = url.removeprefix(LEVELS["en"])
    day = f"<lastmod>{changed[path]}</lastmod>\n" if path in changed else ""
    twins = {language: escape(f"{root}/{level}{path}") for language, level in LEVELS.items()}
    links = "".join(LINK.format(language, twin) for language, twin in (twins | {"x-default": twins["ja"]}).items())
    return f"<url><loc>{escape(f'{root}/{url}')}</loc>\n{day}{links}</url>\n"
