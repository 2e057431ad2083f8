"""The pictures: where people went, where marks stand, and that they hold with 12 people and with 300."""

import gzip
import itertools
from dataclasses import replace

import pytest
from conftest import MINI, ROOT, TODAY, records
from lxml import etree

from scripts import journeys, pages
from scripts.catalog import Catalog
from scripts.charts import careers, departures, destinations, founding, money
from scripts.charts.scale import Years, end, start
from scripts.load import load
from scripts.model import Person
from scripts.pages.view import View


def person(career: list[dict]) -> Person:
    stints = [{"id": f"s{number}", "role": {"ja": "職", "en": "post"}, "kind": "staff", "sources": ["s"], **stint} for number, stint in enumerate(career)]
    return Person.model_validate({"name": {"ja": "甲", "en": "A"}, "family": {"ja": "甲", "en": "A"}, "summary": {"ja": "人。", "en": "One.", "sources": ["s"]},
                                  "career": stints, "reviewed": "2026-01-01"})  # fmt: skip


def catalog_of(**people: Person) -> Catalog:
    """The people, with the real companies."""
    data = records(ROOT)
    return Catalog(replace(data, records={**data.records, "people": people}))


AT = {"org": "openai"}
ELSEWHERE = {"ja": "他社", "en": "Other"}


@pytest.mark.parametrize("career, expected", [
    ([AT | {"from": "2018", "to": "2020-12"}, {"org": "anthropic", "kind": "founder", "from": "2021-01", "as_of": "2026"}], [("2020-12", "founded", "anthropic")]),
    ([AT | {"from": "2018", "to": "2020-12"}, {"org": "anthropic", "from": "2021-01", "as_of": "2026"}], [("2020-12", "company", "anthropic")]),
    # founded within a year before leaving, too; a founding years later is not what came next
    ([AT | {"left_by": "2018"}, {"org": "cresta", "kind": "founder", "from": "2017", "as_of": "2026"}], [("2018", "founded", "cresta")]),
    ([AT | {"to": "2018"}, {"org": "google", "from": "2018", "to": "2021"}, {"org": "adept", "kind": "founder", "from": "2022", "as_of": "2024"}], [("2018", "company", "google")]),
    ([AT | {"to": "2018"}, {"org": ELSEWHERE, "kind": "academic", "from": "2018", "as_of": "2026"}], [("2018", "academia", ELSEWHERE)]),
    ([AT | {"to": "2018"}, {"org": ELSEWHERE, "from": "2018", "as_of": "2026"}], [("2018", "other", ELSEWHERE)]),
    # a post held all along
    ([{"org": "tesla", "from": "2004", "as_of": "2026"}, AT | {"from": "2015", "to": "2018-02"}], [("2018-02", "company", "tesla")]),
    ([AT | {"to": "2018"}], [("2018", "unknown", None)]),
    ([AT | {"from": "2018", "as_of": "2026"}], []),
    # a seat on the board beside a post is one time there; a return begins another
    ([AT | {"from": "2015", "to": "2024-05"}, AT | {"kind": "board", "to": "2023-11"}], [("2024-05", "unknown", None)]),
    ([AT | {"from": "2015", "to": "2017-06"}, {"org": "tesla", "from": "2017-06", "to": "2022"}, AT | {"from": "2023", "to": "2024"}], [("2017-06", "company", "tesla"), ("2024", "unknown", None)]),
])  # fmt: skip
def test_what_came_next(career, expected):
    def org(one):
        return one.to and (one.to.org if isinstance(one.to.org, str) else one.to.org.model_dump())

    assert [(one.date, one.kind, org(one)) for one in journeys.departures(catalog_of(one=person(career)))] == expected


def test_dates_on_the_line_of_years():
    line = Years(2026, 2015)
    assert (line.at(start("2015")), line.at(end("2026")), line.at(start("2021"))) == (0, 100, 50)
    assert line.at(start("1999")) == 0 and line.stretch("1999", "2014") == (0, 0.8), "what lies before is kept at the edge"
    assert line.stretch("2020-01", "2020-06-30")[1] == pytest.approx(100 / 24, abs=0.05)


@pytest.fixture(scope="module", params=[12, 300])
def view(request) -> View:
    """A view of an atlas with that many people: the real ones, again and again."""
    data = records(ROOT)
    held = data.records["people"]
    many = dict(itertools.islice(((f"{id}{'-' + str(turn) if turn else ''}", id) for turn in itertools.count() for id in held), request.param))
    digests = {place: digest for place, digest in data.digests.items() if place[0] != "people"} | {("people", id): data.digests["people", real] for id, real in many.items()}
    people = {id: held[real] for id, real in many.items()}
    return View(Catalog(replace(data, records={**data.records, "people": people}, digests=digests)), "ja", "pictures/x/", TODAY)


def test_no_block_overlaps_another_or_leaves_the_picture(view):
    drawn = departures.drawing(view)
    blocks = [block for column in drawn.columns for block in column.blocks]
    assert len(blocks) == len(journeys.departures(view.catalog)) > 5
    assert all(block.x >= 0 and block.x + block.width <= 100 and 0 <= block.y < drawn.height for block in blocks)
    assert len({(block.x, block.y) for block in blocks}) == len(blocks)
    assert drawn.block >= 7 and drawn.height <= 420, "a block can be hit, the picture fits a screen"


def test_everyone_who_left_stands_once_at_a_destination(view):
    shown = [one.person for _, rows in destinations.drawing(view) for row in rows for one in row.people]
    assert sorted(shown) == sorted(journeys.last_departures(view.catalog))


def test_labels_of_founders_companies_and_values_stand_apart(view):
    drawn = founding.drawing(view)
    for places in (drawn.people.values(), drawn.companies.values(), [line.label for line in money.drawing(view).lines]):
        assert all(after - before >= 16 for before, after in itertools.pairwise(sorted(places)))
    assert {person for person, _ in drawn.lines} == set(drawn.people) and {company for _, company in drawn.lines} == set(drawn.companies)
    assert max(drawn.companies.values()) <= drawn.height


def test_stages_that_overlap_stand_on_lanes_of_their_own(view):
    held = careers.bands(view)
    for (_, _, x, width, lane), (_, _, other_x, other_width, other_lane) in itertools.combinations(held, 2):
        assert lane != other_lane or x + width <= other_x + 0.2 or other_x + other_width <= x + 0.2


@pytest.mark.parametrize("name", ["careers", "destinations", "departures", "money", "founding"])
def test_a_picture_is_whole_and_light(view, name):
    made = pages.render_page(view.catalog, "ja", f"pictures/{name}", f"picture-{name}.md", {"picture": name}, TODAY)
    assert len(gzip.compress(made.encode())) < 60_000
    tree = etree.HTML(made)
    people = {link.rstrip("/").rpartition("/")[2] for link in tree.xpath("//*[@id='picture']//a/@href") if "/people/" in link}
    wanted = {"careers": len(journeys.spells_of_all(view.catalog)), "destinations": len(journeys.last_departures(view.catalog)),
              "departures": len({one.person for one in journeys.departures(view.catalog)}), "founding": len(founding.drawing(view).people)}  # fmt: skip
    assert len(people) == wanted.get(name, 0)


def test_the_pictures_say_the_same_in_both_languages():
    catalog = Catalog(load(MINI)[0])
    for name in ("careers", "destinations", "departures", "money", "founding"):
        ja, en = (etree.HTML(pages.render_page(catalog, language, f"pictures/{name}", f"picture-{name}.md", {"picture": name}, TODAY)) for language in ("ja", "en"))
        assert ja.xpath("//svg//*/@x") == en.xpath("//svg//*/@x") and ja.xpath("//a/@href") == en.xpath("//a/@href")
