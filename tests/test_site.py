"""The real site: every check of `output/` finds nothing, and what the records say is on its pages."""

from html import unescape
from urllib.parse import urljoin

import pytest
from conftest import ROOT, records
from output import CHECKS, Site

from scripts import labels
from scripts.catalog import Catalog

NAMED = {
    "people": "dario-amodei daniela-amodei ilya-sutskever david-luan jonas-schneider aravind-srinivas tim-shi elon-musk sam-altman "
              "greg-brockman luke-nosek geoffrey-hinton",
    "companies": "openai anthropic safe-superintelligence adept amazon daedalus perplexity cresta google deepmind paypal founders-fund "
                 "stripe y-combinator tesla microsoft xai",
    "stages": "founding-and-early-office musk-departure turn-to-profit crisis-of-november-2023",
}  # fmt: skip


@pytest.fixture(scope="module")
def whole(site) -> Site:
    return Site.read(site)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(records(ROOT))


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.__name__)
def test_the_whole_site(whole, check):
    assert len(whole.pages) > 400
    assert list(check(whole)) == []


def test_everything_the_article_names_has_its_page_linked_from_its_index(whole):
    for folder, ids in NAMED.items():
        for top in ("", "en/"):
            index = whole.html[f"{top}{folder}/index.html"]
            listed = {urljoin(whole.origin + index.address, link) for link in index.xpath("//article//a/@href")}
            assert {f"{whole.origin}{top}{folder}/{id}/" for id in ids.split()} <= listed
            assert all(f"{top}{folder}/{id}/index.html" in whole.html for id in ids.split())


def test_every_page_is_two_clicks_from_home(whole):
    def reached(address: str) -> set[str]:
        page = whole.html.get(f"{address.removeprefix(whole.origin)}index.html")
        return {urljoin(address, link).partition("#")[0] for link in page.xpath("//a/@href")} if page and address.startswith(whole.origin) else set()

    for top in ("", "en/"):
        first = reached(whole.origin + top)
        there = first.union(*map(reached, first))
        assert {whole.origin + page.address for page in whole.pages if page.english == bool(top)} - there == set()


def test_what_names_a_record_is_linked_from_it_and_back(whole, catalog):
    for id, person in catalog.people.items():
        for stint in person.career:
            if isinstance(stint.org, str):
                company = whole.files[f"en/companies/{stint.org}/index.html"]
                held = stint.kind == "founder" or stint.org == "openai" or any(s.org == "openai" for s in person.career)
                assert not held or f'people/{id}/#{stint.id}"' in company, (id, stint.id)
    for id, stage in catalog.stages.items():
        for event in stage.events:
            for one in (*event.people, *event.companies):
                page = whole.files[f"en/{catalog.folder_of[one]}/{one}/index.html"]
                assert f'stages/{id}/#{event.id}"' in page, (id, event.id, one)


def test_every_person_company_and_stage_page_names_its_sources(whole, catalog):
    for folder in ("people", "companies", "stages", "articles"):
        for id in catalog.data.records[folder]:
            listed = whole.html[f"{folder}/{id}/index.html"].xpath("//ol[@class='source-list']/li/@id")
            cited = {"source-" + source for source, places in catalog.citations.items() if (folder, id) in {place[:2] for place in places}}
            assert cited <= set(listed), (folder, id)


def test_every_claim_of_the_article_is_on_its_page_with_a_verdict(whole, catalog):
    for id, article in catalog.articles.items():
        for language in ("ja", "en"):
            page = whole.html[f"{'en/' if language == 'en' else ''}articles/{id}/index.html"]
            for claim in article.claims:
                words = "".join(page.xpath(f"//li[@id='{claim.id}']//text()"))
                assert labels.choice("verdict", claim.verdict, language) in words
                assert unescape(getattr(claim.why, language)).split("[[")[0] in words
