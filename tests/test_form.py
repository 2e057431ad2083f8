"""The one form of a record: same content, all comments, the same again when formatted again; what fmt and check make of it."""

import shutil
from subprocess import CompletedProcess

import command
import pytest
import yaml
from conftest import MINI, ROOT
from hypothesis import given, settings
from hypothesis import strategies as some

from scripts import canonical, checking, comments, parse
from scripts.model import KINDS, Person, Source

FILES = [(path, kind) for top in (ROOT, MINI) for kind in KINDS for path in sorted((top / "data" / kind.folder).glob("*.yml"))]
TRIED = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def said(text: str) -> list[str]:
    """All comments of a text."""
    held = comments.find(text, parse.compose(text)).values()
    return sorted(" ".join(one for piece in held for one in (*piece.above, *piece.beside, *piece.below) if one).split())


def test_every_record_is_in_its_form():
    wrong = [path.name for path, kind in FILES if canonical.differs(text := path.read_text(), parse.parse(text, {}), kind)]
    assert len(FILES) > 1500 and wrong == []


LAYOUTS = [
    ("keys in order, unknown ones last", "reviewed: 2024\nfamilly: z\nname:\n  en: Jo\n  ja: ジョー\n", "name: {ja: ジョー, en: Jo}\nreviewed: 2024\nfamilly: z\n"),
    ("short pairs on one line", "name:\n    ja: ジョー\n    en: Jo\n", "name: {ja: ジョー, en: Jo}\n"),
    ("prose on lines of its own", f"summary: {{ja: あ, en: {'so ' * 50}end, sources: [a]}}\n", f"summary:\n  ja: あ\n  en: {'so ' * 50}end\n  sources: [a]\n"),
    ("a fact is never on one line", "career: [{id: x, org: z}]\n", "career:\n  - id: x\n    org: z\n"),
    ("a long list has an item a line", f"formerly: [{', '.join(['abcdefghij'] * 12)}]\n", "formerly:\n" + "  - abcdefghij\n" * 12),
    ("quotes only where needed", "name: {ja: 'ジョー', en: \"Jo\"}\nreading: 'a: b'\n", "name: {ja: ジョー, en: Jo}\nreading: \"a: b\"\n"),
    ("quotes inside quotes", "reading: \"'a' # \\\"b\\\"\"\nlinks: ['\"a\",b']\n", "reading: \"'a' # \\\"b\\\"\"\nlinks: ['\"a\",b']\n"),
    ("years as years, texts as texts", "reading: 2024\ncareer:\n- from: '2024'\n  org: no\n", 'reading: "2024"\ncareer:\n  - {org: "no", from: 2024}\n'),
    ("a folded text becomes one line", "reading: >-\n  one\n  two\n", "reading: one two\n"),
    ("a break in a text is kept", "reading: |-\n  one\n  two\n", 'reading: "one\\ntwo"\n'),
    ("what is still to be written stays open", "name: {ja: , en: ''}\nfamily: \"\"\n", "name:\n  ja:\n  en:\nfamily:\n"),
    ("empty lists and mappings", "links: [ ]\nname: {}\n", "name: {}\nlinks: []\n"),
    ("Windows line ends and document marks", "---\r\nreading: a\r\n...\r\n", "reading: a\n"),
    ("comments above, beside and below", "# head\n\n# of name\nname: {ja: ジョー, en: Jo} # beside\nlinks: # two\n# one\n- a\n  # last\nreading: x\n# end\n",
     "# head\n\n# of name\nname: {ja: ジョー, en: Jo}  # beside\nreading: x\nlinks:  # two\n  # one\n  - a\n  # last\n\n# end\n"),
    ("a comment moves with its key", "reviewed: 2024\n# who\nname: {ja: ジョー, en: Jo}\n", "# who\nname: {ja: ジョー, en: Jo}\nreviewed: 2024\n"),
    ("a comment inside brackets opens them", "formerly: [a, # first\n  # of b\n  b]  # all\n", "formerly:  # all\n  - a  # first\n  # of b\n  - b\n"),
    ("a comment behind a dash", "career:\n- # first\n  kind: staff\n  id: x\n", "career:\n  # first\n  - id: x\n    kind: staff\n"),
    ("a comment in a text is text", "reading: 'a # b'\nlinks: [a#b, \"c #d\"]\n", "reading: \"a # b\"\nlinks: [a#b, \"c #d\"]\n"),
    ("a comment at a block's sign", "reading: | # so\n  a # no\n", 'reading: "a # no\\n"  # so\n'),
    ("an empty line in a comment", "name: {ja: あ, en: A}\n#a\n\n\n#b\nlinks: [x]\n", "name: {ja: あ, en: A}\n\n#a\n\n#b\nlinks: [x]\n"),
]  # fmt: skip


@pytest.mark.parametrize("text, form", [case[1:] for case in LAYOUTS], ids=[case[0] for case in LAYOUTS])
def test_the_form(text, form):
    assert canonical.canonical(text, Person) == form
    assert canonical.canonical(form, Person) == form
    assert parse.parse(form, {}) == parse.parse(text.replace("\r", ""), {})
    assert said(form) == said(text)


# hypothesis: records of any shape, texts of any letters
texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=30) | some.text("ab :#,[]{}'\"\\-?!&*|>%@`~=.0189\n\t　あé", max_size=12)
keys = some.sampled_from(["id", "name", "ja", "en", "career", "sources", "from", "kind", "summary", "reviewed", "key"]) | some.text("a:# ,'\"{-", min_size=1, max_size=4)
values = some.recursive(texts, lambda inside: some.lists(inside, max_size=4) | some.dictionaries(keys, inside, max_size=4), max_leaves=12)
records = some.dictionaries(keys, values, min_size=1, max_size=6)


@TRIED
@given(records, some.sampled_from(KINDS))
def test_whatever_a_record_says_its_form_says_too(content, kind):
    form = canonical.write(content, kind)
    assert parse.parse(form, {}) == content
    assert canonical.canonical(form, kind) == form


@TRIED
@given(records, some.sampled_from([True, False, None]), some.integers(5, 60), some.sampled_from(['"', "'", None]))
def test_however_it_is_laid_out_the_form_is_one(content, flow, width, style):
    text = yaml.dump(content, default_flow_style=flow, width=width, default_style=style, allow_unicode=True, sort_keys=False, Dumper=Loud)
    assert canonical.canonical(text, Person) == canonical.write(parse.parse(text, {}), Person)


class Loud(yaml.SafeDumper):
    """Writes every scalar as text, and no aliases."""

    def ignore_aliases(self, data):
        return True

    def represent_str(self, data):
        return self.represent_scalar("tag:yaml.org,2002:str", data)


Loud.add_representer(str, Loud.represent_str)


@TRIED
@given(records, some.data())
def test_comments_are_kept_wherever_they_stand(content, data):
    lines = []
    for number, line in enumerate(canonical.write(content, Person).split("\n")[:-1]):
        if data.draw(some.booleans()):
            lines.append(" " * data.draw(some.integers(0, 9)) + f"# above{number}")
        lines.append(line + (f" # beside{number}" if data.draw(some.booleans()) else ""))
    text = "\n".join([*lines, "# end"]) + "\n"
    form = canonical.canonical(text, Person)
    assert parse.parse(form, {}) == content
    assert said(form) == said(text) and len(said(text)) >= 2
    assert canonical.canonical(form, Person) == form


class Quoted(Loud):
    """Writes every scalar in double quotes, and so on one line."""

    def represent_str(self, data):
        return self.represent_scalar("tag:yaml.org,2002:str", data, style='"')


Quoted.add_representer(str, Quoted.represent_str)


def shuffled(value, data):
    """The same content with the keys of each mapping in some order."""
    if isinstance(value, dict):
        return {key: shuffled(value[key], data) for key in data.draw(some.permutations(sorted(value)))}
    return [shuffled(one, data) for one in value] if isinstance(value, list) else value


@TRIED
@given(records, some.data())
def test_the_form_is_settled_at_once_whatever_the_order_of_keys_and_comments(content, data):
    lines = []
    for number, line in enumerate(yaml.dump(shuffled(content, data), Dumper=Quoted, sort_keys=False, width=10**6).split("\n")[:-1]):
        if data.draw(some.booleans()):
            lines.append(" " * (len(line) - len(line.lstrip(" -"))) + f"# above{number}")
        lines.append(line)
    text = "\n".join(lines) + "\n"
    form = canonical.canonical(text, Person)
    assert parse.parse(form, {}) == content and sorted(said(form)) == sorted(said(text))
    assert canonical.canonical(form, Person) == form


@TRIED
@given(some.lists(some.lists(some.sampled_from("abc"), max_size=3), min_size=1, max_size=3), some.data())
def test_comments_inside_brackets_are_kept(content, data):
    text = "formerly: ["
    for number, item in enumerate(content):
        text += "".join(data.draw(some.sampled_from(["", f" # c{number}{place}\n "])) + piece for place, piece in enumerate(["[", *(f"{one}, " for one in item), "]", ","]))
    text += " # last\n ] # after\n"
    form = canonical.canonical(text, Person)
    assert parse.parse(form, {}) == {"formerly": content}
    assert said(form) == said(text)
    assert canonical.canonical(form, Person) == form


# the commands
@pytest.fixture
def atlas(tmp_path):
    shutil.copytree(MINI / "data", tmp_path / "data")
    return tmp_path


def run(root, *arguments: str) -> CompletedProcess:
    return command.run(*arguments, "--root", str(root), "--lang", "en")


def test_check_names_the_first_line_that_differs_and_the_command_and_fmt_mends_it(atlas):
    path = atlas / "data/sources/essay-2022.yml"
    right = path.read_text()
    path.write_text(right.replace("publisher: Weblog", 'publisher: "Weblog"  # a diary'))
    ran = run(atlas, "check")
    assert ran.returncode == 1 and ran.stderr == "" and "1 problem" in ran.stdout
    assert "data/sources/essay-2022.yml:2:1 [not-canonical]" in ran.stdout and 'publisher: "Weblog"' in ran.stdout
    assert "fmt data/sources/essay-2022.yml" in ran.stdout and "        publisher: Weblog  # a diary" in ran.stdout
    assert run(atlas, "fmt", "--check").returncode == 1 and '"Weblog"' in path.read_text()
    ran = run(atlas, "fmt", "data/sources")
    assert ran.returncode == 0 and ran.stdout == "data/sources/essay-2022.yml: rewritten\n3 records read, 1 rewritten\n"
    assert path.read_text() == right.replace("publisher: Weblog", "publisher: Weblog  # a diary")
    assert run(atlas, "check").returncode == run(atlas, "fmt", "--check").returncode == 0
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_form_stops_no_build_and_is_not_told_beside_a_mistake(atlas):
    path = atlas / "data/sources/essay-2022.yml"
    path.write_text(path.read_text().replace("publisher: Weblog", 'publisher: "Weblog"'))
    catalog, problems = checking.check(atlas)
    assert problems == [] and [one.rule for one in catalog.data.unformatted] == ["not-canonical"]
    path.write_text(path.read_text().replace("language: en", "language: english"))
    assert "not-canonical" not in run(atlas, "check").stdout


def test_fmt_says_what_it_cannot_read_and_goes_on(atlas):
    bad, other = atlas / "data/people/zoe-marsh.yml", atlas / "data/people/hanako-sato.yml"
    bad.write_text("name: {ja: あ, en: A\nx: 1\n")
    other.write_text(other.read_text().replace("reading: さとう", "reading: 'さとう'"))
    ran = run(atlas, "fmt")
    assert ran.returncode == 1 and ran.stderr == "" and "data/people/zoe-marsh.yml:" in ran.stdout and "1 rewritten" in ran.stdout
    assert bad.read_text() == "name: {ja: あ, en: A\nx: 1\n" and "reading: さとう" in other.read_text()


@pytest.mark.parametrize("path", ["data/ledgers", "nowhere", "data/people/nobody.yml", "../x"])
def test_fmt_of_what_is_no_record_says_so(atlas, path):
    ran = run(atlas, "fmt", path)
    assert ran.returncode == 2 and ran.stdout == "" and "is no record and no folder of records" in ran.stderr and "Traceback" not in ran.stderr


def test_fmt_formats_a_record_that_is_not_finished(atlas):
    path = atlas / "data/sources/new-2024.yml"
    path.write_text('title:   # its title\nurl: "https://example.org/new"\n')
    assert run(atlas, "fmt", "data/sources/new-2024.yml").returncode == 0
    assert path.read_text() == canonical.canonical(path.read_text(), Source) == "url: https://example.org/new\ntitle:  # its title\n"
