"""Records read and judged, with nothing that makes pages: what a check at the keyboard waits for."""

from pathlib import Path

from . import handwritten, load, rules, stamps, write
from .catalog import Catalog
from .problem import Problem

FEW = 20  # records that are sooner read and judged again, next time, than all that is kept is written anew


def check(root: Path) -> tuple[Catalog, list[Problem]]:
    """Read and check the records below ``root``; nothing is written but what the next check need not read or judge again."""
    made_by, kept = stamps.of_program(), root / ".build" / "kept"
    held = {path: load.Entry(stamp, load.Digest(*digest), content) for path, (stamp, digest, content) in (write.recall(kept / "records", made_by) or {}).items()}
    before = dict(held)
    data, problems = load.load(root, held)
    problems += handwritten.problems(root)
    if not before or _many(held, before):
        write.keep(kept / "records", made_by, {path: (entry.stamp, tuple(entry.digest), entry.content) for path, entry in held.items()})
    catalog = Catalog(data)
    if any(problem.rule == "missing-file" for problem in problems):
        return catalog, rules.told(catalog, problems)
    clean, ledgers = write.recall(kept / "clean", made_by) or ({}, {})  # the records and ledgers as they were when no rule was broken
    scope = rules.touched(catalog, clean) if clean and ledgers == data.ledger_digests and not problems else None
    if scope is None or not rules.still_kept(catalog, scope):
        problems = rules.told(catalog, [*problems, *rules.check(catalog)])
    now = {place: (digest.sha, digest.name) for place, digest in data.digests.items()}
    if not problems and (scope is None or _many(now, clean)):
        write.keep(kept / "clean", made_by, [now, data.ledger_digests])
    return catalog, problems


def _many(now: dict, before: dict) -> bool:
    """True if more than a few values are others, came or went."""
    return sum(now.get(key) != before.get(key) for key in now.keys() | before.keys()) > FEW
