"""Which texts are newer in one language than in the other: in all records, and on the pages written by hand.

Each record has a line in the ledger ``data/ledgers/texts.json``, written by commands only:
``{"people/sam-altman": "a1b2c3:d4e5f6 …", "docs/about": "…"}``, the pairs of fingerprints on which both languages last agreed
(fingerprints.py). A page depends on its record and on that line, through ``behind``.

Who writes the ledger. Nobody has to: an editor who changes both languages runs nothing, and ``check`` fails only on a ledger
that cannot be read, never because a text is behind. ``python -m scripts texts note`` brings the ledger up to date, ``texts agree``
notes too that a twin needs no change, and ``publish`` notes at a release. A commit is the unit: what changes in one commit is
said in both languages at once. Noting may come late, because it goes through the commits since the ledger was last written
(history.py): a commit that changed both sides and a later one that changed the Japanese only are told apart. ``fmt`` need not
call it, so that drafts, with their many saves, leave the ledger alone and two proposals seldom meet in it.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from . import fingerprints, handwritten
from .catalog import Catalog, walk
from .fingerprints import Pair
from .model import Part, Text
from .problem import Loc

LEDGER = "texts"
BY_HAND = "docs"
HEAD = "---\n"  # with which a page written by hand begins
# names and short labels: editors find them in the list, readers are not told of them
LABELS = {"name", "family", "role", "title", "question", "by", "org", "parties", "investors"}
# where a part without an id of its own stands on its page; the rest of a record stands at its top
SECTIONS = {"state": "state", "other_founders": "founders", "corrections": "corrections"}


@dataclass(frozen=True)
class Said:
    """A bilingual text. ``key`` is its record's line in the ledger, ``place`` its stable address there, ``anchor`` that on the page,
    ``part`` the text itself in the record, if it is in one."""

    key: str
    place: str
    anchor: str
    label: bool
    ja: str
    en: str
    loc: Loc
    part: Text | None = None

    @property
    def pair(self) -> Pair:
        return fingerprints.pair(self.ja, self.en)

    @property
    def address(self) -> str:
        return f"{self.key}#{self.place}"


@dataclass(frozen=True)
class Behind:
    """A text of which one side was changed alone: the language that is behind, and the one that was changed."""

    said: Said
    side: str

    @property
    def newer(self) -> str:
        return "en" if self.side == "ja" else "ja"

    @property
    def newer_text(self) -> str:
        return getattr(self.said, self.newer)


def keys(catalog: Catalog) -> list[str]:
    """The ledger's keys for all that holds bilingual texts, in the order of the files."""
    return [f"{folder}/{id}" for folder, id in catalog.data.digests if folder != "sources"] + [f"{BY_HAND}/{name}" for name in catalog.data.by_hand]


def said(catalog: Catalog, key: str) -> list[Said]:
    """Every text of a record or page written by hand; none for a key without one."""
    folder, _, id = key.partition("/")
    if folder == BY_HAND:
        return [Said(key, one.anchor or "head", one.anchor, False, one.text["ja"], one.text["en"], (one.anchor,)) for one in catalog.data.by_hand.get(id, ())]
    record = catalog.data.records.get(folder, {}).get(id)
    return list(_said(key, record)) if record else []


def agreed(catalog: Catalog, key: str, ledger: dict[str, str] | None = None) -> Counter[Pair]:
    """The pairs that the ledger (if none is given, the catalog's) holds for a record, or held under an earlier id."""
    folder, _, id = key.partition("/")
    held = catalog.data.ledgers.get(LEDGER, {}) if ledger is None else ledger
    record = catalog.data.records.get(folder, {}).get(id)
    known = [f"{folder}/{one}" for one in (id, *getattr(record, "formerly", ()))]
    for one in known:
        catalog.watch.note("agreed", one)
    return fingerprints.parse(next((held[one] for one in known if one in held), ""))


def settled(catalog: Catalog, key: str) -> bool:
    """True where a record's texts are just those of its line: most are, and need not be opened."""
    folder, _, id = key.partition("/")
    catalog.watch.note("agreed", key)
    digest = catalog.data.digests.get((folder, id))
    return digest is not None and digest.texts == catalog.data.ledgers.get(LEDGER, {}).get(key)


def behind(catalog: Catalog, key: str) -> list[Behind]:
    """The texts of one record, or page written by hand, that are behind in a language."""
    if settled(catalog, key) or not (known := agreed(catalog, key)):
        return []
    pairs = [(one, one.pair) for one in said(catalog, key)]
    late = fingerprints.behind(known, [pair for _, pair in pairs])
    return [Behind(one, late[pair]) for one, pair in pairs if pair in late]


def all_behind(catalog: Catalog) -> list[Behind]:
    """Every text that is behind in a language, in the order of the records."""
    catalog.watch.note("texts", None)
    catalog.watch.note("ledger", LEDGER)
    return [one for key in keys(catalog) for one in behind(catalog, key)]


def newer_elsewhere(catalog: Catalog, path: str, language: str) -> dict[int, str]:
    """The prose of a page that is newer in the other language: the ``id()`` of each text, and its anchor. ``path`` is ``people/sam-altman/``."""
    folder, _, name = path.strip("/").partition("/")
    held = [f"{folder}/{name}"] if name else [f"{folder}/{one}" for one in catalog.candidates] if folder == "candidates" else []
    late = [one for key in held for one in behind(catalog, key)]
    return {id(one.said.part): one.said.anchor for one in late if one.side == language and not one.said.label}


def section(catalog: Catalog, one: Said) -> handwritten.Section | None:
    """The section of a page written by hand that is a text; None for a text of a record."""
    folder, _, name = one.key.partition("/")
    return next(held for held in catalog.data.by_hand[name] if held.anchor == one.anchor) if folder == BY_HAND else None


def newer_sections(catalog: Catalog, name: str, language: str) -> list[handwritten.Section]:
    """The sections of a page written by hand that are newer in the other language."""
    late = [one for one in behind(catalog, f"{BY_HAND}/{name}") if one.side == language]
    return [section(catalog, one.said) for one in late]


def with_notice(catalog: Catalog, name: str, language: str, source: str) -> str:
    """The source of a page written by hand, with ``newer:`` in its head where the other language has newer sections: their anchors and titles."""
    late = [(one.anchor, one.title[language]) for one in newer_sections(catalog, name, language) if one.anchor]
    return f"---\nnewer: {json.dumps(late, ensure_ascii=False)}\n{source.removeprefix(HEAD)}" if late and source.startswith(HEAD) else source


def position(catalog: Catalog, one: Behind) -> tuple[str, int, int]:
    """Path, line and column of the side that is behind."""
    folder, _, id = one.said.key.partition("/")
    if found := section(catalog, one.said):
        return handwritten.paths(id)[one.side], found.line[one.side], 1
    return catalog.data.place(folder, id, (*one.said.loc, one.side))


def _said(key: str, record: Part) -> Iterator[Said]:
    for loc, part in walk(record):
        if isinstance(part, Text):
            label = next(step for step in reversed(loc) if isinstance(step, str)) in LABELS
            yield Said(key, *_place(key, record, loc), label, part.ja, part.en, loc, part)


def _place(key: str, record: Part, loc: Loc) -> tuple[str, str]:
    """The address of a place in a record, by ids where there are any, and the anchor at which the page shows it."""
    folder, _, id = key.partition("/")
    steps, anchor, here = [], id if folder == "candidates" else SECTIONS.get(loc[0], "top"), record
    for step in loc:
        if isinstance(step, int):
            here = here[step]
            steps.append(str(getattr(here, "id", step + 1)))
            anchor = getattr(here, "id", f"story-{step + 1}" if loc[0] == "story" else anchor)
        else:
            steps.append(step)
            here = getattr(here, step)
    return ".".join(steps), anchor
