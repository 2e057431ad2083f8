"""The miniature atlas and the pages that it must give. `make bless` accepts new pages; read the diff before committing."""

import re

import pytest
from conftest import MINI, ROOT, TODAY

from scripts import charts, checking, guide, labels, pages, relations, write
from scripts.catalog import Catalog
from scripts.load import load

EXPECTED = MINI / "expected"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found, problems = checking.check(MINI)
    assert problems == []
    return found


def test_the_pages_are_the_expected_ones(catalog, request):
    made = pages.render(catalog, TODAY)
    if request.config.getoption("--bless"):
        write.sync(EXPECTED, made, ["."], [])
    held = {path.relative_to(EXPECTED).as_posix(): path.read_text() for path in EXPECTED.rglob("*.md")}
    assert sorted(made) == sorted(held), "run `make bless` if the new list of pages is right"
    for path, text in made.items():
        assert text == held[path], f"{path} changed; run `make bless` if the change is right"


def test_ten_times_the_same_bytes(catalog):
    first = pages.render(catalog, TODAY)
    for _ in range(9):
        assert pages.render(Catalog(load(MINI)[0]), TODAY) == first


def test_every_page_has_its_twin(catalog):
    made = pages.render(catalog, TODAY)
    assert {p.removeprefix("ja/") for p in made if p.startswith("ja/")} == {p.removeprefix("en/") for p in made if p.startswith("en/")}


def test_both_languages_cite_the_same_sources_at_the_same_facts(catalog):
    made = pages.render(catalog, TODAY)
    for path in made:
        if path.startswith("ja/") and path != "ja/people/index.md":
            marks = [re.findall(r'(?:id|href)="(#?(?:cite|source)-[^"]+)"', made[twin]) for twin in (path, "en/" + path[3:])]
            assert marks[0] == marks[1], path


def test_a_relation_stated_once_shows_at_both_ends(catalog):
    made = pages.render(catalog, TODAY)
    assert 'href="../../companies/aoba-lab/"' in made["en/people/hanako-sato.md"]
    assert 'href="../../people/hanako-sato/#aoba-lab"' in made["en/companies/aoba-lab.md"]
    assert 'href="../../companies/aoba-lab/#deal-openai"' in made["en/companies/openai.md"], "the deal shows at its other party"
    assert 'href="../../stages/first-years/#prototype-2017"' in made["en/people/zoe-marsh.md"]


def test_text_from_records_is_escaped(catalog):
    page = pages.render(catalog, TODAY)["en/people/hanako-sato.md"]
    assert "Our history &lt;so far&gt; &amp; *more*" in page and "<so far>" not in page


@pytest.mark.parametrize("id, ja, en", [("hanako-sato", "日本語の出典では未確認", "not yet seen in a Japanese source"), ("zoe-marsh", "本アトラスによる転写", "our transliteration")])
def test_a_name_in_kanji_that_nobody_was_seen_to_write_is_not_called_a_transliteration(id, ja, en):
    catalog = Catalog(load(MINI)[0])
    catalog.people[id] = catalog.people[id].model_copy(update={"seen": None})
    made = pages.render(catalog, TODAY)
    assert f'<span class="when">{ja}</span>' in made[f"ja/people/{id}.md"] and f'<span class="when">{en}</span>' in made[f"en/people/{id}.md"]


def test_counts_are_counted_not_typed(catalog):
    home = pages.render(catalog, TODAY)["en/index.md"]
    assert "<dt>people who left OpenAI</dt><dd>2</dd>" in home
    assert "<dt>companies they founded</dt><dd>1</dd>" in home
    assert '<time datetime="2026-11-23">23 November 2026</time>' in home


def test_every_label_is_used():
    texts = [path.read_text() for folder in ("templates", "pages") for path in (ROOT / "scripts" / folder).glob("*") if path.is_file()]
    texts.append((ROOT / "scripts/formats.py").read_text() + (ROOT / "scripts/nametable.py").read_text() + (ROOT / "scripts/feeds.py").read_text())
    made = {f"{folder}_intro" for folder in pages.LISTS} | {f"count_{key}" for key in relations.counts(Catalog(load(MINI)[0]))} | set(pages.LISTS)
    made |= {f"picture_{name}{end}" for name in charts.PICTURES for end in ("", "_door", "_intro")}
    made |= {f"guide_{name}{end}" for name in (*guide.PAGES, "text", "passage") for end in ("", "_intro")} | {key for key in labels.LABELS if re.match("(form|done)_", key)}
    assert [key for key in labels.LABELS if key not in made and not any(re.search(rf"['\"]{key}['\"]", text) for text in texts)] == []
