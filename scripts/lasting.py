"""Results that outlast a build: what is worked out for each of many records, and again only where something that it looked at changed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from .catalog import Catalog
from .looks import same, settled, states
from .watch import Look

Kept = dict[tuple[str, ...], tuple[tuple[Look, ...], str, Any]]  # a function's name and arguments -> what it looked at, the state of that, what it gave


def lasting(function: Callable) -> Callable:
    """A pure function of the catalog and of texts that gives plain data; what it looked at is noted each time it is asked for. Nobody may change what it gives."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(catalog: Catalog, *arguments: str) -> Any:
        key = (name, *arguments)
        if key not in catalog.asked:
            looks, state, found = catalog.lasting.get(key, ((), "", None))
            if not same(catalog, looks, state):
                with catalog.watch.on() as seen:
                    found = function(catalog, *arguments)
                looks = settled(seen)
                catalog.lasting[key] = looks, states(catalog, looks), found
            catalog.asked.add(key)
        looks, _, found = catalog.lasting[key]
        catalog.watch.also(looks)
        return found

    return asked


def worth_keeping(catalog: Catalog) -> Kept:
    """What is right now, and so may serve the next build; what is of a record that is gone is not."""
    return {key: one for key, one in catalog.lasting.items() if key in catalog.asked or same(catalog, one[0], one[1])}
