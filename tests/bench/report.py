"""The measurements as Markdown."""

from collections.abc import Iterator

from .figures import OURS, Figures, table

TASKS = {  # what is said of the atlas's own tasks
    "cold": "build, nothing kept",
    "cold without search": "the same without the full-text index",
    "edit": "build after one record's edit",
    "edit without search": "the same without the full-text index",
    "unchanged": "build, nothing changed",
    "check cold": "load and check, nothing kept",
    "check": "load and check after one record's edit",
}


def markdown(machine: dict, figures: Figures, missing: dict[str, str]) -> str:
    """The whole report."""
    parts = [f"# Build times of invented atlases\n\n{_machine(machine)}\n"]
    parts += [_size(figures, count) for count in figures.counts()]
    parts.append("## Growth of the atlas's own figures\n\nExponent of growth; 1.00 is a straight line.\n\n" + _growth(figures))
    if missing:
        parts.append("## Not measured\n\n" + "".join(f"- {name}: {why}\n" for name, why in missing.items()))
    return "\n".join(parts)


def _machine(machine: dict) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    load = " ".join(map(str, machine["load before"]))
    return (f"{machine['processor']}, {machine['cores']} cores, {machine['memory GiB']} GiB; {machine['system']}; Python {machine['python']}; {versions}. "
            f"Load before: {load}. Commit {machine['commit']}. Seconds are medians over the rounds; memory is the tree's PSS, sampled.\n")  # fmt: skip


def _size(figures: Figures, count: int) -> str:
    """The tables of one size."""
    said = f"## {count:,} profiles\n\n"
    rows = [[TASKS[task], *(figures.median(count, OURS, task, name) for name in ("wall", "cpu", "peak"))] for task in TASKS if figures.median(count, OURS, task, "wall")]
    said += table(["the atlas", "wall s", "CPU s", "peak MB"], rows) + "\n"
    said += table(["step", *(f"{task}: s" for task in ("cold", "edit"))], _steps(figures, count))
    if times := figures.median(count, OURS, "save to browser", "wall"):
        said += f"\nFrom a saved record to the browser: {times:.2f} s (median of {len(figures.held[count, OURS, 'save to browser', 'wall'])}).\n"
    if len(figures.tools(count)) > 1:
        said += "\n" + table(["tool", "cold: wall s", "CPU s", "times ours", "without search", "edit: wall s", "CPU s", "times ours", "without search", "peak MB", "site MB"],
                             _tools(figures, count))  # fmt: skip
        said += "\n\"Times ours\": wall of the tool to wall of the atlas in the same round; \"without search\": to the atlas's build without the full-text index.\n"
    return said


def _steps(figures: Figures, count: int) -> Iterator[list]:
    steps = dict.fromkeys(key[3] for key in figures.held if key[:2] == (count, OURS) and key[2] in ("steps of cold", "steps of edit"))
    for step in steps:
        yield [step, *(figures.median(count, OURS, f"steps of {task}", step) for task in ("cold", "edit"))]


def _tools(figures: Figures, count: int) -> Iterator[list]:
    for tool in figures.tools(count):
        row: list = [tool]
        for task in ("cold", "edit"):
            row += [figures.median(count, tool, task, name) for name in ("wall", "cpu")]
            row += [figures.ratio(count, tool, task, "wall"), figures.ratio(count, tool, task, "wall", f"{task} without search")]
        yield [*row, figures.median(count, tool, "cold", "peak"), figures.median(count, tool, "cold", "size")]


def _growth(figures: Figures) -> str:
    rows = [[TASKS[task], name, f"{n1:,} to {n2:,}", value] for task in ("cold", "cold without search", "check cold") for name in ("wall", "cpu", "peak")
            for n1, n2, value in figures.growth(OURS, task, name)]  # fmt: skip
    return table(["task", "figure", "profiles", "exponent"], rows)
