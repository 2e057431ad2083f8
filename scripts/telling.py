"""Problems in words: mistakes joined with labels/messages, in either language, for a terminal, a program or GitHub."""

import json
import re
from collections.abc import Iterable
from errno import errorcode
from pathlib import Path

from .labels import LANGUAGES, told
from .labels.choices import CHOICES, OF_FIELD
from .labels.messages import MESSAGES, OF_RULES, SENTENCES, common
from .problem import Problem, Value

SHOWN = 80  # characters of a value that a message repeats
PLACES = 5  # places of the same cause that a message names
UNSEEN = re.compile("[^\\n\\x20-\\x7e\u00a0-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufefe\uff00-\ufffd\U00010000-\U000dffff]")  # what steers a terminal or is no character
VERSION = 1  # of the JSON form; it rises when a key changes its meaning or goes

# the keys of a problem in JSON, and what each holds
KEYS: dict[str, common.Words] = {
    "path": ("プロジェクトのいちばん上から見たファイルの場所", "the file, from the project's root"),
    "line": ("行（1から数える）", "the line, from 1"),
    "column": ("桁（1から数える）", "the column, from 1"),
    "rule": ("決まりの名前", "the rule"),
    "case": ("決まりのなかの場合分け", "which case of the rule it is"),
    "field": ("記録のなかの位置（career.0.from など）。なければ空", "the place in the record, like career.0.from; empty where there is none"),
    "found": ("見つかった値（短くしたもの）", "the value found, shortened"),
    "what": ("何が起きているか", "what is wrong"),
    "do": ("何をすればよいか", "what to do"),
    "expected": ("決まりの文", "what is expected: the rule in a sentence"),
    "meaning": ("項目の意味。項目の問題でなければ空", "what the field holds; empty where it is about no field"),
    "near": ("近い正しい値（もしかして）。なければ空", "the nearest valid value (did you mean); empty where there is none"),
    "example": ("直した例。なければnull", "the corrected lines; null where there are none"),
    "replaces": (
        "例をそのまま当てはめる行（firstからlastまで。lastがfirstより1小さければfirstの前に入れる）。例が書き方を示すだけならnull",
        "the lines whose place the example takes, first to last (put it before first where last is one less); null where it only shows the form",
    ),
    "others": ("同じ原因の、ほかの箇所（path、line、column）", "other places of the same cause: path, line, column"),
}


def line(problem: Problem, language: str) -> str:
    """One problem on a line: file, line, column, rule, what is wrong, what to do."""
    said = as_dict(problem, language)
    near = say(common.NEAR, language, said["near"]) if said["near"] and "now" not in dict(problem.mistake.said) else ""
    return f"{shortened(problem.path, 200)}:{problem.line}:{problem.column} [{problem.rule}] {said['what']} → {near}{said['do']}"


def text(problem: Problem, language: str) -> str:
    """One problem for a terminal: its line, then indented what is expected, a corrected example, other places of the cause."""
    return "\n".join([line(problem, language), *(f"    {one}" for one in _details(problem, language))])


def as_dict(problem: Problem, language: str) -> dict[str, object]:
    """One problem with the keys of ``KEYS``, in words of one language."""
    what, do = (say(words, language, **_values(problem, language)) for words in MESSAGES[problem.mistake.case])
    given, example = dict(problem.mistake.said), problem.example
    return {
        "path": problem.path, "line": problem.line, "column": problem.column, "rule": problem.rule, "case": problem.mistake.case,
        "field": ".".join(map(str, problem.loc)), "found": shortened(str(given.get("found", ""))), "what": what, "do": do,
        "expected": say(SENTENCES[problem.rule], language), "meaning": _meaning(given["of"], language) if "of" in given else "",
        "near": problem.mistake.near, "example": example and example.text,
        "replaces": {"first": example.lines[0], "last": example.lines[1]} if example and example.lines else None,
        "others": [place._asdict() for place in problem.others],
    }  # fmt: skip


def as_json(problems: Iterable[Problem], records: int, language: str) -> str:
    """All problems as one JSON document, with the version of its form."""
    held = {"version": VERSION, "language": language, "records": records, "problems": [as_dict(problem, language) for problem in problems]}
    return UNSEEN.sub(lambda letter: json.dumps(letter[0])[1:-1], json.dumps(held, ensure_ascii=False, indent=1))


def annotation(problem: Problem, language: str) -> str:
    """One problem as a workflow command of GitHub Actions, which shows it at its line
    (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions)."""
    place = {"file": shortened(problem.path, 200), "line": problem.line, "col": problem.column, "title": problem.rule}
    shown = line(problem, language).partition("] ")[2]
    body = "\n".join([shown, *_details(problem, language)])
    return "::error " + ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items()) + "::" + _escaped(body)


def stopped(error: OSError, root: Path, language: str) -> str:
    """What stopped a command in the file system: at which place, and why."""
    why, place = errorcode.get(error.errno or 0, ""), str(error.filename or root)
    said = say(common.WHY[why], language) if why in common.WHY else shortened(error.strerror or str(error) or type(error).__name__)
    return told("stopped", language, path=shortened(place.removeprefix(f"{root}/"), 200), why=said)


def summary(records: int, seconds: float, problems: int, language: str) -> str:
    """What a check ends with: how much was read and what was found."""
    return say(common.READ, language, f"{records:,}", f"{seconds:.2f}", count(problems, language))


def count(problems: int, language: str) -> str:
    """A number of problems in words."""
    return say(common.COUNT[min(problems, 2)], language, problems)


def say(words: common.Words, language: str, /, *values: object, **named: object) -> str:
    """Words in one language, with what stands for their {names}."""
    said = words[LANGUAGES.index(language)]
    return said.format(*values, **named) if values or named else re.sub(r"([{}])\1", r"\1", said)


def shortened(value: str, room: int = SHOWN) -> str:
    """A value as a message repeats it: on one line, without characters that steer a terminal, and not too long."""
    value = "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(value.split()))
    return value if len(value) <= room else value[: room - 1] + "…"


def _details(problem: Problem, language: str) -> list[str]:
    """What a terminal shows below a problem's line."""
    said, found = as_dict(problem, language), []
    if problem.mistake.case in OF_RULES:  # of a key or value the first line says as much
        found.append(say(common.EXPECTED, language, said["expected"]))
    if said["meaning"]:
        found.append(say(common.MEANING, language, dict(problem.mistake.said)["field"], said["meaning"]))
    if problem.example:
        found += [_heading(problem.example.lines, language), *(f"    {one}" for one in problem.example.text.split("\n"))]
    if problem.others:
        places = [f"{place.path}:{place.line}" for place in problem.others]
        shown = say(common.JOINT, language).join(places[:PLACES]) + (" …" if len(places) > PLACES else "")
        found.append(say(common.OTHERS, language, len(places), shown))
    return found


def _heading(lines: tuple[int, int] | None, language: str) -> str:
    if lines is None:
        return say(common.SHAPE, language)
    first, last = lines
    if last < first:
        return say(common.INSERTED, language, last)
    return say(common.REPLACED, language, first) if first == last else say(common.REPLACED_MANY, language, first, last)


def _values(problem: Problem, language: str) -> dict[str, str]:
    """What the message's {names} stand for, in words."""
    given = dict(problem.mistake.said)
    return {key: _word(key, value, given, language) for key, value in given.items()}


def _word(key: str, value: Value, given: dict[str, Value], language: str) -> str:
    if key in ("kind", "kinds"):
        return say(common.OR, language).join(say(common.KINDS[one], language) for one in value)
    if key == "side":
        return say(common.SIDES[value], language)
    if key == "why":
        return say(common.WHY[value], language) if value in common.WHY else str(value)
    if key == "choices":
        named = CHOICES[OF_FIELD[given["of"]]]
        value = tuple(f"{one}{say(common.GLOSS, language, named[one][LANGUAGES.index(language)])}" for one in value)
    return shortened(value) if isinstance(value, str) else say(common.JOINT, language).join(value)


def _escaped(value: str, more: str = "") -> str:
    """A value as workflow commands want it."""
    for letter in "%\r\n" + more:
        value = value.replace(letter, f"%{ord(letter):02X}")
    return value


def _meaning(field: str, language: str) -> str:
    from . import fields  # with it come all models: a build with nothing to tell must not wait for them

    return fields.meaning(field, language)
