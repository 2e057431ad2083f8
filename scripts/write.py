"""The only module that writes. It owns what it is told it owns, and nothing else."""

import ctypes
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fs.h


def sync(top: Path, files: dict[str, str], folders: Iterable[str], singles: Iterable[str]) -> int:
    """Make the owned ``folders`` and ``singles`` below ``top`` hold exactly ``files``; give the number of files changed.

    A file that already has its text is not touched, one that is no longer made is removed.
    """
    changed = 0
    owned = [path for folder in folders for path in (top / folder).rglob("*") if path.is_file()]
    owned += [top / single for single in singles if (top / single).is_file()]
    for path in owned:
        if path.relative_to(top).as_posix() not in files:
            path.unlink()
            changed += 1
    for name, text in files.items():
        changed += _put(top / name, text)
    return changed


def add(top: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder that nobody else owns yet."""
    for name, text in files.items():
        _put(top / name, text)


def keep_only(folder: Path, endings: tuple[str, ...]) -> None:
    """Remove the files below a folder whose names end otherwise."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.endswith(endings):
            path.unlink()


def kept(folder: Path, names: Iterable[str], make: Callable[[list[str]], Iterable[bytes]]) -> dict[str, bytes]:
    """The files ``names`` of a folder that keeps what is costly to make: read, or made by ``make`` in the order in which it is asked. Others are removed."""
    wanted = dict.fromkeys(names)
    missing = [name for name in wanted if not (folder / name).is_file()]
    for name, raw in zip(missing, make(missing), strict=True):
        _put(folder / name, raw)
    for path in folder.glob("*"):
        if path.name not in wanted:
            path.unlink()
    return {name: (folder / name).read_bytes() for name in wanted}


def _put(path: Path, text: str | bytes) -> bool:
    """Write a file whole or not at all; True if it changed."""
    raw = text.encode() if isinstance(text, str) else text
    if path.is_file() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(raw)
    draft.replace(path)
    return True


def swap(new: Path, live: Path) -> None:
    """Put the folder ``new`` in the place of ``live`` in one step, and remove what was there.

    Linux exchanges two folders atomically (renameat2); elsewhere there is a moment without ``live``.
    """
    if not live.exists():
        new.rename(live)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    exchange = getattr(libc, "renameat2", None)
    if exchange is None or exchange(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(live), RENAME_EXCHANGE) != 0:
        old = new.with_name(new.name + ".old")
        live.rename(old)
        new.rename(live)
        old.rename(new)
    shutil.rmtree(new)


def remove(paths: Iterable[Path]) -> None:
    """Remove files."""
    for path in list(paths):
        path.unlink()


def put_json(path: Path, held: dict) -> None:
    """Write a ledger: one entry a line, keys in order, so that a change reads well in git."""
    lines = (f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(held.items()))
    _put(path, "{\n" + ",\n".join(lines) + "\n}\n")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: a second build waits for the first."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        flock(lock, LOCK_EX)
        yield


def fresh(folder: Path) -> Path:
    """An empty folder in the place of whatever an interrupted build left there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
