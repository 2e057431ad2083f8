"""Rules on ids: every one leads somewhere, and to one place only."""

import re
from collections.abc import Iterator

from .. import ledger, proposals, refs
from ..catalog import Catalog
from ..model import Article, Claim, CompanyPart, Deal, Event, Part, PersonPart, Round, Source, Stage, Stint, Text
from ..problem import Finding, Loc, Mend, Mistake, mistake
from .common import instead, near, parts, records, sides, texts

PAGES = ("people", "companies", "stages", "articles")
# words that the pages use as anchors of their sections
SECTIONS = {"facts", "career", "founders", "alumni", "money", "deals", "story", "stages", "connections", "events", "people",
            "companies", "claims", "disputes", "sources", "terms", "top", "summary", "allegations", "corrections", "founded", "state"}
# references in full-width brackets, with a full-width bar, in single brackets
ODD = re.compile(r"［［(?P<id>[a-z0-9-]+)(?P<rest>[^［］]*)］］|\[\[(?P<barred>[a-z0-9-]+)｜(?P<words>[^\[\]]*)\]\]|(?<!\[)\[(?P<single>[a-z0-9-]+)\](?!\])")
HALF = re.compile(r"\[\[([^\[\]]+)\](?!\])|(?<!\[)\[([^\[\]]+)\]\]")  # a reference that lacks one bracket


def unknown_id(catalog: Catalog) -> Iterator[Finding]:
    """Every id named in a field has its record."""
    for folder, id, record in records(catalog):
        for loc, wanted, kinds in _named_ids(catalog, record):
            if not _exists(catalog, wanted, kinds):
                yield Finding(folder, id, loc, _unknown(catalog, "unknown-id", loc, wanted, kinds))


def unknown_reference(catalog: Catalog) -> Iterator[Finding]:
    """Every [[reference]] in prose and every 'see' leads to a record, and its #anchor to a fact there."""
    for folder, id, loc, ref, prose in _references(catalog):
        if not _exists(catalog, ref.id, PAGES):
            yield Finding(folder, id, loc, _unknown(catalog, "unknown-reference", loc, ref.id, PAGES, prose))
        elif ref.anchor and ref.id in catalog.folder_of and ref.id not in catalog.terms and ref.anchor not in catalog.anchors(ref.id):
            facts = catalog.anchors(ref.id)
            close = near(ref.anchor, facts)
            mends = instead(loc, close and prose.replace(f"#{ref.anchor}", f"#{close}"))
            wrong = mistake("unknown-reference/fact", *mends, found=ref.anchor, id=ref.id, facts=tuple(sorted(facts)) or ("—",), near=close, cause=f"fact {ref.id} {ref.anchor}")
            yield Finding(folder, id, loc, wrong)


def broken_reference(catalog: Catalog) -> Iterator[Finding]:
    """Double brackets in prose are whole references: [[id]], [[id#fact]] or [[id|shown words]]."""
    for folder, id, loc, text in texts(catalog):
        for language in ("ja", "en"):
            prose, place = getattr(text, language), (*loc, language)
            rest = refs.REF.sub("", prose)
            if odd := [found for found in ODD.finditer(prose) if _id(found) in catalog.folder_of]:
                plain = ODD.sub(lambda found: _ordinary(found) if _id(found) in catalog.folder_of else found[0], prose)
                yield Finding(folder, id, place, mistake("broken-reference/signs", Mend(place, plain), found=odd[0][0]))
            elif "[[" in rest or "]]" in rest:
                whole = HALF.sub(lambda found: f"[[{found[1] or found[2]}]]", prose)
                cut = max(rest.find("[["), rest.find("]]") - 30, 0)
                yield Finding(folder, id, place, mistake("broken-reference", *instead(place, whole if whole != prose else ""), found=rest[cut : cut + 32].strip()))


def _id(found: re.Match) -> str:
    return found["id"] or found["barred"] or found["single"]


def _ordinary(found: re.Match) -> str:
    return f"[[{_id(found)}|{found['words']}]]" if found["barred"] else f"[[{_id(found)}{found['rest'] or ''}]]".replace("｜", "|")


def unequal_references(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text refer to the same records."""
    for folder, id, loc, text in texts(catalog):
        ja, en = ({piece.id for piece in refs.parse(said) if isinstance(piece, refs.Ref)} for said in (text.ja, text.en))
        if ja != en:
            case, said = sides(sorted(ja - en), sorted(en - ja))
            yield Finding(folder, id, loc, mistake(f"unequal-references/{case}", *_linked(catalog, loc, text, ja, en), **said))


def self_reference(catalog: Catalog) -> Iterator[Finding]:
    """A record does not refer to itself as if to another."""
    for folder, id, record in records(catalog):
        for loc, wanted, _ in _named_ids(catalog, record):
            if wanted == id and not isinstance(record, (Article, Source)):
                yield Finding(folder, id, loc, mistake("self-reference/field", found=id))
    for folder, id, loc, ref, prose in _references(catalog):
        if ref.id == id and not ref.anchor:
            plain = prose.replace(f"[[{id}]]", getattr(catalog.name(id), str(loc[-1]), id)).replace(f"[[{id}|{ref.shown}]]", ref.shown)
            yield Finding(folder, id, loc, mistake("self-reference/link", *instead(loc, plain), found=id))


def duplicate_id(catalog: Catalog) -> Iterator[Finding]:
    """No two of people, companies, stages, articles, terms and former ids share an id."""
    owners: dict[str, str] = {}
    claims = [("record", folder, id, (), id) for folder, id in catalog.data.digests if folder != "sources"]
    claims += [("term", folder, id, ("terms", n, "id"), term.id) for folder, id, record in catalog.having("terms") for n, term in enumerate(record.terms)]
    claims += [("formerly", folder, id, ("formerly", n), old) for folder, id, record in catalog.having("formerly") for n, old in enumerate(record.formerly)]
    for case, folder, id, loc, one in claims:
        if one in owners:
            yield Finding(folder, id, loc, mistake(f"duplicate-id/{case}", found=one, owner=owners[one]))
        owners.setdefault(one, f"data/{folder}/{id}.yml")


def source_once(catalog: Catalog) -> Iterator[Finding]:
    """A fact cites a source once."""
    for folder, id, loc, part in parts(catalog, (Part,)):
        held = getattr(part, "sources", None) or []
        if twice := next((one for one in held if held.count(one) > 1), ""):
            place = (*loc, "sources")
            yield Finding(folder, id, place, mistake("source-once", Mend(place, f"[{', '.join(dict.fromkeys(held))}]", "yaml"), found=twice))


def address_kept(catalog: Catalog) -> Iterator[Finding]:
    """A published address never disappears: its record is there, or another has its id under 'formerly'."""
    published = catalog.data.ledgers.get("addresses", {})
    held = ledger.addresses(catalog) | {f"{folder}/{old}" for folder, _, record in catalog.having("formerly") for old in record.formerly}
    for address in sorted(published):
        folder, _, id = address.partition("/")
        if address not in held and id not in catalog.data.broken:
            new = [other for other in catalog.data.records.get(folder, {}) if f"{folder}/{other}" not in published]
            yield Finding(folder, id, (), mistake("address-kept", found=address, id=id, near=near(id, new), cause=f"record {id}"))


def duplicate_fact_id(catalog: Catalog) -> Iterator[Finding]:
    """Within a record every fact has its own id, and none is the name of a page section."""
    for folder, id, record in records(catalog):
        seen: set[str] = set()
        for loc, part in catalog.walk(record):
            if not hasattr(part, "id"):
                continue
            place = (*loc, "id")
            if part.id in seen:
                free = next(f"{part.id}-{n}" for n in range(2, 1000) if f"{part.id}-{n}" not in catalog.anchors(id))
                yield Finding(folder, id, place, mistake("duplicate-fact-id/twice", Mend(place, free), found=part.id))
            if part.id in SECTIONS:
                yield Finding(folder, id, place, mistake("duplicate-fact-id/section", Mend(place, f"{id}-{part.id}"), found=part.id))
            seen.add(part.id)


def duplicate_part(catalog: Catalog) -> Iterator[Finding]:
    """A stage says of a person or organisation only once what it did in it: one part each is shown."""
    for folder, id, record in records(catalog):
        for field, name in (("people", "person"), ("companies", "company")):
            seen: set[str] = set()
            for number, part in enumerate(getattr(record, field) if isinstance(record, Stage) else ()):
                one = getattr(part, name)
                if one in seen:
                    yield Finding(folder, id, (field, number, name), mistake("duplicate-part", found=one))
                seen.add(one)


def _unknown(catalog: Catalog, rule: str, loc: Loc, wanted: str, kinds: tuple[str, ...], prose: str = "") -> Mistake:
    """What is said of an id without a record; ``prose`` is the whole text that holds the reference."""
    source, cause = kinds == ("sources",), f"{'source' if kinds == ('sources',) else 'record'} {wanted}"

    def mends(right: str) -> tuple[Mend, ...]:
        place = r"(?<=\[\[)" if f"[[{wanted}" in prose else "^"
        return instead(loc, re.sub(rf"{place}{re.escape(wanted)}(?![a-z0-9-])", right, prose, count=1) if right and prose else right)

    now = next((id for _, id, record in catalog.having("formerly") if wanted in record.formerly), "")
    if now and not source:
        return mistake(f"{rule}/renamed", *mends(now), found=wanted, now=now, near=now, cause=cause)
    if rule == "unknown-reference" and wanted in catalog.sources:
        return mistake(f"{rule}/source", found=wanted)
    if wanted in catalog.candidates and not source:
        return mistake(f"{rule}/candidate", found=wanted, file=f"data/candidates/{wanted}.yml", cause=cause)
    if wanted in catalog.folder_of and not source:
        return mistake(f"{rule}/kind", found=wanted, kind=(catalog.folder_of[wanted],), kinds=kinds)
    known = {other for kind in kinds for other in catalog.data.records[kind]} | (set(catalog.terms) if "articles" in kinds else set())
    close = _named(catalog, wanted, known) or near(proposals.id(wanted) or wanted, known)
    return mistake(rule, *mends(close), found=wanted, kinds=kinds, file=f"data/{kinds[0]}/{proposals.id(wanted) or 'ID'}.yml", near=close, cause=cause)


def _named(catalog: Catalog, name: str, known: set[str]) -> str:
    """The id of the person or company that a name stands for; "" for none."""
    return next((id for id, sides in catalog.names.items() if id in known and name in [one for side in sides if side for one in side.values()]), "")


def _linked(catalog: Catalog, loc: Loc, text: Text, ja: set[str], en: set[str]) -> tuple[Mend, ...]:
    """Where the one reference that a side lacks stands there as a plain name: the text with the link."""
    if len(ja ^ en) != 1:
        return ()
    id, side = next(iter(ja ^ en)), "en" if ja - en else "ja"
    name = getattr(catalog.name(id), side) if id in catalog.folder_of else ""
    prose = getattr(text, side)
    return instead((*loc, side), prose.replace(name, f"[[{id}]]") if name and prose.count(name) == 1 else "")


def _references(catalog: Catalog) -> Iterator[tuple[str, str, Loc, refs.Ref, str]]:
    """Every reference in prose and in 'see': folder, record id, place, the reference, the text that holds it."""
    for folder, id, loc, text in texts(catalog):
        for language in ("ja", "en"):
            prose = getattr(text, language)
            yield from ((folder, id, (*loc, language), piece, prose) for piece in refs.parse(prose) if isinstance(piece, refs.Ref))
    for folder, id, loc, claim in parts(catalog, (Claim,)):
        yield from ((folder, id, (*loc, "see", number), refs.target(place), place) for number, place in enumerate(claim.see))


def _named_ids(catalog: Catalog, record: Part) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    """The ids that a record's fields name: place, id, the folders where it may be."""
    for loc, part in catalog.walk(record):
        if not isinstance(part, Part):
            if loc[-2:-1] == ("sources",) and isinstance(part, str):
                yield loc, part, ("sources",)
            continue
        match part:
            case Stint(org=str(id)):
                yield (*loc, "org"), id, ("companies",)
            case PersonPart():
                yield (*loc, "person"), part.person, ("people",)
            case CompanyPart():
                yield (*loc, "company"), part.company, ("companies",)
            case Event():
                yield from (((*loc, "people", n), id, ("people",)) for n, id in enumerate(part.people))
                yield from (((*loc, "companies", n), id, ("companies",)) for n, id in enumerate(part.companies))
            case Deal() | Round():
                key = "parties" if isinstance(part, Deal) else "investors"
                yield from (((*loc, key, n), id, ("companies", "people")) for n, id in enumerate(getattr(part, key)) if isinstance(id, str))
            case Claim():
                yield from (((*loc, "about", n), id, ("people", "companies", "articles")) for n, id in enumerate(part.about))
                if part.stage:
                    yield (*loc, "stage"), part.stage, ("stages",)
            case Article():
                yield (*loc, "source"), part.source, ("sources",)
                yield from (((*loc, "sections", n, "stage"), s.stage, ("stages",)) for n, s in enumerate(part.sections) if s.stage)


def _exists(catalog: Catalog, id: str, kinds: tuple[str, ...]) -> bool:
    if id in catalog.data.broken:
        return True  # its file has its own problem
    if "articles" in kinds and (id in catalog.terms or "articles" in catalog.data.broken_folders):  # it may be a term there
        return True
    return any(id in catalog.data.records[kind] for kind in kinds)
