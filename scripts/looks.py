"""The present state of what was looked at, as fingerprints: one changes whenever its thing may have changed."""

from collections.abc import Iterable
from hashlib import sha256

from .catalog import Catalog
from .watch import Look


def state(catalog: Catalog, look: Look) -> str:
    """The state of one thing (`watch.py` tells what looks there are)."""
    return states_of(catalog, [look])[0]


def states(catalog: Catalog, looks: Iterable[Look], *also: object) -> str:
    """One fingerprint for the states of several, and for whatever else counts."""
    return _sha("\n".join([*map(str, also), *states_of(catalog, looks)]))


def states_of(catalog: Catalog, looks: Iterable[Look]) -> list[str]:
    """The states of several things."""
    known = catalog.states
    with catalog.watch.off():
        if not known:
            known |= _of_each(catalog)
        return [known[look] if look in known else known.setdefault(look, _named(catalog, *look)) for look in looks]


def _of_each(catalog: Catalog) -> dict[Look, str]:
    """The looks that most pages have most of, at once: single fields, and single records."""
    found = {place: digest.sha for place, digest in catalog.data.digests.items()}
    fields = {folder: folder + "." for folder in catalog.data.records if folder != "sources"}
    for (folder, id), digest in catalog.data.digests.items():
        if folder in fields:
            found |= {(fields[folder] + name, id): said for name, said in digest.fields.items()}
    return found


def _named(catalog: Catalog, kind: str, key: str | None) -> str:
    digests, ledgers = catalog.data.digests, catalog.data.ledgers
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
