"""Rules on names: how they are written, how they sound, where they were seen."""

import re
import unicodedata
from collections.abc import Iterator

from ..catalog import Catalog
from ..characters import KANA_TO_HIRAGANA
from ..model import Company, Person, Stage, Text
from ..problem import Finding, Loc, Mend, mistake
from .common import IN_JAPANESE, JAPANESE, instead, parts, records

KANA = re.compile(r"^[\u3040-\u30ff\s=]+$")
HIRAGANA = re.compile(r"[ぁ-ゖー0-9]+")
GAP = re.compile(rf"(?<=[{JAPANESE}])\s+(?=[{JAPANESE}])")
OTHER_WIDTH = re.compile("[\uff01-\uff5e\uff61-\uff9f\u3000]")  # full-width Latin, half-width kana
WORDS = re.compile(r"[\s・＝=･]+")


def reading_of_name(catalog: Catalog) -> Iterator[Finding]:
    """A Japanese name that is not all kana has a reading in hiragana, by which the Japanese index is sorted."""
    for folder, id, _, record in parts(catalog, (Person, Company)):
        key = "family" if isinstance(record, Person) else "name"
        name = getattr(record, key).ja
        if not KANA.match(name) and not record.reading:
            shown = Mend((), "reading: さとう" if isinstance(record, Person) else "reading: おーぷんえーあい", "add", idea=True, after=key)
            yield Finding(folder, id, (key, "ja"), mistake("reading-of-name", shown, found=name))


def reading_in_hiragana(catalog: Catalog) -> Iterator[Finding]:
    """A reading is in hiragana, without spaces."""
    for folder, id, record in records(catalog, Person, Company, Stage):
        if record.reading and not HIRAGANA.fullmatch(record.reading):
            close = _hiragana(record.reading)
            near = close if HIRAGANA.fullmatch(close) else ""
            yield Finding(folder, id, ("reading",), mistake("reading-in-hiragana", *instead(("reading",), near), found=record.reading, near=near))


def name_well_written(catalog: Catalog) -> Iterator[Finding]:
    """A name is in the usual widths, and a Japanese one has no spaces."""
    for folder, id, loc, name in _names(catalog):
        for language in ("ja", "en"):
            written, place = getattr(name, language), (*loc, language)
            if OTHER_WIDTH.search(written):
                yield Finding(folder, id, place, mistake("name-well-written/width", Mend(place, unicodedata.normalize("NFKC", written)), found=written))
            elif language == "ja" and GAP.search(written):
                yield Finding(folder, id, place, mistake("name-well-written/gap", Mend(place, GAP.sub("・" if KANA.match(written) else "", written)), found=written))


def family_in_name(catalog: Catalog) -> Iterator[Finding]:
    """A family name stands in the whole name, letter for letter."""
    for folder, id, person in records(catalog, Person):
        if IN_JAPANESE.search(person.name.en + person.family.en):  # then the languages have changed places
            continue
        for language in ("ja", "en"):
            name, family = getattr(person.name, language), getattr(person.family, language)
            if not OTHER_WIDTH.search(name + family) and not all(word in name for word in WORDS.split(family)):
                yield Finding(folder, id, ("family", language), mistake("family-in-name", found=family, name=name))


def seen_in_japanese(catalog: Catalog) -> Iterator[Finding]:
    """A Japanese form of a name is seen in Japanese sources."""
    for folder, id, person in records(catalog, Person):
        for number, source in enumerate(person.seen.sources if person.seen else ()):
            if source in catalog.sources and catalog.sources[source].language != "ja":
                yield Finding(folder, id, ("seen", "sources", number), mistake("seen-in-japanese", found=source, language=catalog.sources[source].language))


def _names(catalog: Catalog) -> Iterator[tuple[str, str, Loc, Text]]:
    """The names of every record, and the family names of people."""
    for folder, id, record in records(catalog, Person, Company, Stage):
        yield folder, id, ("name",), record.name
        if isinstance(record, Person):
            yield folder, id, ("family",), record.family


def _hiragana(reading: str) -> str:
    """A reading in kana as hiragana, without spaces."""
    return "".join(unicodedata.normalize("NFKC", reading).split()).translate(KANA_TO_HIRAGANA)
