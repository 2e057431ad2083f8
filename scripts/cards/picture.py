"""A card as a picture: PNG, 1200 by 630 pixels, at most 256 colours. The same card gives the same bytes."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from . import letters
from .layout import HEIGHT, MARGIN, MARK, WIDTH, Layout, Line, lay
from .words import Card

VERSION = "1"  # of the drawing: a new one draws every card again
FINE = 4  # shapes are drawn so many times as large, and made smaller, for smooth edges
COLOURS = {"ground": (15, 76, 92), "shade": (21, 86, 102), "paper": (255, 255, 255), "soft": (176, 211, 219), "accent": (242, 166, 90)}
SHADES = 20  # steps from the ground to each colour of type


def draw(card: Card) -> bytes:
    """The card's picture."""
    layout = lay(card)
    picture = _ground().copy()
    pen = ImageDraw.Draw(picture)
    pen.rectangle((MARGIN, round(layout.rule), MARGIN + 72, round(layout.rule) + 4), fill=COLOURS["accent"])
    picture.paste(*_mark(), box=(round(layout.mark[0]), round(layout.mark[1])))
    for line in layout.lines:
        _write(pen, line)
    held = io.BytesIO()
    picture.quantize(palette=_palette(), dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


def _write(pen: ImageDraw.ImageDraw, line: Line) -> None:
    """Draw a line letter by letter, each where the font's own spacing puts it."""
    places, _ = letters.places(line.text, line.bold)
    for letter, place in zip(line.text, places, strict=True):
        pen.text((line.x + place * line.size, line.y), letter, COLOURS[line.colour], _font(line.bold, line.size), anchor="ls")


@cache
def _font(bold: bool, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(letters.FONTS[bold]), size, layout_engine=ImageFont.Layout.BASIC)


def _sign(side: int, circle: tuple, arrow: tuple) -> Image.Image:
    """The atlas's mark, ``overrides/assets/mark.svg`` without its ground: a circle and an arrow that leaves it."""
    unit = side * FINE / 32
    large = Image.new("RGBA", (side * FINE, side * FINE))
    pen = ImageDraw.Draw(large)
    stroke = round(2.5 * unit)
    pen.ellipse([(value - 6.25 if value < 12 else value + 6.25) * unit for value in (11, 16)] if False else (4.75 * unit, 9.75 * unit, 17.25 * unit, 22.25 * unit), outline=circle, width=stroke)
    pen.line((14 * unit, 16 * unit, 27 * unit, 16 * unit), fill=arrow, width=stroke)
    pen.line([(x * unit, y * unit) for x, y in ((22, 11), (27, 16), (22, 21))], fill=arrow, width=stroke, joint="curve")
    return large.resize((side, side), Image.Resampling.LANCZOS)


@cache
def _mark() -> tuple[Image.Image, Image.Image]:
    pass
