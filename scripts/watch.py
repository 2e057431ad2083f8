"""What was looked at, so that a page is made again only when one of these things changed: which records there are, and which fields of which.

A look is a kind and a key. Of records held in ``folder``: ``("folder ids", None)`` which there are, ``("folder has", id)`` whether there
is that one, ``("folder.field", id)`` one field of it, ``("folder.field", None)`` that field of all; ``("folder", id)`` and
``("folder", None)`` the whole of one and of all.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

OPEN = 20_000  # values of a kind that are held open at most: sources take six times as much memory open as stored
Look = tuple[str, str | None]  # kind of thing and its key; None where all keys were gone through


class Watch:
    """Collects looks while someone watches; else costs next to nothing."""

    def __init__(self) -> None:
        self.seen: set[Look] | None = None

    def note(self, kind: str, key: str | None) -> None:
        if self.seen is not None and (key is None or isinstance(key, str)):  # nothing else can ever be a key
            self.seen.add((kind, key))

    def also(self, looks: Iterable[Look]) -> None:
        """Note what was looked at some other time."""
        if self.seen is not None:
            self.seen.update(looks)

    @contextmanager
    def on(self) -> Iterator[set[Look]]:
        """Collect what is looked at inside the block."""
        before, self.seen = self.seen, set()
        try:
            yield self.seen
        finally:
            self.seen = before

    @contextmanager
    def off(self) -> Iterator[None]:
        """Do not collect inside the block: its result is noted under a name of its own."""
        before, self.seen = self.seen, None
        try:
            yield
        finally:
            self.seen = before


class Watched(dict):
    """A dict whose lookups are noted. ``open_`` turns a value as it is stored into what is given, when it is asked for.

    ``fields``: the values are models, of which single fields are looked at; while someone watches, one is given that notes each.
    """

    def __init__(self, watch: Watch, kind: str, held: dict, open_: Callable[[str, object], object] | None = None, fields: bool = False) -> None:
        super().__init__(held)
        self.watch, self.kind, self.fields = watch, kind, fields
        self._stored, self._open = set(held) if open_ else set(), open_
        self._opened: dict[str, object] = {}
        self._seen: dict[tuple[str, bool], object] = {}

    def _value(self, key: str, one: bool = True) -> Any:
        value = self._opened_value(key) if key in self._stored else super().__getitem__(key)
        if self.watch.seen is None:
            return value
        if not self.fields:
            self.watch.note(self.kind, key if one else None)
            return value
        if (key, one) not in self._seen:
            self._seen[key, one] = noting(value, lambda field: self.watch.note(f"{self.kind}.{field}", key if one else None))
        return self._seen[key, one]

    def _opened_value(self, key: str) -> object:
        if key not in self._opened:
            if len(self._opened) >= OPEN:
                self.close()
            self._opened[key] = self._open(key, super().__getitem__(key))
        return self._opened[key]

    def close(self) -> None:
        """Let go of what was opened; it is opened again when it is asked for."""
        self._opened.clear()
        self._seen.clear()

    def __setitem__(self, key: str, value: object) -> None:
        self._stored.discard(key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        self.watch.note(f"{self.kind} has", key)
        return self._value(key)

    def get(self, key, default=None):
        return self._value(key) if key in self else default

    def __contains__(self, key) -> bool:
        self.watch.note(f"{self.kind} has", key)
        return super().__contains__(key)

    def __iter__(self):
        self.watch.note(f"{self.kind} ids", None)
        return super().__iter__()

    def __len__(self) -> int:
        self.watch.note(f"{self.kind} ids", None)
        return super().__len__()

    def keys(self):
        self.watch.note(f"{self.kind} ids", None)
        return super().keys()

    def values(self) -> list:
        return [self._value(key, one=False) for key in self]

    def items(self) -> list:
        return [(key, self._value(key, one=False)) for key in self]


def noting(record: Any, note: Callable[[str], None]) -> Any:
    """The same model, of which ``note`` hears each field that is read, by its key in the file."""
    seen = object.__new__(_noting(type(record)))
    object.__setattr__(seen, "__dict__", {"_record": record, "_note": note})
    return seen


@cache
def _noting(kind: type) -> type:
    """The class of such models: it has no values of its own, so that Python asks ``__getattr__`` for each."""
    keys = {name: info.alias or name for name, info in kind.model_fields.items()}

    def __getattr__(self, name: str):
        if name in keys:
            self._note(keys[name])
        return getattr(self._record, name)

    def model_dump(self, **options):
        for key in keys.values():
            self._note(key)
        return self._record.model_dump(**options)

    return type(kind.__name__, (kind,), {"__getattr__": __getattr__, "model_dump": model_dump, "__module__": kind.__module__, "__doc__": kind.__doc__})
