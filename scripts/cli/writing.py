"""Commands that help to write records: new, draft, fmt, schema."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from .. import telling, write
from ..labels.choices import CHOICES
from ..labels.messages.common import JOINT
from ..labels.options import CHOICES_OF, MANY, OPTIONS
from ..labels.writing import WRITING
from ..problem import Fault, Problem
from .shared import tell

MOST_BYTES = 2_000_000  # of an issue; what is longer is refused, not read
EXAMPLES = {"person": 'new person "Hanako Sato" "佐藤花子"', "company": 'new company "Aoba Lab" "青葉研究所"', "stage": 'new stage "The first years" "最初の年月"',
            "source": "new source https://example.org/news/1"}  # fmt: skip


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    parser = command(new, "begin a record: what is known filled in, what is not left empty, with notes on every field and the next steps")
    parser.add_argument("what", choices=tuple(OPTIONS), help="what it is to be")
    parser.add_argument("names", nargs="*", metavar="NAME", help='its names in both languages, like "Hanako Sato" "佐藤花子"; for a source its address')
    parser.add_argument("--bare", action="store_true", help="without notes")
    for option in dict.fromkeys(option for held in OPTIONS.values() for option in held):
        kinds = [kind for kind, held in OPTIONS.items() if option in held]
        said = "; ".join(dict.fromkeys(f"{OPTIONS[kind][option]}{_choices(kind, option)}" for kind in kinds))
        more = {"action": "append"} if option in MANY else {}
        parser.add_argument(f"--{option}", help=f"({', '.join(kinds)}) {said}", metavar="X", **more)
    parser = command(draft, "turn a filed issue form into drafts of records; prints them")
    parser.add_argument("file", help="the text of the issue, or - to read it from the standard input")
    parser.add_argument("--write", action="store_true", help="write the drafts, never over another file")
    parser = command(fmt, "give records their one form: order of keys, quotes, line breaks; keeps comments")
    parser.add_argument("paths", nargs="*", type=Path, help="records or folders of them (default: all records)")
    parser.add_argument("--check", action="store_true", help="write nothing, say which would change")
    parser.add_argument("--bare", action="store_true", help="take all comments away")
    command(schema, "write the schemas by which editors complete keys, choices and ids, into .build/schema/")


def _choices(kind: str, option: str) -> str:
    group = CHOICES_OF.get((kind, option))
    return f" ({', '.join(CHOICES[group])})" if group else ""


def new(asked: argparse.Namespace) -> int:
    from .. import checking, drafts
    from ..drafts import options

    every = {option.replace("-", "_") for held in OPTIONS.values() for option in held}
    given = {key: value for key, value in vars(asked).items() if key in every and value} | {"names": asked.names}
    try:
        if len(asked.names) not in ((1,) if asked.what == "source" else (1, 2)):
            raise drafts.Refused("new/no-name", example=EXAMPLES[asked.what])
        given |= {"url": asked.names[0].strip()} if asked.what == "source" else {}
        options.check(asked.what, given)
        draft = getattr(drafts, asked.what)(checking.check(asked.root)[0], given, asked.today.isoformat())
        write.create(asked.root / draft.path, draft.text(asked.lang, asked.bare), asked.root / ".build" / write.DRAFTS)
    except drafts.Refused as refused:
        print(refused.told(asked.lang), file=sys.stderr)
        return 2 if refused.words.startswith("new/bad") or refused.words == "new/no-name" else 1
    except FileExistsError:
        print(telling.say(WRITING["new/there"], asked.lang, path=draft.path), file=sys.stderr)
        return 1
    print("\n".join(drafts.told(draft, asked.lang, asked.bare)))
    _put_schemas(asked)  # the new id is completed from now on
    return 0


def draft(asked: argparse.Namespace) -> int:
    from .. import checking, drafts
    from ..drafts import filed, report

    try:
        raw = sys.stdin.buffer.read(MOST_BYTES) if asked.file == "-" else Path(asked.file).read_bytes()[:MOST_BYTES]
        form = filed.read(raw.decode("utf-8", errors="replace"), asked.root)
        made = report.report(checking.check(asked.root)[0], form, asked.today.isoformat(), asked.lang)
    except OSError as error:
        print(telling.say(WRITING["draft/unreadable"], asked.lang, path=asked.file, why=error.strerror), file=sys.stderr)
        return 2
    except drafts.Refused as refused:
        print(refused.told(asked.lang), file=sys.stderr)
        return 1
    print("\n".join(made.lines))
    there = [one for one in made.drafts if asked.write and (asked.root / one.path).exists()]
    for one in there:  # then none is written: one may cite another
        print(telling.say(WRITING["draft/there"], asked.lang, path=one.path), file=sys.stderr)
    return 1 if there else max([_told(asked, one) for one in made.drafts], default=0)


def _told(asked: argparse.Namespace, one: Any) -> int:
    """Print a draft, or write it; give the exit code."""
    if not asked.write:
        print(f"\n{telling.say(WRITING['draft/new'], asked.lang, path=one.path)}\n\n{one.text(asked.lang)}", end="")
        return 0
    try:
        write.create(asked.root / one.path, one.text(asked.lang), asked.root / ".build" / write.DRAFTS)
    except FileExistsError:
        print(telling.say(WRITING["new/there"], asked.lang, path=one.path), file=sys.stderr)
        return 1
    print(telling.say(WRITING["new/written"], asked.lang, path=one.path))
    if one.open:
        print(telling.say(WRITING["draft/open"], asked.lang, places=telling.say(JOINT, asked.lang).join(one.open)))
    return 0


def schema(asked: argparse.Namespace) -> int:
    print(telling.say(WRITING["schema/written"], asked.lang, count=_put_schemas(asked)))
    return 0


def _put_schemas(asked: argparse.Namespace) -> int:
    """Write the schemas of the records as they are now; give their number."""
    from .. import checking
    from .. import schema as schemas

    files = {name: json.dumps(held, ensure_ascii=False) for name, held in schemas.files(checking.check(asked.root)[0], asked.lang).items()}
    write.add(asked.root / ".build" / "schema", files)
    return len(files)


def fmt(asked: argparse.Namespace) -> int:
    from .. import canonical
    from ..parse import parse, read_text

    files, read, changed, problems = _records(asked.root, asked.paths), 0, 0, []
    if isinstance(files, Path):
        print(telling.say(WRITING["fmt/none"], asked.lang, path=files), file=sys.stderr)
        return 2
    for path, kind in files:
        shown = path.relative_to(asked.root.resolve()).as_posix()
        try:
            text = read_text(path)
            form = canonical.canonical(text, kind, asked.bare)
        except Fault as fault:
            problems.append(Problem(shown, fault.line, fault.column, fault.mistake, example=fault.example))
            continue
        read += 1
        if form == text:
            continue
        content = parse(text, {})
        assert parse(form, {}) == content, f"{shown}: its form would say something else; nothing was written"
        found = canonical.differs(text, content, kind, asked.bare)
        changed += 1
        print(telling.say(WRITING["fmt/differs" if asked.check else "fmt/written"], asked.lang, path=shown, line=found[0]))
        if not asked.check:
            write.put(asked.root / shown, form, asked.root / ".build" / write.DRAFTS)
    tell(problems, asked.lang)
    print(telling.say(WRITING["fmt/found" if asked.check else "fmt/done"], asked.lang, read=f"{read:,}", count=f"{changed:,}"))
    return 1 if problems or (asked.check and changed) else 0


def _records(root: Path, paths: list[Path]) -> list[tuple[Path, type]] | Path:
    """The files of the records that are asked for, each with its kind; or the first path that names none."""
    from ..model import KINDS

    kinds, found = {(root / "data" / kind.folder).resolve(): kind for kind in KINDS}, {}
    for path in paths or [root / "data"]:
        whole = (path if path.is_absolute() or paths == [] or not (root / path).exists() else root / path).resolve()
        inside = [whole] if whole.is_file() else sorted(whole.glob("*.yml")) or sorted(whole.glob("*/*.yml"))
        held = {one: kinds[one.parent] for one in inside if one.parent in kinds and one.suffix == ".yml" and not one.is_symlink()}
        if not held:
            return path
        found |= held
    return list(found.items())
