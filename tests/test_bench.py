"""The benchmark's own parts: an invented atlas keeps the rules and the real one's shape."""

import random

import pytest
import yaml
from bench import atlas
from bench.names import Names

from scripts import build


@pytest.fixture(scope="module")
def dozen(tmp_path_factory):
    """A project of twelve invented profiles."""
    return atlas.write(12, tmp_path_factory.mktemp("bench") / "atlas")


def test_an_invented_atlas_keeps_every_rule(dozen):
    catalog, problems = build.check(dozen)
    assert problems == []
    assert len(catalog.people) + len(catalog.companies) == 12
    assert len(catalog.stages) == 7 and len(catalog.articles) == 1
    assert len(catalog.data.ledgers["published"]) > 30


def test_an_invented_atlas_tells_of_nobody(dozen):
    real = atlas.the_real_one().catalog
    names = {form for record in (*real.people.values(), *real.companies.values()) for form in (record.name.ja, record.name.en)} - {"OpenAI"}
    said = "".join(path.read_text() for path in dozen.glob("data/*/*.yml"))
    assert [name for name in names if f'"{name}"' in said] == []


def test_the_same_number_gives_the_same_records():
    first, again = (list(atlas.records(3)) for _ in range(2))
    assert first == again


def test_people_and_companies_keep_their_proportion():
    real = atlas.the_real_one().catalog
    for count in (1, 12, 181, 1000, 2500):
        shares = atlas.shares(real, count)
        people, companies = (sum(len(share[side]) for share in shares) for side in ("people", "companies"))
        assert people + companies == count
        assert abs(people / count - len(real.people) / (len(real.people) + len(real.companies))) <= 1 / count


def test_records_are_yaml_whatever_they_hold():
    content = {"a": "plain", "b": ['say "no": # [x]', "", "NO"], "c": [{"d": "2024~", "e": [{"f": "g"}, {"f": ["h", "i"]}]}], "j": {"ja": "「あ」\\"}}
    assert yaml.load(atlas.yaml_of(content), yaml.CBaseLoader) == content


def test_no_two_invented_names_are_alike():
    names = Names("test", {"taken"})
    given = [names.person()[1] for _ in range(2000)] + [names.company(random.Random(one).random() < 0.3)[0] for one in range(1000)]
    assert len({name.ja for name in given}) == len({name.en for name in given}) == 3000
