"""Dates of honest precision: a year, a month or a day, exact or approximate.

Form: ``2024``, ``2024-05``, ``2024-05-14``, and ``2024~`` for "about 2024" (EDTF level 1, ISO 8601-2).
"""

import calendar
import datetime
import re
from functools import cache

PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?$"


def today() -> datetime.date:
    """The day on which records are judged; tests stop it."""
    return datetime.date.today()


def is_written(date: str) -> bool:
    """True for the form of a date, be it in the calendar or not."""
    return bool(re.fullmatch(PATTERN, date))


@cache
def parts(date: str) -> tuple[int, ...]:
    """The numbers of a date: (year,), (year, month) or (year, month, day). Raises ValueError where there is no such day."""
    if not is_written(date):
        raise ValueError(f"'{date}' is not a date")
    numbers = tuple(int(number) for number in date.rstrip("~").split("-"))
    year, month, day = (*numbers, 1, 1)[:3]
    if not 1900 <= year <= 2100:
        raise ValueError(f"'{date}' has no year between 1900 and 2100")
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"'{date}' is not in the calendar")
    return numbers


def first_day(date: str) -> tuple[int, int, int]:
    """The earliest day that the date can mean; the order in which dates are sorted."""
    return (*parts(date), 1, 1)[:3]


def last_day(date: str) -> tuple[int, int, int]:
    """The latest day that the date can mean."""
    year, month, day = (*parts(date), 12, None)[:3] if len(parts(date)) == 1 else (*parts(date), None)[:3]
    return year, month, day or calendar.monthrange(year, month)[1]


def is_approximate(date: str) -> bool:
    """True for ``2024~``."""
    return date.endswith("~")
