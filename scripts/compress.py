"""Compressed copies beside the files of a built site, for one's own server: it then compresses nothing while readers wait.

gzip (RFC 1952, no time in it) and Brotli (RFC 7932); the same bytes in give the same bytes out.
"""

import gzip
import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

from . import write
from .hosting import rules

QUALITY = 10  # of Brotli: 11 takes three times as long and saves 2%, 9 saves a third of the time and costs 10%
SMALLEST = 1024  # below that an answer is one packet either way
WAYS = {"br": lambda raw: brotli.compress(raw, mode=brotli.MODE_TEXT, quality=QUALITY), "gz": lambda raw: gzip.compress(raw, 9, mtime=0)}
VERSION = f"{QUALITY} brotli {brotli.__version__}"  # another one makes all copies anew


@dataclass(frozen=True)
class Done:
    """What was done: files with copies, their bytes, and those of the copies by ending."""

    files: int
    raw: int
    copies: dict[str, int]


def add(site: Path, kept: Path) -> Done:
    """Give every text file of ``site`` its copies, ``people/index.html.br`` beside ``people/index.html``, and remove copies that are out of date.

    What was compressed before is taken from the folder ``kept``, which then holds only what this site needs.
    """
    texts = sorted(path for path in site.rglob("*") if path.suffix.lstrip(".") in rules.TEXTUAL and path.is_file())
    texts = [path for path in texts if path.stat().st_size >= SMALLEST]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries let go of the interpreter while they work
        made = dict(zip(texts, pool.map(lambda path: _copies(path, kept), texts), strict=True))
    write.remove(path for path in _old(site) if path.with_suffix("") not in made)
    write.remove(set(kept.glob("*")) - {kept / name for names, _ in made.values() for name in names})
    sizes = [size for _, size in made.values()]
    return Done(len(texts), sum(path.stat().st_size for path in texts), {way: sum(size[way] for size in sizes) for way in WAYS})


def _copies(path: Path, kept: Path) -> tuple[list[str], dict[str, int]]:
    """Write the copies of one file; give their names in ``kept`` and their sizes."""
    raw = path.read_bytes()
    key = hashlib.sha256(VERSION.encode() + raw).hexdigest()
    sizes = {}
    for way, compress in WAYS.items():
        held = kept / f"{key}.{way}"
        copy = held.read_bytes() if held.is_file() else compress(raw)
        write.add(kept, {held.name: copy})
        write.add(path.parent, {f"{path.name}.{way}": copy})
        sizes[way] = len(copy)
    return [f"{key}.{way}" for way in WAYS], sizes


def _old(site: Path) -> Iterator[Path]:
    """The copies that stand in the site, whoever made them."""
    for way in WAYS:
        yield from site.rglob(f"*.{way}")
