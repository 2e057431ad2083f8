"""Looking around: tables that sort and filter, pictures that highlight, and all of it without JavaScript."""

import gzip

import pytest
from lxml import etree

WIDTHS = {"desk": 1280, "phone": 360}
PICTURES = ("careers", "destinations", "departures", "money", "founding")


@pytest.fixture
def opened(browser, address):
    """Opens a page below the site's root; closes all at the end."""
    contexts = []

    def open_at(path, **options):
        context = browser.new_context(viewport={"width": options.pop("width", 1280), "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.wrong = []
        page.on("console", lambda message: page.wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto(address + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


def names(page, table="#people-table") -> list[str]:
    return page.locator(f"{table} tbody tr:not(.group):visible th[scope=row] a").all_inner_texts()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_people_sort_by_the_date_of_leaving_and_back(opened, width):
    page = opened("en/people/", width=width)
    grouped = names(page)
    head = page.get_by_role("button", name="Left OpenAI")
    head.click()
    dates = [cell.get_attribute("data-value") for cell in page.locator("#people-table tbody tr:not(.group) td:nth-of-type(2)").all()]
    known = [date for date in dates if date]
    assert dates == known + [""] * (len(dates) - len(known)) and known == sorted(known)
    assert page.locator("tr.group:visible").count() == 0
    assert page.locator("th[aria-sort=ascending]").count() == 1
    head.click()
    assert page.locator("th[aria-sort=descending]").count() == 1
    head.click()
    assert names(page) == grouped and page.locator("tr.group:visible").count() > 5 and page.wrong == []


def test_companies_sort_by_value_as_a_number(opened):
    page = opened("companies/")
    for _ in range(2):
        page.get_by_role("button", name="最新の評価額").click()
    values = [int(cell) for cell in page.eval_on_selector_all("#companies-table tbody tr:not(.group) td:last-child", "cells => cells.map((c) => c.dataset.value)") if cell]
    assert len(values) > 10 and values == sorted(values, reverse=True)


def test_a_filter_shows_what_was_asked_for_and_has_an_address(opened, address):
    page = opened("en/people/")
    page.locator("select[name=org]").select_option("anthropic")
    shown = names(page)
    assert "Dario Amodei" in shown and "Ilya Sutskever" not in shown and 5 < len(shown) < 40
    assert page.locator(".filters output").inner_text() == f"{len(shown)} shown"
    assert page.url.endswith("?org=anthropic")
    again = opened("en/people/?org=anthropic")
    assert names(again) == shown, "the address gives the same list"
    again.locator("select[name=org]").select_option("")
    assert len(names(again)) > 100 and again.url == address + "en/people/" and page.wrong == again.wrong == []


def test_a_legend_entry_makes_the_other_kinds_fade(opened):
    page = opened("en/pictures/departures/")
    button = page.get_by_role("button", name="Academia")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("#picture [data-kind=academia].faded").count() == 0 < page.locator("#picture [data-kind=founded].faded").count()
    button.click()
    assert page.locator("#picture .faded").count() == 0 and page.wrong == []


def test_pointing_at_a_founder_shows_the_lines_of_that_founder(opened):
    page = opened("en/pictures/founding/")
    page.locator("[data-end=mira-murati]").focus()
    lit = page.locator(".tie:not(.faded)")
    assert lit.count() == 1 and lit.get_attribute("data-b") == "thinking-machines-lab"
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/mira-murati/")


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_label_of_a_picture_is_cut_off_or_lies_on_another(opened, picture, width):
    page = opened(f"pictures/{picture}/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.eval_on_selector_all("#picture svg :is(.bar-name, .total, .event-number, .strip-name)", """marks => marks
        .filter((mark) => getComputedStyle(mark).display !== "none")
        .map((mark) => [mark.textContent, mark.getBoundingClientRect()]).map(([text, box]) => [text, box.left, box.right, box.top, box.bottom])""")
    assert boxes or picture == "destinations"
    assert [text for text, left, right, *_ in boxes if left < 0 or right > width] == []
    labels = sorted((box for box in boxes), key=lambda box: box[3])
    for number, (text, left, right, _, bottom) in enumerate(labels):
        for other, left2, right2, top2, _ in labels[number + 1 :]:
            if top2 > bottom - 3:
                break
            assert right <= left2 + 2 or right2 <= left + 2, f"{text} lies on {other}"


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_javascript_every_profile_is_reached_and_read(opened, site, language):
    page = opened(f"{language}people/", java_script_enabled=False)
    listed = page.eval_on_selector_all("#people-table th[scope=row] a", "links => [...new Set(links.map((link) => link.href))]")
    assert len(listed) == len([one for one in (site / language / "people").iterdir() if one.is_dir()])
    assert not page.locator(".filters").is_visible()
    page.locator(".ways a").first.click()
    assert page.locator(":target").is_visible(), "the groups by year are links"
    for picture in PICTURES:
        page.goto(page.url.partition("pictures/")[0] + f"pictures/{picture}/")
        assert page.locator("#picture").is_visible()


def test_pages_stay_light(site, assets):
    def weight(path):
        return len(gzip.compress((site / path).read_bytes()))

    people = [weight(path.relative_to(site)) for path in site.glob("**/people/*/index.html")]
    assert len(people) > 200 and max(people) < 25_000, "a profile with its picture"
    assert max(weight(path.relative_to(site)) for path in site.glob("**/pictures/*/index.html")) < 60_000
    assert weight(assets + "explore.js") < 30_000 and weight("people/index.html") < 40_000


def test_a_profile_shows_its_career_and_its_neighbours(site):
    page = etree.HTML((site / "en/people/mira-murati/index.html").read_text())
    drawn = page.xpath("//figure[contains(@class,'career-chart')]//a/@href")
    assert {"#tesla", "#openai", "#thinking-machines-lab"} <= set(drawn) and all(page.xpath(f"//*[@id='{link[1:]}']") for link in drawn)
    near = page.xpath("//ul[@class='network']//a/@href")
    assert any("/thinking-machines-lab/" in link for link in near) and any("/john-schulman/" in link for link in near)
