"""The only module that writes. It owns what it is told it owns, and nothing else."""

import ctypes
import json
import marshal
import os
import shutil
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, flock
from hashlib import sha256
from pathlib import Path
from typing import Any

DRAFTS = "drafts"  # below .build: drafts of files that people write too
ABANDONED = 3600  # seconds
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fs.h


def sync(top: Path, files: dict[str, str], folders: Iterable[str], singles: Iterable[str]) -> int:
    """Make the owned ``folders`` and ``singles`` below ``top`` hold exactly ``files``; give the number of files changed.

    A file that already has its text is not touched, one that is no longer made is removed.
    """
    return clean(top, files, folders, singles) + sum(put(top / name, text) for name, text in files.items())


def add(top: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder."""
    for name, held in files.items():
        put(top / name, held)


def clean(top: Path, wanted: Container[str], folders: Iterable[str], singles: Iterable[str]) -> int:
    """Remove what the owned ``folders`` and ``singles`` below ``top`` hold besides what is ``wanted``; give the number of files."""
    owned = [f"{folder}/{path}" for folder in folders for path in below(top / folder)]
    owned += [single for single in singles if (top / single).is_file()]
    gone = [path for path in owned if path not in wanted]
    for path in gone:
        (top / path).unlink()
    return len(gone)


def below(top: Path) -> set[str]:
    """The path of every file below a folder."""
    start = len(str(top)) + 1
    return {f"{folder}/{name}"[start:] for folder, _, names in os.walk(top) for name in names}


def read_all(top: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


def folder(path: Path) -> Path:
    """A folder that is there from now on."""
    path.mkdir(parents=True, exist_ok=True)
    return path


def fill(path: Path, raw: bytes) -> None:
    """Write a file of a folder that nobody reads yet; one that says the same already keeps its time. What stood in its place may be
    shared with another folder, and stays as it was there."""
    def write() -> None:
        with open(path, "xb") as file:
            file.write(raw)

    _placed(path, write, lambda: path.read_bytes() == raw)


def link(held: Path, path: Path) -> None:
    """Give the file ``held`` a second place; what is never written in place can be shared. Where a file system has no links it is copied, time and all."""
    try:
        _placed(path, lambda: os.link(held, path))
    except PermissionError:  # what Linux says of FAT and its kin
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        shutil.copy2(held, path)


def _placed(path: Path, put: Callable[[], None], same: Callable[[], bool] = lambda: False) -> None:
    """Have a file put where none may be yet; most often none is and the folder is there, so that is asked only afterwards."""
    try:
        put()
    except FileExistsError:
        if not same():
            path.unlink()
            put()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        put()


def drop(path: Path) -> None:
    """Remove a file, and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        try:
            folder.rmdir()
        except OSError:
            return


def keep(path: Path, version: str, held: object) -> None:
    """Keep plain data for the next run, where that can be written; ``version`` names what made it."""
    with suppress(OSError):  # a check of records that may not be written beside is only slower
        body = marshal.dumps((version, held))
        draft = _draft(path, None)
        with open(draft, "wb") as file:
            file.writelines((sha256(body).digest(), body))
        draft.replace(path)


def recall(path: Path, version: str) -> Any:
    """What was kept, or None if there is nothing, if something else made it, or if it is damaged."""
    try:
        raw = memoryview(path.read_bytes())  # it may be large, and is copied no more often than it must
        if sha256(raw[32:]).digest() != raw[:32]:  # marshal itself may end the process over what it did not write
            return None
        made, held = marshal.loads(raw[32:])
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return held if made == version else None


def put(path: Path, text: str | bytes, drafts: Path | None = None) -> bool:
    """Write a file whole or not at all; True if it changed. The draft lies beside it, or in the folder ``drafts``, where what an
    interrupted command leaves is in nobody's way."""
    raw = text.encode() if isinstance(text, str) else text
    if path.is_file() and path.read_bytes() == raw:
        return False
    draft = _draft(path, drafts)
    draft.write_bytes(raw)
    draft.replace(path)
    return True


def _draft(path: Path, drafts: Path | None) -> Path:
    """Where the draft of a file is written, on its file system."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    if drafts is None:
        return path.with_name(f".{path.name}.draft")
    with suppress(OSError):
        drafts.mkdir(parents=True, exist_ok=True)
        if drafts.stat().st_dev == path.parent.stat().st_dev and os.access(drafts, os.W_OK):
            return drafts / f"{path.name}.{os.getpid()}.draft"
    return path.with_name(f".{path.name}.{os.getpid()}.draft")


def create(path: Path, text: str, drafts: Path | None = None) -> None:
    """Write a new file whole or not at all. Raises FileExistsError for one that is there, which stays as it is."""
    draft = _draft(path, drafts)
    draft.write_text(text, encoding="utf-8")
    try:
        os.link(draft, path)  # a link is made in one step and takes no other's place
    finally:
        draft.unlink()


def exchange(new: Path, live: Path) -> None:
    """Put the folder ``new`` in the place of ``live`` in one step; what was there stands in the place of ``new`` then.

    Linux exchanges two folders atomically (renameat2); elsewhere there is a moment without ``live``.
    """
    if not live.exists():
        new.rename(live)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    swap = getattr(libc, "renameat2", None)
    if swap is None or swap(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(live), RENAME_EXCHANGE) != 0:
        old = new.with_name(new.name + ".old")
        live.rename(old)
        new.rename(live)
        old.rename(new)


def remove(paths: Iterable[Path]) -> None:
    """Remove files."""
    for path in list(paths):
        path.unlink()


def put_json(path: Path, held: dict, drafts: Path | None = None) -> None:
    """Write a ledger: one entry a line, keys in order, so that a change reads well in git."""
    lines = (f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(held.items()))
    put(path, "{\n" + ",\n".join(lines) + "\n}\n", drafts)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: a second build waits for the first."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        flock(lock, LOCK_EX)
        _tidy([*(folder / DRAFTS).glob("*.draft"), *(folder / "templates").glob("*.tmp")])
        yield


def _tidy(drafts: Iterable[Path]) -> None:
    """Remove drafts that a command left, ours or Jinja's, when it was stopped; one of this hour may still be in use."""
    for draft in drafts:
        with suppress(OSError):
            if abs(time.time() - draft.stat().st_mtime) > ABANDONED:
                draft.unlink()


def clear(folder: Path) -> None:
    """Remove what lies below a folder, as far as that can be done."""
    for path in folder.glob("*"):
        shutil.rmtree(path, ignore_errors=True)


def fresh(folder: Path) -> Path:
    """An empty folder in the place of whatever an interrupted build left there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
