"""Letters: which font, how wide a text is, where its lines may break. Widths are in ems (1 em = the size of the type)."""

from functools import cache, lru_cache
from pathlib import Path

import budoux
import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
import uharfbuzz as harfbuzz

# Noto Sans CJK JP 2.004, SIL Open Font License 1.1
FONTS: dict[bool, Path] = {True: noto_cjk_sans_jp_bold.FONT_PATH, False: noto_cjk_sans_jp_regular.FONT_PATH}  # by boldness
# one glyph a character, with pairs kerned; large type, which is bold, sets kana to their own widths
FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False}
# no line begins or ends with these (JIS X 4051, strict)
NOT_FIRST = frozenset("、。，．・：；？！ー々〻ゝゞヽヾ〜～…‥）］｝〕〉》」』】｠’”)]},.:;!?‐–%％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
NOT_LAST = frozenset("（［｛〔〈《「『【｟‘“([{$＄¥£€")


@cache
def _shaper(bold: bool) -> harfbuzz.Font:
    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(FONTS[bold]))))


@cache
def _phrases() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@lru_cache(5_000)
def places(text: str, bold: bool) -> tuple[tuple[float, ...], float]:
    """Where each character of a line is drawn, from the line's start, and how wide the line is."""
    font, buffer = _shaper(bold), harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Zyyy", "ja"
    harfbuzz.shape(font, buffer, FEATURES | {"palt": bold})
    at, found, em = 0, [], font.face.upem
    for glyph in buffer.glyph_positions or ():
        found.append((at + glyph.x_offset) / em)
        at += glyph.x_advance
    return tuple(found), at / em


def width(text: str, bold: bool) -> float:
    return places(text, bold)[1]


def lacking(text: str) -> set[str]:
    """The characters of a text for which a font has no glyph."""
    return {character for character in text if any(ord(character) not in _covered(bold) for bold in FONTS)}


@cache
def _covered(bold: bool) -> frozenset[int]:
    return frozenset(_shaper(bold).face.unicodes)


def pieces(text: str, language: str) -> list[str]:
    """The parts between which a line may break: words, in Japanese phrases. A name in a list can be kept whole by no-break spaces."""
    parts = _phrases().parse(text) if language == "ja" else [text]
    return _kept_together([piece for part in parts for piece in _cut_after(part, " \u3000")])


def _cut_after(text: str, ends: str) -> list[str]:
    """A text cut after each run of the given characters."""
    found = [""]
    for character in text:
        if found[-1] and found[-1][-1] in ends and character not in ends:
            found.append("")
        found[-1] += character
    return found


def _kept_together(parts: list[str], words: bool = True) -> list[str]:
    """Parts joined where no line may break: before a closing mark, after an opening one and, if ``words``, inside a number or Latin word."""
    found: list[str] = []
    for part in parts:
        before = found[-1][-1] if found else ""
        inside = words and (before.isdigit() or before.isascii() and before.isalnum() and part[0].isascii() and part[0].isalnum())
        if found and (part[0] in NOT_FIRST or before in NOT_LAST or inside):
            found[-1] += part
        else:
            found.append(part)
    return found


def wrap(text: str, language: str, room: float, bold: bool) -> list[str]:
    """A text in as few lines as the room allows, of like lengths."""
    parts = pieces(text, language)
    lines = _fill(parts, room, bold)
    widest = max(width(part.strip(), bold) for part in parts)
    for share in range(95, 45, -5):
        narrow = room * share / 100
        if widest > narrow or len(again := _fill(parts, narrow, bold)) > len(lines):
            break
        lines = again
    return lines


def _fill(parts: list[str], room: float, bold: bool) -> list[str]:
    """Parts set line by line."""
    lines = [""]
    for part in parts:
        for small in _small_enough(part, room, bold):
            if lines[-1] and width((lines[-1] + small).strip(), bold) > room:
                lines.append("")
            lines[-1] += small
    return [line.strip() for line in lines]


def _small_enough(part: str, room: float, bold: bool) -> list[str]:
    """A part that is wider than a line, cut at its middle dots and no-break spaces, or failing that between characters."""
    if width(part.strip(), bold) <= room:
        return [part]
    names = _cut_after(part, "・\u00a0")
    return [small for name in names for small in _small_enough(name, room, bold)] if len(names) > 1 else _kept_together(list(part), words=False)


def cut(lines: list[str], most: int, room: float, bold: bool) -> list[str]:
    """At most so many lines; what is left out is marked with an ellipsis."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + "…", bold) > room:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]
