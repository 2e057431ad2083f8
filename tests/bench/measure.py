"""`make bench`: how long the atlas takes to build at several sizes, beside other generators on the same pages.

The tools take turns, round after round, so that a busy moment of the machine hits all of them; compare ratios within a run, and CPU
seconds rather than seconds on the clock where the machine was not quiet.
"""

import argparse
import atexit
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from conftest import ROOT

from . import edits, machine, meter, others, report, saves
from .aside import aside, clear
from .figures import OURS, Figures
from .ours import Ours

MAKERS: dict[str, Callable[[Path, Path], others.Project]] = {
    "stock": others.stock,
    "stock, reconfigure_search off": partial(others.stock, reconfigure=False),
    "zensical": others.zensical,
    "hugo": others.hugo,
    "starlight": others.starlight,
}
MB = 2**20


@dataclass(frozen=True)
class Size:
    """How an atlas of ``count`` profiles is measured: rounds, the other tools, saves in the browser."""

    count: int
    rounds: int
    tools: tuple[str, ...]
    saves: int


FEW = ("stock", "zensical", "hugo")
USUAL = [Size(150, 3, FEW, 10), Size(1000, 2, FEW, 10), Size(10_000, 1, (), 0)]  # about 20 minutes on two quiet cores
FULL = [Size(150, 5, tuple(MAKERS), 10), Size(1000, 3, tuple(MAKERS), 10), Size(5000, 2, tuple(MAKERS), 10), Size(10_000, 2, ("zensical", "hugo"), 10)]


@dataclass
class Bench:
    """One run of the benchmark."""

    top: Path
    limit: float
    figures: Figures = field(default_factory=Figures)
    missing: dict[str, str] = field(default_factory=dict)
    words: Iterator[dict[str, str]] = field(default_factory=edits.words)

    def size(self, size: Size) -> None:
        """Measure one size."""
        tell(f"{size.count:,} profiles")
        folder = self.top / "work"
        aside(folder)
        ours = Ours(size.count, folder / OURS, self.limit)
        projects = self._projects(ours, size.tools, folder)
        for round_ in range(size.rounds):
            self._ours(ours, round_)
            for name, project in list(projects.items()):
                try:
                    self._theirs(project, ours, name, round_)
                except (meter.Failed, edits.NotShown) as failed:
                    self.missing[f"{name} at {size.count:,}"] = str(failed).partition("\n")[0]
                    del projects[name]
        if size.saves:
            self._saves(ours, size.saves)
        aside(folder)

    def _projects(self, ours: Ours, tools: tuple[str, ...], folder: Path) -> dict[str, others.Project]:
        """The other tools' projects, made of the atlas's own pages."""
        here = [name for name in tools if name.startswith("stock") or others.found(name)]
        for name in set(tools) - set(here):
            self.missing[name] = f"not installed; get it by `{others.HINTS[name]}`"
        docs = ours.write_pages() if here else None
        return {name: MAKERS[name](docs, folder / name.replace(", ", "-").replace(" ", "-")) for name in here}

    def _ours(self, ours: Ours, round_: int) -> None:
        note = partial(self._note, ours.count, OURS, round_=round_)
        ours.empty()
        note("check cold", ours.check())
        if ours.partly:
            ours.empty()
            note("cold without search", ours.build(search=False)[0])
        ours.empty()
        note("cold", *ours.build(), size=meter.size(ours.folder / "site") / MB)
        if ours.partly:
            self._edit(ours)
            note("edit without search", ours.build(search=False)[0])
        word = self._edit(ours)
        note("edit", *ours.build())
        edits.shown(ours.pages, word)
        note("unchanged", *ours.build())
        self._edit(ours)
        note("check", ours.check())

    def _edit(self, ours: Ours) -> dict[str, str]:
        word = next(self.words)
        ours.edit(word)
        return word

    def _theirs(self, project: others.Project, ours: Ours, name: str, round_: int) -> None:
        project.empty()
        self._note(ours.count, name, "cold", project.build(self.limit), round_=round_, size=project.size() / MB)
        word = next(self.words)
        pages = project.edit(f"people/{ours.person.stem}", word)
        self._note(ours.count, name, "edit", project.build(self.limit), round_=round_)
        edits.shown(pages, word)

    def _note(self, count: int, tool: str, task: str, cost: meter.Cost, steps: dict[str, float] | None = None, *, round_: int, **more: float) -> None:
        self.figures.note(count, tool, task, round_, wall=cost.wall, cpu=cost.cpu, peak=cost.peak / MB, **more)
        for step, seconds in (steps or {}).items():
            self.figures.note(count, tool, f"steps of {task}", round_, **{step: seconds})
        tell(f"  {tool}, {task}: {cost.wall:.1f} s, {cost.cpu:.1f} CPU s, {cost.peak / MB:.0f} MB")

    def _saves(self, ours: Ours, times: int) -> None:
        try:
            found = saves.measured(ours.folder, f"people/{ours.person.stem}/", ours.edit, self.words, times, self.limit)
        except Exception as failed:  # no browser, or no answer: the rest stands without it
            self.missing[f"save to browser at {ours.count:,}"] = str(failed).partition("\n")[0]
            return
        for number, seconds in enumerate(found):
            self.figures.note(ours.count, OURS, "save to browser", number, wall=seconds)


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="more rounds, 5,000 profiles too, and Starlight: some hours")
    parser.add_argument("--sizes", type=int, nargs="+", help="only these numbers of profiles (default: 150, 1000 and 10000)")
    parser.add_argument("--rounds", type=int, help="so many rounds at every size")
    parser.add_argument("--tools", nargs="*", choices=list(MAKERS), help="only these other tools; none if none is named")
    parser.add_argument("--saves", type=int, help="so many saves in the browser at every size")
    parser.add_argument("--limit", type=float, default=1800, help="seconds that one command may take (default: %(default)s)")
    parser.add_argument("--to", type=Path, default=ROOT / ".build" / "bench", help="folder for results.json and results.md (default: %(default)s)")
    return parser.parse_args()


def sizes(args: argparse.Namespace) -> list[Size]:
    """What is measured, from the usual or full list and what was asked."""
    known = {size.count: size for size in (FULL if args.full else USUAL)}
    held = [known.get(count, Size(count, 1, tuple(MAKERS), 10)) for count in args.sizes or known]
    given = {"rounds": args.rounds, "tools": None if args.tools is None else tuple(args.tools), "saves": args.saves}
    return [Size(**(vars(size) | {key: value for key, value in given.items() if value is not None})) for size in held]


def main() -> None:
    args = asked()
    args.to = args.to.resolve()  # some tools are started in other folders
    args.to.mkdir(parents=True, exist_ok=True)
    bench, here = Bench(args.to, args.limit), machine.described()
    atexit.register(clear)
    for size in sizes(args):
        bench.size(size)
        rows = [{"profiles": key[0], "tool": key[1], "task": key[2], "figure": key[3], "rounds": values} for key, values in bench.figures.held.items()]
        held = {"machine": here, "figures": rows, "growth": {task: bench.figures.growth(OURS, task, "cpu") for task in report.TASKS}, "missing": bench.missing}
        (args.to / "results.json").write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        (args.to / "results.md").write_text(report.markdown(here, bench.figures, bench.missing), encoding="utf-8")
    print((args.to / "results.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
