"""Lists that are too long for one page: every entry stands on one page of them, and every way leads to it."""

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bench import atlas
from conftest import MINI, TODAY
from output import Site, faults

from scripts import build, checking, freshness, fulltext, relations
from scripts.pages import paging, specs

ROW = re.compile(r'<tr data-[^>]*><th scope="row"[^>]*><a href="(?:\.\./)*(?:people/|companies/)?([^/"]+)/"')
JUMP = re.compile(r'<nav class="jump"[^>]*>(.*?)</nav>', re.S)
LEVELS = {"ja": "", "en": "en/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site of as many invented people as the real one has, with shorter pages."""
    root = atlas.write(140, tmp_path_factory.mktemp("paging") / "atlas")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "ROWS", 15)
        patch.setattr(paging, "SOURCES", 20)
        patch.setattr(paging, "DISPUTED", 6)
        patch.setattr(paging, "OLDEST", 9)
        build.build(root, TODAY, lambda *_: None, search=False)
    return root / "site"


def pages(site: Path, language: str, folder: str) -> dict[int, str]:
    """The pages of an index by number."""
    top = site / LEVELS[language] / folder
    return {1: (top / "index.html").read_text()} | {int(path.parent.name): path.read_text() for path in (top / "list").glob("*/index.html")}


@pytest.mark.parametrize("language", LEVELS)
@pytest.mark.parametrize("folder", ["people", "companies"])
def test_each_record_stands_once_in_an_index_of_several_pages(site, language, folder):
    held = pages(site, language, folder)
    assert set(held) == set(range(1, len(held) + 1)) and len(held) > 2
    rows = [ROW.findall(held[number]) for number in sorted(held)]
    assert sorted(id for here in rows for id in here) == sorted(path.stem for path in (site.parent / "data" / folder).iterdir())
    assert {len(here) for here in rows[:-1]} == {15} and 1 <= len(rows[-1]) <= 15


def test_every_way_into_the_lists_arrives_and_each_page_has_its_twin(site):
    found = faults(Site.read(site))
    assert {check: lines for check, lines in found.items() if lines} == {}


@pytest.mark.parametrize("language", LEVELS)
def test_the_letters_lead_from_every_page_to_where_each_begins(site, language):
    held = pages(site, language, "people")
    begins = {group: number for number in sorted(held, reverse=True) for group in re.findall(r'<tbody id="([^"]+)"', held[number])}
    for number, text in held.items():
        top = f"/people/list/{number}/" if number > 1 else "/people/"
        links = [urljoin(top, link) for link in re.findall(r'href="([^"]+)"', JUMP.search(text)[1])]
        assert sorted(links) == sorted(f"{f'/people/list/{page}/' if page > 1 else '/people/'}#{group}" for group, page in begins.items())


def test_a_page_of_an_index_says_which_it_is_and_leads_to_the_others(site):
    second = pages(site, "en", "people")[2]
    assert "People, page 2" in re.search(r"<h1.*?</h1>", second, re.S)[0] and "People, page 2" in re.search(r"<title>.*?</title>", second, re.S)[0]
    assert 'aria-current="page">2</a>' in second and 'href="../../../people/list/3/"' in second
    assert "2ページ目" in re.search(r"<h1.*?</h1>", pages(site, "ja", "people")[2], re.S)[0]


def test_a_source_is_found_on_the_page_on_which_it_stands(site):
    catalog = checking.check(site.parent)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "SOURCES", 20)
        said = fulltext.small(catalog, "en").values()
    links = [link for text in said for link in re.findall(r"url:(sources/[^\"]+)", text)]
    assert len(links) == len(catalog.sources) and any("-2/" in link for link in links)
    for link in links:
        path, _, id = link.partition("#")
        assert f'<li id="{id}">' in (site / "en" / path / "index.html").read_text()


@pytest.mark.parametrize("language", LEVELS)
def test_each_dispute_stands_once_in_a_list_of_several_pages(site, language):
    held = pages(site, language, "disputes")
    catalog = checking.check(site.parent)[0]
    asked = [link for text in held.values() for link in re.findall(r'<section class="dispute">\n<h3><a href="[./]*([^"]+)"', text)]
    assert len(held) > 2 and len(asked) == len(set(asked)) == sum(len(found) for _, found in relations.disputes(catalog))


def test_an_empty_list_of_disputes_is_none(tmp_path):
    root = shutil.copytree(MINI, tmp_path / "atlas")
    record = root / "data/people/hanako-sato.yml"
    before = paging.disputed(checking.check(root)[0])
    record.write_text(record.read_text().replace("links:", "disputes: []\nlinks:", 1))
    assert paging.disputed(checking.check(root)[0]) == before


def test_the_list_of_facts_to_check_shows_the_oldest_and_tells_of_the_others(site):
    text = (site / "en/review/index.html").read_text()
    due = freshness.due(checking.check(site.parent)[0], TODAY)
    assert text.count('<th scope="row">') == 9 < len(due) and f"And {len(due) - 9} whose date is younger" in text


def test_a_short_index_stays_whole_and_can_be_filtered():
    catalog = checking.check(MINI)[0]
    assert [path for path, *_ in specs(catalog) if "/list/" in path or "-2" in path] == []
    assert paging.path("people", 1) == "people/"


@pytest.mark.parametrize("number, last, links", [(1, 3, [1, 2, 3]), (1, 40, [1, 2, 3, 4, 40]), (20, 40, [1, 17, 18, 19, 20, 21, 22, 23, 40])])
def test_a_page_of_many_links_to_those_around_it(number, last, links):
    assert paging.neighbours(number, last) == links
