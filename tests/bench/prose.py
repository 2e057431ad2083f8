"""Prose that says nothing of anyone: the real atlas's plain words, shuffled, in the length of a real text.

What is kept of a real text is its shape: how long it is in either language, which records it links to and names, how many numbers it
states. Names, katakana and digits are cut out of the words; invented names and numbers stand in their places, the same in both languages.
"""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import budoux

from scripts import parity, refs
from scripts.model import Text
from scripts.rules.living import JUDGING

from .names import Name

EN_CHUNK = re.compile(r"(?<![\w'’-])[a-z]+(?:[ -][a-z]+){0,3}(?![\w'’-])")
JA_CHUNK = re.compile(r"^[\u3041-\u3096\u4e00-\u9fff]+[\u3041-\u3096]、?$")
JA_NUMBERS = ("{}年に", "{}人が", "{}億ドルを")
EN_NUMBERS = ("(in {})", "{} people", "${} billion")
SENTENCE = 7  # chunks and names


@dataclass(frozen=True)
class Shape:
    """What is kept of a real text; ``named`` are the ids that it names without a link."""

    length: dict[str, int]
    links: dict[str, list[refs.Ref]]
    named: tuple[str, ...]
    numbers: int
    stop: bool


Target = Callable[[refs.Ref], tuple[str, Name]]  # a real link to the invented address and the name that prose gives to its record


class Prose:
    """Shuffles the words of the real texts."""

    def __init__(self, texts: Iterable[Text], names: dict[str, dict[str, tuple[str, ...]]]) -> None:
        held = list(texts)
        self._forms = {language: parity.Forms(names[language]) for language in ("ja", "en")}
        banned = [form for forms in names["ja"].values() for form in forms]
        ja = budoux.load_default_japanese_parser().parse("".join(refs.REF.sub("。", text.ja) for text in held))
        plain = [one for one in ja if JA_CHUNK.match(one) and not any(form in one for form in (*banned, *JUDGING["ja"]))]
        barred = {*JUDGING["en"], *parity.EN_UNITS, *parity.MONTHS}
        en = [one for text in held for one in EN_CHUNK.findall(refs.REF.sub("|", text.en)) if not barred & set(re.split("[ -]", one))]
        self.chunks = {"ja": plain, "en": en}
        self.words = {word for one in en for word in re.split("[ -]", one)}
        self._mean = {language: sum(map(len, held)) / len(held) + (language == "en") for language, held in self.chunks.items()}

    def shape(self, text: Text) -> Shape:
        """The shape of a real text."""
        links = {side: [piece for piece in refs.parse(getattr(text, side)) if isinstance(piece, refs.Ref)] for side in ("ja", "en")}
        linked = {ref.id for ref in links["ja"]}
        named = parity.names(text.ja, self._forms["ja"]) & parity.names(text.en, self._forms["en"]) - linked
        shown = {side: refs.shown(getattr(text, side)) for side in ("ja", "en")}
        return Shape({side: len(said) for side, said in shown.items()}, links, tuple(sorted(named)), len(parity.ja_numbers(shown["ja"])), text.ja.endswith("。"))

    def write(self, shape: Shape, target: Target, rng: random.Random) -> dict[str, str]:
        """A text of a shape in both languages."""
        names = [target(refs.Ref(id))[1] for id in shape.named]
        numbers = [self._number(rng) for _ in range(shape.numbers)]
        inserts: dict[str, list[str]] = {"ja": [name.ja + "は" for name in names], "en": [name.en for name in names]}
        for side, kinds in (("ja", JA_NUMBERS), ("en", EN_NUMBERS)):
            inserts[side] += [kinds[kind].format(f"{number / 10:g}" if kind == 2 and side == "en" else number) for kind, number in numbers]
            inserts[side] += [self._link(ref, *target(ref), side) for ref in shape.links[side]]
        return {side: self._fill(side, inserts[side], shape, rng) for side in ("ja", "en")}

    @staticmethod
    def _number(rng: random.Random) -> tuple[int, int]:
        """A kind of number, and its value: a year, a count, or tenths of a billion."""
        kind = rng.choice((0, 0, 1, 2))
        return kind, (rng.randint(2010, 2026), rng.randint(13, 980), rng.randint(1, 90))[kind]

    @staticmethod
    def _link(ref: refs.Ref, address: str, name: Name, side: str) -> str:
        shown = f"|{getattr(name, side)}" if ref.shown else ""
        return f"[[{address}{shown}]]" + ("が" if side == "ja" else "")

    def _fill(self, side: str, inserts: list[str], shape: Shape, rng: random.Random) -> str:
        room = shape.length[side] - sum(len(one) for one in inserts if not one.startswith("[["))
        pieces = rng.choices(self.chunks[side], k=max(1, round(room / self._mean[side])))
        for one in inserts:
            pieces.insert(rng.randint(0, len(pieces)), one)
        stop, join = ("。", "") if side == "ja" else (".", " ")
        sentences = [join.join(pieces[at : at + SENTENCE]).rstrip("、,") for at in range(0, len(pieces), SENTENCE)]
        if side == "en":
            sentences = [one[0].upper() + one[1:] for one in sentences]
        return (stop + ("" if side == "ja" else " ")).join(sentences) + (stop if shape.stop else "")

    def line(self, side: str, length: int, rng: random.Random) -> str:
        """Words of about a length, such as a title."""
        return self._fill(side, [], Shape({side: length}, {}, (), 0, False), rng)
