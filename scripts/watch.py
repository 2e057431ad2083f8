"""What was looked at: dicts that note which of their keys were asked for, so that a page is made again only when one of them changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Look = tuple[str, str | None]  # kind of thing and its key; None where all keys were gone through


class Watch:
    """Collects looks while someone watches; else costs next to nothing."""

    def __init__(self) -> None:
        self.seen: set[Look] | None = None

    def note(self, kind: str, key: str | None) -> None:
        if self.seen is not None and (key is None or isinstance(key, str)):  # nothing else can ever be a key
            self.seen.add((kind, key))

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
    """A dict whose lookups are noted. ``open_`` turns a value as it was stored into what is given, once, when it is first asked for."""

    def __init__(self, watch: Watch, kind: str, held: dict, open_: Callable[[str, object], object] | None = None) -> None:
        super().__init__(held)
        self.watch, self.kind = watch, kind
        self._closed, self._open = set(held) if open_ else set(), open_

    def _value(self, key: str) -> object:
        if key in self._closed:
            self._closed.discard(key)
            super().__setitem__(key, self._open(key, super().__getitem__(key)))
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: object) -> None:
        self._closed.discard(key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        self.watch.note(self.kind, key)
        return self._value(key)

    def get(self, key, default=None):
        self.watch.note(self.kind, key)
        return self._value(key) if super().__contains__(key) else default

    def __contains__(self, key) -> bool:
        self.watch.note(self.kind, key)
        return super().__contains__(key)

    def __iter__(self):
        self.watch.note(self.kind, None)
        return super().__iter__()

    def __len__(self) -> int:
        self.watch.note(self.kind, None)
        return super().__len__()

    def keys(self):
        self.watch.note(self.kind, None)
        return super().keys()

    def values(self) -> list:
        return [self._value(key) for key in self]

    def items(self) -> list:
        return [(key, self._value(key)) for key in self]
