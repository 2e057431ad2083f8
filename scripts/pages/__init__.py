"""Pages: the catalog in, {path below docs/: Markdown} out. Pure; nothing is read but the templates, nothing written."""

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import charts, fields, freshness, guide, journeys, ledger, relations, telling, texts
from ..catalog import Catalog
from ..exports import tables
from ..labels import LANGUAGES
from ..model import Company, Person, Stage
from . import linked, order, paging
from .signs import coded, in_markdown, plainly
from .view import View, first_sentence, opening

TEMPLATES = Path(__file__).parent.parent / "templates"
# what the writer owns below docs/<language>/: whole folders, and the home page
OWNED_FOLDERS = ("people", "companies", "stages", "articles", "sources", "disputes", "review", "translations", "corrections", "candidates", "pictures", "changes", "data", "guide")
OWNED_FILES = ("index.md",)
LISTS = OWNED_FOLDERS  # each has an index page
KIND_OF = {"people": "person", "companies": "company", "stages": "stage", "articles": "article"}


# what is counted in the sentence that opens an index page; a page looks at no other list's counts
COUNTS: dict[str, Callable[[Catalog, datetime.date], list[int]]] = {
    "people": lambda catalog, _: [len(catalog.people)],
    "companies": lambda catalog, _: [len(relations.alumni_companies(catalog)), len(catalog.companies) - len(relations.alumni_companies(catalog))],
    "stages": lambda catalog, _: [len(catalog.stages)],
    "pictures": lambda *_: [len(charts.PICTURES)],
    "sources": lambda catalog, _: [len(catalog.sources)],
    "disputes": lambda catalog, _: [sum(len(held) for _, held in relations.disputes(catalog))],
    "review": lambda catalog, today: [len(freshness.due(catalog, today))],
    "translations": lambda catalog, _: [len(texts.all_behind(catalog))],
    "candidates": lambda catalog, _: [len(catalog.candidates)],
    "data": lambda *_: [len(tables.TABLES)],
    "corrections": lambda catalog, _: [len(relations.corrections(catalog))],
}


def render(catalog: Catalog, today: datetime.date) -> dict[str, str]:
    """Every generated page in both languages: ``{"ja/people/sam-altman.md": text, …}``."""
    return {f"{language}/{path}.md": render_page(catalog, language, path, template, context, today) for language in LANGUAGES for path, template, context in specs(catalog)}


def render_page(catalog: Catalog, language: str, path: str, template: str, context: dict, today: datetime.date) -> str:
    """One page: ``path`` below the language's root without its ending, the template's name, what it is given."""
    if "id" in context:  # the page's own record: all of it
        catalog.watch.note(context["folder"], context["id"])
        with catalog.watch.off():
            context = context | {"record": catalog.data.records[context["folder"]][context["id"]]}
    if "group" in context:  # what the context brings was looked at before
        catalog.watch.note("shelf", None)
    address = path.removesuffix("index") if path.endswith("index") else f"{path}/"
    view = View(catalog, language, address, today)
    head = _head(view, template, context)
    graph = linked.render(view, path.partition("/")[0] if "/" in path else "", context.get("record"), context.get("id", ""), **head)
    text = ENVIRONMENT.get_template(template).render(v=view, linked=graph, **context, **head)
    return text.rstrip("\n") + "\n"


def specs(catalog: Catalog) -> Iterator[tuple[str, str, dict]]:
    """Path, template and context of every page: what ``render_page`` takes."""
    yield "index", "home.md", {}
    for folder in LISTS:
        for number in range(1, paging.count(catalog, folder) + 1):
            yield f"{paging.path(folder, number)}index", f"list-{folder}.md", {"folder": folder, "number": number}
    for picture in charts.PICTURES:
        yield f"pictures/{picture}", f"picture-{picture}.md", {"picture": picture}
    for name in guide.PAGES:
        yield f"guide/{name}", "guide-rules.md" if name in ("rules", "mistakes") else "guide-fields.md", {"guide": name}
    groups = paging.sources(catalog)
    for group, ids in groups.items():
        yield f"sources/{group}", "sources.md", {"group": group, "groups": groups, "ids": ids}
    for folder, kind in KIND_OF.items():
        for id in catalog.data.records[folder]:
            yield f"{folder}/{id}", f"{kind}.md", {"folder": folder, "id": id}


def _head(view: View, template: str, context: dict) -> dict[str, str]:
    """Title and description of a page."""
    record, folder = context.get("record"), context.get("folder")
    if record is not None:
        title = view.say(record.name)
        other = getattr(record.name, view.other)
        shown = f"{title} ({other})" if isinstance(record, Person) and other != title and view.language == "en" else title
        shown = f"{title}（{other}）" if isinstance(record, Person) and other != title and view.language == "ja" else shown
        return {"title": shown, "description": opening(view.plain(record.summary), view.language)}
    if picture := context.get("picture"):
        return {"title": view.t(f"picture_{picture}"), "description": view.t(f"picture_{picture}_intro")}
    if name := context.get("guide"):
        return {"title": view.t(f"guide_{name}"), "description": view.t(f"guide_{name}_intro", guide.count(name))}
    if group := context.get("group"):
        shown = paging.source_name(group, view.t("others"))
        return {"title": f"{view.t('sources')}{view.t('colon')}{shown}", "description": view.t("sources_group", shown, len(context["ids"]))}
    if folder:
        title, number = view.t(folder), context.get("number", 1)
        if number == 1:
            return {"title": title, "description": list_intro(view, folder)}
        return {"title": view.t("page_of", title, number), "description": view.t("page_holds", title, number, *paging.ends(view.catalog, folder, view.language, number))}
    return {"title": view.t("site"), "description": view.t("tagline")}


def list_intro(view: View, folder: str) -> str:
    """The sentence that opens an index page, with its computed counts."""
    count = COUNTS.get(folder)
    return view.t(f"{folder}_intro", *(count(view.catalog, view.today) if count else ()))


def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["json"] = lambda text: json.dumps(str(text), ensure_ascii=False)
    environment.filters["first_sentence"] = first_sentence
    environment.globals.update(rel=relations, fresh=freshness, order=order, paging=paging, list_intro=list_intro, MANY=40, ledger=ledger, journeys=journeys, texts=texts, pictures=list(charts.PICTURES), Company=Company, Person=Person, Stage=Stage)
    environment.globals.update(charts.PICTURES, tables=tables)
    environment.filters.update(plainly=plainly, coded=coded, in_markdown=in_markdown)
    environment.globals.update(held=guide, fields_of=fields.of, example=fields.example, said_of=fields.said_of, json_keys=telling.KEYS, json_version=telling.VERSION)
    return environment


ENVIRONMENT = _environment()  # compiled templates are kept for all pages
