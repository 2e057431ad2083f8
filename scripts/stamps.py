"""Fingerprints of what a build is made from and with: SHA-256 in hexadecimal. Cheap to load: a build that finds nothing changed loads little else."""

import datetime
import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# what takes part in making pages; another version makes all anew
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "babel", "pydantic", "PyYAML", "lxml", "html-to-markdown", "pillow", "zlib-ng", "uharfbuzz", "pagefind", "networkx")
ENVIRONMENT = ("SITE_URL", "REPO_URL")
INPUTS = ("data", "overrides", "scripts", "mkdocs.yml")


@cache
def of_program() -> str:
    """Of these scripts, their templates, Python and the packages."""
    held = sha256(of_files(Path(__file__).parent).encode())
    held.update(repr((sys.version, _versions())).encode())
    return held.hexdigest()


def of_frame(root: Path, assets: str) -> str:
    """Of all that surrounds a page's content; ``assets`` is the fingerprint of our scripts and style."""
    outside = [path for path in sorted((root / "overrides").rglob("*")) if path.is_file() and (root / "overrides" / "assets") not in path.parents]
    held = sha256("\n".join([of_program(), assets, *(os.environ.get(name, "") for name in ENVIRONMENT)]).encode())
    for path in [root / "mkdocs.yml", *outside]:
        held.update(f"\n{path.relative_to(root)}\n".encode(errors="surrogateescape") + path.read_bytes())
    return held.hexdigest()


def of_files(folder: Path) -> str:
    """Of the names and contents of all files below a folder."""
    held = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            held.update(f"{path.relative_to(folder).as_posix()}\n{path.stat().st_size}\n".encode() + path.read_bytes())
    return held.hexdigest()


def of_inputs(root: Path, today: datetime.date) -> str:
    """Of the sizes and times of everything that a build reads: where it is the same, nothing need be read."""
    held = [str(today), sys.version, repr(_versions()), *(os.environ.get(name, "") for name in ENVIRONMENT)]
    read = [root / name for name in INPUTS] + sorted(path for path in root.glob("docs/*/*.md") if path.name != "index.md")
    held += [f"{path} {state}" for one in read for path, state in stats(one)]
    return sha256("\n".join(held).encode(errors="surrogateescape")).hexdigest()


def of_tree(folder: Path) -> str:
    """Of the sizes and times of all files below a folder."""
    return sha256("\n".join(f"{path} {state[:2]}" for path, state in stats(folder)).encode(errors="surrogateescape")).hexdigest()


def stats(path: str | Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Path, and size, times of the last change in ns and inode, of a file or of all files below a folder."""
    if not os.path.isdir(path):
        if os.path.exists(path):
            yield str(path), _state(os.stat(path))
        return
    for entry in sorted(os.scandir(path), key=lambda one: one.name):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from stats(entry.path)
        else:
            yield entry.path, _state(entry.stat(follow_symlinks=False))


def _state(state: os.stat_result) -> tuple[int, ...]:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


@cache
def _versions() -> tuple[str, ...]:
    def of(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return ""

    return tuple(of(name) for name in PACKAGES)
