"""Commands killed at random moments, a few of the rounds of `make soak`; what the checks are for is planted and seen."""

import os
import random
import shutil

import pytest
from soak import kills, troubles
from soak.parts import Result


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    return kills.Atlas(tmp_path_factory.mktemp("kills") / "atlas")


def test_the_site_is_whole_whenever_a_command_is_killed(atlas):
    result = Result()
    for seed in (1, 4, 6):
        kills.killed(atlas, random.Random(seed), result)
    kills.ended_well(atlas, "these", result)
    assert result.failures == [] and result.counts["commands killed"] >= 2


def test_a_trouble_of_the_machine_gives_a_message_and_loses_nothing(atlas):
    assert list(troubles.TROUBLES["files may not grow"](atlas)) == []


def test_a_site_that_is_not_whole_is_seen(atlas):
    page = atlas.root / "site/en/index.html"
    held = page.read_bytes()
    page.write_bytes(held[:100])
    assert "1 files are those of no whole site: en/index.html" in atlas.served()
    page.unlink()
    page.write_bytes(held)
    assert atlas.served() == atlas.state


def test_a_swap_in_two_steps_is_seen(atlas, tmp_path):
    """The folder is emptied before the new one is put in its place, as a careless build would do."""
    site, away = atlas.root / "site", tmp_path / "away"
    shutil.copytree(site, away)
    shutil.rmtree(site / "en")
    assert isinstance(atlas.served(), str)
    shutil.rmtree(site)
    os.rename(away, site)


def test_a_draft_among_the_records_is_seen(atlas):
    (atlas.root / "data/people/.zoe-marsh.yml.draft").write_text("half")
    result = Result()
    kills._records(atlas, "fmt", result)
    assert len(result.failures) == 1 and ".zoe-marsh.yml.draft among the records" in result.failures[0]
