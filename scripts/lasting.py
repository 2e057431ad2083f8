"""Results that outlast a build: what is worked out for each of many records, and again only where something that it looked at changed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from .catalog import Catalog
from .looks import same, settled, states
from .watch import Look

FEW = 500  # things of which what looked at them is sooner worked out again than all that lasts is written
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


def little(catalog: Catalog, since: set[Look]) -> set[Look] | None:
    """What changed since the results were kept, with what changed now; None where that is much or not known, so that they are to be kept anew."""
    found = None if catalog.changed is None else since | catalog.changed
    return None if found is None or len(found) > FEW else found


def still_right(kept: Kept, since: set[Look]) -> Kept:
    """What was kept, without what looked at a thing that changed ``since``."""
    return {key: one for key, one in kept.items() if since.isdisjoint(one[0])} if since else kept


def worth_keeping(catalog: Catalog) -> Kept:
    """What is right now, and so may serve the next build; what is of a record that is gone is not."""
    return {key: one for key, one in catalog.lasting.items() if key in catalog.asked or same(catalog, one[0], one[1])}
