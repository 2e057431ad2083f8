"""The rules that records must keep among themselves. One rule is one generator; its docstring is the rule."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .. import causes, mend
from ..catalog import Catalog
from ..problem import Finding, Mend, Problem
from ..workers import workers
from . import content, living, naming, references

MANY = 300  # records from which a second process pays
TURNS = 4  # of each process: fewer hold more records open at a time
Rule = Callable[[Catalog], Iterator[Finding]]

# each judges one record at a time, which it takes from rules/common; of the others it asks no more than whether an id is there, its names and kind
RECORD_RULES: list[Rule] = [
    references.unknown_id, references.unknown_reference, references.broken_reference, references.unequal_references,
    references.self_reference, references.duplicate_fact_id, references.duplicate_part, references.source_once,
    content.end_before_start, content.not_in_future, content.read_since_published, content.career_in_order, content.one_end, content.event_in_stage,
    naming.reading_of_name, naming.reading_in_hiragana, naming.name_well_written, naming.family_in_name, naming.seen_in_japanese,
    content.text_in_its_language, content.plain_prose, content.equal_numbers, content.equal_names, content.claim_tested, content.dispute_about_a_fact, content.leading_value_known,
    living.neutral_words, living.contentious_needs_strong_source, living.court_not_alone, living.allegation_reported, living.unexplained_change,
]  # fmt: skip
# each compares all records, or what records are called with ledgers
WHOLE_RULES: list[Rule] = [
    references.duplicate_id, references.address_kept, content.distinct_order, content.distinct_url, content.used_source,
]  # fmt: skip
RULES = RECORD_RULES + WHOLE_RULES


def check(catalog: Catalog) -> set[Problem]:
    """Run every rule, on all cores where there are many records; every problem that one of them finds."""
    global _catalog
    _catalog, places = catalog, sorted(catalog.data.digests)  # the processes inherit it as it stands
    if len(places) < MANY:
        return _judged(places) | _problems(catalog, WHOLE_RULES)
    size = -(-len(places) // ((os.cpu_count() or 1) * TURNS))
    with workers() as pool:
        found = pool.map(_judged, [places[start : start + size] for start in range(0, len(places), size)])
        return _problems(catalog, WHOLE_RULES).union(*found)


def _problems(catalog: Catalog, rules: list[Rule]) -> set[Problem]:
    return {Problem(*catalog.data.place(f.folder, f.id, f.loc), f.mistake, f.loc) for rule in rules for f in rule(catalog)}


_catalog: Catalog


def _judged(places: list[tuple[str, str]]) -> set[Problem]:
    """The problems of these records by themselves."""
    with _catalog.only(places):
        return _problems(_catalog, RECORD_RULES)


def touched(catalog: Catalog, since: dict[tuple[str, str], tuple[str, str]]) -> set[tuple[str, str]] | None:
    """The records that may break a rule now though none did when files and names (``since``: fingerprint and names by folder and id)
    were as they were: those that changed and those that mention one of them. None where records came, went or were renamed: then it may be any."""
    digests = catalog.data.digests
    if since.keys() != digests.keys() or any(digests[place].name != name for place, (_, name) in since.items()):
        return None
    changed = {place for place, (sha, _) in since.items() if digests[place].sha != sha}
    ids = {id for _, id in changed}
    return changed | {place for place, digest in digests.items() if ids.intersection(digest.mentions)} if changed else set()


def still_kept(catalog: Catalog, scope: set[tuple[str, str]]) -> bool:
    """True if no rule is broken, where only the records of ``scope`` can have broken a rule on single records."""
    with catalog.only(scope):
        return not any(True for rule in RULES for _ in rule(catalog))


def told(catalog: Catalog, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of loading and of the rules as an editor reads them: in order, one for one cause, each with its example."""
    named = (_by_name(catalog, problem) for problem in causes.told(problems))
    return [mend.with_example(catalog.data.root, problem) for problem in named]


def _by_name(catalog: Catalog, problem: Problem) -> Problem:
    """Where a name stands for an id: the problem with the id of the record of that name."""
    wrong = problem.mistake
    if problem.rule != "bad-id" or wrong.near:
        return problem
    found = dict(wrong.said)["found"]
    for _, id, record in catalog.records:
        names = [getattr(record, "name", None), getattr(record, "family", None)]
        if found in [side for name in names if name for side in (name.ja, name.en)]:
            return replace(problem, mistake=replace(wrong, near=id, mends=(Mend(problem.loc, id),)))
    return problem
