"""New records: what is known is filled in, what is not stays empty, so that ``check`` names it. Pure; writes nothing.

A value that is still to be written is an empty one, never a word that a page could show.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .. import canonical, telling
from ..catalog import Catalog
from ..comments import Comment
from ..labels.messages import common
from ..labels.writing import WRITING
from ..model import Company, Part, Person, Source, Stage
from ..parse import parse
from ..problem import Loc
from ..rules.common import near
from . import ids, names
from .notes import notes

Given = dict[str, str | list[str]]  # what the editor gave, by the names of the command's options


class Refused(Exception):
    """A record that is not begun: the words of labels/writing for why and what to do, and what they speak of."""

    def __init__(self, words: str, near: str = "", **said: str) -> None:
        super().__init__(words)
        self.words, self.near, self.said = words, near, said

    def told(self, language: str) -> str:
        """The reason in one language."""
        near = telling.say(common.NEAR, language, self.near) if self.near else ""
        return telling.say(WRITING[self.words], language, near=near, **self.said)


@dataclass(frozen=True)
class Draft:
    """A new record: its kind, id and content, the places of values that were guessed, what is said of places besides."""

    kind: type[Part]
    id: str
    content: dict
    guessed: set[Loc] = field(default_factory=set)
    words: dict[Loc, list[str]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where it will be, from the project's root."""
        return f"data/{self.kind.folder}/{self.id}.yml"

    @property
    def open(self) -> list[str]:
        """The places that are still to be written."""
        return [".".join(map(str, loc)) for loc in _empty(parse(self.text("en", bare=True), {}), ())]

    def text(self, language: str, bare: bool = False) -> str:
        """The record as its file holds it, with comments in one language, or with none."""
        said = {} if bare else notes(self.kind, self.content, self.path, self.guessed, language)
        for loc, lines in self.words.items():
            said.setdefault(loc, Comment()).above += [f"# {line}" for line in lines]
        return canonical.write(self.content, self.kind, said)


def person(catalog: Catalog, given: Given, today: str) -> Draft:
    """A person with one stint. Raises Refused."""
    name = _name(catalog, Person, given)
    family = {side: given.get(f"family_{side}") or names.family(name[side], side) for side in name}
    id = _free_id(catalog, Person, given, name)
    stint = {"id": "", "org": _org(catalog, given), "kind": given.get("kind") or "", "role": _pair(given, "role"), "from": given.get("from") or "",
             **_end(given), "sources": _sources(catalog, given)}  # fmt: skip
    stint["id"] = stint["org"] if isinstance(stint["org"], str) else ids.of_name(stint["org"]["en"])
    if given.get("org") and not given.get("from"):
        del stint["from"]  # nothing is known of it, and it may stay away
    content = {"name": name, "family": family, "summary": _passage(catalog, given), "career": [stint], "reviewed": today}
    if given.get("reading") or names.needs_reading(family["ja"]):
        content["reading"] = given.get("reading") or ""
    return Draft(Person, id, content, {("family",)} if not (given.get("family_ja") and given.get("family_en")) else set())


def company(catalog: Catalog, given: Given, today: str) -> Draft:
    """An organisation with its state. Raises Refused."""
    name = _name(catalog, Company, given)
    cited = _sources(catalog, given)
    state = {"kind": given.get("state") or "", "as_of": given.get("as_of") or "", "sources": cited}
    content = {"name": name, "kind": given.get("kind") or "", "summary": _passage(catalog, given), "state": state, "reviewed": today}
    if given.get("founded"):
        content["founded"] = {"date": given["founded"], "sources": list(cited)}
    if given.get("reading") or names.needs_reading(name["ja"]):
        content["reading"] = given.get("reading") or ""
    return Draft(Company, _free_id(catalog, Company, given, name), content)


def stage(catalog: Catalog, given: Given, today: str) -> Draft:
    """A stage with one event. Raises Refused."""
    name, cited = _name(catalog, Stage, given), _sources(catalog, given)
    title = _pair(given, "event")
    event = {"id": ids.of_name(f"{title['en']} {(given.get('date') or '')[:4]}"), "date": given.get("date") or "", "title": title, "text": _pair(given, "text"), "sources": cited}
    order = given.get("order") or str(max((stage.order for stage in catalog.stages.values()), default=0) + 1)
    content = {"name": name, "order": order, "from": given.get("from") or "", "summary": _passage(catalog, given), "events": [event], "reviewed": today}
    content |= {key: given[key] for key in ("to", "reading") if given.get(key)}
    return Draft(Stage, _free_id(catalog, Stage, given, name), content, set() if given.get("order") else {("order",)})


def source(catalog: Catalog, given: Given, today: str) -> Draft:
    """A page. Publisher, language and kind are those of the host's other pages, where these agree. Raises Refused."""
    url = given["url"].strip()
    if known := ids.of_page(catalog, url):
        raise Refused("new/known-page", path=f"data/sources/{known}.yml", id=known)
    found = {key: given.get(key) or "" for key in ("publisher", "title", "language", "kind", "read")}
    guessed = set()
    for key in ("publisher", "language", "kind"):
        usual = Counter(getattr(one, key) for _, one in ids.beside(catalog, url)).most_common(1)
        if not found[key] and usual:
            found[key] = usual[0][0]
            guessed.add((key,))
    content = {"url": url, **found, "accessed": given.get("accessed") or today} | {key: given[key] for key in ("published", "archive") if given.get(key)}
    id = given.get("id") or ids.of_source(catalog, url, given.get("published") or "", given.get("title") or "")
    return Draft(Source, _free_id(catalog, Source, given | {"id": id}, {}), content, guessed)


def told(draft: Draft, language: str, bare: bool) -> list[str]:
    """What is said of a record that was begun: where it is, what is still to be written, what to do next."""
    def say(words: str, **said: str) -> str:
        return telling.say(WRITING[f"new/{words}"], language, **said)

    lines, joint = [say("written", path=draft.path)], telling.say(common.JOINT, language)
    if draft.open:
        lines.append(say("open", places=joint.join(draft.open)))
    if draft.guessed:
        lines.append(say("check", places=joint.join(sorted(".".join(map(str, loc)) for loc in draft.guessed))))
    steps = [say("step-fill", path=draft.path)] if draft.open else []
    steps += [say("step-id", path=draft.path), say("step-cite", id=draft.id)] if draft.kind is Source else [say("step-source")]
    steps += [say("step-founders")] if draft.kind is Company else []
    steps += [say("step-check"), *([] if bare else [say("step-bare", path=draft.path)])]
    return [*lines, say("next"), *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]


def _name(catalog: Catalog, kind: type[Part], given: Given) -> dict[str, str]:
    """The name in both languages, as given in any order."""
    try:
        name = names.sides(given["names"])
    except ValueError as error:
        raise Refused(f"new/two-names/{error}", names=" / ".join(given["names"])) from None
    for id, record in catalog.data.records[kind.folder].items():
        alike = [side for side in name if name[side] and names.same(name[side], getattr(record.name, side))]
        if alike and not given.get("id"):
            raise Refused("new/known-name", name=name[alike[0]], path=f"data/{kind.folder}/{id}.yml")
    return name


def _free_id(catalog: Catalog, kind: type[Part], given: Given, name: dict[str, str]) -> str:
    """The id that is asked for, or that the English name gives."""
    id = given.get("id") or ids.of_name(name.get("en", ""))
    if not id:
        raise Refused("new/no-id", name=name.get("en") or name.get("ja", ""))
    if id != ids.of_name(id):
        raise Refused("new/bad-id", near=ids.of_name(id), id=id)
    if owner := next(ids.owners(catalog, id, kind.folder), ""):
        words = "new/candidate" if owner.startswith("data/candidates/") else "new/taken"
        raise Refused(words, id=id, path=owner, free=ids.free(catalog, id, kind.folder))
    return id


def _org(catalog: Catalog, given: Given) -> str | dict[str, str]:
    """The organisation of a stint: an id, or a name in both languages for one without a record."""
    if given.get("org_ja") or given.get("org_en"):
        return _pair(given, "org")
    org = given.get("org") or ""
    if org and org not in catalog.companies:
        raise Refused("new/no-company", id=org, near=near(org, catalog.companies))
    return org


def _sources(catalog: Catalog, given: Given) -> list[str]:
    """The sources that the editor named; each must have its record."""
    for id in given.get("source") or []:
        if id not in catalog.sources:
            raise Refused("new/no-source", id=id, near=near(id, catalog.sources))
    return list(given.get("source") or [])


def _end(given: Given) -> dict[str, str]:
    """How a stint ends, by the one key that says it; open until one is given."""
    return next(({key: given[key]} for key in ("to", "left_by", "as_of") if given.get(key)), {"as_of": ""})


def _pair(given: Given, key: str) -> dict[str, str]:
    return {side: given.get(f"{key}_{side}") or "" for side in ("ja", "en")}


def _passage(catalog: Catalog, given: Given) -> dict:
    return _pair(given, "summary") | {"sources": _sources(catalog, given)}


def _empty(value: object, loc: Loc) -> Iterator[Loc]:
    """The places of empty values below one."""
    if value in ("", [], {}):
        yield loc
    for key, held in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _empty(held, (*loc, key))
