"""The table of names that the search looks into first: every person, company, stage and term with all its forms."""

import json
from collections import Counter
from collections.abc import Iterator

from . import journeys
from .catalog import Catalog
from .fulltext import KIND_WORD, WORD
from .labels import LANGUAGES, SEARCH, choice, label
from .lasting import lasting
from .model import Person
from .pages import KIND_OF
from .pages.view import first_sentence
from .refs import plain


def tables(catalog: Catalog) -> dict[str, str]:
    """The table of each language as a file of the site: ``{"search/names.json": JSON, "en/search/names.json": JSON}``."""
    return {("" if language == "ja" else f"{language}/") + "search/names.json": _table(catalog, language) for language in LANGUAGES}


def _table(catalog: Catalog, language: str) -> str:
    held = {
        "word": WORD,
        "kindWord": KIND_WORD,
        "say": {key: words[LANGUAGES.index(language)] for key, words in SEARCH.items()},
        "kinds": {kind: choice("kind", kind, language) for kind in ("person", "company", "stage", "event", "source", "term", "article", "list")},
        "names": [*(_entry(catalog, id, language) for id in (*catalog.people, *catalog.companies, *catalog.stages, *catalog.terms)), *_lists(catalog, language)],
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


@lasting
def _entry(catalog: Catalog, id: str, language: str) -> dict:
    """One record: kind, address, name, name in the other script, one line, how connected it is, all forms, the two main ones first."""
    other = "en" if language == "ja" else "ja"
    if id in catalog.terms:
        article, record = catalog.terms[id]
        kind, url, line, variants = "term", f"articles/{article}/#{id}", record.text, []
    else:
        folder, record = catalog.folder_of[id], catalog.get(id)
        kind, url, line, variants = KIND_OF[folder], f"{folder}/{id}/", record.summary, record.variants
    said = plain(getattr(line, language), lambda one: getattr(catalog.name(one), language))
    readings = [record.reading] if getattr(record, "reading", None) and not isinstance(record, Person) else []
    forms = [getattr(record.name, language), getattr(record.name, other), *(variant.text for variant in variants), *readings]
    return {
        "kind": kind, "url": url, "name": forms[0], "other": forms[1] if forms[1] != forms[0] else "", "line": first_sentence(said, language),
        "links": _links(catalog, id), "forms": list(dict.fromkeys(forms)) if forms[0] != forms[1] else [forms[0], *dict.fromkeys(forms[1:])],
    }  # fmt: skip


def _lists(catalog: Catalog, language: str) -> Iterator[dict]:
    """The filtered lists that readers ask for by name: who left in a year, who went to an organisation (where several did)."""
    went = [_went(catalog, id) for id in catalog.people]
    years = Counter(year for year, _ in went if year)
    orgs = Counter(org for _, org in went if org)
    for filter_, key, counted in (("left", "left_in_year", years), ("org", "went_to", orgs)):
        for value, count in sorted(counted.items()):
            if count > 1:
                names = {side: label(key, side).format(getattr(catalog.name(value), side) if filter_ == "org" else value) for side in LANGUAGES}
                other = names["en" if language == "ja" else "ja"]
                yield {"kind": "list", "url": f"people/?{filter_}={value}", "name": names[language], "other": other, "line": label("people_count", language).format(count),
                       "links": 0, "forms": [names[language], other]}  # fmt: skip


@lasting
def _went(catalog: Catalog, id: str) -> tuple[str, str]:
    """The year in which someone left for the last time, and the organisation that it led to; "" where there is none."""
    last = journeys.last_departure(catalog, id)
    return (str(last.year), last.to.org if last.to and isinstance(last.to.org, str) else "") if last else ("", "")


def _links(catalog: Catalog, id: str) -> int:
    """How many people, companies and stages name an id: how connected it is."""
    return sum(other != id for folder in ("people", "companies", "stages") for other in catalog.mentioning(id, folder))
