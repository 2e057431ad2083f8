"""The order of names: 五十音 in Japanese (after JIS X 4061, simplified), A–Z in English; and groups of either."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import get_args

from ..catalog import Catalog, once
from ..model import Company, Person, Source
from .view import hiragana

ROWS = ("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "やゆよ", "らりるれろ", "わゐゑをん")
SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")


@cache
def kana_key(reading: str) -> str:
    """Sorting key of a kana reading: no voicing marks, no small kana, no long-vowel mark."""
    bare = "".join(c for c in unicodedata.normalize("NFD", hiragana(reading)) if c not in "\u3099\u309aー・ ")
    return bare.translate(SMALL)


@cache
def latin_key(name: str) -> str:
    """Sorting key of a Latin name: no case, no diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))


def key(record: Person | Company, language: str) -> tuple[str, str]:
    """Sorting key of a person (by family name) or a company in one language."""
    person = isinstance(record, Person)
    if language == "ja":
        reading = record.reading or (record.family.ja if person else record.name.ja)
        return kana_key(reading), record.name.ja
    return latin_key(record.family.en if person else record.name.en), latin_key(record.name.en)


def group_of(first: str, language: str) -> str:
    """The heading under which a key stands: the row's first kana, or the capital letter; "" where there is none."""
    if language == "ja":
        return next((row[0] for row in ROWS if first in row), "")
    return first.upper() if first.isascii() and first.isalpha() else ""


def anchor(heading: str) -> str:
    """The anchor of a group: ``group-a`` for あ and for A alike, ``group-other`` for none."""
    names = dict(zip((row[0] for row in ROWS), ("a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa"), strict=True))
    return "group-" + (names.get(heading) or heading.lower() or "other")


def sort(catalog: Catalog, ids: Iterable[str], language: str) -> list[str]:
    """Ids of people or companies in the language's order."""
    return sorted(ids, key=lambda id: key(catalog.get(id), language))


def groups(catalog: Catalog, ids: Iterable[str], language: str) -> list[tuple[str, list[str]]]:
    """Ids of people or companies under their 五十音 rows or letters, in order."""
    def heading(id: str) -> str:
        return group_of(key(catalog.get(id), language)[0][:1], language)

    ordered = sorted(ids, key=lambda id: (heading(id) == "", key(catalog.get(id), language)))
    return [(head, list(held)) for head, held in groupby(ordered, heading)]


def source_group(publisher: str) -> str:
    """The page of the list of sources on which a publisher's stand: its first letter, or "other"."""
    first = latin_key(publisher)[:1]
    return first if first.isascii() and first.isalpha() else "other"


@once
def sources(catalog: Catalog) -> dict[str, list[str]]:
    """Ids of the sources by group, each group by publisher and date."""
    held: dict[str, list[str]] = {}
    for _, _, id, publisher in sorted((latin_key(publisher), published, id, publisher) for id, publisher, published in catalog.shelf()):
        held.setdefault(source_group(publisher), []).append(id)
    return {group: held[group] for group in sorted(held, key=lambda group: (group == "other", group))}


def source_kinds(catalog: Catalog) -> dict[str, int]:
    """How many sources there are of each kind, strongest kind first."""
    kinds = get_args(Source.model_fields["kind"].annotation)
    return {kind: sum(source.kind == kind for source in catalog.sources.values()) for kind in kinds}


def candidates(catalog: Catalog) -> list[tuple[str, list[str]]]:
    """Ids of the candidates by kind, each group A–Z."""
    by_name = sorted(catalog.candidates, key=lambda id: latin_key(catalog.candidates[id].name.en))
    held = {kind: [id for id in by_name if catalog.candidates[id].kind == kind] for kind in ("person", "company")}
    return [(kind, ids) for kind, ids in held.items() if ids]
