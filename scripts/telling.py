"""Problems in words: mistakes joined with labels/messages, in either language."""

from .labels import LANGUAGES
from .labels.messages import MESSAGES
from .problem import Problem, Value

JOINED = {"ja": "、", "en": ", "}
NEAR = {"ja": "（もしかして: {}）", "en": "; did you mean '{}'?"}
SHOWN = 80  # characters of a value that a message repeats


def line(problem: Problem, language: str) -> str:
    """One problem as its line: file, line, column, rule, what is wrong, what to do."""
    what, do = said(problem, language)
    near = NEAR[language].format(problem.mistake.near) if problem.mistake.near else ""
    return f"{problem.path}:{problem.line}:{problem.column} [{problem.rule}] {what} → {do}{near}"


def said(problem: Problem, language: str) -> list[str]:
    """What is wrong and what to do, in words."""
    values = {key: shortened(value) if key == "found" else _word(value, language) for key, value in problem.mistake.said}
    return [words[LANGUAGES.index(language)].format(**values) for words in MESSAGES.get(problem.mistake.case, (("{what}",) * 2, ("{do}",) * 2))]


def shortened(value: str) -> str:
    """A value as a message repeats it: on one line and not too long."""
    value = " ".join(value.split())
    return value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"


def _word(value: Value, language: str) -> str:
    return value if isinstance(value, str) else JOINED[language].join(value)
