"""Where everything on a card stands: a card in, placed lines of type out. Pure; lengths in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import letters
from .words import Card, Row

WIDTH, HEIGHT, MARGIN = 1200, 630, 80  # Open Graph's usual picture
ROOM = WIDTH - 2 * MARGIN
TOP, FOOT = 92, 566  # baselines of the first and last line
BODY = (142, 514)  # upper and lower edge of what stands between them
MARK = 52  # width of the mark
RULE = (72, 5)  # width and height of the rule below the name
GAP = 28  # between a row's label and its text
LEADING, TIGHT = 1.3, 1.18  # from baseline to baseline, in sizes; of large type
# sizes that are tried in turn, each with the lines that it may take
NAMES = ((92, 1), (84, 1), (76, 1), (68, 1), (70, 2), (62, 2), (54, 2))
OTHERS = ((38, 1), (34, 1), (30, 1), (28, 2))
TEXT, SMALL = 32, 26
# scale of the names, scale of the rows and lines that a row may take, in the order in which they are tried; with the last all fits
SCALES = (*((names, rows, 3) for rows in (1, 0.92, 0.85, 0.78) for names in (1, 0.9, 0.8)), (0.6, 0.6, 1))


@dataclass(frozen=True)
class Line:
    """A line of type: its left end and baseline, size, boldness and the name of its colour."""

    text: str
    x: float
    y: float
    size: int
    bold: bool
    colour: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge: from above the letters to below their tails."""
        return self.x, self.y - 0.88 * self.size, self.x + self.size * letters.width(self.text, self.bold), self.y + 0.25 * self.size


@dataclass(frozen=True)
class Layout:
    """The placed lines, and the upper edge of the rule below the name."""

    lines: tuple[Line, ...]
    rule: float


def lay(card: Card) -> Layout:
    """The card at the first scale at which its body fits and no row takes more than two lines, else at the first at which it fits."""
    fitting = (body for body in (_body(card, *scale) for scale in SCALES) if body[2] <= BODY[1] - BODY[0])
    first = next(fitting, None) or _body(card, *SCALES[-1])
    lines, rule, height, _ = first if first[3] else next((body for body in fitting if body[3]), first)
    down = BODY[0] + (BODY[1] - BODY[0] - height) * 0.4
    return Layout((*_frame(card), *(replace(line, y=line.y + down) for line in lines)), rule + down)


def _frame(card: Card) -> Iterator[Line]:
    """The lines at the top and foot: the atlas, the kind of page, the date."""
    if card.site:
        yield Line(card.site, MARGIN + MARK + 16, TOP, 28, True, "paper")
    if card.kind:
        yield Line(card.kind, WIDTH - MARGIN - SMALL * letters.width(card.kind, False), TOP, SMALL, False, "accent")
    if card.dated:
        yield Line(card.dated, MARGIN, FOOT, SMALL, False, "soft")


def _body(card: Card, name_scale: float, row_scale: float, most: int) -> tuple[list[Line], float, float, bool]:
    """Lines counted from the body's upper edge, the rule's place, the body's height, and whether all rows take two lines at most."""
    other = "en" if card.language == "ja" else "ja"
    lines, y = _heading(card.name, card.language, NAMES, name_scale, True, "paper", 0)
    if card.other:
        more, y = _heading(card.other, other, OTHERS, name_scale, False, "soft", y + 14 * name_scale)
        lines += more
    rule = y + 28 * name_scale
    y = rule + 30 * name_scale
    small = round(SMALL * row_scale)
    column = max((small * letters.width(row.label, False) + GAP for row in card.rows if row.label), default=0)
    short = True
    for row in card.rows:
        more, below = _row(row, card.language, column, (round(TEXT * row_scale), small), most, y)
        short = short and below - y <= 2.1 * LEADING * TEXT * row_scale
        lines += more
        y = below + 12 * row_scale
    return lines, rule, y, short


def _heading(text: str, language: str, sizes: tuple, scale: float, bold: bool, colour: str, y: float) -> tuple[list[Line], float]:
    """A text over the whole width in the first size at which it takes no more than its lines, failing all cut; and where it ends."""
    for size, most in ((round(size * scale), most) for size, most in sizes):
        said = letters.wrap(text, language, ROOM / size, bold)
        if len(said) <= most:
            break
    said, step = letters.cut(said, most, ROOM / size, bold), size * (TIGHT if bold else LEADING)
    return [Line(one, MARGIN, y + n * step + size, size, bold, colour) for n, one in enumerate(said)], y + len(said) * step


def _row(row: Row, language: str, column: float, sizes: tuple[int, int], most: int, y: float) -> tuple[list[Line], float]:
    """Label, text and aside of one row, and where it ends. The aside follows the text, on a line of its own where there is no room."""
    (size, small), left, room = sizes, MARGIN + column, ROOM - column
    said = letters.cut(letters.wrap(row.text, language, room / size, False), most, room / size, False)
    step = size * LEADING
    lines = [Line(one, left, y + n * step + size, size, False, "paper") for n, one in enumerate(said)]
    x, end = lines[-1].box[2] + 18, y + len(said) * step
    if row.label:
        lines.append(Line(row.label, MARGIN, y + size, small, False, "accent"))
    if row.aside:
        [aside] = letters.cut(letters.wrap(row.aside, language, room / small, False), 1, room / small, False)
        if x + small * letters.width(aside, False) > MARGIN + ROOM:
            x, end = left, end + step
        lines.append(Line(aside, x, end - step + size, small, False, "soft"))
    return lines, end
