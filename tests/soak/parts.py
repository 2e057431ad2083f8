"""The parts of the soak, in the order in which they run. A part is a module of this package with ``run(rounds) -> Result``;
a new one is a line in ``PARTS``, with the rounds that `make soak` gives it."""

from dataclasses import dataclass, field
from importlib import import_module

# name of the module -> rounds
PARTS: dict[str, int] = {"hostile": 300, "kills": 200, "reproducible": 3, "changes": 10, "fields": 1000, "output": 1, "access": 1, "security": 1, "load": 10}


@dataclass
class Result:
    """What a part has tried: counts by what was counted, and a line for each failure."""

    counts: dict[str, int | str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """Add to a count."""
        self.counts[what] = self.counts.get(what, 0) + number

    def __iadd__(self, other: "Result") -> "Result":
        for what, number in other.counts.items():
            self.count(what, number)
        self.failures += other.failures
        return self


def run(name: str, rounds: int | None = None) -> Result:
    """Run one part, with its own number of rounds unless another is given."""
    return import_module(f"{__package__}.{name}").run(PARTS[name] if rounds is None else rounds)
