"""Commands that write records: fmt."""

import argparse
import sys
from pathlib import Path

from .. import canonical, telling, write
from ..labels.writing import WRITING
from ..model import KINDS, Part
from ..parse import parse, read_text
from ..problem import Fault, Problem
from .shared import tell


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(fmt, "give records their one form: order of keys, quotes, line breaks; keeps comments")
    parser.add_argument("paths", nargs="*", type=Path, help="records or folders of them (default: all records)")
    parser.add_argument("--check", action="store_true", help="write nothing, say which would change")


def fmt(asked: argparse.Namespace) -> int:
    files, read, changed, problems = _records(asked.root, asked.paths), 0, 0, []
    if isinstance(files, Path):
        print(telling.say(WRITING["fmt/none"], asked.lang, path=files), file=sys.stderr)
        return 2
    for path, kind in files:
        shown = path.relative_to(asked.root.resolve()).as_posix()
        try:
            text = read_text(path)
            form = canonical.canonical(text, kind)
        except Fault as fault:
            problems.append(Problem(shown, fault.line, fault.column, fault.mistake, example=fault.example))
            continue
        read += 1
        if not (found := canonical.differs(text, content := parse(text, {}), kind)):
            continue
        assert parse(form, {}) == content, f"{shown}: its form would say something else; nothing was written"
        changed += 1
        print(telling.say(WRITING["fmt/differs" if asked.check else "fmt/written"], asked.lang, path=shown, line=found[0]))
        if not asked.check:
            write.add(asked.root, {shown: form})
    tell(problems, asked.lang)
    print(telling.say(WRITING["fmt/found" if asked.check else "fmt/done"], asked.lang, read=read, count=changed))
    return 1 if problems or (asked.check and changed) else 0


def _records(root: Path, paths: list[Path]) -> list[tuple[Path, type[Part]]] | Path:
    """The files of the records that are asked for, each with its kind; or the first path that names none."""
    kinds, found = {(root / "data" / kind.folder).resolve(): kind for kind in KINDS}, {}
    for path in paths or [root / "data"]:
        whole = (path if path.is_absolute() or paths == [] or not (root / path).exists() else root / path).resolve()
        inside = [whole] if whole.is_file() else sorted(whole.glob("*.yml")) or sorted(whole.glob("*/*.yml"))
        held = {one: kinds[one.parent] for one in inside if one.parent in kinds and one.suffix == ".yml" and not one.is_symlink()}
        if not held:
            return path
        found |= held
    return list(found.items())
