"""Names of people and companies that do not exist, in both scripts, no two words alike."""

import random
from dataclasses import dataclass

CONSONANTS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タティトゥテト", "n": "ナニヌネノ", "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ",
    "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダディドゥデド", "b": "バビブベボ", "p": "パピプペポ", "v": "ヴァヴィヴヴェヴォ", "l": "ラリルレロ", "y": "ヤイユイェヨ",
}  # fmt: skip
SMALL = "ァィゥェォャュョ"
ENDS = [("", ""), ("", ""), ("n", "ン"), ("s", "ス"), ("l", "ル"), ("k", "ク"), ("ro", "ロ"), ("m", "ム"), ("rt", "ルト")]
SUFFIXES = [("", "")] * 6 + [(" AI", "AI"), (" Labs", "・ラボ"), (" Robotics", "・ロボティクス"), (" Capital", "・キャピタル"), (" Systems", "・システムズ")]
ABROAD = {"ko": "가나다라마바사아자차카타파하고노도로모보소오조", "vi": "aăâeêioôơuưbcdđghklmnpqrstvxy", "he": "אבגדהוזחטיכלמנסעפצקרשת", "ru": "абвгдежзиклмнопрстуфхцчшэюя"}
HAN = "阿曼达巴雷特佐夫安德烈卡帕西伊利亚苏茨克维尔格布罗克曼米拉穆拉蒂约翰舒尔达里奥莫戴"


@dataclass(frozen=True)
class Name:
    """A name in both scripts."""

    ja: str
    en: str

    @property
    def text(self) -> dict[str, str]:
        """As a record writes it."""
        return {"ja": self.ja, "en": self.en}


def _syllables() -> list[tuple[str, str]]:
    """Latin letters and katakana of each syllable."""
    found = []
    for consonant, kana in CONSONANTS.items():
        parts: list[str] = []
        for sign in kana:
            if sign in SMALL:
                parts[-1] += sign
            else:
                parts.append(sign)
        found += [(consonant + vowel, sign) for vowel, sign in zip("aiueo", parts, strict=True)]
    return found


SYLLABLES = _syllables()


def hiragana(katakana: str) -> str:
    """The same sounds in hiragana; what is no katakana stays."""
    return "".join(chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign for sign in katakana)


class Names:
    """Gives names one after the other. ``taken`` are words that no name may be: the prose has them."""

    def __init__(self, seed: str, taken: set[str]) -> None:
        self._rng, self._taken = random.Random(seed), {word.casefold() for word in (*taken, *(end.strip() for end, _ in SUFFIXES))}
        self._given = [self._word(2) for _ in range(400)]
        self._taken |= {form for one in self._given for form in (one.ja, one.en.casefold())}  # no family name sounds like a given one

    def _word(self, syllables: int) -> Name:
        latin, kana = zip(*self._rng.choices(SYLLABLES, k=syllables), self._rng.choice(ENDS), strict=True)
        return Name("".join(kana), "".join(latin).title())

    def word(self) -> Name:
        """A word that was not given before and is long enough not to be a part of another."""
        while True:
            one = self._word(self._rng.choice((2, 3, 3, 3)))
            keys, latin = {one.ja, one.en.casefold(), hiragana(one.ja)}, one.en.casefold()
            many = {latin + "s", latin.removesuffix("s")}  # English prose may name someone in the genitive or plural
            if len(one.ja) > 2 and len(one.en) > 4 and not (keys | many) & self._taken:
                self._taken |= keys
                return one

    def person(self) -> tuple[Name, Name]:
        """Whole name and family name."""
        given, family = self._rng.choice(self._given), self.word()
        return Name(f"{given.ja}・{family.ja}", f"{given.en} {family.en}"), family

    def company(self, latin: bool) -> tuple[Name, str]:
        """A company's name and its reading; ``latin`` for one that Japanese text writes in Latin letters."""
        one, (end, kana) = self.word(), self._rng.choice(SUFFIXES)
        return Name(one.en + end if latin else one.ja + kana, one.en + end), hiragana(one.ja + kana.replace("AI", "エーアイ").replace("・", ""))

    def variant(self, name: Name, language: str) -> str:
        """Another form of a name, as another paper may spell it."""
        if language == "ja":
            at = self._rng.randrange(1, len(name.ja) + 1)
            return f"{name.ja[:at]}ー{name.ja[at:]}"
        if language == "en":
            return f"{name.en[0]}. {name.en.rpartition(' ')[2]}{self._rng.choice('aeiou')}"
        return "".join(self._rng.choices(ABROAD.get(language, HAN), k=min(8, max(2, len(name.ja) // 2))))
