"""Where everything on a card stands: a card in, placed lines of type out. Pure; lengths in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import letters
from .words import Card, Row

WIDTH, HEIGHT, MARGIN = 1200, 630, 80  # Open Graph's usual picture
ROOM = WIDTH - 2 * MARGIN
TOP, FOOT = 92, 566  # baselines of the first and last line
BODY = (142, 520)  # upper and lower edge of what stands between them
MARK = 52  # side of the mark
GAP = 28  # between a row's label and its text
LEADING = 1.3
# sizes that are tried in turn, each with the lines that it may take
NAMES = ((92, 1), (84, 1), (76, 1), (68, 1), (70, 2), (62, 2), (54, 2))
OTHERS = ((38, 1), (34, 1), (30, 1), (28, 2))
TEXTS = ((32, 2), (29, 2), (27, 3))
SCALES = (1, 0.93, 0.86, 0.79, 0.72)


@dataclass(frozen=True)
class Line:
    """A line of type: its left end and baseline, size, boldness and the name of its colour."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    colour: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge: from above the capitals to below the tails."""
        return self.x, self.y - 0.88 * self.size, self.x + self.size * letters.width(self.text, self.bold), self.y + 0.12 * self.size


@dataclass(frozen=True)
class Layout:
    """The placed lines, the upper edge of the rule below the name, and the left upper corner of the mark."""

    lines: tuple[Line, ...]
    rule: float
    mark: tuple[float, float]


def lay(card: Card) -> Layout:
    """The card at the largest scale at which its body fits."""
    for scale in SCALES:
        lines, rule, height = _body(card, scale)
        if height <= BODY[1] - BODY[0]:
            break
    down = BODY[0] + (BODY[1] - BODY[0] - height) * 0.4
    placed = [Line(line.text, line.x, line.y + down, line.size, line.bold, line.colour) for line in lines]
    return Layout((*_frame(card), *placed), rule + down, (MARGIN, TOP - MARK * 0.7))


def _frame(card: Card) -> Iterator[Line]:
    """The lines at the top and foot: the atlas, the kind of page, the date."""
    if card.site:
        yield Line(card.site, MARGIN + MARK + 16, TOP, 28, True, "paper")
    if card.kind:
        yield Line(card.kind, WIDTH - MARGIN - 26 * letters.width(card.kind, False), TOP, 26, False, "accent")
    if card.dated:
        yield Line(card.dated, MARGIN, FOOT, 26, False, "soft")


def _body(card: Card, scale: float) -> tuple[list[Line], float, float]:
    """Lines counted from the body's upper edge, the rule's place, and the body's height."""
    other = "en" if card.language == "ja" else "ja"
    lines, y = _block(card.name, card.language, NAMES, scale, True, "paper", 0)
    if card.other:
        more, y = _block(card.other, other, OTHERS, scale, False, "soft", y + 6 * scale)
        lines += more
    rule = y + 26 * scale
    y = rule + 26 * scale
    column = max((26 * scale * letters.width(row.label, False) + GAP for row in card.rows if row.label), default=0)
    for row in card.rows:
        more, y = _row(row, card.language, column, scale, y)
        lines += more
        y += 12 * scale
    return lines, rule, y - (12 * scale if card.rows else 0)


def _set(text: str, language: str, sizes: tuple, scale: float, room: float, bold: bool) -> tuple[float, list[str]]:
    """The first size at which a text takes no more than its lines; failing all, the last one, cut."""
    for size, most in sizes:
        lines = letters.wrap(text, language, room / (size * scale), bold)
        if len(lines) <= most:
            break
    return size * scale, letters.cut(lines, most, room / (size * scale), bold)


def _block(text: str, language: str, sizes: tuple, scale: float, bold: bool, colour: str, y: float) -> tuple[list[Line], float]:
    """A text over the whole width, and where it ends."""
    size, said = _set(text, language, sizes, scale, ROOM, bold)
    step = size * (1.18 if bold else LEADING)
    return [Line(one, MARGIN, y + n * step + size, size, bold, colour) for n, one in enumerate(said)], y + len(said) * step


def _row(row: Row, language: str, column: float, scale: float, y: float) -> tuple[list[Line], float]:
    """Label, text and aside of one row, and where it ends. The aside follows the text, on a line of its own where there is no room."""
    left, room = MARGIN + column, ROOM - column
    size, said = _set(row.text, language, TEXTS, scale, room, False)
    step = size * LEADING
    lines = [Line(one, left, y + n * step + size, size, False, "paper") for n, one in enumerate(said)]
    if row.label:
        lines.append(Line(row.label, MARGIN, y + size, 26 * scale, False, "accent"))
    if row.aside:
        small = 26 * scale
        _, _, end, _ = lines[len(said) - 1].box
        follows = end + 18 + small * letters.width(row.aside, False) <= MARGIN + ROOM
        place = len(said) - 1 if follows else len(said)
        [aside] = letters.cut(letters.wrap(row.aside, language, room / small, False), 1, room / small, False)
        lines.append(Line(aside, end + 18 if follows else left, y + place * step + size, small, False, "soft"))
        return lines, y + (place + 1) * step
    return lines, y + len(said) * step
