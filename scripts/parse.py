"""YAML text to plain dicts, lists and strings, with the line of every value. The only module that knows YAML."""

import re
from contextlib import suppress
from errno import errorcode
from pathlib import Path

import yaml

from . import slips
from .problem import Fault, Loc, mistake

LOADER = yaml.CBaseLoader  # libyaml; every scalar is text, so NO stays NO and 2024-05 stays a month
PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
MAX_BYTES = 1_000_000
DEEPEST = 100  # a list or mapping in another, and so on
MAYBE_DEEP = re.compile(rf"^[ \t?:-]{{{DEEPEST},}}", re.M)
MAX_ITEMS = 1_000  # of one list
ANCHOR = re.compile(r"(?:^|[ \t\[{,:-])[&!]\S", re.M)

Marks = dict[Loc, tuple[int, int]]  # place in a record -> line and column, both from 1


def read_text(path: Path) -> str:
    """The file's text. Raises Fault for one that cannot be read, is too large or not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Fault(mistake("stray-file/unreadable", found=path.name, why=errorcode.get(error.errno or 0, ""))) from None
    if len(raw) > MAX_BYTES:
        raise Fault(mistake("too-large", found=f"{len(raw):,}", limit=f"{MAX_BYTES:,}"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise slips.not_utf8(raw, error.start) from None


def compose(text: str) -> yaml.Node:
    """YAML text to the tree of its nodes, each with its marks. Raises Fault for what is not one YAML document."""
    if MAYBE_DEEP.search(text) or text.count("[") + text.count("{") > DEEPEST:
        _refuse_deep(text)
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise slips.diagnose(text, getattr(error, "problem", "") or "", _marks(error), _stop) from None


def _refuse_deep(text: str) -> None:
    """Raise Fault where nodes are nested so deep that composing them, which calls itself for each, would end the process."""
    depth = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise Fault(mistake("bad-yaml/deep"), event.start_mark.line + 1, event.start_mark.column + 1)


def _refuse_anchors(text: str) -> None:
    """Raise Fault for a value that begins with & or !: YAML takes the first word for a name and drops it."""
    lines, events = text.splitlines(), list(yaml.parse(text, Loader=LOADER))
    if any(isinstance(event, yaml.AliasEvent) for event in events):
        return  # told as such
    for event in events:
        if getattr(event, "anchor", None) or (getattr(event, "tag", None) or "").startswith("!"):
            at = event.start_mark.line
            raise slips.special_start(lines, at) or Fault(mistake("bad-yaml/alias"), at + 1, event.start_mark.column + 1)


def parse(text: str, marks: Marks) -> dict:
    """YAML text to plain dicts, lists and strings; fills ``marks``. Raises Fault for anything but one plain mapping."""
    try:
        return _content(text, marks)
    except RecursionError:
        raise Fault(mistake("bad-yaml/deep")) from None


def _content(text: str, marks: Marks) -> dict:
    node = compose(text)
    if not isinstance(node, yaml.MappingNode):
        raise slips.no_mapping(text)
    if ANCHOR.search(text):
        _refuse_anchors(text)
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
        if len(node.value) > MAX_ITEMS:
            raise Fault(mistake("too-many", found=f"{len(node.value):,}", limit=f"{MAX_ITEMS:,}"), *at)
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


def _marks(error: yaml.YAMLError) -> list[tuple[int, int]]:
    """Where libyaml gave up, then where what it was reading began; from 0."""
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    return [(mark.line, mark.column) for mark in marks if mark]


def _stop(text: str) -> int | None:
    """The line from 0 at which a text cannot be read on; None where all of it can."""
    try:
        yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        return next((line for line, _ in _marks(error)), 0)
    return None


def nearest(marks: Marks, loc: Loc) -> tuple[int, int]:
    """The mark of the deepest written place on the way to ``loc``; steps that the file does not have are passed over."""
    here: Loc = ()
    for step in loc:
        if (*here, step) in marks:
            here = (*here, step)
    return marks.get(here, (1, 1))
