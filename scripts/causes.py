"""One cause, one problem: what only follows from another problem is left out, what has one cause is told once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from .problem import Loc, Place, Problem

# a rule's problem is left out where one of these speaks of the same text, or of something inside it
FOLLOWS: dict[str, tuple[str, ...]] = {
    "unequal-references": ("unknown-reference", "broken-reference", "self-reference", "text-in-its-language"),
    "equal-names": ("unknown-reference", "broken-reference", "unequal-references", "text-in-its-language"),
    "equal-numbers": ("text-in-its-language", "broken-reference"),
    "neutral-words": ("text-in-its-language",),
    "reading-of-name": ("text-in-its-language",),
}
# the same, where one of these speaks of anything in the record
FOLLOWS_IN_RECORD: dict[str, tuple[str, ...]] = {
    "career-in-order": ("end-before-start",),
    "event-in-stage": ("end-before-start",),
}
LEAVES_UNUSED = ("unknown-id", "unknown-reference", "address-kept", "file-name", "stray-file")  # a source may be cited where one of these is mended
NEAR = 5  # lines; the same mistake so near is put right in one example
TOLD_FIRST = ("address-kept",)  # where several rules meet one cause, this one says it best


def told(problems: Collection[Problem]) -> list[Problem]:
    """The problems to tell, in order of file and line; those of one cause as one, with all its places."""
    twice = {dict(one.mistake.said)["found"] for one in problems if one.rule == "duplicate-id"}  # what refers to one of the two finds the other
    problems = {one for one in problems if one.mistake.case != "unknown-reference/fact" or dict(one.mistake.said)["id"] not in twice}
    if any(one.rule in LEAVES_UNUSED for one in problems):
        problems = {one for one in problems if one.rule != "used-source"}
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    by_cause: dict[object, list[Problem]] = defaultdict(list)
    for beside in by_path.values():
        for problem in beside:
            if not any(_follows(problem, other) for other in beside):
                by_cause[problem.mistake.cause or problem].append(problem)
    return sorted(map(_one, by_cause.values()))


def _follows(problem: Problem, other: Problem) -> bool:
    if other.rule in FOLLOWS_IN_RECORD.get(problem.rule, ()):
        return True
    text = _text(problem.loc)
    return other.rule in FOLLOWS.get(problem.rule, ()) and _text(other.loc)[: len(text)] == text


def _text(loc: Loc) -> Loc:
    """The place of the text that a side of it belongs to."""
    return loc[:-1] if loc and loc[-1] in ("ja", "en") else loc


def _one(same: list[Problem]) -> Problem:
    """The first of the problems of one cause, with the places of the others."""
    first, *others = sorted(same, key=lambda one: (one.rule not in TOLD_FIRST, one))
    if not others:
        return first
    beside = [one for one in others if one.path == first.path and abs(one.line - first.line) < NEAR]
    mends = tuple(dict.fromkeys(mend for one in (first, *beside) for mend in one.mistake.mends))
    places = dict.fromkeys(sorted(Place(one.path, one.line, one.column) for one in others))
    return replace(first, mistake=replace(first.mistake, mends=mends), others=tuple(places))
