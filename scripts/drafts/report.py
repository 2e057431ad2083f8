"""What a filed form becomes: drafts of records, and for a correction the place and what is proposed there. Pure."""

import re
from dataclasses import dataclass, field, replace
from html import unescape
from urllib.parse import urlsplit

from .. import dates, proposals, telling
from ..catalog import Catalog
from ..labels.writing import WRITING
from ..model.base import URL_PATTERN
from ..parse import parse, read_text
from ..scalars import UNPRINTABLE
from ..scalars import written as scalar
from . import Draft, Refused, ids, names, person, source
from .filed import Filed
from .places import Place, fact_of, find

# an address in running text; Japanese marks end it, Japanese letters do not, for a path may hold them
ADDRESS = re.compile(r"(?:https?://|(?<![\w./@-])www\.)[^\s<>\"'`{}|\\^\u3001-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65…]+")
WHOLE = re.compile(URL_PATTERN)
PAGE = re.compile(r"(people|companies|stages|articles)/([^/#?\s]+?)(?:\.yml)?(?:[/#?]|$)")
MOST = 20  # addresses that are taken from one form
LONGEST = 2000
LONGEST_ADDRESS = 500


@dataclass
class Report:
    """Drafts of new records, and lines that tell an editor what else there is to know and do."""

    drafts: list[Draft] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def report(catalog: Catalog, filed: Filed, today: str, language: str) -> Report:
    """What a filed form becomes; the lines are in the editor's language. Raises Refused where it names what is not there or is there already."""
    made = Report()
    {"person": _person, "source": _source, "correction": _correction}[filed.kind](catalog, filed, today, language, made)
    if more := filed.values.get("more"):
        made.lines += [_say("more", language), *_quoted(more)]
    return made


def _person(catalog: Catalog, filed: Filed, today: str, language: str, made: Report) -> None:
    cited = _sources(catalog, filed, today, language, made)
    given = {"names": [name for name in (filed.line("name_en"), filed.line("name_ja")) if name], "reading": filed.line("reading")}
    for key in ("from", "to"):
        given[key] = _date(filed.line(key), key, language, made)
    org, side = filed.line("org"), filed.language
    known = _company(catalog, org)
    given |= {"org": known} if known else {f"org_{names.side(org)}": org}
    given |= {f"role_{side}": filed.line("role")}
    draft = person(catalog, given, today)
    stint = draft.content["career"][0]
    draft.content["summary"]["sources"], stint["sources"] = list(cited), list(cited)
    draft.content["reviewed"] = ""  # nobody has checked it yet
    if filed.line("to") and not given["to"]:
        del stint["as_of"]
        stint["to"] = ""
    made.drafts.append(replace(draft, words={("summary",): [_say("their-words", language), *_quoted(filed.values["about"])]}))


def _source(catalog: Catalog, filed: Filed, today: str, language: str, made: Report) -> None:
    given = {key: filed.line(key)[:LONGEST] for key in ("url", "publisher", "title")}
    found = _addresses(given["url"])
    if len(found) != 1:
        raise Refused("new/bad-url", proposals.address(given["url"]), url=telling.shortened(given["url"]))
    given |= {"url": found[0], "language": proposals.language(filed.line("language")), "published": _date(filed.line("published"), "published", language, made)}
    draft = _unread(source(catalog, given, today))
    made.drafts.append(draft)
    for page in filed.values["page"].split("\n")[:MOST]:
        if page.strip():
            kind, id, _ = _page(catalog, page)
            made.lines.append(_say("concerns", language, path=f"data/{kind}/{id}.yml", id=draft.id))
    made.lines += [_say("their-words", language), *_quoted(filed.values["about"])]


def _correction(catalog: Catalog, filed: Filed, today: str, language: str, made: Report) -> None:
    kind, id, anchor = _page(catalog, filed.line("page"))
    path, marks = f"data/{kind}/{id}.yml", {}
    text = read_text(catalog.data.root / path)
    content = parse(text, marks)
    right = filed.values["correct"][:LONGEST]
    found = find(content, marks, filed.values["statement"][:LONGEST], lambda id, side: _shown(catalog, id, side), anchor)
    made.lines.append(_say("correction" if found else "no-place", language, path=path))
    for place in _fitting(found, proposals.date(right))[:3]:
        made.lines.append(f"  {path}:{place.line} {'.'.join(map(str, place.loc))}")
        made.lines.append(f"    - {_of_key(place.loc, place.value)}")
        made.lines.append(f"    + {_of_key(place.loc, proposals.date(right) or ' '.join(right.split()))}")
    if found and (fact := fact_of(content, found[0].loc)) and f"{kind}/{id}#{fact}" in catalog.data.ledgers.get("published", {}):
        made.lines += [_say("published", language, fact=fact), f"    - {{date: {today}, kind: correction, fact: {fact}, text: {{ja: , en: }}}}"]
    if not found:
        made.lines += [_say("statement", language), *_quoted(filed.values["statement"]), _say("right", language), *_quoted(right)]
    for cited in _sources(catalog, filed, today, language, made):
        made.lines.append(_say("cite", language, id=cited))
    made.lines.append(_say("both-languages", language))
    if filed.line("relation"):
        made.lines.append(_say("relation", language, relation=telling.shortened(filed.line("relation"))))


def _fitting(found: list[Place], date: str) -> list[Place]:
    """The places for a proposal: for a date those of dates, for a text those of texts; where one is just what was copied, it alone."""
    fitting = [place for place in found if dates.is_written(place.value) == bool(date)] or found
    return fitting[:1] if fitting and fitting[0].alike == 1 else fitting


def _sources(catalog: Catalog, filed: Filed, today: str, language: str, made: Report) -> list[str]:
    """The ids of the pages that a form names; a draft for each that has no record yet."""
    cited: dict[str, None] = {}
    for url in _addresses(filed.values["source"]):
        if len(cited) == MOST:
            made.lines.append(_say("many", language, most=str(MOST)))
            break
        taken = {ids.same(draft.content["url"]): draft.id for draft in made.drafts}
        id = ids.of_page(catalog, url) or taken.get(ids.same(url), "")
        if not id:
            draft = _unread(source(catalog, {"url": url, "id": ids.of_source(catalog, url, "", "", taken.values())}, today))
            made.drafts.append(draft)
            id = draft.id
        cited[id] = None
    if not cited:
        made.lines += [_say("no-address", language), *_quoted(filed.values["source"])]
    elif re.search(r"\w{3}", _beside(filed.values["source"])):
        made.lines += [_say("beside", language), *_quoted(filed.values["source"])]
    return list(cited)


def _addresses(text: str) -> list[str]:
    """The addresses in a text, each once: without what closes a sentence, bracket or link behind it."""
    found = []
    for said in ADDRESS.findall(_unlinked(text)):
        url = said if "://" in said else f"https://{said}"
        while url[-1] in ".,;:!?*_~" or any(url[-1] == close and url.count(close) > url.count(open_) for open_, close in ("()", "[]")):
            url = url[:-1]
        if WHOLE.fullmatch(url) and len(url) <= LONGEST_ADDRESS:
            found.append(url)
    return list(dict.fromkeys(found))


def _unlinked(text: str) -> str:
    """A text whose Markdown links and character references stand as plain words."""
    return unescape(text).replace("](", "] ").replace(")[", ") [")


def _beside(text: str) -> str:
    """What a text says beside its addresses."""
    rest = _unlinked(text)
    for url in _addresses(text):
        rest = rest.replace(url, " ").replace(url.removeprefix("https://"), " ")
    return rest


def _unread(draft: Draft) -> Draft:
    """The draft of a source that no editor has read yet."""
    draft.content["accessed"] = ""
    return draft


def _page(catalog: Catalog, said: str) -> tuple[str, str, str]:
    """Folder, id and anchor of the record of a page, given by its address or its file. Raises Refused."""
    anchor = urlsplit(said.strip()).fragment if "://" in said else said.partition("#")[2]
    for kind, id in PAGE.findall(said):
        if id in catalog.data.records.get(kind, {}):
            return kind, id, anchor.strip()
    raise Refused("draft/no-page", page=telling.shortened(said))


def _shown(catalog: Catalog, id: str, language: str) -> str:
    """The name by which a text shows an id; the id itself for one without a record."""
    return getattr(catalog.name(id), language) if id in catalog.folder_of else id


def _company(catalog: Catalog, name: str) -> str:
    """The id of the company of that id or name; "" for none."""
    plain = name.casefold()
    for id, one in catalog.companies.items():
        if plain in (id, one.name.ja.casefold(), one.name.en.casefold(), *(variant.text.casefold() for variant in one.variants)):
            return id
    return ""


def _date(said: str, key: str, language: str, made: Report) -> str:
    """A date as records write it; what cannot be read is told and left open."""
    found = proposals.date(said)
    if said and not found:
        made.lines.append(_say("no-date", language, key=key, found=telling.shortened(said)))
    return found


def _of_key(loc: tuple, value: str) -> str:
    """A value with its key, as its line in the record would be."""
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    return f"{key}: {scalar(value, key)}"


def _quoted(text: str) -> list[str]:
    """What a stranger wrote, line by line, with nothing that a terminal or YAML would obey."""
    return [f"  | {UNPRINTABLE.sub(' ', line)[:LONGEST]}" for line in text.splitlines() if line.strip()][:100]


def _say(words: str, language: str, **said: str) -> str:
    return telling.say(WRITING[f"draft/{words}"], language, **said)
