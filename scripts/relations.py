"""What follows from the records: who founded what, who left, who is connected with whom. Pure functions of the catalog."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import get_args

from . import dates, money
from .catalog import Catalog, once
from .lasting import lasting
from .model import Article, Claim, Company, CompanyPart, Correction, Deal, Dispute, Event, Person, PersonPart, Stage, Stint, Valuation

OPENAI = "openai"


def at_openai(person: Person) -> list[Stint]:
    """The person's stints at OpenAI, oldest first."""
    return [stint for stint in person.career if stint.org == OPENAI]


def main_post(person: Person) -> Stint | None:
    """The post at OpenAI that ended last, or goes on; a seat on the board only where there was no other."""
    posts = [stint for stint in at_openai(person) if stint.kind != "board"] or at_openai(person)
    return max(posts, key=lambda stint: (bool(stint.as_of), dates.last_day(stint.to or stint.left_by or stint.as_of)), default=None)


def has_left(person: Person) -> bool:
    """True for someone who had a post or board seat at OpenAI and has none now."""
    stints = at_openai(person)
    return bool(stints) and not any(stint.as_of for stint in stints)


def after_openai(person: Person) -> list[Stint]:
    """The stints that began after the person first left OpenAI."""
    stints = at_openai(person)
    if not stints or not (left := stints[0].to or stints[0].left_by):
        return []
    return [s for s in person.career if s.org != OPENAI and s.since and dates.last_day(s.since) >= dates.first_day(left)]


def founded(person: Person) -> list[str]:
    """Ids of the companies with a record that the person founded, OpenAI aside."""
    return [s.org for s in person.career if s.kind == "founder" and isinstance(s.org, str) and s.org != OPENAI]


def founded_after_openai(person: Person) -> list[str]:
    """Those founded once the person had been at OpenAI: what the atlas is about. Careers are written oldest first."""
    stints = at_openai(person)
    later = person.career[person.career.index(stints[0]) :] if stints else []
    return [s.org for s in later if s.kind == "founder" and isinstance(s.org, str) and s.org != OPENAI]


def founders(catalog: Catalog, company: str) -> list[tuple[str, Stint]]:
    """The founders who have a record, with their stint."""
    return [(id, stint) for id, stint in catalog.stints_at(company) if stint.kind == "founder"]


@once
def alumni_companies(catalog: Catalog) -> list[str]:
    """Ids of the companies founded by people who left OpenAI, once they had been there."""
    return [id for id in catalog.companies if founded_by_alumni(catalog, id)]


def founded_by_alumni(catalog: Catalog, company: str) -> bool:
    """True for one of them; asks of its own founders only."""
    return any(company in _founded(catalog, person) for person, _ in founders(catalog, company))


@lasting
def _founded(catalog: Catalog, id: str) -> list[str]:
    """Ids of the companies that someone who left OpenAI founded."""
    person = catalog.people[id]
    return list(founded_after_openai(person)) if has_left(person) else []


@lasting
def _left(catalog: Catalog, id: str) -> bool:
    return has_left(catalog.people[id])


def alumni_at(catalog: Catalog, company: str) -> list[tuple[str, Stint]]:
    """People with an OpenAI past who held a post at the company, founders aside."""
    return [(id, stint) for id, stint in catalog.stints_at(company) if stint.kind != "founder" and at_openai(catalog.people[id])]


def deals_of(catalog: Catalog, id: str) -> list[tuple[str, Deal]]:
    """Deals in which a company or person took part, with the company at whose record they stand, oldest first."""
    near = sorted({*catalog.mentioning(id, "companies"), *([id] if id in catalog.companies else [])})
    found = [(at, deal) for at in near for deal in catalog.companies[at].deals if at == id or id in deal.parties]
    return sorted(found, key=lambda pair: dates.first_day(pair[1].date))


def parts(catalog: Catalog, id: str) -> list[tuple[str, Stage, object | None, list[Event]]]:
    """Each stage in which a person or company took part: stage id, stage, its stated part or None, events."""
    found = []
    for stage_id, stage in _stages_with(catalog, id):
        stated = next((p for p in (*stage.people, *stage.companies) if id in (getattr(p, "person", ""), getattr(p, "company", ""))), None)
        events = [event for event in events_in_order(stage) if id in event.people or id in event.companies]
        if stated or events:
            found.append((stage_id, stage, stated, events))
    return found


def _stages_with(catalog: Catalog, id: str) -> list[tuple[str, Stage]]:
    """The stages whose records name an id, in order of time."""
    return sorted(((stage, catalog.stages[stage]) for stage in catalog.mentioning(id, "stages")), key=lambda pair: pair[1].order)


def events_in_order(stage: Stage) -> list[Event]:
    return sorted(stage.events, key=lambda event: dates.first_day(event.date))


def claims_about(catalog: Catalog, id: str) -> Iterator[tuple[str, Article, int, Claim]]:
    """The articles' claims about a person, company or stage: article id, article, number from 1, claim."""
    for article_id in catalog.mentioning(id, "articles"):
        article = catalog.articles[article_id]
        for number, claim in enumerate(article.claims, 1):
            if id in claim.about or id == claim.stage:
                yield article_id, article, number, claim


def near(catalog: Catalog, id: str) -> list[tuple[str, list[str]]]:
    """The network one step away from a person: organisations of the career, each with the people of the atlas who were there too.

    Of OpenAI only its founders count, and only for a founder: everybody was there.
    """
    found: dict[str, list[str]] = {}
    for stint in catalog.people[id].career:
        if not isinstance(stint.org, str) or stint.org in found or (stint.org == OPENAI and stint.kind != "founder"):
            continue
        held = founders(catalog, OPENAI) if stint.org == OPENAI else catalog.stints_at(stint.org)
        found[stint.org] = list(dict.fromkeys(other for other, _ in held if other != id))
    return list(found.items())


def met(catalog: Catalog, id: str) -> list[tuple[str, dict[str, int]]]:
    """People who took part in the same events as a person: id, and for each stage the number of those events; the closest first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for stage_id, stage in _stages_with(catalog, id):
        for event in stage.events:
            if id in event.people:
                for other in event.people:
                    found[other][stage_id] += 1
    found.pop(id, None)
    return sorted(found.items(), key=lambda pair: (-pair[1].total(), pair[0]))


def companies_near(catalog: Catalog, id: str) -> list[str]:
    """Companies one step away from a company: through a deal, a round or a founder."""
    company: Company = catalog.companies[id]
    near = [other for at, deal in deals_of(catalog, id) for other in (at, *deal.parties)]
    near += [investor for round_ in company.rounds for investor in round_.investors]
    near += [at for at in catalog.mentioning(id, "companies") if any(id in r.investors for r in catalog.companies[at].rounds)]
    near += [org for person, _ in founders(catalog, id) for org in founded(catalog.people[person])]
    return list(dict.fromkeys(one for one in near if one != id and isinstance(one, str) and one in catalog.companies))


def staff(catalog: Catalog, company: str) -> list[tuple[str, Stint]]:
    """Everyone with a stint at the company who did not found it."""
    return [(id, stint) for id, stint in catalog.stints_at(company) if stint.kind != "founder"]


def by_date(facts: list) -> list:
    """Facts with a date, oldest first."""
    return sorted(facts, key=lambda fact: dates.first_day(fact.date))


def latest_valuation(company: Company) -> Valuation | None:
    """The figure that the record leads with: the one it names, or the newest that is not mere talk, or the newest."""
    if company.leading_value:
        return next(value for value in company.valuations if value.id == company.leading_value)
    held = by_date([v for v in company.valuations if v.kind != "talks"] or company.valuations)
    return held[-1] if held else None


def dollars(value: Valuation) -> int | None:
    """A valuation in whole US dollars, at the upper end of a range; None in another currency."""
    parsed = money.parse(value.amount)
    return int(parsed.high) if parsed.currency == "USD" else None


def takers(stage: Stage, side: str) -> list[tuple[str, PersonPart | CompanyPart | None]]:
    """Who ("people") or which ("companies") took part in a stage: id and stated part, or None for those only in events."""
    stated = {getattr(part, "person", None) or part.company: part for part in getattr(stage, side)}
    named = dict.fromkeys(id for event in events_in_order(stage) for id in getattr(event, side))
    return [*stated.items(), *((id, None) for id in named if id not in stated)]


def beyond_articles(catalog: Catalog, stage: str) -> bool:
    """True for a stage that no article of the atlas tells: what came after it."""
    articles = [catalog.articles[id] for id in catalog.mentioning(stage, "articles")]
    return not any(stage in [held.stage for held in (*article.sections, *article.claims)] for article in articles)


def neighbours(catalog: Catalog, stage: str) -> tuple[str | None, str | None]:
    """Ids of the stages before and after."""
    ids = [None, *(span.id for span in catalog.spans), None]
    at = ids.index(stage)
    return ids[at - 1], ids[at + 1]


def numbered(article: Article, section: str) -> list[tuple[int, Claim]]:
    """The claims of one section with their numbers in the whole article, from 1."""
    return [(number, claim) for number, claim in enumerate(article.claims, 1) if claim.section == section]


def verdicts(article: Article) -> list[tuple[str, list[tuple[int, Claim]]]]:
    """The numbered claims under each verdict, in the schema's order."""
    found: dict[str, list[tuple[int, Claim]]] = {name: [] for name in get_args(Claim.model_fields["verdict"].annotation)}
    for number, claim in enumerate(article.claims, 1):
        found[claim.verdict].append((number, claim))
    return [(name, claims) for name, claims in found.items() if claims]


@once
def disputes(catalog: Catalog) -> list[tuple[str, list[Dispute]]]:
    """Record id and disputes of every record that has any: people, companies, then stages."""
    return [(id, record.disputes) for folder in ("people", "companies", "stages") for id, record in catalog.data.records[folder].items() if record.disputes]


@once
def corrections(catalog: Catalog) -> list[tuple[str, Correction]]:
    """Record id and correction of every note, the newest first."""
    held = [(id, one) for _, id, record in catalog.pages for one in getattr(record, "corrections", [])]
    return sorted(held, key=lambda pair: (pair[1].date, pair[0]), reverse=True)


def citing(catalog: Catalog, source: str) -> dict[str, list[str]]:
    """Which records cite a source, by folder; terms and claims count as their article."""
    places = catalog.citing(source)
    held = {folder: [id for where, id in places if where == folder] for folder in ("people", "companies", "stages", "articles")}
    return {folder: ids for folder, ids in held.items() if ids}


def citing_claims(catalog: Catalog, source: str, article: str) -> list[tuple[int, Claim]]:
    """The numbered claims of an article that are tested against a source."""
    return [(n, claim) for n, claim in enumerate(catalog.articles[article].claims, 1) if source in claim.sources]


@lasting
def counts(catalog: Catalog) -> dict[str, int]:
    """What the home page counts."""
    return {
        "left": sum(_left(catalog, id) for id in catalog.people),
        "founded": len(alumni_companies(catalog)),
        "people": len(catalog.people),
        "companies": len(catalog.companies),
        "events": sum(len(stage.events) for stage in catalog.stages.values()),
        "claims": sum(len(article.claims) for article in catalog.articles.values()),
        "sources": len(catalog.sources),
    }
