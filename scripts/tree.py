"""The next site, made from what stands: a second tree of files beside the one that is served, changed where it differs, then put in its place.

Every file has a key, a fingerprint of all that it is made from. A file whose key is unchanged is kept, or shared from the tree that
is served; nothing is ever written in place, so an interrupted build leaves that one whole. The keys of a tree are noted under the
tree's inode, before it goes into service: whichever of the two is served, its keys are known.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from . import write

VERSION = "1"
NONE = ("", 0, 0)
Files = dict[str, tuple[str, int, int]]  # path -> key, size, time of the last change in ns


class Tree:
    """The draft of ``live``, a site's folder; ``work`` holds what is kept between builds, on the same file system."""

    def __init__(self, work: Path, live: Path) -> None:
        self.work, self.live, self.folder = work, live, work / "spare"
        served, held = self._noted(live), self._noted(self.folder)
        self._served = self._untouched(served)
        self._held = {path: one for path, one in held.items() if path in self._served or path not in served}  # a file touched there is the same here
        write.drop(self._note(self.folder))  # from here on it is neither the old nor the new tree
        for path in held.keys() - self._held.keys():
            write.drop(self.folder / path)
        if not self._held:
            write.drop(self._note(write.fresh(self.folder)))
        self.wanted: set[str] = set()

    def keeps(self, path: str, key: str) -> bool:
        """True if the file of that key is there already, or was and could be shared; else it must be ``put``."""
        self.wanted.add(path)
        if path in self._held and self._held[path][0] == key:
            return True
        if path in self._served and self._served[path][0] == key:
            write.link(self.live / path, self.folder / path)
            self._held[path] = self._served[path]
            return True
        return False

    def keeps_all(self, keys: dict[str, str]) -> bool:
        """True if all files of these keys are there now; else none of them is wanted for that."""
        if not all(key in (self._held.get(path, NONE)[0], self._served.get(path, NONE)[0]) for path, key in keys.items()):
            return False
        return all([self.keeps(path, key) for path, key in keys.items()])

    def put(self, path: str, key: str, raw: str | bytes) -> None:
        """Write a file of the draft."""
        self.write(path, raw)
        self.note(path, key)

    def write(self, path: str, raw: str | bytes) -> None:
        """Write a file of the draft that is noted later, as another process may."""
        write.fill(self.folder / path, raw.encode() if isinstance(raw, str) else raw)

    def note(self, path: str, key: str) -> None:
        """Take over a file that another process wrote."""
        state = os.stat(self.folder / path)
        self._held[path] = key, state.st_size, state.st_mtime_ns
        self.wanted.add(path)

    def read(self, path: str) -> bytes:
        """A file of the draft."""
        return (self.folder / path).read_bytes()

    def fingerprint(self, below: str) -> str:
        """Of the keys of all files that are wanted below a folder."""
        held = "\n".join(f"{path} {self._held[path][0]}" for path in sorted(path for path in self.wanted if path.startswith(below)))
        return sha256(held.encode()).hexdigest()

    def serve(self) -> None:
        """Put the draft in the place of the live site, in one step; what nobody asked for is removed first."""
        for path in self._held.keys() - self.wanted:
            write.drop(self.folder / path)
            del self._held[path]
        write.keep(self._note(self.folder), VERSION, self._held)
        write.exchange(self.folder, self.live)

    def catch_up(self) -> None:
        """Bring the tree that was served before in step, by links: the next build then begins with all files, and an edit waits for none."""
        held, note = self._served, self._note(self.folder)
        if not held or not note.exists():  # what lies there is not known, or was touched
            write.fresh(self.folder)
            held, note = {}, self._note(self.folder)
        write.drop(note)
        for path in held.keys() - self._held.keys():
            write.drop(self.folder / path)
        for path, one in self._held.items():
            if held.get(path) != one:
                write.link(self.live / path, self.folder / path)
        write.keep(note, VERSION, self._held)

    def _note(self, folder: Path) -> Path:
        return _note(self.work, folder)

    def _noted(self, folder: Path) -> Files:
        return write.recall(self._note(folder), VERSION) or {}

    def _untouched(self, files: Files) -> Files:
        """The files that still are as they were written; a tree that somebody changed is not used again once it is replaced."""
        there = dict(_stats(self.live, "")) if files else {}
        found = {path: one for path, one in files.items() if there.get(path) == one[1:]}
        if len(found) < max(len(files), len(there)):
            write.drop(self._note(self.live))
        return found


def untouched(work: Path, live: Path) -> bool:
    """True if the live site holds what was served, no file more and none less, each as it was written."""
    files = write.recall(_note(work, live), VERSION) if live.is_dir() else None
    return bool(files) and dict(_stats(live, "")) == {path: one[1:] for path, one in files.items()}


def _note(work: Path, folder: Path) -> Path:
    """Where the keys of a tree's files are noted."""
    return work / "trees" / str(folder.stat().st_ino if folder.exists() else 0)


def _stats(folder: str | Path, below: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Path, and size and time of the last change, of every file below a folder."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _stats(entry.path, f"{below}{entry.name}/")
        else:
            state = entry.stat(follow_symlinks=False)
            yield below + entry.name, (state.st_size, state.st_mtime_ns)
