"""Cards for sharing: what they say, that it stays inside the picture in real letters, and that only changed cards are drawn again."""

import hashlib
import io
import itertools
import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest
from conftest import MINI, ROOT
from PIL import Image

from scripts import cards, checking, relations, write
from scripts.cards import layout, letters
from scripts.cards.words import Card, Row
from scripts.catalog import Catalog

LOOKED_AT = ("people/yi-wu", "people/jan-hendrik-kirchner", "people/leopold-aschenbrenner", "people/sam-mccandlish", "people/david-luan",
             "companies/openai", "companies/safe-superintelligence", "companies/recursive-superintelligence", "stages/recruiting-of-2025", "index")  # fmt: skip


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checking.check(ROOT)[0]


@pytest.fixture(scope="module")
def real(catalog) -> dict[str, Card]:
    """The real records' cards."""
    return cards.all_cards(catalog)


@pytest.fixture(scope="module")
def small() -> dict[str, Card]:
    """The miniature atlas's cards."""
    return cards.all_cards(checking.check(MINI)[0])


def test_what_a_card_says(small):
    assert small["cards/en/people/hanako-sato.png"] == Card(
        "en", "OpenAI Exodus Atlas", "Person", "Hanako Sato", "佐藤花子",
        (Row("At OpenAI", "Engineer", "April 2016 – 31 December 2019"), Row("Then", "Aoba Lab · Founder and CEO", "since January 2020")), "As of June 2024")  # fmt: skip
    company = small["cards/ja/companies/aoba-lab.png"]
    assert company.rows == (Row("創業者", "佐藤花子、田中太郎"), Row("創業", "2020年1月"), Row("最新の評価額", "12億5000万ドル超", "調達後"))
    assert company.dated == "2021年3月時点", "the date of the value, not of another fact"
    assert small["cards/ja/stages/first-years.png"].rows == (Row("", "2016年〜2019年"),)
    assert small["cards/en/companies/openai.png"].other == "", "a name that is the same in both scripts is said once"


def test_a_card_for_every_profile_in_both_languages(catalog, real):
    profiles = [f"{folder}/{id}" for folder in ("people", "companies", "stages") for id in catalog.data.records[folder]]
    assert set(real) == {f"cards/{language}/{path}.png" for language in ("ja", "en") for path in ("index", *profiles)}
    assert max(len(card.rows) for card in real.values()) == 3, "the layout is made for three"
    assert all(card.dated for path, card in real.items() if "/people/" in path or "/companies/" in path)


def test_the_last_post_is_the_one_that_ended_last():
    catalog, _ = checking.check(MINI)
    person = catalog.people["hanako-sato"]
    [stint] = [stint for stint in person.career if stint.org == "openai"]
    interim = stint.model_copy(update={"id": "interim", "since": "2018-05", "to": "2018-06"})
    board = stint.model_copy(update={"id": "board", "kind": "board", "to": "2021"})
    assert relations.main_post(person.model_copy(update={"career": [stint, interim, board]})) is stint


def test_every_character_has_a_glyph(real):
    assert list(cards.lacking(real)) == []


def test_a_character_without_a_glyph_is_reported(small):
    card = small["cards/en/people/zoe-marsh.png"]
    planted = replace(card, other="ゾーイ\U000130b8", rows=(Row("", "Ꙭ"),))
    assert list(cards.lacking({"cards/en/x.png": planted, "cards/en/y.png": card})) == [("cards/en/x.png", "Ꙭ\U000130b8")]


def _outside(card: Card) -> list[layout.Line]:
    """Lines that reach out of the picture's margins."""
    margin, right, foot = layout.MARGIN, layout.WIDTH - layout.MARGIN + 0.01, layout.HEIGHT - layout.MARGIN / 2
    boxes = [(line, *line.box) for line in layout.lay(card).lines]
    return [line for line, left, top, end, below in boxes if left < margin or end > right or top < margin / 2 or below > foot]


def _overlapping(card: Card) -> list[tuple[str, str]]:
    """Pairs of lines whose boxes overlap by more than the room that is above and below letters."""
    def meet(a: tuple, b: tuple) -> bool:
        return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] - 3 and b[1] < a[3] - 3

    return [(one.text, two.text) for one, two in itertools.combinations(layout.lay(card).lines, 2) if meet(one.box, two.box)]


def test_all_text_is_inside_the_picture_and_apart(real):
    assert {path: found for path, card in real.items() if (found := _outside(card) + _overlapping(card))} == {}


EXTREME = Card("ja", "OpenAI 人材流出アトラス", "人物", "", "", (Row("OpenAIでの役割", "研究者、" * 90, "2016年4月〜2019年12月31日"),) * 3, "2024年6月時点")


@pytest.mark.parametrize("name", ["ー".join("アイウエオ" * 60), "W" * 300, "Wolfeschlegelsteinhausenbergerdorff " * 9, "超" * 300])
def test_a_name_of_any_length_stays_inside(name):
    card = replace(EXTREME, name=name, other=name)
    assert (_outside(card), _overlapping(card)) == ([], [])
    assert any(line.text.endswith("…") for line in layout.lay(card).lines), "what is left out is marked"


@pytest.mark.parametrize("path", [f"cards/{language}/{name}.png" for name in LOOKED_AT for language in ("ja", "en")])
def test_the_drawing_keeps_to_its_boxes(real, path):
    laid = layout.lay(real[path])
    numbers, measured = Image.open(io.BytesIO(cards.draw(real[path]))), Image.new("1", (layout.WIDTH, layout.HEIGHT))
    rule, mark = (layout.MARGIN, laid.rule, layout.MARGIN + layout.RULE[0], laid.rule + layout.RULE[1]), (layout.MARGIN, 68, layout.MARGIN + layout.MARK, 96)
    for left, top, right, foot in (rule, mark, *(line.box for line in laid.lines)):
        measured.paste(1, (round(left) - 2, round(top) - 2, round(right) + 2, round(foot) + 2))
    beside = Image.composite(Image.new("L", numbers.size), Image.frombytes("L", numbers.size, numbers.tobytes()), measured)
    assert beside.getextrema()[1] <= 1, "something other than the ground, colours 0 and 1, is drawn beside the measured boxes"


@pytest.mark.parametrize("name", LOOKED_AT)
def test_size_and_weight(real, name):
    for language in ("ja", "en"):
        raw = cards.draw(real[f"cards/{language}/{name}.png"])
        picture = Image.open(io.BytesIO(raw))
        assert (picture.format, picture.size, picture.info) == ("PNG", (1200, 630), {})
        assert 8_000 < len(raw) < 36_000


def test_a_card_is_packed_as_zlib_itself_packs_it(small):
    """What another processor makes of it is the same: runs are found without the hashes in which versions of zlib differ."""
    raw = cards.draw(next(iter(small.values())))
    at = raw.index(b"IDAT")
    packed = raw[at + 4 :][: struct.unpack(">I", raw[at - 4 : at])[0]]
    deflate = zlib.compressobj(1, zlib.DEFLATED, 15, 8, zlib.Z_RLE)
    assert deflate.compress(zlib.decompress(packed)) + deflate.flush() == packed


TEXTS = [
    "共同創業者、製品エンジニアリングの技術責任者。2026年には社内で新製品を育てる部門「Labs」を共同で率いる",
    "メタ・スーパーインテリジェンス・ラボ（MSL）の主任研究者",
    "ヴィッキー・チュンとシェンジア・ジャオ、ジョン・シュルマン（Anthropic）ー「ChatGPT」の2025年10月末時点、320億ドル。",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("room", [3, 4, 5.5, 7, 9, 12, 16, 20, 30])
def test_japanese_lines_break_at_sensible_places(text, room):
    lines = letters.wrap(text, "ja", room, False)
    assert "".join(lines) == text
    assert [line for line in lines if line[0] in letters.NOT_FIRST or line[-1] in letters.NOT_LAST] == []
    if room >= 12:
        assert [line for line in lines if line[-1].isdigit() or letters.width(line, False) > room] == []
        assert not any((a[-1] + b[0]).isascii() and (a[-1] + b[0]).isalnum() for a, b in itertools.pairwise(lines)), "a Latin word is kept whole"


def test_names_in_a_list_are_kept_whole(real):
    for path in ("cards/ja/companies/openai.png", "cards/en/companies/recursive-superintelligence.png"):
        [founders, *_] = real[path].rows
        names = founders.text.replace("、", ", ").split(", ")
        shown = [line.text for line in layout.lay(real[path]).lines]
        assert len(names) > 4 and all(any(name in line for line in shown) for name in names)


PROGRAM = """
import hashlib, sys
from pathlib import Path
from scripts import cards, checking, relations, write
found = cards.all_cards(checking.check(Path(sys.argv[1]))[0])
made = {path: hashlib.sha256(cards.draw(card)).hexdigest() for path, card in reversed(found.items())}
print(*[made[path] for path in found])
"""


def test_the_same_card_gives_the_same_bytes(small):
    """In another process, under another order of hashes, drawn in another order."""
    here = [hashlib.sha256(cards.draw(card)).hexdigest() for card in small.values()]
    for seed in "12":
        ran = subprocess.run([sys.executable, "-c", PROGRAM, str(MINI)], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        assert ran.stdout.split() == here


def test_a_card_is_another_picture_only_for_other_words_or_another_drawing(small, monkeypatch):
    path = "cards/en/people/zoe-marsh.png"
    card = small[path]
    assert cards.key(card) == cards.key(replace(card))
    assert cards.key(card) != cards.key(replace(card, name="Zoë Marsh-Sato"))
    before = cards.key(card)
    monkeypatch.setattr("scripts.cards.VERSION", "next")
    assert cards.key(card) != before


def test_many_cards_drawn_by_several_processes_are_the_same(small, monkeypatch, tmp_path):
    few, several = tmp_path / "few", tmp_path / "several"
    held = dict(list(small.items())[:4])
    with cards.drawing(held, few):
        assert write.read_all(few).keys() == held.keys()
    monkeypatch.setattr(cards, "MANY", 2)
    with cards.drawing(held, several):
        pass
    assert write.read_all(several) == write.read_all(few)


@pytest.mark.parametrize("many", [1, 100])
def test_a_card_that_cannot_be_written_is_told_as_what_it_is(small, monkeypatch, tmp_path, many):
    monkeypatch.setattr(cards, "MANY", many)
    (tmp_path / "cards").write_text("in the way")
    with pytest.raises(OSError, match=r"cards"), cards.drawing(small, tmp_path):
        pass


def test_drawing_ends_with_a_build_that_fails(small, monkeypatch, tmp_path):
    monkeypatch.setattr(cards, "MANY", 2)
    many = {f"{number}.png": card for number in range(300) for card in list(small.values())[:1]}
    with pytest.raises(KeyError), cards.drawing(many, tmp_path):
        raise KeyError
    assert len(list(tmp_path.iterdir())) < 300
