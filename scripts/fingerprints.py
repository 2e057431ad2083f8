"""Fingerprints of texts, and what they tell: which pairs of Japanese and English agreed, and which side has changed since.

A text is agreed on while its pair of fingerprints is in the record's line of the ledger (texts.py says who writes that). Pairs
are matched by what they say, not by where they stand, so that a paragraph may be moved, inserted or deleted. A pair that is
not agreed on is *behind* on one side where the line holds a pair that is gone from the record and shares the other side's
words: there exactly one side was changed. Where both were changed, or the text is new, nothing is behind.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from hashlib import blake2b

from . import refs

Pair = tuple[str, str]  # the fingerprints of the Japanese and of the English
SIZE = 3  # bytes; they are compared within one record only: a change is missed once in 16 million
SIDES = ("ja", "en")
LINE = re.compile(r"([0-9a-f]{6}:[0-9a-f]{6}( [0-9a-f]{6}:[0-9a-f]{6})*)?")


def fingerprint(text: str) -> str:
    """What a text says, in six hexadecimal digits. White space, Unicode's compatible forms (NFKC) and where a link leads say nothing."""
    said = unicodedata.normalize("NFKC", refs.plain(text, "[[{}]]".format))
    return blake2b("".join(said.split()).encode(errors="surrogatepass"), digest_size=SIZE).hexdigest()


def pair(ja: str, en: str) -> Pair:
    """The fingerprints of both sides of a text."""
    return fingerprint(ja), fingerprint(en)


def texts(content: object) -> Iterator[tuple[str, str]]:
    """Both sides of every mapping with a Japanese and an English text, in the plain content of a record, whatever its schema."""
    if isinstance(content, dict):
        if isinstance(content.get("ja"), str) and isinstance(content.get("en"), str):
            yield content["ja"], content["en"]
        content = list(content.values())
    for one in content if isinstance(content, list) else ():
        yield from texts(one)


def pairs(content: object) -> Counter[Pair]:
    """The pairs of a record's texts."""
    return Counter(pair(*text) for text in texts(content))


def parse(line: str) -> Counter[Pair]:
    """The pairs of a record's line in the ledger, each as often as the record holds it."""
    return Counter((one[:6], one[7:]) for one in line.split())


def line(held: Counter[Pair]) -> str:
    """The pairs as a line of the ledger, in an order that does not depend on where they stand."""
    return " ".join(":".join(one) for one in sorted(held.elements()))


def behind(agreed: Counter[Pair], present: Collection[Pair]) -> dict[Pair, str]:
    """The present pairs of which one side was changed alone, each with the language that is behind: "ja" or "en"."""
    gone = agreed - Counter(present)
    ja, en = ({one[side] for one in gone} for side in (0, 1))
    found = {one: (one[0] in ja, one[1] in en) for one in present if one not in agreed}
    # both known: two agreed texts were put together anew, which changes neither
    return {one: "ja" if kept[0] else "en" for one, kept in found.items() if kept[0] != kept[1]}


def noted(agreed: Counter[Pair], present: Collection[Pair], fine: Collection[Pair] = ()) -> Counter[Pair]:
    """What is agreed on from now on: every present pair that is not behind, or is ``fine`` as it stands; for the others what they once agreed with."""
    late = {one: side for one, side in behind(agreed, present).items() if one not in fine}
    wanted = {(SIDES.index(side), one[SIDES.index(side)]) for one, side in late.items()}  # the sides that were not changed
    gone = agreed - Counter(present)
    kept = {one: count for one, count in gone.items() if wanted & set(enumerate(one))}
    return Counter(one for one in present if one not in late) + Counter(kept)


def fault(held: object) -> tuple[str, str] | None:
    """What is wrong with a ledger that cannot be one: the case of labels/messages, and the key at which it shows ("" for all of it)."""
    if not isinstance(held, dict):
        return "bad-ledger/shape", ""
    for key, value in held.items():
        if not isinstance(value, str) or not LINE.fullmatch(value):
            return "bad-ledger/line", key
    return None
