"""Read data/ into records, with the line of every field. The only module that knows YAML."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ValidationError

from . import explain, slips
from .model import ID_PATTERN, KINDS, Part
from .problem import Fault, Loc, Problem, mistake

LOADER = yaml.CBaseLoader  # libyaml; every scalar is text, so NO stays NO and 2024-05 stays a month
PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
MAX_BYTES = 1_000_000
LEDGERS = "ledgers"

Marks = dict[Loc, tuple[int, int]]  # place in a record -> line and column, both from 1


@dataclass
class Data:
    """All that was read: records by folder and id, marks by folder and id, ids whose file did not parse."""

    records: dict[str, dict[str, Part]] = field(default_factory=dict)
    marks: dict[tuple[str, str], Marks] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    ledgers: dict[str, dict] = field(default_factory=dict)  # what commands wrote down: "published", "links"

    def place(self, folder: str, id: str, loc: Loc) -> tuple[str, int, int]:
        """Path, line and column of a place in a record; the nearest enclosing one if the place itself is not written."""
        line, column = nearest(self.marks.get((folder, id), {}), loc)
        return f"data/{folder}/{id}.yml", line, column


def load(root: Path) -> tuple[Data, list[Problem]]:
    """Read every record below ``root``/data. Gives the data and the problems found; never raises for bad input."""
    data, problems = Data(), []
    top = root / "data"
    if not top.is_dir():
        return data, [Problem("data", 1, 1, mistake("missing-file/data"))]
    folders = {kind.folder for kind in KINDS} | {LEDGERS}
    for path in sorted(top.iterdir()):
        if path.name not in folders or not path.is_dir():
            problems.append(_stray(root, path, "stray-file/folder", folders=tuple(sorted(folders))))
    problems += _load_ledgers(root, data)
    for kind in KINDS:
        data.records[kind.folder] = {}
        if not (top / kind.folder).is_dir():
            problems.append(Problem(f"data/{kind.folder}", 1, 1, mistake("missing-file/folder", found=f"data/{kind.folder}")))
            continue
        for path in sorted((top / kind.folder).iterdir()):
            problems += _load_file(root, path, kind, data)
    return data, problems


def _load_ledgers(root: Path, data: Data) -> list[Problem]:
    """Read data/ledgers/*.json, where there are any."""
    problems = []
    for path in sorted((root / "data" / LEDGERS).glob("*.json")):
        try:
            data.ledgers[path.stem] = json.loads(path.read_text())
        except ValueError:
            shown = path.relative_to(root).as_posix()
            problems.append(Problem(shown, 1, 1, mistake("bad-json", found=shown)))
    return problems


def _load_file(root: Path, path: Path, kind: type[Part], data: Data) -> list[Problem]:
    """Read one file into ``data``; give its problems."""
    shown, id = path.relative_to(root).as_posix(), path.stem
    if path.is_symlink() or not path.is_file():
        return [_stray(root, path, "stray-file/not-plain")]
    if path.suffix != ".yml":
        return [_stray(root, path, "stray-file/ending", near=slips.as_record_name(path.name) if path.suffix == ".yaml" else "")]
    if not re.match(ID_PATTERN, id) or len(id) > 80:
        return [Problem(shown, 1, 1, mistake("file-name", found=path.name, near=slips.as_record_name(path.name)))]
    marks: Marks = {}
    try:
        content = parse(read_text(path), marks)
        record = kind.model_validate(content)
    except Fault as fault:
        data.broken.add(id)
        return [Problem(shown, fault.line, fault.column, fault.mistake, example=fault.example)]
    except ValidationError as error:
        data.broken.add(id)
        return sorted({Problem(shown, *nearest(marks, loc), wrong, loc) for loc, wrong in explain.mistakes(error, content, kind)})
    data.records[kind.folder][id] = record
    data.marks[kind.folder, id] = marks
    return []


def read_text(path: Path) -> str:
    """The file's text. Raises Fault for one that is too large or not UTF-8."""
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        raise Fault(mistake("too-large", found=f"{len(raw):,}", limit=f"{MAX_BYTES:,}"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise slips.not_utf8(raw, error.start) from None


def compose(text: str) -> yaml.Node:
    """YAML text to the tree of its nodes, each with its marks. Raises Fault for what is not one YAML document."""
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise slips.diagnose(text, getattr(error, "problem", "") or "", mark and (mark.line, mark.column)) from None


def parse(text: str, marks: Marks) -> dict:
    """YAML text to plain dicts, lists and strings; fills ``marks``. Raises Fault for anything but one plain mapping."""
    node = compose(text)
    if not isinstance(node, yaml.MappingNode):
        raise slips.no_mapping(text)
    if slips.MAYBE_CUT.search(text):
        slips.refuse_cut_values(text, node)
    return _plain(node, (), marks, set())


def _plain(node: yaml.Node, loc: Loc, marks: Marks, seen: set[int]) -> dict | list | str:
    at = node.start_mark.line + 1, node.start_mark.column + 1
    marks.setdefault(loc, at)
    if id(node) in seen:
        raise Fault(mistake("bad-yaml/alias"), *at)
    if node.tag not in PLAIN_TAGS:
        raise Fault(mistake("bad-yaml/tag", found=node.tag), *at)
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*loc, number), marks, seen) for number, item in enumerate(node.value)]
    return _mapping(node, loc, marks, seen)


def _mapping(node: yaml.MappingNode, loc: Loc, marks: Marks, seen: set[int]) -> dict:
    found: dict = {}
    for key, value in node.value:
        at = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Fault(mistake("bad-yaml/key"), *at)
        if key.value in found:
            raise Fault(mistake("duplicate-key", found=key.value, line=str(marks[(*loc, key.value)][0])), *at)
        marks[(*loc, key.value)] = at
        found[key.value] = _plain(value, (*loc, key.value), marks, seen)
    return found


def nearest(marks: Marks, loc: Loc) -> tuple[int, int]:
    """The mark of the deepest written place on the way to ``loc``; steps that the file does not have are passed over."""
    here: Loc = ()
    for step in loc:
        if (*here, step) in marks:
            here = (*here, step)
    return marks.get(here, (1, 1))


def _stray(root: Path, path: Path, case: str, near: str = "", **said: tuple[str, ...]) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 1, 1, mistake(case, near=near, found=path.name, **said))
