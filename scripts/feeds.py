"""What changed, as an Atom feed per language (RFC 4287): records added on a day, and every correction or update of a published value."""

from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from . import ledger, refs, relations
from .catalog import Catalog
from .labels import LANGUAGES, choice, label

MOST = 60  # entries in a feed
TEMPLATE = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def render(catalog: Catalog, root: str, today: Day) -> dict[str, str]:
    """The feeds as files of the site whose address is ``root``: ``{"feed.xml": XML, "en/feed.xml": XML}``."""
    found = {}
    for language in LANGUAGES:
        top = "" if language == "ja" else f"{language}/"
        held = sorted(_entries(catalog, language, f"{root}/{top}"), key=lambda one: (one["date"], one["id"]), reverse=True)[:MOST]
        updated = max((one["date"] for one in held), default=today.isoformat())
        words = {"title": f"{label('site', language)}{label('colon', language)}{label('changes', language)}", "subtitle": label("tagline", language)}
        found[f"{top}feed.xml"] = TEMPLATE.get_template("feed.xml").render(**words, home=f"{root}/{top}", own=f"{root}/{top}feed.xml", updated=updated, entries=held)
    return found


def _entries(catalog: Catalog, language: str, top: str) -> Iterator[dict[str, str]]:
    """Each entry: id, date, title, link, summary."""
    def name(id: str) -> str:
        return getattr(catalog.name(id), language)

    for day, added, _ in ledger.lately(catalog, catalog.data.ledgers.get("published", {})):
        if added:
            said = label("and", language).join(name(id) for id in added)
            yield {"id": f"{top}changes/#d{day}", "date": day, "title": label("added", language).format(len(added)), "link": f"{top}changes/#d{day}", "summary": said}
    for number, (id, one) in enumerate(reversed(relations.corrections(catalog))):
        link = f"{top}{catalog.folder_of[id]}/{id}/" + (f"#{one.fact}" if one.fact else "#corrections")
        title = f"{choice('correction', one.kind, language)}{label('colon', language)}{name(id)}"
        yield {"id": f"{top}changes/#note-{id}-{one.fact or 'record'}-{one.date}-{number}", "date": one.date, "title": title, "link": link,
               "summary": refs.plain(getattr(one.text, language), name)}  # fmt: skip
