"""The ledger of texts brought up to date, commit by commit; and what a text said before. Reads git where there is one, writes nothing.

Without git, in a download, or for a ledger that was never committed, the ledger as it lies on disk is where noting begins.
"""

import difflib
import json
import re
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from . import fingerprints, handwritten, texts
from .catalog import Catalog
from .parse import parse
from .problem import Fault

LEDGER = f"data/ledgers/{texts.LEDGER}.json"
RECORD = re.compile(r"data/([a-z]+/[a-z0-9-]+)\.yml")
PAGE = re.compile(r"docs/(?:ja|en)/([^/]+)\.md")
AROUND = 30  # characters of equal text before and after a change
FAR = 200  # commits of a file to look back for its words


def noted(root: Path, catalog: Catalog, fine: Collection[texts.Said] = ()) -> dict[str, str]:
    """The ledger as it should now be: what agreed at each commit since it was last written, and at last in the files as they lie.

    ``fine`` are texts whose other side needs no change. A record that did not load keeps its line.
    """
    held = catalog.data.ledgers.get(texts.LEDGER, {})
    start = _replayed(root)
    allowed = {(one.key, one.pair) for one in fine}
    found = {}
    for key in texts.keys(catalog):
        if texts.settled(catalog, key) and (start is None or start.get(key) == held[key]):
            found[key] = held[key]
            continue
        present = [one.pair for one in texts.said(catalog, key)]
        on_disk = texts.agreed(catalog, key)
        settled = {one for one in present if one in on_disk or (key, one) in allowed}
        found[key] = fingerprints.line(fingerprints.noted(texts.agreed(catalog, key, start), present, settled))
    return found | {key: line for key, line in held.items() if key.partition("/")[2] in catalog.data.broken}


def wording(root: Path, catalog: Catalog, one: texts.Behind) -> str | None:
    """The change of the side that was changed, like git's word diff: ``was [-old-]{+new+}``; None where git does not know."""
    side, key = ("ja", "en").index(one.newer), one.said.key
    agreed = {pair for pair in texts.agreed(catalog, key) if pair[1 - side] == one.said.pair[1 - side]}
    files = _files(key)
    try:
        commits = _git(root, "log", f"-{FAR}", "--format=%H", "--", *files).split()
        for held in _contents(root, [(commit, files) for commit in commits]):
            for text in _read(held)[0]:
                if fingerprints.pair(*text) in agreed:
                    return difference(text[side], (one.said.ja, one.said.en)[side])
    except (OSError, subprocess.SubprocessError):
        pass
    return None


def difference(before: str, now: str) -> str:
    """Two texts as one, in the form of ``git diff --word-diff``, with a little of what is equal around each change.

    Latin words and single Japanese characters are its pieces.
    """
    old, new = (re.findall(r"[A-Za-z0-9,.'’-]+|\s+|.", text) for text in (before, now))
    said = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, added = "".join(old[i:j]), "".join(new[k:m])
        if kind != "equal":
            said.append((f"[-{gone}-]" if gone else "") + (f"{{+{added}+}}" if added else ""))
        elif len(added) > 2 * AROUND:
            said.append((added[:AROUND] if i else "") + "…" + (added[-AROUND:] if j < len(old) else ""))
        else:
            said.append(added)
    return "".join(said)


def _replayed(root: Path) -> dict[str, str] | None:
    """The committed ledger after all commits since its own; None where git holds none."""
    try:
        own = _git(root, "log", "-1", "--first-parent", "--format=%H", "--", LEDGER).strip()
        held = json.loads(_git(root, "show", f"HEAD:./{LEDGER}")) if own else None
        if fingerprints.fault(held):
            return None
        asked = list(_changes(root, own))
        contents = list(_contents(root, [(commit, _files(key)) for commit, key in asked]))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    for (_, key), one in zip(asked, contents, strict=True):
        said, earlier = _read(one)
        known = (key, *(f"{key.partition('/')[0]}/{id}" for id in earlier))
        line = next((held[one] for one in known if one in held), "")
        if said:
            held[key] = fingerprints.line(fingerprints.noted(fingerprints.parse(line), [fingerprints.pair(*text) for text in said]))
    return held


def _changes(root: Path, own: str) -> Iterator[tuple[str, str]]:
    """Commit and ledger key of every change of a record or page in and after the commit ``own``, oldest first; a merge is one commit."""
    said = _git(root, "log", "--first-parent", "-m", "--reverse", "--relative", "--name-only", "--format=commit %H", f"{own}..HEAD", "--", "data", "docs")
    own_files = _git(root, "show", "--first-parent", "-m", "--relative", "--name-only", "--format=commit %H", own, "--", "data", "docs")
    commit, seen = "", set()
    for name in f"{own_files}\n{said}".split("\n"):
        if name.startswith("commit "):
            commit = name.removeprefix("commit ")
        elif (found := RECORD.fullmatch(name) or PAGE.fullmatch(name)) and (change := (commit, found[1] if found.re is RECORD else f"docs/{found[1]}")) not in seen:
            seen.add(change)
            yield change


def _files(key: str) -> list[str]:
    folder, _, id = key.partition("/")
    return list(handwritten.paths(id).values()) if folder == texts.BY_HAND else [f"data/{key}.yml"]


def _read(contents: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The texts in the files of one key, and the earlier ids of a record; none where a file is missing or was no record then."""
    if len(contents) == 2:
        return [(one.text["ja"], one.text["en"]) for one in handwritten.paired(*contents)], []
    try:
        record = parse(contents[0], {}) if contents else {}
    except Fault:
        record = {}
    return list(fingerprints.texts(record)), [str(one) for one in record.get("formerly", ())]


def _contents(root: Path, asked: Iterable[tuple[str, list[str]]]) -> Iterator[list[str]]:
    """For each commit and its files what stood in them, those that were not there left out."""
    wanted = list(asked)
    names = "".join(f"{commit}:./{file}\n" for commit, files in wanted for file in files)
    raw = subprocess.run(["git", "cat-file", "--batch"], cwd=root, input=names.encode(), capture_output=True, check=True).stdout if names else b""
    at = 0
    for _, files in wanted:
        held = []
        for _ in files:
            end = raw.index(b"\n", at)
            head, at = raw[at:end].split(), end + 1
            if head[-1] != b"missing":
                held.append(raw[at : at + int(head[-1])].decode("utf-8", "replace"))
                at += int(head[-1]) + 1
        yield held


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-c", "color.ui=false", "-c", "log.showSignature=false", *arguments], cwd=root, capture_output=True, check=True).stdout.decode("utf-8", "replace")
