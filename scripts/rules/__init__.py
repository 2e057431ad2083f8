"""The rules that records must keep among themselves. One rule is one generator; its docstring is the rule."""

from collections.abc import Callable, Iterator

from ..catalog import Catalog
from ..problem import Finding, Problem, mistake
from . import content, living, references

RULES: list[Callable[[Catalog], Iterator[Finding]]] = [
    references.unknown_id, references.unknown_reference, references.broken_reference, references.unequal_references,
    references.self_reference, references.duplicate_id, references.duplicate_fact_id, references.address_kept,
    content.end_before_start, content.career_in_order, content.one_end, content.event_in_stage, content.distinct_order, content.reading_of_name, content.seen_in_japanese,
    content.text_in_its_language, content.equal_numbers, content.equal_names, content.claim_tested, content.dispute_about_a_fact, content.leading_value_known, content.distinct_url, content.used_source,
    living.neutral_words, living.contentious_needs_strong_source, living.court_not_alone, living.allegation_reported, living.unexplained_change,
]  # fmt: skip


def check(catalog: Catalog) -> list[Problem]:
    """Run every rule; the problems in order of file and line, named by their rule."""
    problems = set()
    for rule in RULES:
        name = rule.__name__.replace("_", "-")
        problems |= {Problem(*catalog.data.place(f.folder, f.id, f.loc), mistake(name, what=f.what, do=f.fix), f.loc) for f in rule(catalog)}
    return sorted(problems)
