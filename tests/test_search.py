"""The search: what a reader finds, how fast, and what it costs."""

import json
import random
import statistics

import pytest
from conftest import ROOT, records
from search import measure
from search import page as box
from search.table import EXACT, rank, rows, scores

from scripts import fulltext, nametable
from scripts.catalog import Catalog


@pytest.fixture(scope="module")
def answers(browser, address):
    """Every row of both tables with the ids that the real box shows."""
    found = []
    for language, path in (("ja", ""), ("en", "en/")):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + path)
        box.open_box(page)
        asked = [row for name in ("queries.csv", "unseen.csv") for row in rows(name) if row.language == language]
        found += zip(asked, [ids for ids, _ in box.ask(page, [row.query for row in asked])], strict=True)
        context.close()
    return found


def misses(answers, forms, at=1):
    return [(row.language, row.query, row.form, found[:3]) for row, found in answers if row.form in forms and not 0 < rank(row, found) <= at]


def test_exact_names_and_variants_always_come_first(answers):
    assert misses(answers, EXACT) == []


def test_other_forms_come_first_or_nearly(answers):
    forms = {row.form for row, _ in answers} - {*EXACT, "typo", "ambiguous"}
    held = [(row, found) for row, found in answers if row.form in forms]
    _, first, third, _ = scores(held)["all"]
    assert first >= 0.98 and third == 1, misses(answers, forms)


def test_typos_are_forgiven(answers):
    _, first, _, _ = scores([one for one in answers if one[0].form == "typo"])["typo"]
    assert first >= 0.95, misses(answers, {"typo"})


def test_a_shared_name_gives_all_who_bear_it_first(answers):
    assert misses(answers, {"ambiguous"}) == []


def test_the_table_is_large_and_its_answers_exist():
    catalog = Catalog(records(ROOT))
    table = rows()
    assert len(table) >= 300 and {row.language for row in table} == {"ja", "en"}
    assert {id for row in table for id in row.expected} <= {*catalog.people, *catalog.companies, *catalog.stages}
    assert {*catalog.people, *catalog.companies} <= {id for row in table for id in row.expected}


@pytest.fixture(scope="module")
def functions(browser, address):
    """A page in which single functions of the search are asked."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark", has_touch=True)
    page = context.new_page()
    page.goto(address + "people/sam-altman/")
    yield page
    context.close()


@pytest.mark.parametrize("one, other", [
    ("アルトマン", "あるとまん"), ("アルトマン", "ｱﾙﾄﾏﾝ"), ("アルトマン", "arutoman"), ("サツケバー", "サツケヴァー"), ("シュナイダー", "シユナイダー"),
    ("デビッド", "デイヴィッド"), ("スリニバス", "スリニヴァース"), ("シ", "si"), ("シ", "shi"), ("ツ", "tu"), ("ジョー", "zyo"), ("チャ", "tya"),
    ("Ａｌｔｍａｎ", "altman"), ("Zoë", "ZOE"), ("Łukasz", "lukasz"), ("D’Angelo", "dangelo"), ("フィッシャー", "fisshaa"), ("ヴォルフ", "ボルフ"),
])  # fmt: skip
def test_forms_that_sound_alike_are_one(functions, address, one, other, assets):
    said = functions.evaluate("""async ([from, one, other]) => { const { words, sound } = await import(from);
        return [one, other].map((text) => words(text).map(sound).join(" ")); }""", [address + assets + "search/normal.js", one, other])  # fmt: skip
    assert said[0] == said[1]


@pytest.mark.parametrize("one, other, far", [("brokman", "brockman", 1), ("hitnon", "hinton", 1), ("abc", "abc", 0), ("abc", "xyz", 3), ("musk", "mask", 1)])
def test_edits_count_slips_of_the_hand(functions, address, one, other, far, assets):
    measure = "async ([from, one, other]) => (await import(from)).edits(one, other, 2)"
    assert functions.evaluate(measure, [address + assets + "search/normal.js", one, other]) == far


@pytest.mark.parametrize("text", ["サム・アルトマンは解任された。", "OpenAIの取締役会", "2023年11月のOpenAI", "ヴェル々〆と豈"])
def test_build_and_browser_cut_japanese_alike(functions, address, text, assets):
    cut = functions.evaluate("async ([from, text, word]) => (await import(from)).cut(text, word)", [address + assets + "search/text.js", text, fulltext.WORD])
    assert cut == fulltext.cut(text).strip()
    joined = functions.evaluate("async ([from, text, word]) => (await import(from)).joined(text, word)", [address + assets + "search/text.js", cut, fulltext.WORD])
    assert joined == text


def test_nothing_of_the_search_is_loaded_before_it_is_used(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked, sizes = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: sizes.append(len(answer.body())) if "/search/" in answer.url else None)
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url and not url.endswith("search/open.js")] == []
    box.open_box(page)
    page.keyboard.type("アルトマン")
    page.locator("[role=option]").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert sum(sizes) < 400_000, "bytes before compression; the bench prints what is transferred"
    context.close()


def test_by_keyboard_alone(page, address):
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="名前または言葉")
    field.wait_for()
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("マスク")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.get_by_role("link", name="検索", exact=True).focus()
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.rel") == "search", "focus returns to where it was"
    page.keyboard.press("Control+k")
    page.keyboard.type("しゅないだー")
    page.locator("[role=option] a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(address + "people/jonas-schneider/")


def test_results_say_what_they_are_and_why(page):
    box.open_box(page)
    page.keyboard.type("オルトマン")
    first = page.get_by_role("option").first
    first.wait_for()
    assert "サム・アルトマン" in first.inner_text() and "Sam Altman" in first.inner_text() and "人物" in first.inner_text()
    assert "別表記：サム・オルトマン" in first.inner_text()
    page.get_by_role("combobox").fill("")
    page.keyboard.type("黄袍")
    page.locator("[role=option] mark").first.wait_for()
    assert "黄袍" in page.locator("[role=option] mark").first.inner_text()


def test_no_result_suggests_near_names(page):
    box.open_box(page)
    page.keyboard.type("brockmannstein")
    page.locator(".told", has_text="一致するものはありません").wait_for()
    assert "グレッグ・ブロックマン" in page.get_by_role("option").first.inner_text()


def test_kinds_filter_names_and_text(page):
    box.open_box(page)
    page.keyboard.type("openai")
    page.locator("[role=option]").first.wait_for()
    page.get_by_text("できごと", exact=True).click()
    page.locator("[role=option][data-kind=event]").first.wait_for()
    assert {one.get_attribute("data-kind") for one in page.locator("[role=option]").all()} == {"event"}


def test_the_search_knows_the_filtered_lists(page, address):
    page.goto(address + "en/search/?q=Anthropic")
    page.get_by_text("List", exact=True).first.click()
    page.locator("[role=option]", has_text="People who went to Anthropic").first.click()
    page.wait_for_url("**/en/people/?org=anthropic")
    assert page.locator("#people-table tbody tr:not(.group):visible").count() > 5


def test_an_address_with_a_query_gives_its_results(page, address):
    page.goto(address + "en/search/?q=Suskever")
    page.locator("[role=option] a", has_text="Ilya Sutskever").first.wait_for()
    assert page.get_by_role("combobox").input_value() == "Suskever"
    page.goto(address + "en/")
    page.get_by_role("searchbox").fill("Anthropic")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=Anthropic")
    links = page.locator("[role=option] a")
    links.first.wait_for()
    assert "/en/companies/anthropic/" in links.first.get_attribute("href")
    assert all("/en/" in link.get_attribute("href") for link in links.all()), "only the page's language"


def test_text_is_found_in_every_browser_engine(page):
    """The trap of katakana: the engine's own word breaker must have no say."""
    page.add_init_script("Intl.Segmenter = class { segment(text) { return [...text].map((segment) => ({ segment, isWordLike: true })); } };")
    page.reload()
    box.open_box(page)
    page.keyboard.type("ウォール・ストリート・ジャーナル")
    page.locator("[role=option] mark").first.wait_for()


def test_ten_thousand_names_answer_at_once(functions, address, assets):
    rng = random.Random(1)
    given, family = ["アン", "ベン", "カール", "ダナ", "エマ"], ["ka", "mo", "ri", "ta", "shi", "lan", "berg", "son", "ova", "den"]
    names = []
    for number in range(10_000):
        latin = f"{rng.choice('ABCDEFGH')}{''.join(rng.choices(family, k=3))} {''.join(rng.choices(family, k=3)).title()}"
        kana = f"{rng.choice(given)}・{''.join(rng.choices('アカサタナハマヤラワンリルレロトドグブミ', k=5))}"
        names.append({"kind": "person", "url": f"people/{number}/", "name": kana, "other": latin, "line": "", "links": number % 50, "forms": [kana, latin]})
    spent = functions.evaluate("""async ([from, names, queries]) => { const { build, find } = await import(from); const index = build(names); find(index, "x");
        return queries.map((query) => { const start = performance.now(); find(index, query); return performance.now() - start; }); }""",
        [address + assets + "search/names.js", names, [name["other"][:k] for name in names[:10] for k in range(1, len(name["other"]))] + ["Brokman", "ｶﾓﾘ", "アントーン"]])  # fmt: skip
    assert statistics.median(spent) < 500, "a guard against the absurd; the bench measures"


def test_what_the_bench_measures_is_there(browser, site, small):
    built, spent = measure.latency(browser, site, 50)
    assert built > 0 and len(spent) > 400 and measure.indexing(small, 3) > 0


def test_the_name_table_has_every_form(site):
    table = json.loads((site / "search/names.json").read_text())
    altman = next(one for one in table["names"] if one["url"] == "people/sam-altman/")
    assert altman["forms"][:2] == ["サム・アルトマン", "Sam Altman"] and "サム・オルトマン" in altman["forms"]
    assert all(one["line"] and one["kind"] in table["kinds"] for one in table["names"])
    assert table["kindWord"] == nametable.KIND_WORD


def test_results_open_by_mouse_and_by_touch(page, address):
    for tap in (False, True):
        page.goto(address)
        box.open_box(page)
        page.keyboard.type("グーグル")
        option = page.get_by_role("option", name="グーグル, Google").first
        option.wait_for()
        option.tap() if tap else option.click()
        page.wait_for_url(address + "companies/google/")
