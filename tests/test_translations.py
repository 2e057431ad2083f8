"""Both languages kept fresh: what is newer in one of them is told to readers and editors, what was changed in both is not."""

import functools
import io
import json
import os
import re
import subprocess
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout

import pytest
from conftest import MINI, ROOT, TODAY, Quiet, copy_project
from lxml import html
from search.serving import run
from test_access import violations

from scripts import build, checking, fingerprints, handwritten, history, load, pages, texts
from scripts.catalog import Catalog
from scripts.cli import main
from scripts.looks import state

A, B = ("彼は去った。", "He left."), ("彼女は来た。", "She came.")
NEW_JA, NEW_EN = "彼は静かに去った。", "He left quietly."


@pytest.mark.parametrize("before, after, late", [
    ([A, B], [A, B], {}),
    ([A, B], [(NEW_JA, A[1]), B], {0: "en"}),  # only the Japanese was changed
    ([A, B], [(A[0], NEW_EN), B], {0: "ja"}),  # only the English
    ([A, B], [(NEW_JA, NEW_EN), B], {}),  # both together
    ([A, B], [A, B, (NEW_JA, NEW_EN)], {}),  # a new text
    ([A], [(NEW_JA, NEW_EN), A], {}),  # inserted above
    ([A, B], [B, A], {}),  # moved
    ([A, B], [B, (A[0], NEW_EN)], {1: "ja"}),  # moved, and the English changed
    ([A, B], [B], {}),  # deleted
    ([A], [("彼は", "He"), ("去った。", "left.")], {}),  # split in both
    ([A], [("彼は", "He left."), ("去った。", "quietly")], {0: "en"}),  # split in the Japanese; the English only grew
    ([A, B], [(A[0], B[1])], {}),  # two agreed sides put together: neither was changed
    ([A, A], [A, (A[0], NEW_EN)], {1: "ja"}),  # the same words stood twice, one of them was changed
    ([A], [A, (A[0], NEW_EN)], {}),  # the same Japanese once more, with an English of its own
    ([A], [("彼は 去った。\n", "He  left. ")], {}),  # white space
    ([("Ａ社は2024年", "In 2024")], [("A社は２０２４年", "In 2024")], {}),  # full width
    ([("[[openai|同社]]", "[[openai|the company]]")], [("[[openai#state|同社]]", "the company")], {}),  # where a link leads
    ([("[[openai|同社]]", "[[openai|the company]]")], [("[[openai|会社]]", "[[openai|the company]]")], {0: "en"}),  # what it says
    ([], [A, (NEW_JA, A[1])], {}),  # nothing is known yet
])  # fmt: skip
def test_one_sided_changes_are_told_apart(before, after, late):
    agreed, present = Counter(fingerprints.pair(*text) for text in before), [fingerprints.pair(*text) for text in after]
    assert fingerprints.behind(agreed, present) == {present[number]: side for number, side in late.items()}
    noted = fingerprints.noted(agreed, present)
    assert fingerprints.behind(noted, present) == fingerprints.behind(agreed, present), "noting settles nothing that is behind"
    assert fingerprints.noted(noted, present) == noted
    assert fingerprints.behind(fingerprints.noted(agreed, present, present), present) == {}, "agreeing does"
    assert fingerprints.parse(fingerprints.line(noted)) == noted


def test_successive_edits():
    pair = fingerprints.pair
    agreed = fingerprints.noted(Counter(), [pair(*A)])
    for text, late in (((NEW_JA, NEW_EN), ""), (("三", "three"), ""), (("四", "three"), "en"), (("五", "three"), "en"), (("五", "five"), ""), (("五", "six"), "ja")):
        assert "".join(fingerprints.behind(agreed, [pair(*text)]).values()) == late, text
        agreed = fingerprints.noted(agreed, [pair(*text)])
    agreed = fingerprints.noted(agreed, [pair("五", "six")], [pair("五", "six")])
    assert list(agreed) == [pair("五", "six")], "what once agreed is forgotten"


def with_newer(catalog: Catalog, newer: str) -> dict[str, list[texts.Said]]:
    """Make the ledger say that every text of the catalog was changed in one language; give the texts by key."""
    held = {key: texts.said(catalog, key) for key in texts.keys(catalog)}
    before = {"ja": lambda one: fingerprints.pair(one.ja + "前", one.en), "en": lambda one: fingerprints.pair(one.ja, one.en + " before")}[newer]
    catalog.data.ledgers["texts"] = {key: fingerprints.line(Counter(map(before, said))) for key, said in held.items()}
    return held


@pytest.mark.parametrize("top, newer, late, root", [(MINI, "ja", "en", "../../../"), (MINI, "en", "ja", "../../en/"), (ROOT, "en", "ja", "../../en/")])
def test_every_prose_text_of_every_record_has_its_notice(top, newer, late, root):
    """So that no template shows prose without the notice, nor a notice at a name or in a list."""
    catalog = Catalog(load.load(top)[0])
    held = with_newer(catalog, newer)
    for path, template, context in pages.specs(catalog):
        if path.partition("/")[0] not in (*pages.KIND_OF, "candidates"):
            continue
        said, other = (pages.render_page(catalog, language, path, template, context, TODAY) for language in (late, newer))
        shown = re.findall(r'<a class="behind" href="([^"]+)" hreflang="(\w+)">', said)
        own = [f"candidates/{id}" for id in catalog.candidates] if path == "candidates/index" else [path] if path in held else []
        wanted = [one.anchor for key in own for one in held[key] if not one.label]
        up = root.removeprefix("../") if path == "candidates/index" else root
        assert sorted(shown) == sorted((f"{up}{path.removesuffix('index').rstrip('/')}/#{anchor}", newer) for anchor in wanted), path
        assert all(f'id="{anchor}"' in other or f"#{anchor} }}" in other for anchor in wanted), "the link leads to the text"
        assert 'class="behind"' not in other, "the newer side says nothing"
        head = said.partition("\n---\n")[0]
        assert "is newer" not in head and "ほうが新しい" not in head, "not in descriptions and JSON-LD"


def test_a_page_depends_on_its_record_and_on_its_own_line_of_the_ledger():
    catalog = Catalog(load.load(MINI)[0])
    with_newer(catalog, "ja")
    with catalog.watch.on() as looks:
        assert texts.newer_elsewhere(catalog, "people/zoe-marsh/", "en")
    assert ("agreed", "people/zoe-marsh") in looks and ("people.summary", "zoe-marsh") in looks
    assert {key for _, key in looks} == {"people/zoe-marsh", "zoe-marsh"}
    states = {key: state(Catalog(load.Data(MINI, ledgers={"texts": {key: "a1b2c3:d4e5f6"}})), ("agreed", "people/zoe-marsh")) for key in ("people/zoe-marsh", "people/hanako-sato")}
    assert states == {"people/zoe-marsh": "a1b2c3:d4e5f6", "people/hanako-sato": ""}


def test_places_are_named_by_ids_and_anchors_are_those_of_the_page():
    catalog = Catalog(load.load(MINI)[0])
    held = {one.address: (one.anchor, one.label) for key in texts.keys(catalog) for one in texts.said(catalog, key)}
    assert held["people/hanako-sato#career.openai.role"] == ("openai", True)
    assert held["people/hanako-sato#story.1"] == ("story-1", False)
    assert held["people/zoe-marsh#disputes.dispute-leaving.accounts.2.value"] == ("dispute-leaving", False)
    assert held["people/zoe-marsh#career.university.org"] == ("university", True)
    assert held["people/zoe-marsh#summary"] == ("top", False)
    assert len({address for address in held}) == sum(len(texts.said(catalog, key)) for key in texts.keys(catalog)), "each has an address of its own"


def test_fingerprints_of_files_are_those_of_records():
    for top in (MINI, ROOT):
        catalog = Catalog(load.load(top)[0])
        for folder, id in catalog.data.digests:
            said = Counter(one.pair for one in texts.said(catalog, f"{folder}/{id}"))
            assert catalog.data.digests[folder, id].texts == fingerprints.line(said), (folder, id)


def test_sections_of_a_page_are_matched_by_their_anchors():
    ja = "---\ntitle: 題\n---\n# 題 {: #top }\n\n文。\n\n## 二 {: #two }\n\n[ここ](a/index.md)と[あそこ](https://example.org/ja)。\n"
    en = "---\ntitle: T\n---\n# T {: #top }\n\nText.\n\n## Extra {: #extra }\n\nMore.\n\n## Two {: #two }\n\n[Here](a/index.md).\n"
    found = handwritten.paired(ja, en)
    assert [(one.anchor, *one.title.values(), *one.line.values()) for one in found] == [("", "題", "T", 1, 1), ("top", "題", "T", 4, 4), ("two", "二", "Two", 8, 12)]
    assert found[2].text == handwritten.paired(ja.replace("https://example.org/ja", "https://example.org/"), en)[2].text, "an address says nothing"


class Project:
    """The miniature atlas in a git repository of its own, and the commands on it."""

    def __init__(self, root):
        self.root = root
        self.git("init", "-q")
        self.say("note")
        self.commit()

    def git(self, *arguments):
        named = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "An editor"), ("EMAIL", "editor@example.org"))}
        subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, env=os.environ | named)

    def commit(self):
        self.git("add", "data", "docs")
        self.git("commit", "-qm", "An edit")

    def edit(self, path, *changes):
        file = self.root / path
        for old, new in changes:
            assert file.read_text().count(old) == 1
            file.write_text(file.read_text().replace(old, new))

    def ran(self, *arguments) -> tuple[int, str]:
        """The exit code of a command and what it said."""
        with io.StringIO() as said, redirect_stdout(said), redirect_stderr(said):
            return main([*arguments, *([] if "--lang" in arguments else ["--lang", "en"]), "--root", str(self.root)]), said.getvalue()

    def say(self, *arguments) -> str:
        return self.ran("texts", *arguments)[1]

    def ledger(self) -> dict[str, str]:
        return json.loads((self.root / "data/ledgers/texts.json").read_text())


@pytest.fixture
def project(mini) -> Project:
    return Project(mini)


SATO, STORY_JA, STORY_EN = "data/people/hanako-sato.yml", "試作機を組み上げた。", "She assembled the prototype"
NOTHING = "no text is newer in one language than in the other\n"


def test_two_editors_who_run_nothing_are_told_apart(project):
    project.edit(SATO, (STORY_JA, "試作機を二人で組み上げた。"), (STORY_EN, "She put together the prototype"))
    project.commit()
    assert project.say() == NOTHING, "both forms changed together raise nothing"
    project.edit(SATO, ("試作機を二人で組み上げた。", "試作機を二人で一から組み上げた。"))
    project.commit()
    assert project.say() == (
        "data/people/hanako-sato.yml:32:5 [newer-ja] the Japanese was changed and the English was not (story.1)"
        " → say it here too; if no change is needed: .venv/bin/python -m scripts texts agree people/hanako-sato#story.1\n"
        "    ja: [[zoe-marsh|マーシュ]]と試作機を二人で{+一から+}組み上げた。\n"
        "texts newer in one language: 1\n"
    )
    project.edit(SATO, ("She put together the prototype", "She put the prototype together from nothing"))
    project.commit()
    assert project.say() == NOTHING, "the twin has followed"


@pytest.mark.parametrize("before, now, says", [
    ("He left in May.", "He left in June.", "He left in [-May.-]{+June.+}"),
    ("彼は去った。", "彼は静かに去った。", "彼は{+静かに+}去った。"),
    ("a " * 60 + "b" + " c" * 60, "a " * 60 + "d" + " c" * 60, "…" + "a " * 15 + "[-b-]{+d+}" + " c" * 15 + "…"),
])  # fmt: skip
def test_a_change_is_shown_with_a_little_around_it(before, now, says):
    assert history.difference(before, now) == says


def test_drafts_between_commits_raise_nothing(project):
    project.edit(SATO, (STORY_JA, "試作機を二人で組み上げた。"), (STORY_EN, "She put together the prototype"))
    project.say("note")
    project.edit(SATO, ("She put together", "She soon put together"))
    assert project.say() == NOTHING, "a commit is the unit, however often its draft was noted"


def test_a_mended_typo_is_agreed_and_stays_so(project):
    project.edit(SATO, (STORY_EN, "She assembled the first prototype"))
    project.edit("data/people/zoe-marsh.yml", ("研究者。OpenAI", "ある研究者。OpenAI"))
    project.commit()
    assert "texts newer in one language: 2" in project.say()
    assert project.say("agree", "data/people/hanako-sato.yml:31") == "noted as needing no change: 1\nledger written: lines renewed: 1\n"
    assert "hanako-sato" not in project.say() and "zoe-marsh#summary" in project.say()
    project.commit()
    assert "hanako-sato" not in project.say() and "zoe-marsh#summary" in project.say()
    before = project.ledger()
    project.say("note")
    assert project.ledger() == before
    project.say("agree", "zoe-marsh")
    assert {key for key in before if before[key] != project.ledger()[key]} == {"people/zoe-marsh"}, "one line a record"
    assert project.say() == NOTHING


def test_a_renamed_record_keeps_what_is_behind(project):
    project.edit(SATO, (STORY_EN, "She assembled the first prototype"))
    project.commit()
    (project.root / SATO).rename(project.root / "data/people/hanako-mori.yml")
    for path in (project.root / "data").rglob("*.yml"):
        path.write_text(re.sub(r"\bhanako-sato\b", "hanako-mori", path.read_text()))
    project.edit("data/people/hanako-mori.yml", ("formerly: [sato-hana]", "formerly: [sato-hana, hanako-sato]"))
    project.commit()
    assert "people/hanako-mori#story.1" in project.say()
    project.say("note")
    assert "people/hanako-sato" not in project.ledger() and "people/hanako-mori#story.1" in project.say()


def test_without_git_the_ledger_on_disk_is_the_beginning(mini):
    alone = Project.__new__(Project)
    alone.root = mini
    alone.say("note")
    alone.edit(SATO, (STORY_JA, "試作機を二人で組み上げた。"))
    said = alone.say("--lang", "ja")
    assert said.startswith("data/people/hanako-sato.yml:32:5 [newer-ja] 日本語だけが変わっている（story.1） → こちらにも書く。")
    assert said.endswith("片方の言語だけが新しい記述: 1件\n")
    assert len(said.splitlines()) == 2, "what stood there before is not known"


def test_a_release_notes_what_agrees(project):
    project.edit(SATO, (STORY_JA, "試作機を二人で組み上げた。"), (STORY_EN, "She put together the prototype"))
    before = project.ledger()
    assert project.ran("publish")[0] == 0
    assert {key for key in before if before[key] != project.ledger()[key]} == {"people/hanako-sato"}


@pytest.mark.parametrize("arguments, says", [
    (["agree"], "name the texts that need no change"),
    (["note", "x"], "note takes no place"),
    (["agree", "people/hanako-sto"], "'people/hanako-sto' is no text of which only one language was changed → did you mean 'people/hanako-sato'? choose"),
    (["agree", "people/hanako-sto", "--lang", "ja"], "片方だけが変わった記述に「people/hanako-sto」はない → もしかして「people/hanako-sato」。.venv/bin/python -m scripts texts の一覧"),
])  # fmt: skip
def test_wrong_usage_is_told_and_writes_nothing(project, arguments, says):
    project.edit(SATO, (STORY_EN, "She assembled the first prototype"))
    before = project.ledger()
    code, said = project.ran("texts", *arguments)
    assert code == 2 and says in said and project.ledger() == before


@pytest.mark.parametrize("raw", ["[[[", "[]", '"text"', '{"people/zoe-marsh": 7}', '{"people/zoe-marsh": "a1b2c3"}', '{"people/zoe-marsh": "a1b2c3:d4e5f6\\n"}',
                                 '{"people/zoe-marsh": {"summary": "a1b2c3:d4e5f6"}}', "[" * 100_000, "\udcff"])  # fmt: skip
def test_a_hostile_ledger_is_one_problem_and_is_not_overwritten(mini, raw):
    path = mini / "data/ledgers/texts.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(raw, errors="surrogateescape")
    problems = checking.check(mini)[1]
    assert [(one.path, one.rule.startswith("bad-")) for one in problems] == [("data/ledgers/texts.json", True)]
    assert main(["texts", "note", "--root", str(mini)]) == 1
    assert path.read_bytes() == raw.encode(errors="surrogateescape")


def test_what_is_behind_is_no_problem_of_the_records(project):
    project.edit(SATO, (STORY_EN, "She assembled the first prototype"))
    assert checking.check(project.root)[1] == []


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """The miniature atlas, built after one-sided changes of a summary, a story, a role, a candidate and a page written by hand."""
    project = Project(copy_project(tmp_path_factory.mktemp("newer") / "mini", MINI / "data"))
    project.edit(SATO, ("Engineer who founded", "An engineer who founded"), (STORY_JA, "試作機を二人で組み上げた。"), ("ja: 創業者、CEO", "ja: 創業者"))
    project.edit("docs/en/about.md", ("A person is included if one", "A person is taken in if one"))
    build.build(project.root, TODAY, lambda *_: None)
    return project.root / "site"


def article(site, path) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text()).find(".//article")


def test_readers_are_told_on_the_page_that_is_behind(newer):
    ja, en = article(newer, "people/hanako-sato"), article(newer, "en/people/hanako-sato")
    notice = ja.xpath(".//p[@class='lead']/a[@class='behind']")
    assert [(one.text, one.get("href"), one.get("hreflang")) for one in notice] == [("英語版の記述のほうが新しい", "../../en/people/hanako-sato/#top", "en")]
    notice = en.xpath(".//p[@id='story-1']/a[@class='behind']")
    assert [(one.text, one.get("href"), one.get("hreflang")) for one in notice] == [("The Japanese text here is newer", "../../../people/hanako-sato/#story-1", "ja")]
    assert len(ja.xpath(".//a[@class='behind']")) == len(en.xpath(".//a[@class='behind']")) == 1, "a role is no prose"


def test_a_page_written_by_hand_names_the_sections_that_are_newer(newer):
    ja, en = article(newer, "about"), article(newer, "en/about")
    said = ja.xpath(".//p[@class='behind']")
    assert [one.text_content() for one in said] == ["英語版のほうが新しい節：収録基準"]
    assert said[0].xpath("a/@href") == ["../en/about/#inclusion"] and en.xpath(".//p[@class='behind']") == []
    assert article(newer, "en/about").xpath(".//h2[@id='inclusion']")


def test_the_notice_is_in_no_description_and_no_search(newer):
    for path, words in (("people/hanako-sato", "ほうが新しい"), ("en/people/hanako-sato", "is newer")):
        top = html.fromstring((newer / path / "index.html").read_text())
        assert not any(words in said for said in top.xpath("//meta/@content | //script/text()"))
    for language, words in (("ja", "ほうが新"), ("en", "text here is newer")):
        read = newer.parent / ".build/text" / language / "people/hanako-sato.html"
        assert words not in re.sub(r"\s", "", read.read_text()) and words not in read.read_text()


def test_editors_find_what_is_behind_in_one_list(newer):
    for path, headings in (("translations", ["日本語を改めるもの", "英語を改めるもの"]), ("en/translations", ["Japanese to bring up to date", "English to bring up to date"])):
        page = article(newer, path)
        assert [one.text for one in page.xpath(".//h2")] == headings
        listed = [[code.text for code in one.xpath("li/code")] for one in page.xpath(".//ul[@class='index']")]
        assert listed == [["people/hanako-sato#summary", "docs/about#inclusion"], ["people/hanako-sato#story.1", "people/hanako-sato#career.aoba-lab.role"]]
        links = [(link, (newer / path / link.partition("#")[0] / "index.html").is_file()) for link in page.xpath(".//ul[@class='index']/li/a/@href")]
        assert len(links) == 4 and all(there for _, there in links)
        foot = html.fromstring((newer / path / "index.html").read_text()).xpath("//footer//a/@href")
        assert "./" in foot or "../translations/" in foot


def test_an_empty_list_says_so(project):
    build.write_pages(project.root, TODAY)
    assert "片方の言語だけが新しい記述はない。" in (project.root / "docs/ja/translations/index.md").read_text()
    assert "No text is newer in one language than in the other." in (project.root / "docs/en/translations/index.md").read_text()


@pytest.mark.parametrize("width, scheme", [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_on_pages_with_notices(browser, newer, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page, wrong = context.new_page(), {}
    with run(functools.partial(Quiet, folder=newer, below="/atlas/")) as root:
        for path in ("people/hanako-sato/", "en/people/hanako-sato/", "about/", "translations/", "en/translations/"):
            page.goto(f"{root}atlas/{path}")
            if (found := violations(page)) or page.evaluate("document.documentElement.scrollWidth") > width:
                wrong[path] = found
    context.close()
    assert wrong == {}
