"""Evidence, age, the ledger of published values, and the check of links."""

import datetime
import http.server
import json
import subprocess
import sys

import command
import pytest
from conftest import MINI, ROOT, TODAY, records
from search.serving import run

from scripts import build, checking, evidence, freshness, ledger, links, model, relations
from scripts.catalog import Catalog
from scripts.load import load


@pytest.fixture(scope="module")
def real() -> Catalog:
    return Catalog(records(ROOT))


@pytest.fixture
def mini_catalog() -> Catalog:
    return Catalog(load(MINI)[0])


def test_every_fact_of_the_atlas_is_cited(real):
    counted = evidence.stats(real)
    assert counted["facts"] == counted["facts cited"] > 1900
    assert counted["facts with a strong source"] / counted["facts"] > 0.7


def test_every_claim_of_fact_is_weighed_against_another_source(real):
    for article in real.articles.values():
        for claim in article.claims:
            assert claim.verdict == "opinion" or set(claim.sources) - {article.source}, claim.id


def test_every_source_says_how_much_of_it_was_read(real):
    assert {source.read for source in real.sources.values()} <= {"full", "excerpt"}, "a lead that was not re-read bears nothing out"


@pytest.mark.parametrize("kind, date, today, due", [
    ("position", "2026-05-27", "2026-11-23", False),  # 180 days
    ("position", "2026-05-26", "2026-11-23", True),
    ("valuation", "2026-08", "2026-11-23", False),  # 84 days since the month's last day
    ("valuation", "2026-07", "2026-11-23", True),
    ("state", "2027", "2026-11-23", False),
])  # fmt: skip
def test_facts_age_by_kind(kind, date, today, due):
    assert freshness.is_due(kind, date, datetime.date.fromisoformat(today)) is due


def test_what_is_due_depends_on_the_date_given_and_leaves_settled_facts(mini_catalog):
    assert freshness.due(mini_catalog, datetime.date(2021, 4, 1)) == []
    late = {(one.id, one.anchor, one.kind) for one in freshness.due(mini_catalog, datetime.date(2026, 1, 1))}
    assert late == {("hanako-sato", "aoba-lab", "position"), ("zoe-marsh", "university", "position"), ("openai", "state", "state"),
                    ("aoba-lab", "state", "state"), ("aoba-lab", "val-2021", "valuation")}  # fmt: skip


def test_the_ledger_keeps_the_day_on_which_a_value_last_changed(mini_catalog):
    first = ledger.published(mini_catalog, {}, datetime.date(2024, 7, 1))
    assert first["companies/aoba-lab#val-2021"] == {"value": "over USD 1.25 billion | 2021-03 | post-money", "since": "2024-07-01"}
    assert ledger.published(mini_catalog, first, datetime.date(2025, 1, 1)) == first
    old = first | {"companies/aoba-lab#founded": {"value": "2019", "since": "2024-07-01"}}
    mini_catalog.data.ledgers["published"] = ledger.published(mini_catalog, old, datetime.date(2025, 1, 1))
    assert ledger.last_changed(mini_catalog, "companies", "aoba-lab") == "2025-01-01"


def test_a_published_value_changes_only_with_a_note(mini):
    publish = ("publish", "--root", str(mini), "--today", "2024-07-01")
    assert command.run(*publish).returncode == 0
    record = mini / "data/people/hanako-sato.yml"
    record.write_text(record.read_text().replace("to: 2019-12-31", "to: 2020-01-31"))
    assert [problem.rule for problem in checking.check(mini)[1]] == ["unexplained-change"]
    note = "corrections:\n  - date: 2024-07-02\n    kind: correction\n    fact: openai\n    text: {ja: 退職日を2020年1月に直した。, en: The leaving date was set right to January 2020.}\n"
    record.write_text(record.read_text() + note)
    catalog, problems = checking.check(mini)
    assert problems == []
    build.write_pages(mini, TODAY)
    page = (mini / "docs/en/people/hanako-sato.md").read_text()
    assert "Correction</span> The leaving date was set right" in page and "1 July 2024" in page, "the note and the day of the last release"
    assert "退職日を2020年1月に直した。" in (mini / "docs/ja/corrections/index.md").read_text()


def test_the_schema_has_no_field_for_private_life():
    private = {"address", "email", "phone", "born", "birth", "birthday", "birth_date", "health", "religion", "family_members", "spouse", "children", "home"}
    fields = {name for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Part) for name in kind.model_fields}
    assert fields & private == set() and {"career", "sources"} <= fields


class Answers(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_response({"/ok": 200, "/gone": 404, "/shy": 403, "/ill": 500}[self.path])
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    with run(Answers) as root:
        yield root.rstrip("/")


def test_links_are_asked_and_only_gone_ones_are_dead(server):
    answers = links.check([f"{server}/{page}" for page in ("ok", "gone", "shy", "ill")])
    assert [(answer.status, answer.dead) for answer in answers.values()] == [(200, False), (404, True), (403, False), (500, False)]


def test_without_a_network_nothing_is_learnt_and_nothing_noted(mini):
    for source in (mini / "data/sources").glob("*.yml"):
        source.write_text(source.read_text().replace("https://example.org", "http://127.0.0.1:1"))
    ran = subprocess.run([sys.executable, "-m", "scripts", "links"], cwd=mini, capture_output=True, text=True)
    assert ran.returncode == 1 and "there is no network here" in ran.stderr
    assert not (mini / "data/ledgers/links.json").exists()


def test_a_dead_link_is_noted_and_shown_and_breaks_nothing(mini, server):
    source = mini / "data/sources/gazette-sato-2020.yml"
    source.write_text(source.read_text().replace("https://example.org/gazette/sato", f"{server}/gone"))
    for other in ("aoba-history-2021", "essay-2022"):
        path = mini / f"data/sources/{other}.yml"
        path.write_text(path.read_text().replace("https://example.org/aoba/history", f"{server}/ok").replace("https://example.org/essay", f"{server}/shy"))
    ran = subprocess.run([sys.executable, "-m", "scripts", "links", "--today", "2026-11-23"], cwd=mini, capture_output=True, text=True)
    assert ran.returncode == 0 and "3 addresses asked, 1 dead" in ran.stdout
    assert json.loads((mini / "data/ledgers/links.json").read_text())[f"{server}/gone"] == {"status": 404, "checked": "2026-11-23"}
    build.write_pages(mini, TODAY)
    assert "dead link (checked" in (mini / "docs/en/people/hanako-sato.md").read_text()


def test_stats_are_printed(mini):
    said = command.run("stats", "--root", str(mini)).stdout
    assert "facts with a strong source: " in said and "sources by language: en 2, ja 1" in said and "claims by verdict: contradicted 1, opinion 1" in said


def test_the_atlas_is_as_wide_and_as_well_borne_out_as_it_says(real):
    counted = evidence.stats(real)
    assert counted["records"]["people"] >= 110 and counted["records"]["companies"] >= 45 and counted["records"]["stages"] >= 5
    assert counted["people with two independent sources or more"] / counted["records"]["people"] >= 0.6
    weak = [id for id in real.people if not evidence.has_strong(real, cited_by(real, "people", id))]
    assert weak == [], "a person rests on at least one primary source or report"


def cited_by(catalog: Catalog, folder: str, id: str) -> list[str]:
    return [source for source, places in catalog.citations.items() if any(place[:2] == (folder, id) for place in places)]


def test_everyone_and_everything_in_the_atlas_is_within_its_published_rule(real):
    named = {id for article in real.articles.values() for claim in article.claims for id in claim.about}
    assert [id for id, person in real.people.items() if not relations.at_openai(person) and id not in named] == []
    for id in real.companies:
        people = [(real.people[person], stint) for person, stint in real.stints_at(id) if relations.at_openai(real.people[person])]
        founded = any(id in relations.founded_after_openai(person) for person, _ in people)
        led = any(stint.kind in ("founder", "executive") and stint.as_of for _, stint in people)
        assert founded or led or id in named, id


def test_copies_of_one_report_are_one_voice():
    source = model.Source.model_validate({"url": "https://a.example/", "publisher": "A", "title": "t", "language": "en", "accessed": "2026-01-01", "kind": "press", "read": "full"})
    copy = source.model_copy(update={"publisher": "B", "kind": "re-post", "original": model.Source.model_fields["original"].annotation.__args__[0](publisher="a")})
    catalog = Catalog(load(MINI)[0])
    catalog.sources["gazette-sato-2020"], catalog.sources["aoba-history-2021"] = source, copy
    assert len(evidence.voices(catalog, "people", "hanako-sato")) == 1
