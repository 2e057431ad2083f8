"""Dates, amounts, references and orders: small tables."""

import pytest

from scripts import dates, formats, money, parity, proposals, refs
from scripts.pages import order
from scripts.pages.view import first_sentence, opening


@pytest.mark.parametrize("text, first, last", [
    ("2024", (2024, 1, 1), (2024, 12, 31)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("2024-05-14", (2024, 5, 14), (2024, 5, 14)),
    ("2018~", (2018, 1, 1), (2018, 12, 31)),
])  # fmt: skip
def test_a_date_means_a_stretch_of_days(text, first, last):
    assert (dates.first_day(text), dates.last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["2024-13", "2023-02-29", "24-05", "May 2024", "2024-5", "0012", "2024/05", ""])
def test_other_forms_are_no_dates(text):
    with pytest.raises(ValueError):
        dates.parts(text)


@pytest.mark.parametrize("text, ja, en", [
    ("2024", "2024年", "2024"),
    ("2024-05", "2024年5月", "May 2024"),
    ("2024-05-14", "2024年5月14日", "14 May 2024"),
    ("2018~", "2018年ごろ", "about 2018"),
])  # fmt: skip
def test_dates_in_words(text, ja, en):
    assert (formats.date(text, "ja"), formats.date(text, "en")) == (ja, en)


@pytest.mark.parametrize("text, ja, en", [
    ("USD 18 billion", "180億ドル", "$18 billion"),
    ("over USD 1 billion", "10億ドル超", "over $1 billion"),
    ("under USD 45 million", "4500万ドル未満", "under $45 million"),
    ("about USD 25 million", "約2500万ドル", "about $25 million"),
    ("up to USD 1.5 billion", "最大15億ドル", "up to $1.5 billion"),
    ("USD 1.25 billion", "12億5000万ドル", "$1.25 billion"),
    ("USD 15 to 20 billion", "150億〜200億ドル", "$15–20 billion"),
    ("USD 1.5 trillion", "1兆5000億ドル", "$1.5 trillion"),
    ("EUR 5 million", "500万ユーロ", "€5 million"),
    ("JPY 300 million", "3億円", "¥300 million"),
    ("USD 500", "500ドル", "$500"),
])  # fmt: skip
def test_money_in_words(text, ja, en):
    assert (formats.amount(text, "ja"), formats.amount(text, "en")) == (ja, en)


@pytest.mark.parametrize("text", ["$18 billion", "USD 18bn", "18 billion", "more than USD 1", "USD", "usd 5"])
def test_other_forms_are_no_amounts(text):
    with pytest.raises(ValueError):
        money.parse(text)


@pytest.mark.parametrize("ends, ja, en", [
    (("2015-12", "2024-05", None, None), "2015年12月〜2024年5月", "December 2015 – May 2024"),
    (("2023", "2023", None, None), "2023年", "2023"),
    ((None, "2018", None, None), "〜2018年", "until 2018"),
    (("2024-06", None, None, "2026"), "2024年6月〜（2026年時点）", "since June 2024 (as of 2026)"),
    ((None, None, "2017", None), "2017年までに退任", "left by 2017"),
    (("2016", None, "2017", None), "2016年〜（2017年までに退任）", "since 2016 (left by 2017)"),
    ((None, None, None, None), "時期の記録なし", "dates not on record"),
])  # fmt: skip
def test_spans_in_words(ends, ja, en):
    assert (formats.span(*ends, "ja"), formats.span(*ends, "en")) == (ja, en)


def test_references_are_cut_out_of_prose():
    assert refs.parse("A [[x]] b [[y#z|w]].") == ["A ", refs.Ref("x"), " b ", refs.Ref("y", "z", "w"), "."]
    assert refs.parse("[not] a [ref]") == ["[not] a [ref]"]


@pytest.mark.parametrize("reading, head", [
    ("アルトマン", "あ"), ("ヴァン", "あ"), ("ガルシア", "か"), ("ジャオ", "さ"), ("ツォレック", "た"), ("パチョッキ", "は"),
    ("ョ", "や"), ("んだ", "わ"), ("OpenAI", ""),
])  # fmt: skip
def test_kana_rows(reading, head):
    assert order.group_of(order.kana_key(reading)[:1], "ja") == head


def test_kana_order_passes_over_voicing_small_kana_and_length():
    names = ["ハッサビス", "バーグ", "ハーゲイ", "ヒントン"]
    assert sorted(names, key=order.kana_key) == ["バーグ", "ハーゲイ", "ハッサビス", "ヒントン"]


def test_latin_order_passes_over_case_and_marks():
    assert sorted(["Zaremba", "Łukasz", "Élie", "d'Angelo", "Eck"], key=order.latin_key)[:3] == ["d'Angelo", "Eck", "Élie"]


@pytest.mark.parametrize("text, language, first", [
    ("一つ。二つ。", "ja", "一つ。"),
    ("He left at 3.5 p.m. for good. Then he came.", "en", "He left at 3.5 p.m. for good."),
    ("No end", "en", "No end"),
])  # fmt: skip
def test_first_sentence(text, language, first):
    assert first_sentence(text, language) == first


def test_a_description_takes_as_many_sentences_as_it_needs():
    assert opening("経済学者。退社後、別の団体に加わった。" + "あ" * 40 + "。続き。", "ja") == "経済学者。退社後、別の団体に加わった。" + "あ" * 40 + "。"
    assert opening("An economist who left early in the year. He joined another.", "en") == "An economist who left early in the year."
    assert opening("Short.", "en") == "Short."


@pytest.mark.parametrize("ja, en", [
    ("2024年5月14日に12億5000万ドル", "$1.25 billion on 14 May 2024"),
    ("150億〜200億ドル", "$15 to 20 billion"),
    ("15〜20億ドル", "$1.5–2 billion"),
    ("社員は約770人で、95%が署名", "95% of about 770 employees signed"),
    ("取締役4人のうち3人", "three of the four directors"),
    ("第三段階", "the third stage"),
    ("１２人", "a dozen people"),
    ("GPT-3は1750億", "GPT-3 has 175 billion"),
    ("彼は戻れる", "he may march back"),
    ("o3とGPT-4oを開発した", "developed o3 and GPT-4o"),
])  # fmt: skip
def test_equal_numbers_in_two_languages(ja, en):
    assert parity.unequal(ja, en) == (set(), set())


@pytest.mark.parametrize("ja, en, only_ja, only_en", [
    ("2023年11月17日", "17 November 2022", {2023}, {2022}),
    ("18億ドル", "$18 billion", {1_800_000_000}, {18_000_000_000}),
    ("5月", "in June", {5}, {6}),
    ("747人", "most of them", {747}, set()),
])  # fmt: skip
def test_unequal_numbers_are_seen(ja, en, only_ja, only_en):
    assert parity.unequal(ja, en) == (only_ja, only_en)


def test_a_name_inside_another_name_is_somebody_else():
    patterns = parity.Forms({"stanley": ("Stanley",)})
    assert parity.names("Stanley's company", patterns) == {"stanley"}
    assert parity.names("lent by Morgan Stanley", patterns) == parity.names("Stanleyville", patterns) == set()


def test_who_share_a_name_in_one_language_are_not_told_apart_by_it():
    ja, en = {"a": ("バーンズ",), "b": ("バーンズ",), "c": ("クラーク",)}, {"a": ("Barnes",), "b": ("Burns",), "c": ("Clark",)}
    assert parity.namesakes(ja, en) == {"a": "a", "b": "a", "c": "c"}


def test_no_amount_is_proposed_for_more_than_there_is():
    assert [proposals.amount(text) for text in ("USD " + "9" * 4000, "$18B")] == ["", "USD 18 billion"]
