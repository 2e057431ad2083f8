"""New records: what is known is filled in, what is not is named by check; nothing is taken, overwritten or published by accident."""

import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from command import run
from conftest import MINI, ROOT, records

from scripts import canonical, checking, model, parse
from scripts.catalog import Catalog
from scripts.drafts import ids, names
from scripts.load import load

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
KINDS = {"person": model.Person, "company": model.Company, "stage": model.Stage, "source": model.Source}
GIVEN = {
    "person": ["Jiro Aoki", "青木次郎"], "company": ["Midori Works", "緑工業"], "stage": ["The second move", "二度目の移転"],
    "source": ["https://news.example.net/2024/05/14/aoki-leaves-midori-works"],
}  # fmt: skip
ALL = {
    "source": ["--publisher", "News", "--title", "Aoki leaves", "--language", "en", "--kind", "press", "--read", "full", "--published", "2024-05-14"],
    "company": ["--kind", "startup", "--reading", "みどりこうぎょう", "--founded", "2019", "--state", "active", "--as-of", "2024-05", "--source", "example-aoki-leaves-midori-2024",
                "--summary-ja", "機械をつくる企業。", "--summary-en", "A maker of machines."],
    "person": ["--family-ja", "青木", "--family-en", "Aoki", "--reading", "あおき", "--org", "midori-works", "--kind", "staff", "--role-ja", "技術者", "--role-en", "Engineer",
               "--from", "2019", "--to", "2024-05-14", "--source", "example-aoki-leaves-midori-2024", "--summary-ja", "技術者。", "--summary-en", "An engineer."],
    "stage": ["--from", "2021", "--reading", "にどめのいてん", "--summary-ja", "移転の時期。", "--summary-en", "The time of the move.", "--source", "example-aoki-leaves-midori-2024",
              "--date", "2021-03", "--event-ja", "移転", "--event-en", "Move", "--text-ja", "新しい建物に移った。", "--text-en", "It moved to a new building."],
}  # fmt: skip


@pytest.fixture
def atlas(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    return tmp_path


def new(root, *arguments: str, lang: str = "en") -> subprocess.CompletedProcess:
    return run("new", *arguments, "--root", str(root), "--lang", lang, "--today", "2026-11-23")


def written(root, ran: subprocess.CompletedProcess):
    assert ran.returncode == 0 and ran.stderr == "", ran.stderr
    return root / re.match(r"(data/\S+)", ran.stdout)[1]


def test_with_all_values_given_the_records_pass_unchanged(atlas):
    for kind in ("source", "company", "person", "stage"):
        ran = new(atlas, kind, *GIVEN[kind], *ALL[kind])
        written(atlas, ran)
        assert "still to be written" not in ran.stdout
    catalog, problems = checking.check(atlas)
    assert problems == [] and catalog.data.unformatted == []
    assert catalog.people["jiro-aoki"].career[0].id == "midori-works" and catalog.people["jiro-aoki"].reviewed == "2026-11-23"
    assert catalog.stages["the-second-move"].order == 3
    assert catalog.sources["example-aoki-leaves-midori-2024"].accessed == "2026-11-23"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_not_known_is_open_and_check_names_each_place(atlas, kind, lang):
    ran = new(atlas, kind, *GIVEN[kind], lang=lang)
    path = written(atlas, ran)
    text = path.read_text()
    places = re.search(r"(?:still to be written: |これから書くところ：)(.*)", ran.stdout)[1].replace("、", ", ").split(", ")
    problems = checking.check(atlas)[1]
    assert [".".join(map(str, problem.loc)).removesuffix(".id" * problem.loc[:-1].count("org")) for problem in problems] == places and len(places) > 2
    assert {problem.rule for problem in problems} <= {"empty", "missing-source"}
    assert canonical.canonical(text, KINDS[kind]) == text
    notes = [line.strip() for line in text.split("\n") if line.strip().startswith("#")]
    plain = [line for line in notes if not line.startswith("#  ")]
    assert len(notes) > 8 and all(bool(JAPANESE.search(re.sub(r"(?:like |例：).*", "", line))) == (lang == "ja") for line in plain[1:] if not re.match(r"# (?:like |例：)", line))
    assert str(path.relative_to(atlas)) in text and "scripts check" in text and "scripts fmt --bare" in text


def test_the_notes_go_when_they_are_no_longer_needed(atlas):
    path = written(atlas, new(atlas, "person", *GIVEN["person"]))
    content = parse.parse(path.read_text(), {})
    ran = run("fmt", "--bare", str(path), "--root", str(atlas))
    assert ran.returncode == 0 and "#" not in path.read_text() and parse.parse(path.read_text(), {}) == content
    assert path.read_text() == written(atlas, new(atlas, "person", *GIVEN["person"], "--id", "other", "--bare")).read_text()


def test_every_field_of_a_new_record_is_explained(atlas):
    text = written(atlas, new(atlas, "person", *GIVEN["person"])).read_text()
    for part in (model.Person, model.Stint):
        keys = {field.alias or name for name, field in part.model_fields.items()} - {"corrections", "formerly"}
        assert [key for key in keys if not re.search(rf"^[# -]*{key}:", text, re.M)] == []


REFUSED = [
    (["person", "Hanako Sato"], "has a record already (data/people/hanako-sato.yml)"),
    (["person", "佐藤花子", "Hana Sato"], "has a record already (data/people/hanako-sato.yml)"),
    (["person", "Sato Hana"], "the id 'sato-hana' is taken by data/people/hanako-sato.yml → if it is the same, add to that record; if not, give another id, like --id sato-hana-2"),
    (["person", "Aoba-Lab"], "the id 'aoba-lab' is taken by data/companies/aoba-lab.yml"),
    (["company", "The Lamp"], "the id 'the-lamp' is taken by data/articles/essay.yml"),
    (["person", "Taro Suzuki"], "'taro-suzuki' was looked into before and left out (data/candidates/taro-suzuki.yml)"),
    (["person", "青木次郎"], "no id can be made of '青木次郎'"),
    (["person", "Анна"], "no id can be made of 'Анна'"),
    (["person", "Jiro Aoki", "--org", "aoba-lob"], "there is no company 'aoba-lob' → did you mean 'aoba-lab'?"),
    (["person", "Jiro Aoki", "--source", "essay-2021"], "there is no source 'essay-2021' → did you mean 'essay-2022'?"),
    (["source", "http://www.example.org/essay/?utm_source=x#top"], "this page has a record already (data/sources/essay-2022.yml) → write essay-2022 into 'sources'"),
    (["source", "https://example.org/other", "--id", "essay-2022"], "the id 'essay-2022' is taken"),
]  # fmt: skip
WRONG = [
    (["person", "Jiro", "Aoki"], "two names in Latin letters are given: Jiro / Aoki → put a name with spaces in quotes", 1),
    (["person"], "there is no name or address", 2),
    (["person", "A", "B", "C"], "there is no name or address", 2),
    (["source", "example.org/x"], "'example.org/x' is no address → did you mean 'https://example.org/x'?", 2),
    (["source", "javascript:alert(1)"], "is no address", 2),
    (["person", "Jiro Aoki", "--id", "../../etc/passwd"], "'../../etc/passwd' cannot be an id", 2),
    (["person", "Jiro Aoki", "--id", "Jiro Aoki"], "cannot be an id → did you mean 'jiro-aoki'?", 2),
    (["person", "Jiro Aoki", "--from", "May 2019"], "--from: 'May 2019' is no date → did you mean '2019-05'?", 2),
    (["person", "Jiro Aoki", "--kind", "stuff"], "--kind: 'stuff' is not possible → did you mean 'staff'?", 2),
    (["source", "https://example.org/x", "--language", "Japanese"], "--language: 'Japanese' is not possible → did you mean 'ja'?", 2),
    (["company", "Midori Works", "--org", "openai"], "company has no --org", 2),
]  # fmt: skip


@pytest.mark.parametrize("arguments, said, code", [(*case, 1) for case in REFUSED] + WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_what_cannot_be_begun_is_told_and_nothing_is_written(atlas, arguments, said, code):
    before = {path: path.read_bytes() for path in atlas.rglob("*") if path.is_file()}
    for lang in ("en", "ja"):
        ran = new(atlas, *arguments, lang=lang)
        assert ran.returncode == code and ran.stdout == "" and "Traceback" not in ran.stderr and len(ran.stderr.splitlines()) == 1
        assert said in ran.stderr if lang == "en" else JAPANESE.search(ran.stderr)
    assert {path: path.read_bytes() for path in atlas.rglob("*") if path.is_file() and ".build" not in path.parts} == before


def test_a_file_that_is_there_is_never_overwritten(atlas):
    path = atlas / "data/people/jiro-aoki.yml"
    path.write_text("name: {broken\n")  # a record that cannot be read, so that nobody knows its id
    ran = new(atlas, "person", "Jiro Aoki")
    assert ran.returncode == 1 and "is there already; nothing was written" in ran.stderr and path.read_text() == "name: {broken\n"
    assert [one for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_of_two_that_begin_the_same_record_one_wins(atlas):
    command = [sys.executable, "-m", "scripts", "new", "person", "Jiro Aoki", "--root", str(atlas)]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for one in both:
        one.communicate()
    assert sorted(one.returncode for one in both) == [0, 1]


@pytest.mark.parametrize("name", ["Jiro\nAoki: {x", '"Jiro" #Aoki', "Jiro & Aoki <b>", "Jiro [[aoba-lab]] Aoki", "{{ 7*7 }} Aoki"])
def test_a_name_is_data_whatever_it_holds(atlas, name):
    path = written(atlas, new(atlas, "person", name))
    assert parse.parse(path.read_text(), {})["name"]["en"] == " ".join(name.split()) and path.parent == atlas / "data/people"


@pytest.mark.parametrize("name, id", [
    ("Hanako Sato", "hanako-sato"), ("Zoë Marsh", "zoe-marsh"), ("Łukasz Kaiser", "lukasz-kaiser"), ("Søren Ø. Kierkegård", "soren-o-kierkegard"), ("Durk P. Kingma", "durk-p-kingma"),
    ("Liam O'Brien", "liam-obrien"), ("Groß & Söhne", "gross-and-sohne"), ("Ｈａｎａｋｏ", "hanako"), ("İlya", "ilya"), ("佐藤", ""), ("", ""), ("x" * 81, ""), ("a/b", ""),
])  # fmt: skip
def test_a_name_gives_an_id(name, id):
    assert ids.of_name(name) == id


@pytest.mark.parametrize("url, id", [
    ("https://www.reuters.com/technology/openai-co-founder-leaves-2024-05-15/", "reuters-openai-co-founder-2024"),
    ("https://news.example.co.jp/2023/11/18/a1234567.html", "example-2023"),
    ("https://example.org/essay/on-the-moon", "aoba-moon"),  # as another page of the host is named
    ("https://blog.site.io/p/why-i-left-the-lab?utm_source=x", "site-left-lab"),
    ("https://arxiv.org/abs/1706.03762", "arxiv-abs"),
    ("https://xn--eckwd4c7c.jp/記事/人材流出", "xneckwd4c7c"),
    ("https://192.0.2.1/leaving-notes", "2-leaving-notes"),
])  # fmt: skip
def test_an_address_gives_an_id(url, id):
    catalog = Catalog(load(MINI)[0])
    assert ids.of_source(catalog, url, "", "") == id
    assert re.fullmatch(model.ID_PATTERN, id)


def test_the_other_pages_of_a_host_tell_publisher_language_and_kind(atlas):
    path = written(atlas, new(atlas, "source", "https://example.org/gazette/later-2025"))
    held = parse.parse(path.read_text(), {})
    others = list(Catalog(load(MINI)[0]).sources.values())
    assert held["language"] in {one.language for one in others} and held["publisher"] in {one.publisher for one in others}
    assert path.read_text().count("guessed: check it") == 3


@pytest.mark.parametrize("name, side, family", [
    ("Hanako Sato", "en", "Sato"), ("Aäron van den Oord", "en", "van den Oord"), ("Sato, Hanako", "en", "Sato"), ("John Smith Jr.", "en", "Smith"), ("Cher", "en", "Cher"),
    ("佐藤花子", "ja", "佐藤"), ("森健", "ja", "森"), ("佐藤 花子", "ja", "佐藤"), ("ゾーイ・マーシュ", "ja", "マーシュ"), ("マーシュ", "ja", "マーシュ"), ("", "ja", ""), ("Van", "en", "Van"),
])  # fmt: skip
def test_a_family_name_is_guessed(name, side, family):
    assert names.family(name, side) == family


def test_the_guesses_fit_the_real_names():
    people = Catalog(records(ROOT)).people.values()
    for side in ("ja", "en"):
        fit = [names.family(getattr(one.name, side), side) == getattr(one.family, side) for one in people]
        assert sum(fit) / len(fit) > 0.9, side


def test_addresses_of_one_page_are_the_same():
    page = ids.same("https://example.org/a?id=1")
    assert {ids.same(url) for url in ("http://www.example.org/a/?id=1", "https://example.org/a?utm_medium=x&id=1#p2", "https://m.example.org/a?id=1&fbclid=2")} == {page}
    assert ids.same("https://example.org/a?id=2") != page and ids.same("https://example.org/b?id=1") != page


def test_a_free_id_is_proposed():
    record = SimpleNamespace(formerly=[], terms=[])
    catalog = SimpleNamespace(records=[("people", "a", record), ("people", "a-2", record), ("sources", "a-3", record)])
    assert ids.free(catalog, "a", "people") == "a-3"
