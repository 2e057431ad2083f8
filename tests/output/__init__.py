"""Checks of a whole built site, one function each: it takes the site and gives a line for every fault. `make test` and `make soak` run the same ones."""

from collections.abc import Callable, Iterator

from . import head, links, markup, words
from .site import Page, Site

CHECKS: tuple[Callable[[Site], Iterator[str]], ...] = (*markup.CHECKS, *words.CHECKS, *head.CHECKS, *links.CHECKS)

__all__ = ["CHECKS", "Page", "Site", "faults"]


def faults(site: Site) -> dict[str, list[str]]:
    """What is wrong with a site, by the name of the check; empty if nothing is."""
    found = {check.__name__: list(check(site)) for check in CHECKS}
    return {name: lines for name, lines in found.items() if lines}
