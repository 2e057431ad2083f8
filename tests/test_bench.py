"""The benchmark's own parts: an invented atlas keeps the rules and the real one's shape; figures add up."""

import random
import shutil
import sys
from itertools import islice

import pytest
import yaml
from bench import atlas, edits, meter, others, report
from bench.figures import OURS, Figures, exponent, table
from bench.names import Names

from scripts import checking, texts


@pytest.fixture(scope="module")
def dozen(tmp_path_factory):
    """A project of twelve invented profiles."""
    return atlas.write(12, tmp_path_factory.mktemp("bench") / "atlas")


def test_an_invented_atlas_keeps_every_rule(dozen):
    catalog, problems = checking.check(dozen)
    assert problems == []
    assert len(catalog.people) + len(catalog.companies) == 12
    assert len(catalog.stages) == 7 and len(catalog.articles) == 1
    assert len(catalog.data.ledgers["published"]) > 30
    assert texts.all_behind(catalog) == [] and all(texts.settled(catalog, key) for key in texts.keys(catalog) if not key.startswith("docs/"))


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


def test_no_two_invented_names_are_alike():
    names = Names("test", {"taken"})
    given = [names.person()[1] for _ in range(2000)] + [names.company(random.Random(one).random() < 0.3)[0] for one in range(1000)]
    assert len({name.ja for name in given}) == len({name.en for name in given}) == 3000


def test_an_edit_is_one_new_word_in_both_languages(dozen, tmp_path):
    root = tmp_path / "atlas"
    shutil.copytree(dozen, root)
    person = next((root / "data" / "people").iterdir())
    for word in islice(edits.words(), 3):
        edits.in_record(person, word)
    catalog, problems = checking.check(root)
    assert problems == []
    said = catalog.people[person.stem].summary
    assert all(word["ja"] in said.ja and word["en"] in said.en for word in islice(edits.words(), 3))
    with pytest.raises(edits.NotShown, match="does not show"):
        edits.shown({"ja": person}, {"ja": "別の語"})


def test_no_two_edits_are_alike():
    held = list(islice(edits.words(), 500))
    assert len({word["ja"] for word in held}) == len({word["en"] for word in held}) == 500


def test_a_cost_counts_what_a_command_starts(tmp_path):
    spin = "import subprocess, sys, time\nif len(sys.argv) > 1:\n    held = b'x' * 60_000_000\n    end = time.process_time() + 0.5\n    while time.process_time() < end: pass\n" \
           "else: subprocess.run([sys.executable, '-c', open('spin.py').read(), 'child'], check=True)\n"  # fmt: skip
    (tmp_path / "spin.py").write_text(spin)
    cost = meter.run([sys.executable, "spin.py"], tmp_path, 60)
    assert cost.cpu >= 0.5 and cost.wall >= 0.5 and cost.peak > 60_000_000


def test_a_command_that_fails_or_takes_too_long_says_so(tmp_path):
    with pytest.raises(meter.Failed, match="ended with 3\nsorry"):
        meter.run([sys.executable, "-c", "print('sorry'); raise SystemExit(3)"], tmp_path, 60)
    with pytest.raises(meter.Failed, match="longer than 0 s"):
        meter.run(["sleep", "60"], tmp_path, 0.1)


def test_ratios_are_taken_within_a_round():
    figures = Figures()
    for round_, (ours, theirs) in enumerate([(1.0, 5.0), (2.0, 8.0), (10.0, 60.0)]):
        figures.note(150, OURS, "cold", round_, wall=ours)
        figures.note(150, "stock", "cold", round_, wall=theirs)
    assert figures.median(150, "stock", "cold", "wall") == 8.0
    assert figures.ratio(150, "stock", "cold", "wall") == 5.0
    assert figures.ratio(150, "stock", "edit", "wall") is None


def test_a_round_without_a_figure_spoils_no_ratio():
    figures = Figures()
    figures.note(150, OURS, "cold", 0, wall=1.0)
    figures.note(150, OURS, "cold", 1, wall=2.0)
    figures.note(150, "hugo", "cold", 1, wall=6.0)
    assert figures.held[150, "hugo", "cold", "wall"] == [None, 6.0]
    assert figures.ratio(150, "hugo", "cold", "wall") == 3.0


def test_growth_is_an_exponent():
    assert exponent(1000, 7, 10_000, 70) == pytest.approx(1)
    assert exponent(100, 1, 1000, 100) == pytest.approx(2)
    figures = Figures()
    for count, seconds in ((1000, 10.0), (150, 2.0)):
        figures.note(count, OURS, "cold", 0, cpu=seconds)
    assert [(first, second, round(value, 2)) for first, second, value in figures.growth(OURS, "cold", "cpu")] == [(150, 1000, 0.85)]


def test_tables_show_three_figures_and_dashes():
    assert table(["a", "b"], [["x", 1234.5], ["y", 12.34], ["z", None], ["w", 0.256]]) == (
        "| a | b |\n| --- | ---: |\n| x | 1,234 |\n| y | 12.3 |\n| z | – |\n| w | 0.26 |\n")  # fmt: skip


def test_the_report_names_machine_ratios_growth_and_what_is_missing():
    figures = Figures()
    for count, scale in ((150, 1.0), (1000, 8.0)):
        for tool, seconds in ((OURS, 2.0), ("stock", 20.0)):
            for task in ("cold", "edit"):
                figures.note(count, tool, task, 0, wall=seconds * scale, cpu=seconds * scale, peak=80.0, size=10.0)
        figures.note(count, OURS, "steps of cold", 0, check=0.5 * scale)
        figures.note(count, OURS, "save to browser", 0, wall=0.4)
    machine = {"processor": "P", "cores": 2, "memory GiB": 24.0, "system": "S", "python": "3", "versions": {"mkdocs": "1"}, "load before": [0.1, 0.2, 0.3], "commit": "c"}
    said = report.markdown(machine, figures, {"hugo": "not installed"})
    for words in ("P, 2 cores, 24.0 GiB", "Load before: 0.1 0.2 0.3", "| stock | 20.0 | 20.0 | 10.0 |", "| check | 0.50 |", "From a saved record to the browser: 0.40 s",
                  "| build, nothing kept | cpu | 150 to 1,000 | 1.10 |", "- hugo: not installed"):  # fmt: skip
        assert words in said


def test_other_tools_get_the_same_pages(tmp_path):
    for language in edits.LANGUAGES:
        page = tmp_path / "docs" / language / "people" / "someone.md"
        page.parent.mkdir(parents=True)
        page.write_text("---\ntitle: x\n---\n## Career {: #career }\n")
        (page.parent / "index.md").write_text("---\ntitle: y\n---\n")
    hugo = others.hugo(tmp_path / "docs", tmp_path / "hugo")
    assert "## Career {#career}" in hugo.source("en", "people/someone").read_text()
    assert (tmp_path / "hugo" / "content" / "ja" / "people" / "_index.md").is_file()
    stock = others.stock(tmp_path / "docs", tmp_path / "stock", reconfigure=False)
    settings = yaml.safe_load((tmp_path / "stock" / "mkdocs.yml").read_text())
    assert settings["plugins"][1]["i18n"]["reconfigure_search"] is False and settings["theme"]["name"] == "material"
    assert "people/index.md" in settings["nav"] and len(settings["nav"]) < 10
    shown = stock.edit("people/someone", {"ja": "新しい語", "en": "new word"})
    assert "新しい語" in stock.source("ja", "people/someone").read_text()
    assert shown["en"] == tmp_path / "stock" / "site" / "en" / "people" / "someone" / "index.html"
