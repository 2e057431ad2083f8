"""Read data/ into records. What did not change since the last time is not read again; what is not asked for is not opened."""

import hashlib
import json
import marshal
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from sys import intern
from typing import NamedTuple

from pydantic import ValidationError

from . import canonical, explain, fingerprints, handwritten, ledgers, refs, slips
from .model import ID_PATTERN, KINDS, Part, Source
from .parse import Marks, nearest, parse, read_text
from .problem import Example, Fault, Loc, Problem, mistake
from .watch import Watch, Watched
from .workers import workers

MANY = 300  # files from which a second process pays
SETTLING = 2 * 10**9  # nanoseconds after which a file's times can be trusted to tell a change
IDLIKE = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9-]+)?$")

NOT_OURS = re.compile(r"[.#].*|.*[~#]$|.*\.(swp|swo|tmp|bak)$")  # what editors and desktops leave beside a file
LIKE_YAML = re.compile(r"\.ya?ml(\.txt)?$|^[^.]+$", re.I)
RESERVED = {"index", "con", "prn", "aux", "nul"}  # the page of a folder; names that Windows keeps for itself
SHELVED = ("publisher", "published", "url")  # by what sources are sorted and told apart

Stamp = tuple[int, int, int, int]  # size, times of the last change in ns, inode: what tells without reading that a file is the same


class Entry(NamedTuple):
    """What is kept of a record's file: its stamp, its digest, its content for ``marshal``."""

    stamp: Stamp
    digest: "Digest"
    content: bytes


class Digest(NamedTuple):
    """What is known of a record without opening it: SHA-256 of its file, its names, every id that stands anywhere in it, its texts'
    fingerprints, every source that it cites, a fingerprint of each field, and one of what relates it to others: its names, what it mentions and cites,
    its career. A source is looked at as a whole; of it there is what it is sorted by and told apart."""

    sha: str
    name: str
    mentions: tuple[str, ...]
    texts: str
    cites: tuple[str, ...]
    fields: dict[str, str]
    relations: str


Kept = dict[str, Entry]  # by path from the project's root


@dataclass
class Data:
    """All that was read: records by folder and id, opened when they are first asked for; digests; ids whose file did not parse."""

    root: Path
    watch: Watch = field(default_factory=Watch)
    records: dict[str, dict[str, Part]] = field(default_factory=dict)
    digests: dict[tuple[str, str], Digest] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)  # the ids of files that are no records, or whose names are none
    broken_folders: set[str] = field(default_factory=set)
    unformatted: list[Problem] = field(default_factory=list)  # of files that are right but for their form, which stops no build
    ledgers: dict[str, dict] = field(default_factory=dict)  # what commands wrote down: "published", "links", "texts"
    ledger_digests: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_hand(self) -> dict[str, list[handwritten.Section]]:
        """The pages in docs/ that are not made from records, section by section."""
        return handwritten.read(self.root)

    def place(self, folder: str, id: str, loc: Loc) -> tuple[str, int, int]:
        """Path, line and column of a place in a record; the nearest enclosing one if the place itself is not written."""
        path, marks = f"data/{folder}/{id}.yml", {}
        if (folder, id) in self.digests:  # the file is parsed again for its lines: few records ever have a problem
            with suppress(Fault):  # it may have changed since
                parse(read_text(self.root / path), marks)
        line, column = nearest(marks, loc)
        return path, line, column


def load(root: Path, kept: Kept | None = None) -> tuple[Data, list[Problem]]:
    """Read every record below ``root``/data. Gives the data and the problems found; never raises for bad input.

    ``kept`` holds what was read before and is brought up to date: a file that did not change is not read again.
    """
    data, problems, kept = Data(root), [], {} if kept is None else kept
    top = root / "data"
    if not top.is_dir():
        return data, [Problem("data", 1, 1, mistake("missing-file/data"))]
    folders = {kind.folder for kind in KINDS} | {ledgers.FOLDER}
    for path in sorted(top.iterdir()):
        if path.name not in folders or not path.is_dir():
            problems.append(_stray(root, path, "stray-file/folder", folders=tuple(sorted(folders))))
        elif path.is_symlink():  # what it leads to is not ours to read
            problems.append(_stray(root, path, "stray-file/not-plain"))
    problems += load_ledgers(root, data)
    found = {}
    for kind in KINDS:
        if (top / kind.folder).is_symlink():
            continue
        if not (top / kind.folder).is_dir():
            problems.append(Problem(f"data/{kind.folder}", 1, 1, mistake("missing-file/folder", found=f"data/{kind.folder}")))
            continue
        strays = list(_files(root, kind, found))
        problems += strays
        data.broken |= {slips.as_record_name(Path(stray.path).name).removesuffix(".yml") for stray in strays} - {""}
    problems += _read_changed(root, found, kept, data)
    for kind in KINDS:
        read = {shown.rpartition("/")[2].removesuffix(".yml"): kept[shown].content for shown, (_, held, _) in found.items() if held is kind and shown in kept}
        data.records[kind.folder] = Watched(data.watch, kind.folder, read, partial(_open, kind), fields=kind is not Source)
        data.digests |= {(kind.folder, id): kept[f"data/{kind.folder}/{id}.yml"].digest for id in read}
    return data, problems


def load_ledgers(root: Path, data: Data) -> list[Problem]:
    """Read data/ledgers/*.json, where there are any, into ``data``; give their problems."""
    problems = []
    for one in ledgers.read(root):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            data.ledgers[one[0]], data.ledger_digests[one[0]] = one[1:]
    return problems


def _files(root: Path, kind: type[Part], found: dict[str, tuple[str, type[Part], Stamp]]) -> Iterator[Problem]:
    """Add the record files of a kind to ``found``, with their stamps; give the problems of what else lies there."""
    for entry in sorted(os.scandir(root / "data" / kind.folder), key=lambda one: one.name):
        name, id = entry.name, entry.name.removesuffix(".yml")
        if NOT_OURS.match(name):
            continue
        if not entry.is_file(follow_symlinks=False):
            yield _stray(root, Path(entry.path), "stray-file/not-plain")
        elif not name.endswith(".yml"):
            yield _stray(root, Path(entry.path), "stray-file/ending", near=slips.as_record_name(name) if LIKE_YAML.search(name) else "")
        elif not re.fullmatch(ID_PATTERN, id) or len(id) > 80 or id in RESERVED:
            yield Problem(f"data/{kind.folder}/{name}", 1, 1, mistake("file-name", found=name, near="" if id in RESERVED else slips.as_record_name(name)))
        else:
            state = entry.stat()
            found[f"data/{kind.folder}/{name}"] = entry.path, kind, (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


def _read_changed(root: Path, found: dict[str, tuple[str, type[Part], Stamp]], kept: Kept, data: Data) -> Iterator[Problem]:
    """Bring ``kept`` up to the files that were found; give the problems of those that are no records."""
    for gone in kept.keys() - found.keys():
        del kept[gone]
    settled = time.time_ns() - SETTLING
    new = {shown: one for shown, one in found.items() if shown not in kept or kept[shown].stamp != one[2]}
    for shown, (entry, problems) in zip(new, _in_parallel(_read_file, [(root, Path(path), kind) for path, kind, _ in new.values()]), strict=True):
        kept.pop(shown, None)
        if entry:
            stamp = new[shown][2]
            # a file written this very moment may change again without a trace: it is read once more next time, like one with a problem
            kept[shown] = Entry(stamp if max(stamp[1:3]) < settled and not problems else (0, 0, 0, 0), _interned(entry.digest), entry.content)
            data.unformatted += problems
        else:
            data.broken.add(Path(new[shown][0]).stem)
            data.broken_folders.add(Path(shown).parent.name)
            yield from problems


def _in_parallel(read: Callable, places: list[tuple]) -> Iterator:
    """What ``read`` gives for each place; on all cores where there are many."""
    if len(places) < MANY:
        return map(read, *zip(*places, strict=True)) if places else iter(())
    with workers() as pool:
        return iter(list(pool.map(read, *zip(*places, strict=True), chunksize=100)))


def _read_file(root: Path, path: Path, kind: type[Part]) -> tuple[Entry | None, list[Problem]]:
    """Read one file: what is kept of it, or its problems."""
    shown = path.relative_to(root).as_posix()
    marks: Marks = {}
    try:
        text = read_text(path)
        content = parse(text, marks)
        kind.model_validate(content)
    except Fault as fault:
        return None, [Problem(shown, fault.line, fault.column, fault.mistake, example=fault.example)]
    except ValidationError as error:
        return None, sorted({Problem(shown, *nearest(marks, loc), wrong, loc) for loc, wrong in explain.mistakes(error, content, kind)})
    return Entry((0, 0, 0, 0), _digest(text, content, kind), marshal.dumps(content)), _form(shown, text, content, kind)


def _form(shown: str, text: str, content: dict, kind: type[Part]) -> list[Problem]:
    """The problem of a file that is not in its canonical form."""
    if not (found := canonical.differs(text, content, kind)):
        return []
    if "\r\n" in text:
        return [Problem(shown, 1, 1, mistake("not-canonical/windows", cause="line ends"))]
    line, is_, should = found
    return [Problem(shown, line, 1, mistake("not-canonical", found=is_.strip() or "—", file=shown), example=Example(should))]


def _open(kind: type[Part], id: str, content: bytes) -> Part:
    return kind.model_validate(marshal.loads(content))


def _digest(text: str, content: dict, kind: type[Part]) -> Digest:
    names = json.dumps([content.get(key) for key in ("name", "family")], ensure_ascii=False)
    fields = {key: content.get(key, "") for key in SHELVED} if kind is Source else {key: hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:20] for key, value in content.items() if value != []}
    cites, mentions = tuple(dict.fromkeys(_cited(content))), tuple(sorted(set(_mentions(content))))
    relations = hashlib.sha256(repr((names, mentions, cites, fields.get("career"))).encode()).hexdigest()[:20]
    return Digest(hashlib.sha256(text.encode()).hexdigest(), names, mentions, fingerprints.line(fingerprints.pairs(content)), cites, fields, relations)


def _interned(digest: Digest) -> Digest:
    """The digest with each id and key a single object for all records that name it: they are a hundred megabytes of a large atlas."""
    return digest._replace(mentions=tuple(map(intern, digest.mentions)), cites=tuple(map(intern, digest.cites)), fields={intern(key): held for key, held in digest.fields.items()})


def _cited(value: object, key: str = "") -> Iterator[str]:
    """Every id in a list of sources, and the source of an article."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from [one] if name == "source" and not key else _cited(one, name)
    elif isinstance(value, list):
        yield from value if key == "sources" else (id for one in value for id in _cited(one, key or "list"))


def _mentions(value: object) -> Iterator[str]:
    """Every word that may be an id of something, and every id that prose refers to."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _mentions(one)
    elif isinstance(value, list):
        for one in value:
            yield from _mentions(one)
    elif IDLIKE.match(value):
        yield value.partition("#")[0]
    elif "[[" in value:
        yield from (piece.id for piece in refs.parse(value) if isinstance(piece, refs.Ref))


def _stray(root: Path, path: Path, case: str, near: str = "", **said: tuple[str, ...]) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 1, 1, mistake(case, near=near, found=path.name, **said))
