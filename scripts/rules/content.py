"""Rules on what a record says: its dates, texts, claims, disputes and sources."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from .. import dates, fields, parity, refs
from ..catalog import Catalog
from ..model import Article, Company, Dispute, Part, Person, Source, Stage, Stint
from ..problem import Finding, Loc, Mend, mistake
from .common import IN_JAPANESE, instead, near, parts, records, sides, texts

MARKUP = re.compile(r"</?[a-zA-Z][^<]*>|\*\*|`|\]\([^)]*\)?|\{\{|\{%|&(?:#\w+|[A-Za-z]\w{1,8});|^#{1,6} |^[-*] |https?://\S+|www\.\S+")


def end_before_start(catalog: Catalog) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for folder, id, loc, part in parts(catalog, (Stint, Stage)):
        end = part.to or getattr(part, "left_by", None) or getattr(part, "as_of", None)
        if part.since and end and dates.last_day(end) < dates.first_day(part.since):
            key = next(key for key in ("to", "left_by", "as_of") if getattr(part, key, None))
            turned = (Mend((*loc, "from"), end, idea=True), Mend((*loc, key), part.since, idea=True))
            yield Finding(folder, id, (*loc, key), mistake("end-before-start", *turned, found=end, start=part.since))


def not_in_future(catalog: Catalog) -> Iterator[Finding]:
    """What a record states has happened; only the beginning and end of a post and the end of a stage may be yet to come."""
    tomorrow = (dates.today() + datetime.timedelta(days=1)).timetuple()[:3]  # east of here it is
    for folder, id, loc, part in parts(catalog, (Part,)):
        for key, name in _dated(type(part)).items():
            if (found := getattr(part, name)) and dates.first_day(found) > tomorrow:
                yield Finding(folder, id, (*loc, key), mistake("not-in-future", found=found, field=key))


@cache
def _dated(kind: type[Part]) -> dict[str, str]:
    """The keys of a part that hold the date of something past, with the names of their fields."""
    later, names = {Stint: ("from", "to"), Stage: ("to",)}.get(kind, ()), {info.alias or name: name for name, info in kind.model_fields.items()}
    return {field.key: names[field.key] for field in fields.of(kind) if field.form == "date" and field.key not in later}


def read_since_published(catalog: Catalog) -> Iterator[Finding]:
    """A page is read on the day of its publication or later."""
    for folder, id, source in records(catalog, Source):
        if source.published and dates.last_day(source.accessed) < dates.first_day(source.published):
            yield Finding(folder, id, ("accessed",), mistake("read-since-published", found=source.accessed, published=source.published))


def career_in_order(catalog: Catalog) -> Iterator[Finding]:
    """A career is written oldest post first."""
    for folder, id, person in records(catalog, Person):
        dated = [(number, stint) for number, stint in enumerate(person.career) if stint.since]
        for (_, above), (number, stint) in pairwise(dated):
            if dates.last_day(stint.since) < dates.first_day(above.since):
                wrong = mistake("career-in-order", found=stint.since, stint=stint.id, above=above.id, before=above.since)
                yield Finding(folder, id, ("career", number, "from"), wrong)


def one_end(catalog: Catalog) -> Iterator[Finding]:
    """A post has one end: 'to', 'left_by', or, while it goes on, 'as_of'."""
    for folder, id, loc, stint in parts(catalog, (Stint,)):
        given = [key for key in ("to", "left_by", "as_of") if getattr(stint, key)]
        if len(given) != 1:
            if given:
                yield Finding(folder, id, (*loc, given[1]), mistake("one-end/several", found=stint.id, keys=tuple(given)))
            else:
                yield Finding(folder, id, loc, mistake("one-end/none", Mend(loc, f"as_of: {max('2024-06', stint.since or '')}", "add", idea=True, after="from"), found=stint.id))


def event_in_stage(catalog: Catalog) -> Iterator[Finding]:
    """An event lies within the dates of its stage."""
    for folder, id, stage in records(catalog, Stage):
        for number, event in enumerate(stage.events):
            early = dates.last_day(event.date) < dates.first_day(stage.since)
            late = stage.to and dates.first_day(event.date) > dates.last_day(stage.to)
            if early or late:
                wrong = mistake("event-in-stage", found=event.date, start=stage.since, end=stage.to or "—", cause=f"stage {id}")
                yield Finding(folder, id, ("events", number, "date"), wrong)


def distinct_order(catalog: Catalog) -> Iterator[Finding]:
    """No two stages have the same place in the order."""
    taken: dict[int, str] = {}
    for id, stage in catalog.stages.items():
        if stage.order in taken:
            free = next(n for n in range(1, len(catalog.stages) + 2) if n not in {one.order for one in catalog.stages.values()})
            yield Finding("stages", id, ("order",), mistake("distinct-order", Mend(("order",), str(free)), found=str(stage.order), other=taken[stage.order]))
        taken.setdefault(stage.order, id)


def text_in_its_language(catalog: Catalog) -> Iterator[Finding]:
    """English text holds no Japanese characters, and Japanese prose holds some."""
    for folder, id, loc, text in texts(catalog):
        in_ja, in_en = IN_JAPANESE.search(text.ja), IN_JAPANESE.search(text.en)
        if in_en and not in_ja:
            turned = (Mend((*loc, "ja"), text.en), Mend((*loc, "en"), text.ja))
            yield Finding(folder, id, loc, mistake("text-in-its-language/swapped", *turned, found=text.en))
        elif in_en:
            yield Finding(folder, id, (*loc, "en"), mistake("text-in-its-language/en", found="".join(IN_JAPANESE.findall(text.en))))
        elif len(text.ja) > 40 and not in_ja:
            yield Finding(folder, id, (*loc, "ja"), mistake("text-in-its-language/ja", found=text.ja))


def plain_prose(catalog: Catalog) -> Iterator[Finding]:
    """Prose is plain words and references: Markdown, HTML and addresses would be shown as they stand."""
    for folder, id, loc, text in texts(catalog):
        for language in ("ja", "en"):
            if found := MARKUP.search(getattr(text, language)):
                yield Finding(folder, id, (*loc, language), mistake("plain-prose", found=found[0]))


def equal_numbers(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text state the same numbers, amounts and months; a small number may be spelled out."""
    for folder, id, loc, text in texts(catalog):
        odd = [[_written(number) for number in sorted(numbers)] for numbers in parity.unequal(refs.shown(text.ja), refs.shown(text.en))]
        if any(odd):
            case, said = sides(*odd)
            yield Finding(folder, id, (*loc, "en"), mistake(f"equal-numbers/{case}", **said))


def _written(number: Decimal) -> str:
    """A number as a text has it: what may be a year without a comma."""
    return f"{number:f}" if 1900 <= number <= 2100 else f"{number:,f}"


def equal_names(catalog: Catalog) -> Iterator[Finding]:
    """Both languages of a text name the same people and companies of the atlas; only the record's own subject may be a pronoun."""
    left_out = _misnamed(catalog)
    forms = {language: {id: said for id, said in prose_names(catalog, language).items() if id not in left_out} for language in ("ja", "en")}
    found, same = {language: parity.Forms(forms[language]) for language in forms}, parity.namesakes(*forms.values())
    for folder, id, loc, text in texts(catalog):
        named = {language: {same[one] for one in parity.names(getattr(text, language), found[language])} - {same.get(id)} for language in forms}
        if named["ja"] != named["en"]:
            case, said = sides(sorted(named["ja"] - named["en"]), sorted(named["en"] - named["ja"]))
            odd = sorted(named["ja"] ^ named["en"])  # where one name is written otherwise than in its record, many texts seem to lack it
            yield Finding(folder, id, (*loc, "en"), mistake(f"equal-names/{case}", cause=f"name {odd[0]}" if len(odd) == 1 else "", **said))


def claim_tested(catalog: Catalog) -> Iterator[Finding]:
    """A claim of fact is tested against a source besides the article itself; its section exists."""
    for folder, id, article in records(catalog, Article):
        sections = {section.id for section in article.sections}
        for number, claim in enumerate(article.claims):
            loc: Loc = ("claims", number)
            if claim.section not in sections:
                close = near(claim.section, sections)
                wrong = mistake("claim-tested/section", *instead((*loc, "section"), close), found=claim.section, sections=tuple(sorted(sections)), near=close)
                yield Finding(folder, id, (*loc, "section"), wrong)
            if claim.verdict != "opinion" and not set(claim.sources) - {article.source}:
                yield Finding(folder, id, loc, mistake("claim-tested/source", Mend(loc, "sources: [gazette-sato-2020]", "add", idea=True), found=claim.id))


def dispute_about_a_fact(catalog: Catalog) -> Iterator[Finding]:
    """A dispute names a fact of its record, and at most one account leads."""
    for folder, id, loc, dispute in parts(catalog, (Dispute,)):
        if dispute.about and dispute.about not in catalog.anchors(id):
            facts = catalog.anchors(id) - {one.id for _, one in catalog.walk(catalog.data.records[folder][id]) if isinstance(one, Dispute)}
            close = near(dispute.about, facts)
            wrong = mistake("dispute-about-a-fact/about", *instead((*loc, "about"), close), found=dispute.about, facts=tuple(sorted(facts)) or ("—",), near=close)
            yield Finding(folder, id, (*loc, "about"), wrong)
        leading = [number for number, account in enumerate(dispute.accounts) if account.leads]
        if len(leading) > 1:
            place = (*loc, "accounts", leading[1], "leads")
            yield Finding(folder, id, place, mistake("dispute-about-a-fact/leads", Mend(place, "false"), found=str(len(leading))))


def leading_value_known(catalog: Catalog) -> Iterator[Finding]:
    """The value that a company leads with is one of its valuations."""
    for folder, id, company in records(catalog, Company):
        held = [value.id for value in company.valuations]
        if company.leading_value and company.leading_value not in held:
            close, loc = near(company.leading_value, held), ("leading_value",)
            wrong = mistake("leading-value-known", *instead(loc, close), found=company.leading_value, values=tuple(held) or ("—",), near=close)
            yield Finding(folder, id, loc, wrong)


def distinct_url(catalog: Catalog) -> Iterator[Finding]:
    """One page has one source record."""
    first: dict[str, str] = {}
    for id, url in catalog.urls.items():
        if url in first:
            yield Finding("sources", id, ("url",), mistake("distinct-url", found=url, other=first[url]))
        first.setdefault(url, id)


def used_source(catalog: Catalog) -> Iterator[Finding]:
    """Every source is cited somewhere."""
    if catalog.data.broken:
        return  # the record that cites it may be one that did not load
    lost = set(catalog.citations) - set(catalog.sources)  # a cited id that leads nowhere may mean this source
    urls = Counter(catalog.urls.values())
    for id, url in catalog.urls.items():
        if id not in catalog.citations and not near(id, lost) and urls[url] == 1:
            yield Finding("sources", id, (), mistake("used-source", found=id))


def prose_names(catalog: Catalog, language: str) -> dict[str, tuple[str, ...]]:
    """The words by which prose names each person (the family name) and company; Japanese prose may use the Latin form."""
    named = {id: family or name for id, (name, family) in catalog.names.items()}
    return {id: (name["en"],) if language == "en" else (name["ja"], name["en"]) for id, name in named.items()}


def _misnamed(catalog: Catalog) -> set[str]:
    """Ids whose name stands under the wrong language: they are told of there, not wherever prose names them."""
    return {id for id, names in catalog.names.items() if any(name and IN_JAPANESE.search(name["en"]) for name in names)}
