"""Rules on ids: every one leads somewhere, and to one place only."""

from collections.abc import Iterator

from .. import ledger, refs
from ..catalog import Catalog
from ..model import Article, Claim, CompanyPart, Deal, Event, Part, PersonPart, Round, Source, Stint
from ..problem import Finding, Loc
from .common import add_or, near, parts, texts

PAGES = ("people", "companies", "stages", "articles")
# words that the pages use as anchors of their sections
SECTIONS = {"facts", "career", "founders", "alumni", "money", "deals", "story", "stages", "connections", "events", "people",
            "companies", "claims", "disputes", "sources", "terms", "top", "summary", "allegations", "corrections", "founded", "state"}


def unknown_id(catalog: Catalog) -> Iterator[Finding]:
    """Every id named in a field has its record."""
    for folder, id, record in catalog.records:
        for loc, wanted, kinds in _named_ids(catalog, record):
            if not _exists(catalog, wanted, kinds):
                yield Finding(folder, id, loc, f"there is no {' or '.join(kinds)} record '{wanted}'", add_or(catalog, wanted, kinds))


def unknown_reference(catalog: Catalog) -> Iterator[Finding]:
    """Every [[reference]] in prose and every 'see' leads to a record, and its #anchor to a fact there."""
    for folder, id, loc, ref in _references(catalog):
        if not _exists(catalog, ref.id, PAGES):
            yield Finding(folder, id, loc, f"'{ref.id}' leads nowhere", add_or(catalog, ref.id, PAGES))
        elif ref.anchor and ref.id in catalog.anchors and ref.anchor not in catalog.anchors[ref.id]:
            yield Finding(folder, id, loc, f"'{ref.id}' has no fact '{ref.anchor}'", "use the id of a fact in that record" + near(ref.anchor, catalog.anchors[ref.id]))


def broken_reference(catalog: Catalog) -> Iterator[Finding]:
    """Double brackets in prose are whole references: [[id]], [[id#fact]] or [[id|shown words]]."""
    for folder, id, loc, text in texts(catalog):
        for language in ("ja", "en"):
            rest = refs.REF.sub("", getattr(text, language))
            if "[[" in rest or "]]" in rest:
                yield Finding(folder, id, (*loc, language), "a reference is cut short", "write [[id]] or [[id|shown words]]")


def unequal_references(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text refer to the same records."""
    for folder, id, loc, text in texts(catalog):
        ja, en = ({piece.id for piece in refs.parse(said) if isinstance(piece, refs.Ref)} for said in (text.ja, text.en))
        if ja != en:
            odd = ", ".join(sorted(ja ^ en))
            yield Finding(folder, id, loc, f"only one language refers to {odd}", "refer to it in both, or in neither")


def self_reference(catalog: Catalog) -> Iterator[Finding]:
    """A record does not refer to itself as if to another."""
    for folder, id, record in catalog.records:
        for loc, wanted, _ in _named_ids(catalog, record):
            if wanted == id and not isinstance(record, (Article, Source)):
                yield Finding(folder, id, loc, f"'{id}' refers to itself", "name the other record, or remove this")
    for folder, id, loc, ref in _references(catalog):
        if ref.id == id and not ref.anchor:
            yield Finding(folder, id, loc, f"'{id}' links to its own page", "write the name without brackets")


def duplicate_id(catalog: Catalog) -> Iterator[Finding]:
    """No two of people, companies, stages, articles, terms and former ids share an id."""
    owners: dict[str, str] = {}
    for folder, id, record in catalog.records:
        if isinstance(record, Source):
            continue
        held = [((), id), *((("formerly", n), old) for n, old in enumerate(getattr(record, "formerly", [])))]
        held += [(("terms", n, "id"), term.id) for n, term in enumerate(getattr(record, "terms", []))]
        for loc, one in held:
            if one in owners:
                yield Finding(folder, id, loc, f"the id '{one}' is taken by {owners[one]}", "choose another id")
            owners.setdefault(one, f"data/{folder}/{id}.yml")


def address_kept(catalog: Catalog) -> Iterator[Finding]:
    """A published address never disappears: its record is there, or another has its id under 'formerly'."""
    held = ledger.addresses(catalog) | {f"{folder}/{old}" for folder, _, record in catalog.records for old in getattr(record, "formerly", [])}
    for address in sorted(catalog.data.ledgers.get("addresses", {})):
        folder, _, id = address.partition("/")
        if address not in held and id not in catalog.data.broken:
            yield Finding(folder, id, (), f"the page '{address}' was published and is gone", f"bring the record back, or add '{id}' to 'formerly' of the one that took its place")


def duplicate_fact_id(catalog: Catalog) -> Iterator[Finding]:
    """Within a record every fact has its own id, and none is the name of a page section."""
    for folder, id, record in catalog.records:
        seen: set[str] = set()
        for loc, part in catalog.walk(record):
            if not hasattr(part, "id"):
                continue
            if part.id in seen:
                yield Finding(folder, id, (*loc, "id"), f"the fact id '{part.id}' is used twice", "give each fact its own id")
            if part.id in SECTIONS:
                yield Finding(folder, id, (*loc, "id"), f"'{part.id}' is the anchor of a section of the page", "choose another id, like the organisation or event")
            seen.add(part.id)


def _references(catalog: Catalog) -> Iterator[tuple[str, str, Loc, refs.Ref]]:
    for folder, id, loc, text in texts(catalog):
        for language in ("ja", "en"):
            for piece in refs.parse(getattr(text, language)):
                if isinstance(piece, refs.Ref):
                    yield folder, id, (*loc, language), piece
    for folder, id, loc, claim in parts(catalog, (Claim,)):
        yield from ((folder, id, (*loc, "see", number), refs.target(place)) for number, place in enumerate(claim.see))


def _named_ids(catalog: Catalog, record: Part) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    """The ids that a record's fields name: place, id, the folders where it may be."""
    for loc, part in catalog.walk(record):
        if loc[-2:-1] == ("sources",) and isinstance(part, str):
            yield loc, part, ("sources",)
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
    return any(id in catalog.data.records[kind] for kind in kinds) or ("articles" in kinds and id in catalog.terms)
