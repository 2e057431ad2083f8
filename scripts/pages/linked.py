"""What a page says to search engines: schema.org vocabulary as JSON-LD 1.1, one graph a page.

Addresses are absolute; ``SITE`` stands for the site's root until the page's frame puts the real one in (overrides/main.html).
A person or company is one entity (``@id``) on the pages of both languages. ProfilePage is not used: it is for members of a site.
"""

import json

from .. import relations
from ..labels import LANGUAGES
from ..model import Company, Part, Person, Stage, Stint, Text
from .view import View

SITE = "%SITE%"
ENTITY = "entity"


def render(view: View, folder: str, record: Part | None, id: str, title: str, description: str) -> str:
    """The graph of a page: the page itself, its breadcrumbs, and what it is about. ``folder`` is "" for the home page."""
    page = _address(view.language, view.path)
    node = {"@type": "WebPage" if record is not None or not folder else "CollectionPage", "@id": page, "url": page, "name": title, "description": description,
            "inLanguage": view.language, "isPartOf": {"@id": f"{SITE}/#website"}}  # fmt: skip
    graph = [node]
    if not folder:
        graph.append({"@type": "WebSite", "@id": f"{SITE}/#website", "url": f"{SITE}/", "name": view.t("site"), "inLanguage": list(LANGUAGES)})
    else:
        node["breadcrumb"] = _breadcrumbs(view, folder, title if record is None else view.say(record.name), record is not None or view.path != f"{folder}/")
    if folder == "data":
        node["mainEntity"] = _dataset(view, page, description)
    if isinstance(record, (Person, Company, Stage)):
        node["dateModified"] = view.last_changed(folder, id) or record.reviewed
        node["mainEntity"] = {"@id": _entity(folder, id)}
        graph.append({"@id": _entity(folder, id), **_about(view, folder, id, record, description)})
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _address(language: str, path: str) -> str:
    return f"{SITE}/{'' if language == 'ja' else language + '/'}{path}"


def _entity(folder: str, id: str) -> str:
    return f"{SITE}/{folder}/{id}/#{ENTITY}"


def _breadcrumbs(view: View, folder: str, name: str, inner: bool) -> dict:
    held = [(view.t("home"), ""), *([(view.t(folder), f"{folder}/")] if inner else []), (name, view.path)]
    items = [{"@type": "ListItem", "position": place, "name": said, "item": _address(view.language, path)} for place, (said, path) in enumerate(held, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _about(view: View, folder: str, id: str, record: Person | Company | Stage, description: str) -> dict:
    names = [getattr(record.name, view.other), *(variant.text for variant in record.variants)]
    common = {"name": view.say(record.name), "alternateName": [name for name in dict.fromkeys(names) if name != view.say(record.name)],
              "description": description, "url": _address(view.language, f"{folder}/{id}/")}  # fmt: skip
    found = {Person: _person, Company: _company, Stage: _stage}[type(record)](view, id, record)
    return {key: value for key, value in (common | found).items() if value}


def _person(view: View, id: str, person: Person) -> dict:
    return {"@type": "Person", "sameAs": person.links, "worksFor": [_role(view, stint) for stint in person.career if stint.kind != "academic"],
            "affiliation": [_role(view, stint, "affiliation") for stint in person.career if stint.kind == "academic"]}  # fmt: skip


def _role(view: View, stint: Stint, key: str = "worksFor") -> dict:
    """A stint as schema.org's Role, which repeats the property that it qualifies."""
    role = {"@type": "Role", "roleName": view.say(stint.role), "startDate": _day(stint.since), "endDate": _day(stint.to), key: _party(view, stint.org)}
    return {name: value for name, value in role.items() if value}


def _company(view: View, id: str, company: Company) -> dict:
    founders = [_party(view, person) for person, _ in relations.founders(view.catalog, id)]
    founders += [{"@type": "Person", "name": view.say(founder.name)} for founder in company.other_founders]
    return {"@type": "Organization", "sameAs": company.links, "foundingDate": _day(company.founded and company.founded.date), "founder": founders}


def _stage(view: View, id: str, stage: Stage) -> dict:
    events = [{"@type": "Event", "name": view.say(event.title), "startDate": _day(event.date), "url": _address(view.language, f"stages/{id}/#{event.id}")}
              for event in relations.events_in_order(stage)]  # fmt: skip
    return {"@type": "Event", "startDate": _day(stage.since), "endDate": _day(stage.to), "subEvent": events}


def _dataset(view: View, page: str, description: str) -> dict:
    """The data as schema.org's Dataset, with its whole-file downloads."""
    files = {"atlas.json": "application/json", "datapackage.json": "application/json", "atlas.graphml": "application/graphml+xml"}
    downloads = [{"@type": "DataDownload", "name": name, "contentUrl": f"{SITE}/data/{name}", "encodingFormat": kind} for name, kind in files.items()]
    return {"@type": "Dataset", "@id": f"{SITE}/data/#{ENTITY}", "name": view.t("site"), "description": f"{view.t('tagline')} {description}", "url": page, "distribution": downloads,
            "license": "https://creativecommons.org/licenses/by/4.0/", "version": view.today.isoformat(), "isAccessibleForFree": True, "inLanguage": list(LANGUAGES)}  # fmt: skip


def _party(view: View, party: str | Text) -> dict:
    if isinstance(party, Text):
        return {"@type": "Organization", "name": view.say(party)}
    folder = view.catalog.folder_of[party]
    return {"@type": "Person" if folder == "people" else "Organization", "@id": _entity(folder, party), "name": view.say(view.catalog.name(party))}


def _day(date: str | None) -> str | None:
    """A date as ISO 8601; what is only about right is given all the same, schema.org has no way to say so."""
    return date.rstrip("~") if date else None


