"""Lists that would be too long for one page: cut into pages of so many entries, numbered alike in both languages, so that each has its twin."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from ..catalog import Catalog, once
from ..model import Dispute
from . import order

ROWS = 500  # people or companies on a page of their index: some 30 KB compressed
SOURCES = 250
DISPUTED = 100  # records with disputes
OLDEST = 500  # facts that are due for a check; more follow when these are done
PAGED = ("people", "companies", "disputes")


class Group(NamedTuple):
    """The part of a group that stands on a page: its heading, the page, whether it goes on from the page before, its ids."""

    head: str
    page: int
    goes_on: bool
    ids: list[str]


def count(catalog: Catalog, folder: str) -> int:
    """How many pages the index of a folder has."""
    if folder not in PAGED:
        return 1
    held, room = (disputed(catalog), DISPUTED) if folder == "disputes" else (catalog.data.records[folder], ROWS)
    return -(-len(held) // room) or 1


def path(folder: str, number: int) -> str:
    """The address of a page of an index below the language's root."""
    return f"{folder}/" if number == 1 else f"{folder}/list/{number}/"


@once
def groups(catalog: Catalog, folder: str, language: str) -> list[Group]:
    """The groups of a folder's index, cut where a page ends."""
    found, before = [], 0
    for head, ids in order.groups(catalog, catalog.data.records[folder], language):
        cuts = [0, *range(ROWS - before % ROWS, len(ids), ROWS), len(ids)]
        found += [Group(head, (before + start) // ROWS + 1, start > 0, ids[start:end]) for start, end in pairwise(cuts)]
        before += len(ids)
    return found


def disputed(catalog: Catalog) -> list[str]:
    """Ids of the people, companies and stages whose records state disputes; no record is opened for that."""
    folders = ("people", "companies", "stages")
    for folder in folders:
        catalog.watch.note(f"{folder}.disputes", None)
    return [id for folder in folders for (place, id), digest in catalog.data.digests.items() if place == folder and digest.fields.get("disputes")]


def disputes(catalog: Catalog, number: int) -> list[tuple[str, list[Dispute]]]:
    """The records, with their disputes, on a page of the list of them."""
    return [(id, catalog.get(id).disputes) for id in disputed(catalog)[(number - 1) * DISPUTED : number * DISPUTED]]


def ends(catalog: Catalog, folder: str, language: str, number: int) -> tuple[str, str]:
    """The names that stand first and last on a page of an index."""
    held = disputes(catalog, number) if folder == "disputes" else []
    ids = [id for id, _ in held] or [id for group in groups(catalog, folder, language) if group.page == number for id in group.ids]
    return getattr(catalog.name(ids[0]), language), getattr(catalog.name(ids[-1]), language)


@once
def sources(catalog: Catalog) -> dict[str, list[str]]:
    """Ids of the sources by page of their list: ``a``, and ``a-2`` where there are too many under one letter."""
    return dict(_parts(order.sources(catalog)))


def _parts(groups: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    for group, ids in groups.items():
        for start in range(0, len(ids), SOURCES):
            yield group if not start else f"{group}-{start // SOURCES + 1}", ids[start : start + SOURCES]


@once
def source_pages(catalog: Catalog) -> dict[str, str]:
    """The page of the list of sources on which each stands."""
    return {id: name for name, ids in sources(catalog).items() for id in ids}


def source_name(name: str, others: str) -> str:
    """What a page of the list of sources is called; ``others``: the word for publishers without a letter."""
    group, _, number = name.partition("-")
    return " ".join(filter(None, [others if group == "other" else group.upper(), number]))


def neighbours(number: int, last: int) -> list[int]:
    """The pages that a page of an index links to: all of them while they are few, else the first, the last and those around it."""
    return [one for one in range(1, last + 1) if last <= 12 or one in (1, last) or abs(one - number) <= 3]
