"""A line of years, and dates as places on it."""

from dataclasses import dataclass

from .. import dates

FIRST = 2015  # OpenAI's founding year: where the pictures' line of years begins


@dataclass(frozen=True)
class Years:
    """A line from the start of one year to the end of another; places are percentages of its length."""

    last: int
    first: int = FIRST

    def at(self, point: float) -> float:
        """The place of a year with its fraction, kept within the line."""
        place = (point - self.first) / (self.last + 1 - self.first) * 100
        return round(min(100.0, max(0.0, place)), 2)

    def stretch(self, since: str | None, to: str) -> tuple[float, float]:
        """Place and length of a time; one without a known beginning begins with its end's year."""
        left = self.at(start(since) if since else dates.first_day(to)[0])
        return left, round(max(self.at(end(to)) - left, 0.8), 2)

    def ticks(self) -> list[tuple[int, float, bool]]:
        """Year, the place of its beginning, and whether a narrow drawing names it too."""
        return [(year, self.at(year), (year - self.first) % 3 == 0) for year in range(self.first, self.last + 1)]


def start(date: str) -> float:
    """The beginning of a date as a year with its fraction: 2024-07 is 2024.5."""
    return _point(dates.first_day(date), 0)


def end(date: str) -> float:
    """The end of a date: 2024 is 2025.0."""
    return _point(dates.last_day(date), 1)


def middle(date: str) -> float:
    """The middle of a date: 2024 is 2024.5."""
    return (start(date) + end(date)) / 2


def _point(day: tuple[int, int, int], after: int) -> float:
    year, month, number = day
    return year + (month - 1 + min(1, (number - 1 + after) / 30)) / 12
