"""What somebody may have meant: dates, amounts, addresses, languages and ids in the forms that people type, as records write them.

Own patterns: dateutil and dateparser read ``05/06`` one way or the other without a word; a form that can mean two things proposes nothing here.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from babel import Locale

from . import dates, money

MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
MONTH = r"(?P<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
DATES = [re.compile(pattern) for pattern in (
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?:[t ].*)?",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<era>令和|平成|昭和)?(?P<y>\d{1,4}|元)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?",
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? )?{MONTH},? (?P<y>\d{{4}})",
    rf"{MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
    r"(?P<d>1[3-9]|2\d|3[01])/(?P<m>\d{1,2})/(?P<y>\d{4})",
    r"(?P<m>\d{1,2})/(?P<d>1[3-9]|2\d|3[01])/(?P<y>\d{4})",
    r"(?P<y>\d{4})",
)]  # fmt: skip
ABOUT = re.compile(r"^(?:about|around|circa|approx(?:imately)?\.?|c(?:a)?\.|~|およそ|約) ?|(?: ?(?:頃|ごろ|ころ|\(approx\.?\)|~))$")
CURRENCIES = [("USD", r"us\$|us dollars?|dollars?|米ドル|ドル|\$"), ("EUR", r"euros?|ユーロ|€"), ("GBP", r"pounds?(?: sterling)?|ポンド|£"),
              ("CNY", r"yuan|rmb|人民元|元"), ("JPY", r"yen|円|¥")]  # fmt: skip
SIZES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12, "tn": 12, "trillion": 12,
         "千": 3, "万": 4, "億": 8, "兆": 12}  # fmt: skip
SIZE = "|".join(sorted(SIZES, key=len, reverse=True))
NUMBER = rf"(\d+(?:\.\d+)?) ?({SIZE})?"
SENSES = [("about", r"^(?:about|around|approx(?:imately)?\.?|some|約|およそ|~) ?"), ("over", r"^(?:over|more than|>) ?"), ("over", r"(?:超|以上|\+)$"),
          ("under", r"^(?:under|less than|below|<) ?"), ("under", r"未満$"), ("up to", r"^(?:up to|at most|最大) ?")]  # fmt: skip
# other codes that are written for a language (ISO 639), most of them those of countries (ISO 3166)
LANGUAGES = {"jp": "ja", "jpn": "ja", "eng": "en", "cn": "zh", "tw": "zh", "kr": "ko", "us": "en", "gb": "en"}
YES = {"はい": "true", "有": "true", "○": "true", "真": "true", "yes": "true", "y": "true", "on": "true", "1": "true", "no": "false", "n": "false", "off": "false", "0": "false", "いいえ": "false", "無": "false", "×": "false", "偽": "false"}


def date(text: str) -> str:
    """The date that a text means, as records write it: ``5 May 2024``, ``2024年5月1日`` or ``2024/5/1``; "" where none is sure."""
    plain = re.sub("[‐‑‒–—−]", "-", _plain(text).lower())
    bare = ABOUT.sub("", plain).strip()
    for pattern in DATES:
        if found := pattern.fullmatch(bare):
            held = found.groupdict()
            year = ERAS.get(held.get("era") or "", 0) + (1 if held["y"] == "元" else int(held["y"]))
            month = MONTHS[held["name"][:3]] if held.get("name") else held.get("m")
            said = "-".join([f"{year:04}", *(f"{int(part):02}" for part in (month, held.get("d")) if part)]) + ("~" if bare != plain else "")
            return said if _is(said, dates.parts) else ""
    return ""


def amount(text: str) -> str:
    """The amount that a text means, as records write it: ``$18B``, ``180億ドル`` or ``18億〜20億ユーロ``; "" where none is sure."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", _plain(text)).lower()
    plain = re.sub(r"(?<!\d)\d{1,3}(?:\.\d{3}){2,}(?!\d)", lambda found: found[0].replace(".", ""), plain)
    sense = next(((name, pattern) for name, pattern in SENSES if re.search(pattern, plain)), ("", ""))
    plain = re.sub(sense[1], "", plain).strip() if sense[1] else plain
    code = next((one for one, pattern in CURRENCIES if re.search(rf"{pattern}|\b{one.lower()}\b|{one.lower()}(?=\d)", plain)), "")
    for one, pattern in CURRENCIES:
        plain = re.sub(rf"{pattern}|{one.lower()}", " ", plain) if one == code else plain
    found = re.fullmatch(rf"{NUMBER}((?: ?{NUMBER})*?)(?: ?(?:-|–|〜|~|から|to) ?{NUMBER})?", " ".join(plain.split()))
    if not found or not code:
        return ""
    high, unit = found[6], found[7]
    low = _sum(f"{found[1]}{found[2] or (unit or '' if high else '')}{found[3]}")
    most = _sum(f"{high}{unit or ''}") if high else low
    if max(low, most) > money.MOST:
        return ""
    said = " ".join(filter(None, [sense[0], code, _range(low, most)]))
    return said if _is(said, money.parse) else ""


def address(text: str) -> str:
    """A web address whose beginning was left out or misspelt, whole; "" for anything else."""
    plain = _plain(text)
    rest = re.sub(r"^(?:h?t{1,3}ps?|https?)?\s*[:：;]?\s*/{0,2}", "", plain, flags=re.I) if re.match(r"h?t{1,3}p", plain, re.I) else plain.lstrip("/")
    return f"https://{rest}" if re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:/[^\s<>\"'`{}|\\^]*)?", rest, re.I) else ""


def language(text: str) -> str:
    """The two-letter code of a language given by name, in English or Japanese, or by another code; "" for none."""
    plain = _plain(text).lower()
    if plain in LANGUAGES:
        return LANGUAGES[plain]
    if re.fullmatch(r"[a-z]{2}[-_][a-z]{2,4}", plain):
        return plain[:2]
    named = {name.lower(): code for locale in ("ja", "en") for code, name in Locale(locale).languages.items() if len(code) == 2}
    return plain if plain in named.values() else named.get(plain, "")


def switch(text: str) -> str:
    """true or false for a Japanese yes or no; "" for anything else."""
    return YES.get(_plain(text).lower(), "")


def number(text: str) -> str:
    """A whole number from 1 that a text begins or ends with, as in ``第2`` or ``2.0``; "" where there is none."""
    found = re.fullmatch(r"(?:第|no\.? ?|#)?([1-9]\d*)(?:\.0+)?(?:番目?|st|nd|rd|th|\.)?", _plain(text).lower())
    return found[1] if found else ""


def id(text: str) -> str:
    """An id made of a name in Latin letters: ``Ilya Sutskever`` gives ilya-sutskever; "" where letters would be lost."""
    plain = unicodedata.normalize("NFKD", _plain(text).removesuffix(".yml"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") if plain.isascii() and "/" not in plain and len(plain) <= 80 else ""


def _plain(text: str) -> str:
    """Text without full-width forms, quotes around it and doubled spaces."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("\"'“”‘’「」『』")
    return " ".join(plain.split())


def _is(text: str, read: Callable[[str], object]) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _sum(text: str) -> Decimal:
    """The value of a number with its size; Japanese ones are added up: 12億5000万."""
    return sum((Decimal(number) * 10 ** SIZES.get(size, 0) for number, size in re.findall(NUMBER, text)), Decimal(0))


def _range(low: Decimal, high: Decimal) -> str:
    """``18 billion`` or ``15 to 20 billion``, in the largest unit in which both are short."""
    for unit, factor in reversed(money.UNITS.items()):
        if low >= factor and all(one * 1000 % factor == 0 for one in (low, high)):
            shown = [f"{one / factor:.3f}".rstrip("0").rstrip(".") for one in (low, high)]
            return f"{shown[0]} {unit}" if low == high else f"{shown[0]} to {shown[1]} {unit}"
    return f"{low:f}" if low == high else f"{low:f} to {high:f}"
