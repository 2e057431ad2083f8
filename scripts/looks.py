"""The present state of what was looked at, as fingerprints: one changes whenever its thing may have changed."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain, starmap

from .catalog import Catalog
from .model import ID_PATTERN
from .watch import Look

_ID = re.compile(ID_PATTERN)
_OWN = re.compile(r"folder( has)?$|\w+\.")  # looks at one record alone, whatever its folder; the others are gathered from several
RELATED = {"name", "mentions", "citing", "stints", "published", "agreed", "ledger"}  # the same while ledgers and what relates records are; but for an article's terms
Place = tuple[str, str]  # folder and id
Before = tuple[dict[Place, tuple[str, str]], dict[str, str]]


def settled(seen: set[Look]) -> tuple[Look, ...]:
    """What was looked at, in order, without what need not be asked again: whether something is there whose state was looked at
    as well, and whether there is a record of a name that none can have."""
    return shared(sorted((one for one in seen if not _needless(one, seen)), key=str))


def shared(looks: Iterable[Look]) -> tuple[Look, ...]:
    """The same looks, each a single object for all that look at it: there are millions of them in a large atlas, in memory and in what is kept."""
    return tuple(starmap(_single, looks))


@cache
def _single(kind: str, key: str | None) -> Look:
    return kind, key


def _needless(look: Look, seen: set[Look]) -> bool:
    held, asked, _ = look[0].partition(" has")
    return bool(asked) and ((held, look[1]) in seen or not _ID.match(str(look[1])))


def forget() -> None:
    """Let go of the single objects: in a process that works for another nobody keeps them."""
    _single.cache_clear()


def state(catalog: Catalog, look: Look) -> str:
    """The state of one thing (`watch.py` tells what looks there are)."""
    with catalog.watch.off():
        return _named(catalog, *look)


def states(catalog: Catalog, looks: Iterable[Look], *also: object) -> str:
    """One fingerprint for the states of several, and one for whatever else counts.

    The first is the sum of the fingerprints of each (AdHash; Bellare and Micciancio, 1997): each is worked out once for all that look at it.
    """
    return f"{_sum(catalog, list(looks)):x} {_else(*also)}"


def same(catalog: Catalog, looks: Iterable[Look], state: str, *also: object) -> bool:
    """True if ``state`` is what ``states`` gives now. Where it is known what changed since the last build, nothing is summed up."""
    if not state or catalog.changed is None:
        return state == states(catalog, looks, *also)
    return state.partition(" ")[2] == _else(*also) and catalog.changed.isdisjoint(looks)


@lru_cache(1_000)
def _else(*also: object) -> str:
    return _sha("\n".join(map(str, also))) if also else ""


def _sum(catalog: Catalog, looks: list[Look]) -> int:
    known = catalog.states
    try:
        return sum(map(known.__getitem__, looks))  # most are known, and most of a build that finds little changed is this
    except KeyError:
        with catalog.watch.off():
            for look in looks:
                if look not in known:
                    known[look] = int.from_bytes(sha256(f"{look} {_named(catalog, *look)}".encode()).digest()[:16])
        return sum(map(known.__getitem__, looks))


def carry_over(catalog: Catalog, states: dict[Look, int], before: Before) -> None:
    """Take over the fingerprints of all that the last build looked at: those of records that are the same now stand, the others are
    worked out anew, and so it is known what changed. ``before`` is what ``digests`` gave then."""
    (records, ledgers), (now, ledgers_now) = before, digests(catalog)
    places = {place for place, _ in records.items() ^ now.items()}
    changed = {id for _, id in places}
    own = {kind for kind, _ in states if _OWN.match(kind) or kind.removesuffix(" has") in catalog.data.records}
    own -= {"folder", "folder has"} if any(folder == "articles" for folder, _ in places) else set()  # it may have other terms
    catalog.states |= {look: state for look, state in states.items() if look[0] in own and look[1] is not None and look[1] not in changed}
    if ledgers == ledgers_now and all(folder != "articles" and (folder, id) in records and records[folder, id][1:] == now.get((folder, id), ())[1:] for folder, id in places):
        catalog.states |= {look: state for look, state in states.items() if look[0] in RELATED}
    rest = list(states.keys() - catalog.states.keys())
    _sum(catalog, rest)
    catalog.changed = {look for look in rest if catalog.states[look] != states[look]}


def forget_states(catalog: Catalog, used: Iterable[tuple[Look, ...]]) -> None:
    """Let go of the fingerprints of what nothing that is kept looked at."""
    wanted = set(chain.from_iterable(used))
    catalog.states = {look: state for look, state in catalog.states.items() if look in wanted}


def digests(catalog: Catalog) -> Before:
    """Two fingerprints of each record, by folder and id: of all of it, and of what relates it to others; and that of each ledger."""
    return {place: (digest.sha, digest.relations) for place, digest in catalog.data.digests.items()}, catalog.data.ledger_digests


def _named(catalog: Catalog, kind: str, key: str | None) -> str:
    digests, ledgers = catalog.data.digests, catalog.data.ledgers
    if "." in kind or kind in catalog.data.records:
        return _of_records(catalog, kind, "", key)
    match kind, key:
        case "folder" | "folder has", str():
            return catalog.folder_of.get(key, "")
        case "folder" | "folder ids", None:
            return _sha(repr(sorted(catalog.folder_of.items())))
        case "terms", None:
            return repr([(id, digest.fields.get("terms")) for (folder, id), digest in digests.items() if folder == "articles"])
        case "name", str():
            if key in catalog.terms_by_id:
                return repr(catalog.terms_by_id[key][1].name)
            place = (catalog.folder_of.get(key, ""), key)
            return digests[place].name if place in digests else ""
        case "mentions", str():
            return repr(catalog.mentions.get(key))
        case "citing", str():
            return repr(catalog.citations.get(key))
        case "stints", str():
            return repr([(id, digests[folder, id].fields.get("career")) for folder, id in catalog.mentions.get(key, ()) if folder == "people"])
        case "shelf", None:
            return _sha(repr(catalog.shelf()))
        case "spans", None:
            return repr(catalog.spans)
        case "published", str():
            return catalog.published_days.get(key, "")
        case "agreed", str():
            return ledgers.get("texts", {}).get(key, "")
        case "texts", None:
            return _sha(repr(([one.texts for one in digests.values()], catalog.data.by_hand)))
        case "ledger", str():
            return catalog.data.ledger_digests.get(key, "")
    return _of_records(catalog, *kind.partition(" ")[::2], key)


def _of_records(catalog: Catalog, held: str, asked: str, key: str | None) -> str:
    """Which records there are, whether there is one, a field of one or of all, the whole of one or of all."""
    folder, _, name = held.partition(".")
    if folder not in catalog.data.records:
        raise KeyError(held)
    if asked == "has":
        return str((folder, key) in catalog.data.digests)
    if key is not None:
        digest = catalog.data.digests.get((folder, key))
        return "" if digest is None else digest.fields.get(name, "") if name else digest.sha
    of_all = [(id, "" if asked else digest.fields.get(name, "") if name else digest.sha) for (where, id), digest in catalog.data.digests.items() if where == folder]
    return _sha(repr(of_all))


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()
