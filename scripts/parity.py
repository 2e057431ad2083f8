"""The numbers that a text states, in Japanese and in English, so that the two can be compared."""

import re
import unicodedata
from decimal import Decimal

from . import refs

JA_UNITS = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
EN_UNITS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "k": 10**3, "m": 10**6, "bn": 10**9}
MONTHS = {name: number for number, name in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1)}  # fmt: skip
WORDS = {word: number for number, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])}
WORDS |= {word: number for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 1)}
WORDS |= {"once": 1, "twice": 2, "both": 2, "pair": 2, "half": 2, "single": 1, "dozen": 12, "a": 1, "an": 1}
KANJI = {kanji: number for number, kanji in enumerate("〇一二三四五六七八九十")} | {"両": 2, "双": 2, "半": 2, "単": 1}

# a digit inside a Latin name, like o3 or GPT-4o, is no number
JA_NUMBER = re.compile(r"(?<![A-Za-z\d.,])(?:\d[\d,]*(?:\.\d+)?[兆億万千]?)+(?![a-z\d])")
JA_PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?)([兆億万千]?)")
EN_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:\s?(?:–|-|to)\s?\$?(\d[\d,]*(?:\.\d+)?))?\s?(thousand|million|billion|trillion|bn|k|m)?\b", re.I)
EN_MONTH = re.compile(r"\b(" + "|".join(name.title() for name in MONTHS) + r")\b")

# names that hold a family name of the atlas and mean something else
OTHERS = re.compile("Morgan Stanley|モルガン・スタンレー|モルガン・スタンリー|Song dynasty|Andrew Yao")


def ja_numbers(text: str) -> set[Decimal]:
    """Every number in a Japanese text: 12億5000万 is 1,250,000,000; 2024年5月 is 2024 and 5; a range carries its last unit."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(\d[\d.]*)[〜~–-](\d[\d.]*)([兆億万])", r"\1\3〜\2\3", text)
    return {sum(_value(number, JA_UNITS.get(unit, 1)) for number, unit in JA_PIECE.findall(run)) for run in JA_NUMBER.findall(text)}


def en_numbers(text: str) -> set[Decimal]:
    """Every number in an English text that is written in digits, and every month that is named."""
    found: set[Decimal] = set()
    for low, high, unit in EN_NUMBER.findall(unicodedata.normalize("NFKC", text)):
        factor = EN_UNITS.get(unit.lower(), 1)
        found |= {_value(number, factor) for number in (low, high) if number}
    return found | {Decimal(MONTHS[name.lower()]) for name in EN_MONTH.findall(text)}


def words(text: str) -> set[Decimal]:
    """Small numbers that a text spells out, in either language."""
    spelled = {WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in WORDS}
    return {Decimal(n) for n in spelled | {KANJI[c] for c in text if c in KANJI}}


def unequal(ja: str, en: str) -> tuple[set[Decimal], set[Decimal]]:
    """The numbers that only the Japanese, and only the English, text states; a small one may be spelled out in the other."""
    in_ja, in_en = ja_numbers(ja), en_numbers(en)
    return in_ja - in_en - words(en), in_en - in_ja - words(ja)


RUN = "[A-Za-z]+|[ァ-ヺー]+"  # a form stands as a whole word, so it begins where such a run begins


class Forms:
    """The forms of each id's name, found by the run of letters with which they begin: a text is looked through once, however many names there are."""

    def __init__(self, names: dict[str, tuple[str, ...]]) -> None:
        self.names = names
        self._by_run: dict[str, set[str]] = {}
        others = set()
        for id, forms in names.items():
            for form in forms:
                run = re.match(RUN, form)
                others |= set() if run else {form[0]}
                for key in (run[0], f"{run[0]}s") if run else (form[0],):
                    self._by_run.setdefault(key, set()).add(id)
        self._run = re.compile("|".join([RUN, *map(re.escape, sorted(others))]))

    def named(self, text: str) -> set[str]:
        """Ids of those that a text names, as whole words: not inside a longer katakana or Latin word."""
        near = {id for run in set(self._run.findall(text)) & self._by_run.keys() for id in self._by_run[run]}
        return {id for id in near if any(_stands(form, text) for form in self.names[id])}


def _stands(form: str, text: str) -> bool:
    """True where a text has a form as a word of its own; an English one may have an s at its end."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not at or not _joins(text[at - 1], form[0]):
            ends = (end, end + 1) if form.isascii() and text[end : end + 1] == "s" else (end,)
            if any(one == len(text) or not _joins(text[one], form[-1]) for one in ends):
                return True
        at = text.find(form, at + 1)
    return False


def _joins(sign: str, edge: str) -> bool:
    """True where a sign makes a longer word with the edge of a form: a Latin letter with ASCII, katakana with the rest."""
    return sign.isascii() and sign.isalpha() if edge.isascii() else "ァ" <= sign <= "ヺ" or sign == "ー"


def namesakes(*names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each id with the first of those whose name is the same in any language: prose cannot tell them apart by it."""
    leads: dict[str, str] = {}  # each id to an earlier namesake, a first one to itself
    owner: dict[str, str] = {}
    place = {id: number for number, id in enumerate(dict.fromkeys(id for held in names for id in held))}

    def first(id: str) -> str:
        while leads.setdefault(id, id) != id:
            id = leads[id]
        return id

    for held in names:
        for id, forms in held.items():
            for form in forms:
                one, other = sorted((first(id), first(owner.setdefault(form, id))), key=place.__getitem__)
                leads[other] = one
    return {id: first(id) for id in leads}


def names(text: str, forms: Forms) -> set[str]:
    """Ids of the people and companies that a text names or refers to."""
    pieces = refs.parse(text)
    plain = OTHERS.sub("", " ".join(piece if isinstance(piece, str) else piece.shown for piece in pieces))
    return forms.named(plain) | {piece.id for piece in pieces if isinstance(piece, refs.Ref) and piece.id in forms.names}


def _value(number: str, factor: int) -> Decimal:
    return Decimal(number.replace(",", "")) * factor
