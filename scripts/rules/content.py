"""Rules on what a record says: its dates, texts, claims, disputes and sources."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .. import dates, parity, refs
from ..catalog import Catalog
from ..model import Company, Dispute, Person, Stage, Stint
from ..problem import Finding, Loc
from .common import near, parts, texts

KANA = re.compile(r"^[\u3040-\u30ff\s=]+$")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def end_before_start(catalog: Catalog) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for folder, id, loc, part in parts(catalog, (Stint, Stage)):
        end = part.to or getattr(part, "left_by", None) or getattr(part, "as_of", None)
        if part.since and end and dates.last_day(end) < dates.first_day(part.since):
            key = next(key for key in ("to", "left_by", "as_of") if getattr(part, key, None))
            yield Finding(folder, id, (*loc, key), f"the end {end} is before the start {part.since}", "correct one of the two dates")


def career_in_order(catalog: Catalog) -> Iterator[Finding]:
    """A career is written oldest stint first."""
    for id, person in catalog.people.items():
        dated = [(number, stint.since) for number, stint in enumerate(person.career) if stint.since]
        for (_, before), (number, since) in pairwise(dated):
            if dates.last_day(since) < dates.first_day(before):
                yield Finding("people", id, ("career", number, "from"), f"it began in {since}, before the one above ({before})", "put the stints in order of time")


def one_end(catalog: Catalog) -> Iterator[Finding]:
    """A stint has one end: 'to', 'left_by', or, while it goes on, 'as_of'."""
    for folder, id, loc, stint in parts(catalog, (Stint,)):
        given = [key for key in ("to", "left_by", "as_of") if getattr(stint, key)]
        if len(given) != 1:
            what = f"it has {' and '.join(given)}" if given else "it has no end and no as_of"
            yield Finding(folder, id, loc, what, "give 'to' if it ended, 'left_by' if only that is known, 'as_of' if it goes on")


def event_in_stage(catalog: Catalog) -> Iterator[Finding]:
    """An event lies within the dates of its stage."""
    for id, stage in catalog.stages.items():
        for number, event in enumerate(stage.events):
            early = dates.last_day(event.date) < dates.first_day(stage.since)
            late = stage.to and dates.first_day(event.date) > dates.last_day(stage.to)
            if early or late:
                yield Finding("stages", id, ("events", number, "date"), f"{event.date} is outside the stage ({stage.since} to {stage.to or 'now'})", "move the event or widen the stage")


def distinct_order(catalog: Catalog) -> Iterator[Finding]:
    """No two stages have the same place in the order."""
    taken: dict[int, str] = {}
    for id, stage in catalog.stages.items():
        if stage.order in taken:
            yield Finding("stages", id, ("order",), f"'{taken[stage.order]}' is number {stage.order} too", "number the stages 1, 2, 3 …")
        taken.setdefault(stage.order, id)


def reading_of_name(catalog: Catalog) -> Iterator[Finding]:
    """A Japanese name that is not all kana has a reading in hiragana, for the 五十音 order."""
    for folder, id, _, record in parts(catalog, (Person, Company)):
        name = record.family.ja if isinstance(record, Person) else record.name.ja
        if not KANA.match(name) and not record.reading:
            yield Finding(folder, id, ("name", "ja"), f"'{name}' is not all kana and has no reading", "add 'reading:' in hiragana")


def text_in_its_language(catalog: Catalog) -> Iterator[Finding]:
    """English text holds no Japanese characters, and Japanese prose holds some."""
    for folder, id, loc, text in texts(catalog):
        if JAPANESE.search(text.en):
            yield Finding(folder, id, (*loc, "en"), "the English text holds Japanese characters", "write it in English")
        if len(text.ja) > 40 and not JAPANESE.search(text.ja):
            yield Finding(folder, id, (*loc, "ja"), "the Japanese text holds no Japanese", "write it in Japanese")


def equal_numbers(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text state the same numbers, amounts and months; a small number may be spelled out."""
    for folder, id, loc, text in texts(catalog):
        sides = zip(("ja", "en"), parity.unequal(refs.shown(text.ja), refs.shown(text.en)), strict=True)
        odd = [f"only '{language}' states " + ", ".join(f"{number:,f}" for number in sorted(numbers)) for language, numbers in sides if numbers]
        if odd:
            yield Finding(folder, id, (*loc, "en"), "; ".join(odd), "state the same figures and dates in both")


def equal_names(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text name the same people and companies of the atlas; only the record's own subject may be a pronoun."""
    forms = {language: catalog.prose_names(language) for language in ("ja", "en")}
    found, same = {language: parity.name_patterns(forms[language]) for language in forms}, parity.namesakes(*forms.values())
    for folder, id, loc, text in texts(catalog):
        named = {language: {same[one] for one in parity.names(getattr(text, language), found[language])} - {same.get(id)} for language in forms}
        odd = [f"only '{language}' names " + ", ".join(sorted(named[language] - named[other]))
               for language, other in (("ja", "en"), ("en", "ja")) if named[language] - named[other]]  # fmt: skip
        if odd:
            yield Finding(folder, id, (*loc, "en"), "; ".join(odd), "name the same people and companies in both")


def claim_tested(catalog: Catalog) -> Iterator[Finding]:
    """A claim of fact is tested against a source besides the article itself; its section exists."""
    for id, article in catalog.articles.items():
        sections = {section.id for section in article.sections}
        for number, claim in enumerate(article.claims):
            loc: Loc = ("claims", number)
            if claim.section not in sections:
                yield Finding("articles", id, (*loc, "section"), f"there is no section '{claim.section}'", "use one of " + ", ".join(sorted(sections)))
            if claim.verdict != "opinion" and not set(claim.sources) - {article.source}:
                yield Finding("articles", id, loc, "no source besides the article was weighed", "add 'sources:', or set the verdict to opinion if it is one")


def dispute_about_a_fact(catalog: Catalog) -> Iterator[Finding]:
    """A dispute names a fact of its record, and at most one account leads."""
    for folder, id, loc, dispute in parts(catalog, (Dispute,)):
        if dispute.about and dispute.about not in catalog.anchors[id]:
            yield Finding(folder, id, (*loc, "about"), f"there is no fact '{dispute.about}' in this record", "use the id of a fact here" + near(dispute.about, catalog.anchors[id]))
        if sum(account.leads for account in dispute.accounts) > 1:
            yield Finding(folder, id, (*loc, "accounts"), "more than one account leads", "set 'leads: true' on one at most")


def seen_in_japanese(catalog: Catalog) -> Iterator[Finding]:
    """A Japanese form of a name is seen in Japanese sources."""
    for id, person in catalog.people.items():
        for number, source in enumerate(person.seen.sources if person.seen else ()):
            if source in catalog.sources and catalog.sources[source].language != "ja":
                yield Finding("people", id, ("seen", "sources", number), f"'{source}' is not a Japanese source", "name a Japanese source, or remove 'seen' if the form is ours")


def leading_value_known(catalog: Catalog) -> Iterator[Finding]:
    """The value that a company leads with is one of its valuations."""
    for id, company in catalog.companies.items():
        held = [value.id for value in company.valuations]
        if company.leading_value and company.leading_value not in held:
            yield Finding("companies", id, ("leading_value",), f"there is no valuation '{company.leading_value}' here", "use the id of a valuation in this record" + near(company.leading_value, held))


def distinct_url(catalog: Catalog) -> Iterator[Finding]:
    """One page has one source record."""
    first: dict[str, str] = {}
    for id, source in catalog.sources.items():
        if source.url in first:
            yield Finding("sources", id, ("url",), f"data/sources/{first[source.url]}.yml has the same address", "cite that record and remove this one")
        first.setdefault(source.url, id)


def used_source(catalog: Catalog) -> Iterator[Finding]:
    """Every source is cited somewhere."""
    if catalog.data.broken:
        return  # the record that cites it may be one that did not load
    for id in catalog.sources:
        if id not in catalog.citations:
            yield Finding("sources", id, (), "no record cites this source", "cite it, or remove the file")
