"""Amounts of money as records write them: ``USD 18 billion``, ``over USD 1 billion``, ``USD 15 to 20 billion``."""

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
MOST = 10**18  # no sum of money comes near
SENSES = ("about", "over", "under", "up to")
PATTERN = (
    r"(?:(about|over|under|up to) )?([A-Z]{3}) ([0-9]{1,15}(?:\.[0-9]{1,6})?)(?: to ([0-9]{1,15}(?:\.[0-9]{1,6})?))?"
    r"(?: (thousand|million|billion|trillion))?"
)


@dataclass(frozen=True)
class Money:
    """An amount: ISO 4217 currency, low and high in whole units (equal unless a range), sense ("over", "" if plain)."""

    currency: str
    low: Decimal
    high: Decimal
    sense: str = ""


def parse(text: str) -> Money:
    """Read an amount as a record writes it. Raises ValueError for any other form."""
    found = re.fullmatch(PATTERN, text)
    if not found:
        raise ValueError(f"'{text}' is not an amount")
    sense, currency, low, high, unit = found.groups()
    if not unit and re.search(r"\.[0-9]{3}(?![0-9])", text):  # a point between thousands, as in EUR 20.000
        raise ValueError(f"'{text}' has a point where whole thousands are meant")
    factor = UNITS.get(unit, 1)
    least, most = Decimal(low) * factor, Decimal(high or low) * factor
    if max(least, most) > MOST:
        raise ValueError(f"'{text}' is more than there is")
    return Money(currency, least, most, sense or "")
