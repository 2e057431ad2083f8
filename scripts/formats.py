"""Dates, numbers and money as readers of each language write them. Locale data: Unicode CLDR, through Babel."""

import datetime
from decimal import Decimal
from functools import cache

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name, get_currency_symbol

from . import dates, money
from .labels import label

LOCALES = {"ja": "ja_JP", "en": "en_GB"}
PATTERNS = {"ja": ("y年", "y年M月", "y年M月d日"), "en": ("y", "MMMM y", "d MMMM y")}
MYRIADS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
# what CLDR calls 米ドル is ドル in the Japanese press
JA_CURRENCIES = {"USD": "ドル", "EUR": "ユーロ", "GBP": "ポンド", "JPY": "円", "CNY": "元"}
SENSES = {
    "ja": {"": "{}", "about": "約{}", "over": "{}超", "under": "{}未満", "up to": "最大{}"},
    "en": {"": "{}", "about": "about {}", "over": "over {}", "under": "under {}", "up to": "up to {}"},
}


@cache
def date(value: str, language: str) -> str:
    """``2024-05`` as 2024年5月 or May 2024; ``~`` as ごろ or "about"."""
    numbers = dates.parts(value)
    pattern = PATTERNS[language][len(numbers) - 1]
    said = format_date(datetime.date(*dates.first_day(value)), pattern, LOCALES[language])
    return label("about_date", language).format(said) if dates.is_approximate(value) else said


def number(value: int, language: str) -> str:
    """A whole number with its thousands marked."""
    return format_decimal(value, locale=LOCALES[language])


def amount(text: str, language: str) -> str:
    """A record's amount: ``over USD 1 billion`` as 10億ドル超 or "over $1 billion"."""
    parsed = money.parse(text)
    said = _ja_amount(parsed) if language == "ja" else _en_amount(parsed)
    return SENSES[language][parsed.sense].format(said)


def _ja_amount(parsed: money.Money) -> str:
    unit = JA_CURRENCIES.get(parsed.currency) or get_currency_name(parsed.currency, locale="ja_JP")
    if parsed.low != parsed.high:
        return f"{_myriads(parsed.low)}〜{_myriads(parsed.high)}{unit}"
    return _myriads(parsed.low) + unit


def _myriads(value: Decimal) -> str:
    """12億5000万 for 1,250,000,000: counted in ten-thousands, as newspapers print it."""
    whole, said = int(value), ""
    for size, name in MYRIADS:
        count, whole = divmod(whole, size)
        said += f"{count}{name}" if count else ""
    return said + (str(whole) if whole or not said else "")


def _en_amount(parsed: money.Money) -> str:
    symbol = get_currency_symbol(parsed.currency, locale="en_US")
    high = format_compact_decimal(parsed.high, format_type="long", locale="en_GB", fraction_digits=2)
    if parsed.low == parsed.high:
        return symbol + high
    low = format_compact_decimal(parsed.low, format_type="long", locale="en_GB", fraction_digits=2)
    shared = low.partition(" ")[0] if low.partition(" ")[2] == high.partition(" ")[2] else low
    return f"{symbol}{shared}–{high}"


def span(start: str | None, to: str | None, left_by: str | None, as_of: str | None, language: str) -> str:
    """A stretch of time in words, whichever of its ends are known."""
    def say(value: str) -> str:
        return date(value, language)

    if to:
        if start == to:
            return say(to)
        return label("span", language).format(say(start), say(to)) if start else label("until", language).format(say(to))
    words = [label("since", language).format(say(start))] if start else []
    if left_by:
        words.append(label("left_by", language).format(say(left_by)))
    if as_of:
        words.append(label("as_of", language).format(say(as_of)))
    return words[0] + (f"（{words[1]}）" if language == "ja" else f" ({words[1]})") if len(words) == 2 else (words or [label("undated", language)])[0]
