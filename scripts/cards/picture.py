"""A card as a picture: PNG, 1200 by 630 pixels, in the few colours of a palette. The same card gives the same bytes.

What is drawn is the number of a colour at once, not a colour to be reduced later: the ground, the shade, then the steps from the
ground to each colour of type. So a card takes hundredths of a second, and letters that were drawn for one serve the next.
"""

import struct
import zlib
from functools import cache, lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFont
from zlib_ng import zlib_ng

from . import letters
from .layout import HEIGHT, MARGIN, MARK, RULE, TOP, WIDTH, Line, lay
from .words import Card

GROUND, SHADE = (15, 76, 92), (20, 84, 101)
COLOURS = {"paper": (255, 255, 255), "soft": (176, 211, 219), "accent": (242, 166, 90)}
STEPS = 16  # from the ground to a colour of type
FINE = 4  # the mark is drawn so many times as large and made smaller, and letters stand to such a part of a pixel


def draw(card: Card) -> bytes:
    """The card's picture."""
    layout, picture = lay(card), _ground().copy()
    top = round(layout.rule)
    picture.paste(_first("accent") + STEPS - 1, (MARGIN, top, MARGIN + RULE[0], top + RULE[1]))
    for line in layout.lines:
        _write(picture, line)
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    """The numbers of colours as a file (PNG, third edition: 5.2, 7.2, 11.2), its lines unfiltered. Pillow's writer takes four times as long."""
    lines = Image.new("L", (WIDTH + 1, HEIGHT))  # a line begins with the number of its filter, 0
    lines.paste(picture, (1, 0))
    # runs alone are sought: a quarter of the time of the usual 6, a tenth more bytes, and the same ones on every processor
    deflate = zlib_ng.compressobj(1, zlib_ng.DEFLATED, 15, 8, zlib_ng.Z_RLE)
    parts = {b"IHDR": struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0), b"PLTE": bytes(_palette()), b"IDAT": deflate.compress(lines.tobytes()) + deflate.flush(), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in parts.items())


def _write(picture: Image.Image, line: Line) -> None:
    """Draw a line letter by letter, each where the font's own spacing puts it; the whole line is then coloured and laid over."""
    strip = Image.new("L", (WIDTH, 2 * line.size))
    for letter, place in zip(line.text, letters.places(line.text, line.bold)[0], strict=True):
        x, part = divmod(round((line.x + place * line.size) * FINE), FINE)
        tile, left, top = _letter(letter, line.bold, line.size, part)
        if tile:
            strip.paste(255, (x + left, round(1.5 * line.size) + top), tile)
    if box := strip.getbbox():
        _lay_over(picture, _coloured(strip.crop(box), line.colour), box[0], round(line.y) - round(1.5 * line.size) + box[1])


def _lay_over(picture: Image.Image, tile: Image.Image, x: int, y: int) -> None:
    """Put a tile on the picture, without its empty parts covering what is there."""
    box = (x, y, x + tile.width, y + tile.height)
    picture.paste(ImageChops.lighter(picture.crop(box), tile), box)


@lru_cache(20_000)
def _letter(letter: str, bold: bool, size: int, part: int) -> tuple[Image.Image | None, int, int]:
    """A letter as a mask, standing ``part`` of a pixel to the right, and how far from its origin the tile lies."""
    font = _font(bold, size)
    left, top, right, foot = font.getbbox(letter, anchor="ls")
    if right <= left or foot <= top:
        return None, 0, 0
    mask = Image.new("L", (right - left + 2, foot - top))
    ImageDraw.Draw(mask).text((part / FINE - left, -top), letter, 255, font, anchor="ls")
    return mask, left, top


@cache
def _font(bold: bool, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(letters.FONTS[bold]), size, layout_engine=ImageFont.Layout.BASIC)


def _first(colour: str) -> int:
    """Number of the first step towards a colour."""
    return 2 + list(COLOURS).index(colour) * STEPS


def _coloured(mask: Image.Image, colour: str) -> Image.Image:
    """A mask from 0 to 255 as the numbers of the steps towards a colour, 0 where it is empty."""
    return mask.point(_steps(colour))


@cache
def _steps(colour: str) -> list[int]:
    steps, first = [round(value * STEPS / 255) for value in range(256)], _first(colour)
    return [step and first + step - 1 for step in steps]


@cache
def _ground() -> Image.Image:
    """What all cards share: the ground, the mark, and behind the type the mark again, large and faint."""
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    for part in ("circle", "arrow"):
        faint = _sign(27, part, 16).point([0] * 128 + [1] * 128)
        _lay_over(picture, faint.crop((0, 0, WIDTH - 560, faint.height)), 560, 226)
        _lay_over(picture, _coloured(_sign(MARK / 24.25, part, 17.25), "paper" if part == "circle" else "accent"), MARGIN, TOP - 24)
    return picture


def _sign(unit: float, part: str, start: float) -> Image.Image:
    """One shape of ``overrides/assets/mark.svg``, in its coordinates from 4.75, 9.75: the circle, or the arrow that leaves it."""
    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [((x - 4.75) * unit * FINE, (y - 9.75) * unit * FINE) for x, y in points]

    wide, high = round(24.25 * unit), round(12.5 * unit)
    large, stroke = Image.new("L", (wide * FINE, high * FINE)), round(2.5 * unit * FINE)
    pen = ImageDraw.Draw(large)
    if part == "circle":
        pen.ellipse(at((4.75, 9.75), (17.25, 22.25)), outline=255, width=stroke)
    else:
        pen.line(at((start, 16), (27, 16)), fill=255, width=stroke)
        pen.polygon(at((22.88, 10.12), (28.77, 16), (22.88, 21.88), (21.12, 20.12), (25.23, 16), (21.12, 11.88)), fill=255)
    return large.resize((wide, high), Image.Resampling.LANCZOS)


@cache
def _palette() -> list[int]:
    """Red, green and blue of every number."""
    def between(colour: tuple[int, int, int], step: int) -> list[int]:
        return [round(a + (b - a) * step / STEPS) for a, b in zip(GROUND, colour, strict=True)]

    return [*GROUND, *SHADE, *(value for colour in COLOURS.values() for step in range(1, STEPS + 1) for value in between(colour, step))]
