"""Files that are made together, and made again only when what they are made from changed: a fingerprint of it, or what was looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from hashlib import sha256
from typing import Any

from .catalog import Catalog
from .looks import same, settled, states
from .tree import Tree
from .watch import Look

Files = Mapping[str, str | bytes]
Looks = tuple[Look, ...]


@dataclass
class Groups:
    """The groups of one build. ``kept`` is brought up to date: a group's name to what it looked at, the fingerprint of all that it is
    made from, and the key of each of its files. ``made_by``: fingerprint of the program and the frame."""

    catalog: Catalog
    today: Day
    made_by: str
    kept: dict[str, tuple[Looks, str, dict[str, str]]]
    asked: set[str] = field(default_factory=set)

    def of_key(self, name: str, tree: Tree, key: str, make: Callable[[], Files]) -> None:
        """A group that is made from what ``key`` stands for."""
        _, known, files = self.kept.get(name, ((), "", {}))
        if known != key or not tree.keeps_all(files):
            self.kept[name] = (), key, _put(tree, make())

    def of_looks(self, name: str, tree: Tree, make: Callable[[], Any], *also: object, put: Callable[[Tree, Any], dict[str, str]] | None = None) -> None:
        """A group that is made from what it looks at, the day, and whatever else ``also`` names. ``put`` writes what ``make`` gives, where that is
        not a text or bytes for each path, and gives the key of each file."""
        looks, known, files = self.kept.get(name, ((), "", {}))
        self.asked.add(name)
        if same(self.catalog, looks, known, *self._else(also)) and tree.keeps_all(files):
            return
        with self.catalog.watch.on() as seen:
            files = (put or _put)(tree, make())
        looks = settled(seen)
        self.kept[name] = looks, states(self.catalog, looks, *self._else(also)), files

    def _else(self, also: tuple[object, ...]) -> tuple[object, ...]:
        return self.made_by, self.today, *also

    def right(self) -> dict[str, tuple[Looks, str, dict[str, str]]]:
        """What is kept and right now: a group that nobody asked for may not be."""
        return {name: one for name, one in self.kept.items() if name in self.asked or not one[0]}


def fingerprint(*parts: object) -> str:
    """SHA-256 of texts and whatever can be told as one."""
    held = b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)
    return sha256(held).hexdigest()


def _put(tree: Tree, files: Files) -> dict[str, str]:
    """Write the files that differ; give the key of each."""
    keys = {path: fingerprint(said) for path, said in files.items()}
    for path, said in files.items():
        tree.keeps(path, keys[path]) or tree.put(path, keys[path], said)
    return keys
