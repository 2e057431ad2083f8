"""Rules on living people, where a machine can check them; docs/*/editorial.md says the rest."""

import re
from collections.abc import Iterator

from .. import dates, evidence, ledger, refs
from ..catalog import Catalog
from ..model import Allegation, Fact, Part, Term, Variant
from ..problem import Finding, Loc, Mend, mistake
from .common import parts, texts

# words that judge; they may stand in quotation marks, as somebody's words
JUDGING = {
    "ja": ("マフィア", "裏切り者", "粛清", "独裁", "クーデター", "暴君", "反逆", "詐欺師", "悪人", "黒幕", "専制", "追放", "嘘つき", "悪名高"),
    "en": ("mafia", "traitor", "traitors", "purge", "purged", "dictator", "coup", "tyrant", "tyranny", "villain", "fraudster", "liar", "notorious",
           "disgraced", "infamous", "mastermind", "banished"),
}  # fmt: skip
JUDGED = {"ja": re.compile("|".join(JUDGING["ja"])), "en": re.compile(rf"\b(?:{'|'.join(JUDGING['en'])})\b", re.I)}
QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"|‘[^’]*’")


def neutral_words(catalog: Catalog) -> Iterator[Finding]:
    """Words that judge stand only in quotation marks, as somebody's own."""
    named = {(folder, id, (*loc, "name")) for folder, id, loc, _ in parts(catalog, (Term,))}
    for folder, id, loc, text in texts(catalog):
        if (folder, id, loc) in named:
            continue
        for language in ("ja", "en"):
            said = QUOTED.sub("", refs.shown(getattr(text, language)))
            for word in dict.fromkeys(word.lower() for word in JUDGED[language].findall(said)):
                yield Finding(folder, id, (*loc, language), mistake("neutral-words", found=word))


def contentious_needs_strong_source(catalog: Catalog) -> Iterator[Finding]:
    """A contentious fact cites a primary, press or court source; weak ones alone do not carry it."""
    for folder, id, loc, fact in parts(catalog, (Fact,)):
        if (fact.contentious or isinstance(fact, Allegation)) and not _strong(catalog, fact.sources):
            cited = " ".join(fact.sources)
            yield Finding(folder, id, (*loc, "sources"), mistake("contentious-needs-strong-source", found=cited, cause=f"weak {cited}"))


def court_not_alone(catalog: Catalog) -> Iterator[Finding]:
    """Court and public records stand only beside a source that discusses them."""
    for folder, id, loc, part in _cited(catalog):
        if _kinds(catalog, part.sources) == {"court"}:
            cited = " ".join(part.sources)
            yield Finding(folder, id, (*loc, "sources"), mistake("court-not-alone", found=cited, cause=f"court {cited}"))


def allegation_reported(catalog: Catalog) -> Iterator[Finding]:
    """An allegation cites a news report, not only the one who makes it."""
    for folder, id, loc, one in parts(catalog, (Allegation,)):
        if "press" not in _kinds(catalog, one.sources, "press"):
            yield Finding(folder, id, (*loc, "sources"), mistake("allegation-reported", found=" ".join(one.sources)))


def unexplained_change(catalog: Catalog) -> Iterator[Finding]:
    """A published value that is changed or removed leaves a note in the record's 'corrections'."""
    published = catalog.data.ledgers.get("published", {})
    renamed = {old: id for _, id, record in catalog.having("formerly") for old in record.formerly}
    for folder, id, fact, value in ledger.changed(catalog, published):
        record, entry = catalog.data.records[folder].get(id), published[f"{folder}/{id}#{fact}"]
        if id in catalog.data.broken or id in renamed:
            continue
        notes = record.corrections if record else []
        if not any(note.fact == fact and note.date >= entry["since"] for note in notes):
            loc = next((loc for loc, part in catalog.walk(record) if getattr(part, "id", "") == fact), ()) if record else ()
            note = f"corrections:\n  - {{date: {dates.today()}, kind: update, fact: {fact}, text: {{ja: …, en: …}}}}"
            said = {"found": _listed(value) if value else fact, "fact": fact, "was": _listed(entry["value"]), "cause": "" if record else f"record {id}"}
            case = "unexplained-change/gone" if value is None else "unexplained-change/changed"
            yield Finding(folder, id, loc, mistake(case, *([Mend((), note, "add", idea=True)] if record else []), **said))


def _listed(value: str) -> str:
    """A value of the ledger as a list of what is stated."""
    return ", ".join(piece for piece in value.split(" | ") if piece)


def _cited(catalog: Catalog) -> Iterator[tuple[str, str, Loc, Part]]:
    """What cites a source, spellings of a name aside: they say nothing of anyone."""
    yield from (place for place in parts(catalog, (Part,)) if getattr(place[-1], "sources", None) and not isinstance(place[-1], Variant))


def _strong(catalog: Catalog, sources: list[str]) -> bool:
    """True unless every source is known to be weak; one that is missing or did not load has its own problem."""
    return not all(source in catalog.sources for source in sources) or evidence.has_strong(catalog, sources)


def _kinds(catalog: Catalog, sources: list[str], unknown: str = "") -> set[str]:
    """Kinds of the sources; ``unknown`` stands for one that is missing or did not load."""
    return {catalog.sources[source].kind if source in catalog.sources else unknown for source in sources}
