"""What several rules share. A rule on single records takes them from here, so that it can be asked about a few of them only."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches

from ..catalog import Catalog
from ..model import Part, Text
from ..problem import Loc, Mend, Value

# kana and kanji, as the inside of a pattern's brackets
JAPANESE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々"
IN_JAPANESE = re.compile(f"[{JAPANESE}]")


def records(catalog: Catalog, *kinds: type[Part]) -> Iterator[tuple[str, str, Part]]:
    """Every record of the given kinds, or of all: folder, id, record."""
    yield from (one for one in catalog.judged if not kinds or isinstance(one[-1], kinds))


def parts(catalog: Catalog, kinds: tuple[type[Part], ...]) -> Iterator[tuple[str, str, Loc, Part]]:
    """Every part of the given kinds in the records: folder, record id, place, part."""
    yield from (place for place in catalog.parts if isinstance(place[-1], kinds))


def texts(catalog: Catalog) -> Iterator[tuple[str, str, Loc, Text]]:
    """Every bilingual text in the records."""
    yield from parts(catalog, (Text,))


def near(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or "": one that differs by a slip or two, or that has all words of the other."""
    return next((one for one in get_close_matches(word, sorted(known), 5, 0.6) if _alike(word, one)), "")


def _alike(word: str, other: str) -> bool:
    slips = sum(max(b - a, d - c) for tag, a, b, c, d in SequenceMatcher(None, word, other).get_opcodes() if tag != "equal")
    words, others = set(word.split("-")), set(other.split("-"))
    return slips <= (2 if len(word) > 4 else 1) or words < others or others < words


def instead(loc: Loc, text: str) -> tuple[Mend, ...]:
    """The mend that writes ``text`` at the place; none where there is no better text."""
    return (Mend(loc, text),) if text else ()


def sides(ja: Iterable[Value], en: Iterable[Value]) -> tuple[str, dict[str, Value]]:
    """The ending of the case, and what its words speak of, where only one language of a text or each states something of its own."""
    given = {"ja": tuple(ja), "en": tuple(en)}
    held = {language: odd for language, odd in given.items() if odd}
    return "both" if len(held) == 2 else "one", held if len(held) == 2 else {"side": next(iter(held)), "odd": next(iter(held.values()))}
