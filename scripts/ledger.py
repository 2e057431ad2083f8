"""What was published: the values of every fact when the site was last released, so that no value changes in silence.

The ledger is ``data/ledgers/published.json``: ``{"people/sam-altman#openai": {"value": "…", "since": "2026-11-23"}, …}``,
written by ``python -m scripts publish``. ``since`` is the day on which the value was published or last changed.
"""

import datetime
from collections.abc import Iterator

from .catalog import Catalog
from .model import Company, Deal, Event, Part, Round, Stint, Valuation

# the fields that are a fact's value; prose, sources and 'as_of' may be improved without a note
VALUES: dict[type[Part], tuple[str, ...]] = {
    Stint: ("org", "kind", "since", "to", "left_by"),
    Valuation: ("amount", "date", "kind"),
    Round: ("amount", "date"),
    Deal: ("kind", "date", "amount"),
    Event: ("date",),
}
Ledger = dict[str, dict[str, str]]


def facts(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Address (``people/sam-altman#openai``) and value of every fact that the ledger keeps, of the records that are judged."""
    for folder, id, record in catalog.judged:
        if folder == "sources":
            continue
        for _, part in catalog.walk(record):
            if type(part) in VALUES:
                yield f"{folder}/{id}#{part.id}", _value(part)
        if isinstance(record, Company) and record.founded:
            yield f"{folder}/{id}#founded", record.founded.date


def addresses(catalog: Catalog) -> set[str]:
    """Addresses of the pages that readers link to: ``people/sam-altman``, below either language's root."""
    return {f"{folder}/{id}" for folder in ("people", "companies", "stages", "articles") for id in catalog.data.records[folder]}


def noted_addresses(catalog: Catalog, noted: dict[str, str], today: datetime.date) -> dict[str, str]:
    """Every address that was ever published with its first day, after a release today. None is ever taken out."""
    return dict.fromkeys(sorted(addresses(catalog)), today.isoformat()) | noted


def changed(catalog: Catalog, ledger: Ledger) -> Iterator[tuple[str, str, str, str | None]]:
    """Facts whose published value is another now: folder, record id, fact id, the value now or None if it is gone; of the records that are judged."""
    now = dict(facts(catalog))
    others = set() if catalog.scope is None else {f"{folder}/{id}" for folder, id in catalog.data.digests.keys() - catalog.scope}
    for address, entry in ledger.items():
        if address.partition("#")[0] in others:
            continue
        if now.get(address) != entry["value"]:
            page, _, fact = address.partition("#")
            folder, _, id = page.partition("/")
            yield folder, id, fact, now.get(address)


def published(catalog: Catalog, ledger: Ledger, today: datetime.date) -> Ledger:
    """The ledger after a release today: new and changed facts get today's date, the others keep theirs."""
    return {
        address: ledger[address] if ledger.get(address, {}).get("value") == value else {"value": value, "since": today.isoformat()}
        for address, value in sorted(facts(catalog))
    }


def last_changed(catalog: Catalog, folder: str, id: str) -> str | None:
    """The newest day on which a value of the record was published or changed; None before its first release."""
    return catalog.published_day(f"{folder}/{id}")


def lately(catalog: Catalog, ledger: Ledger) -> list[tuple[str, list[str], list[str]]]:
    """Per day, newest first: ids of the records first published then, and of those with a value changed since."""
    first: dict[str, str] = {}
    touched: dict[str, set[str]] = {}
    for address, entry in ledger.items():
        id = address.partition("#")[0].partition("/")[2]
        if id in catalog.folder_of:
            first[id] = min(entry["since"], first.get(id, entry["since"]))
            touched.setdefault(entry["since"], set()).add(id)
    days = sorted(touched, reverse=True)
    return [(day, sorted(id for id in touched[day] if first[id] == day), sorted(id for id in touched[day] if first[id] < day)) for day in days]


def _value(part: Part) -> str:
    values = (getattr(part, name) for name in VALUES[type(part)])
    return " | ".join(getattr(value, "en", value) or "" for value in values)
