"""What is wrong with a record, and where. No words here: ``labels/messages`` holds them in both languages, ``telling`` joins the two."""

from dataclasses import dataclass
from typing import NamedTuple

Loc = tuple[str | int, ...]  # the keys and list positions that lead to a value in a record
Value = str | tuple[str, ...]  # what stands in a message: one word, or several to be joined


@dataclass(frozen=True)
class Mend:
    """How a place in a record is put right. ``how``: "value" writes ``text`` there instead, "yaml" the same with YAML in it,
    "join" so too and takes in the empty keys that follow, "item" makes a list of it, "key" renames its key, "add" puts ``text``
    (a key with its value) into the mapping there, ``after`` one of its keys; "form" changes nothing and shows ``text``.
    "move" starts its lines in the column of the keys of the part at ``to``. An ``idea`` shows the form only: the value is the
    editor's to find."""

    loc: Loc
    text: str
    how: str = "value"
    idea: bool = False
    after: str = ""
    to: Loc = ()


@dataclass(frozen=True)
class Mistake:
    """What is wrong, without its place: a ``case`` of labels/messages (``rule`` or ``rule/case``), what its words speak of
    (``found`` is the value found), the nearest valid word, how to put it right, and the cause that it shares with others."""

    case: str
    said: tuple[tuple[str, Value], ...] = ()
    near: str = ""
    mends: tuple[Mend, ...] = ()
    cause: str = ""


def mistake(case: str, *mends: Mend, near: str = "", cause: str = "", **said: Value) -> Mistake:
    """A Mistake from plain arguments; what the message speaks of comes by name."""
    return Mistake(case, tuple(said.items()), near, mends, cause)


class Place(NamedTuple):
    """Path from the project's root, line and column from 1."""

    path: str
    line: int
    column: int


class Example(NamedTuple):
    """A corrected piece of the file, and the lines that it takes the place of: (3, 3) one, (3, 2) none, so before line 3.
    Without lines it shows the form only."""

    text: str
    lines: tuple[int, int] | None = None


@dataclass(frozen=True)
class Problem:
    """One mistake at one place: path, line and column as in ``Place``, the place inside the record, a corrected example,
    the other places that have the same cause."""

    path: str
    line: int
    column: int
    mistake: Mistake
    loc: Loc = ()
    example: Example | None = None
    others: tuple[Place, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that is broken, by name."""
        return self.mistake.case.partition("/")[0]

    def __lt__(self, other: "Problem") -> bool:
        return (self.path, self.line, self.column, self.mistake.case) < (other.path, other.line, other.column, other.mistake.case)


@dataclass(frozen=True)
class Finding:
    """What a rule reports: the record's folder and id, the place inside it, what is wrong there."""

    folder: str
    id: str
    loc: Loc
    mistake: Mistake


class Fault(Exception):
    """A text that is not a plain record. Raised with the mistake, its line and column, and a corrected example where there is one."""

    def __init__(self, mistake: Mistake, line: int = 1, column: int = 1, example: Example | None = None) -> None:
        super().__init__(mistake.case)
        self.mistake, self.line, self.column, self.example = mistake, line, column, example


class Stopped(Exception):
    """A build that cannot go on. ``problems`` are those of the records; ``report`` is what another step said."""

    def __init__(self, problems: list[Problem], report: str = "") -> None:
        super().__init__(report or f"{len(problems)} problems")
        self.problems, self.report = problems, report
