"""What a name tells: its language, its family name. A guess, which an editor checks."""

import re

from ..rules.naming import KANA, WORDS

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
# small words that belong to the family name after them
PARTICLES = {"van", "von", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "af", "st."}
SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


def side(name: str) -> str:
    """The language of a name: Japanese letters make it Japanese."""
    return "ja" if JAPANESE.search(name) else "en"


def sides(names: list[str]) -> dict[str, str]:
    """Names by language, whatever their order. Raises ValueError for two of one language."""
    found = {"ja": "", "en": ""}
    for name in names:
        if found[side(name)]:
            raise ValueError(side(name))
        found[side(name)] = " ".join(name.split())
    return found


def family(name: str, language: str) -> str:
    """The family name in a whole name: the last word, with what belongs to it; of kanji without a break the first two, of two the first."""
    if not name:
        return ""
    if language == "ja":
        words = [word for word in WORDS.split(name) if word]
        if len(words) > 1:  # Japanese and Chinese names begin with the family, others, written in kana, end with it
            return words[-1] if KANA.match(name.replace("・", "")) else words[0]
        return name if KANA.match(name) else name[: 1 if len(name) <= 2 else 2]
    if "," in name and name.split(",")[1].strip().lower() not in SUFFIXES:
        return name.split(",")[0].strip()
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def same(one: str, other: str) -> bool:
    """True for the same name, whichever of its words comes first."""
    return sorted(WORDS.split(one.casefold())) == sorted(WORDS.split(other.casefold()))


def needs_reading(name: str) -> bool:
    """True for a Japanese name that is not all kana, so that the indexes ask for its sound."""
    return bool(name) and not KANA.match(name)
