"""Hostile records, a few of those of `make soak`: refused with a message or shown as plain text; a hole that is planted is seen."""

import pytest
from hypothesis import settings
from soak import hostile, invented, nasty
from soak.parts import Result
from soak.trial import Trial, twin_faults

FEW = settings(max_examples=6, deadline=None, derandomize=True, database=None)


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    return Trial(tmp_path_factory.mktemp("hostile") / "atlas")


def test_hostile_texts_are_shown_as_text_or_refused(trial):
    result = hostile.texts(trial, every=12)
    assert result.failures == [] and result.counts["texts shown"] > 5 and result.counts["texts refused"] > 5


def test_invented_records_and_files_give_pages_or_problems(trial):
    result = invented.run(trial, 6, Result(), FEW)
    assert result.failures == [] and result.counts["spoilt records shown"] and result.counts["spoilt records refused"]


@pytest.mark.parametrize("what", ["deep brackets", "billion laughs", "a pipe"])
def test_a_file_that_is_no_record_is_refused_soon(trial, what):
    assert hostile.files(trial, [what]).failures == []


def test_a_value_that_is_not_escaped_is_seen(trial, monkeypatch):
    from scripts.pages import ENVIRONMENT

    monkeypatch.setattr(ENVIRONMENT, "autoescape", False)
    ENVIRONMENT.cache.clear()
    monkeypatch.setattr(ENVIRONMENT, "bytecode_cache", None)
    path = "data/companies/aoba-lab.yml"
    result = hostile.tried(trial, path, hostile.replaced(trial.records[path], nasty.TEXTS[7]), {"ja": [], "en": []}, "planted", "texts")
    ENVIRONMENT.cache.clear()
    assert any("foreign element img with onerror" in fault for fault in result.failures)


def test_markdown_of_a_text_in_a_twin_is_seen():
    assert twin_faults("[x](javascript:alert(1))\n\n<b>y</b>\n", []) == ["foreign element b", "foreign address #harmful-link"]  # as marko gives it
    assert twin_faults("one\n", ["two"]) == ["the text is not said: 'two'"]
