"""A build that reuses what stands gives, byte for byte, what a build from nothing gives, whatever was changed before it."""

import shutil
from pathlib import Path

import pytest
from conftest import MINI, TODAY, copy_project
from soak import fields
from soak.changes import CHANGES, differing, from_nothing, make, replace, walk
from test_broken import CASES, NAMES, spoil

from scripts import checking, stamps, unchanged, write
from scripts.problem import Stopped


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("incremental") / "atlas", MINI / "data")
    make(root)
    return root


def test_changes_in_any_order_end_where_a_build_from_nothing_does(root, tmp_path):
    result = walk(root, tmp_path / "cold", 1, together=0.7)
    assert result.failures == [] and result.counts["builds compared with one from nothing"] >= 4


def test_whatever_shows_a_value_is_made_again_when_it_changes():
    result = fields.run(8)
    assert result.failures == [] and min(result.counts.values()) >= 5


def test_a_look_that_is_forgotten_is_found(monkeypatch):
    monkeypatch.setattr(fields, "states", lambda catalog, looks: "always the same")
    assert any(" shows " in line for line in fields.run(1).failures)


def test_an_edit_makes_only_the_pages_that_show_it(root):
    make(root)
    before = {path: path.stat().st_mtime_ns for path in root.glob("site/**/people/*/index.html")}
    CHANGES["a summary"](root, True)
    make(root)
    changed = {path.parent.name for path, stamp in before.items() if path.stat().st_mtime_ns != stamp}
    CHANGES["a summary"](root, False)
    assert changed == {"zoe-marsh"}


def test_what_did_not_change_is_known_without_reading(root):
    make(root)
    assert unchanged.unchanged(root, stamps.of_inputs(root, TODAY))
    CHANGES["the style"](root, True)
    assert not unchanged.unchanged(root, stamps.of_inputs(root, TODAY))
    CHANGES["the style"](root, False)
    make(root)
    (root / "site/index.html").write_text("spoiled")
    assert not unchanged.unchanged(root, stamps.of_inputs(root, TODAY))
    make(root)


def kept(root):
    """What a build kept: of itself, and of what lasts."""
    build = write.recall(root / ".build/kept/build", stamps.of_program())
    return build, write.recall(root / ".build/kept/lasting", f"{stamps.of_program()} {build['lasted']}")


def test_what_lasts_is_made_again_where_it_changed(root, monkeypatch):
    shutil.rmtree(root / ".build")
    make(root)
    before = kept(root)[1]
    CHANGES["a summary"](root, True)
    make(root)
    build, lasting = kept(root)
    assert ("people.summary", "zoe-marsh") in build["since"] and lasting == before, "little changed: it is kept as it was"
    monkeypatch.setattr("scripts.lasting.FEW", 0)
    CHANGES["a person who comes"](root, True)
    make(root)
    build, during = kept(root)
    again = {key[1:] for key in before.keys() & during.keys() if before[key] != during[key]}
    assert not build["since"] and ("people", "zoe-marsh") in again and ("people", "hanako-sato") not in again
    assert ("people", "ken-mori") in {key[1:] for key in during} and {key[1:] for key in during} >= {key[1:] for key in before if "zoe-marsh" not in key}
    assert any(key == "ken-mori" for _, key in build["states"][0])
    CHANGES["a summary"](root, False)
    CHANGES["a person who comes"](root, False)
    make(root)
    build, after = kept(root)
    assert {key[1:] for key in after} & {("people", "ken-mori"), ("ken-mori", "ja")} == set()


def test_what_lasts_is_kept_anew_where_it_is_damaged(root):
    make(root)
    write.put(root / ".build/kept/lasting", b"\x00\xff")
    CHANGES["a summary"](root, True)
    make(root)
    assert kept(root)[1], "it would be worked out again at each edit"
    CHANGES["a summary"](root, False)


def test_what_lasts_of_another_build_than_the_rest_is_not_used(root, tmp_path, monkeypatch):
    make(root)
    older = (root / ".build/kept/lasting").read_bytes()
    monkeypatch.setattr("scripts.lasting.FEW", 0)
    CHANGES["a summary"](root, True)
    make(root)
    (root / ".build/kept/lasting").write_bytes(older)  # as if the build had been killed before it kept this
    CHANGES["the company's name"](root, True)
    make(root)
    assert differing(root, from_nothing(root, tmp_path / "cold")) == []
    CHANGES["a summary"](root, False)
    CHANGES["the company's name"](root, False)


def test_a_file_system_without_links_will_do(root, monkeypatch):
    def refused(*_):
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    make(root)
    CHANGES["a summary"](root, True)
    make(root)
    assert "Scholar" in (root / "site/en/people/zoe-marsh/index.html").read_text()
    CHANGES["a summary"](root, False)
    make(root)
    assert "Scholar" not in (root / "site/en/people/zoe-marsh/index.html").read_text()


def test_a_file_that_somebody_changed_goes_when_nothing_wants_it_any_more(root, tmp_path):
    CHANGES["a person who comes"](root, True)
    make(root)
    (root / "site/en/people/ken-mori/index.html").write_text("spoiled")
    CHANGES["a person who comes"](root, False)
    make(root)
    assert differing(root, from_nothing(root, tmp_path / "cold")) == []


def test_nothing_is_left_over_where_the_notes_of_what_stands_are_spoiled(root, tmp_path):
    CHANGES["a person who comes"](root, True)
    make(root)
    for note in root.glob(".build/**/trees/*"):
        note.write_bytes(b"spoiled")
    CHANGES["a person who comes"](root, False)
    make(root)
    CHANGES["a summary"](root, True)
    make(root)  # what was left over would be served now
    assert differing(root, from_nothing(root, tmp_path / "cold")) == []
    CHANGES["a summary"](root, False)


def test_no_page_is_made_from_markdown_that_another_build_left(root):
    make(root)
    page, text = root / "site/en/people/zoe-marsh/index.html", root / "docs/en/people/zoe-marsh.md"
    held, said = page.read_bytes(), text.read_text()
    text.write_text(said.replace("Researcher", "Scholar"))
    page.unlink()
    make(root)
    assert page.read_bytes() == held and text.read_text() == said


def test_a_stopped_build_does_not_spoil_the_next(root, tmp_path):
    CHANGES["the company's name"](root, True)
    replace(root / "docs/en/about.md", "method.md", "nowhere.md")
    with pytest.raises(Stopped, match="nowhere.md"):
        make(root)
    replace(root / "docs/en/about.md", "nowhere.md", "method.md")
    make(root)
    assert differing(root, from_nothing(root, tmp_path / "cold")) == []
    CHANGES["the company's name"](root, False)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_check_that_judges_only_what_changed_finds_the_same(tmp_path, case):
    for name in ("warm", "cold"):
        shutil.copytree(MINI / "data", tmp_path / name / "data")
    assert checking.check(tmp_path / "warm")[1] == []
    for name in ("warm", "cold"):
        spoil(tmp_path / name, case)
    warm, cold = ([*problems, *catalog.data.unformatted] for catalog, problems in (checking.check(tmp_path / name) for name in ("warm", "cold")))
    assert warm == cold != []
