"""How well the facts are borne out: what a strong source is, and the counts of `python -m scripts stats`."""

from collections import Counter
from collections.abc import Iterable

from .catalog import Catalog
from .model import Claim, Person, Record, Seen, Source, Variant

STRONG = ("primary", "press", "court")  # the rest are copies, digests and reference works


def is_strong(source: Source) -> bool:
    """True for a source that speaks for itself: the person or company, a news outlet on its own site, a court."""
    return source.kind in STRONG


def has_strong(catalog: Catalog, sources: Iterable[str]) -> bool:
    """True where at least one of the cited sources is strong."""
    return any(is_strong(catalog.sources[id]) for id in sources)


def cited_facts(catalog: Catalog) -> list[tuple[str, str, list[str]]]:
    """Every statement that must be borne out: folder, record id, ids of the sources it cites.

    An article's claims count with what they were weighed against; a claim that is an opinion may cite none.
    """
    found = []
    for folder, id, _, part in catalog.facts():
        if isinstance(part, Claim):
            own = {catalog.articles[id].source}
            found.append((folder, id, [source for source in part.sources if source not in own] or [catalog.articles[id].source]))
        elif not isinstance(part, (Variant, Seen)):
            found.append((folder, id, part.sources))
    return found


def voices(catalog: Catalog, folder: str, id: str) -> set[str]:
    """The publishers that a record rests on; a re-post or digest speaks with the voice of the outlet that it copies."""
    cited = [catalog.sources[value] for value, places in catalog.citations.items() if any(place[:2] == (folder, id) for place in places)]
    return {(source.original.publisher if source.original else source.publisher).casefold() for source in cited}


def stats(catalog: Catalog) -> dict[str, object]:
    """Counts of facts and sources, for people and for the records of the atlas."""
    facts = cited_facts(catalog)
    claims = [claim for article in catalog.articles.values() for claim in article.claims]
    tested = [claim for claim in claims if claim.verdict != "opinion"]
    kinds = Counter(source.kind for source in catalog.sources.values())
    return {
        "records": {folder: len(held) for folder, held in catalog.data.records.items()},
        "events": sum(len(stage.events) for stage in catalog.stages.values()),
        "facts": len(facts),
        "facts cited": sum(bool(sources) for _, _, sources in facts),
        "facts with a strong source": sum(has_strong(catalog, sources) for _, _, sources in facts),
        "facts with two sources or more": sum(len(sources) > 1 for _, _, sources in facts),
        "people with two independent sources or more": sum(len(voices(catalog, "people", id)) > 1 for id in catalog.people),
        "Japanese names of people": dict(Counter(_japanese_name(catalog, person) for person in catalog.people.values()).most_common()),
        "sources by kind": dict(kinds.most_common()),
        "sources by language": dict(Counter(source.language for source in catalog.sources.values()).most_common()),
        "sources by what was read": dict(Counter(source.read for source in catalog.sources.values()).most_common()),
        "claims of articles": len(claims),
        "claims by verdict": dict(Counter(claim.verdict for claim in claims).most_common()),
        "claims of fact with another source": sum(bool(set(claim.sources) - _own(catalog)) for claim in tested),
        "disputes": sum(len(record.disputes) for _, _, record in catalog.records if isinstance(record, Record)),
    }


def _japanese_name(catalog: Catalog, person: Person) -> str:
    if not person.seen:
        return "transliterated here"
    return "seen in the Japanese press" if has_strong(catalog, person.seen.sources) else "seen in a copy or digest of it"


def _own(catalog: Catalog) -> set[str]:
    return {article.source for article in catalog.articles.values()}
