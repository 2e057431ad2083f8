"""The guide: every field and every rule in both languages, with examples that are right."""

import gzip
import html
import re

import pytest
from conftest import MINI, TODAY

from scripts import checking, fields, guide, labels, pages, parse, rules
from scripts.labels.examples import EXAMPLES
from scripts.labels.messages import MESSAGES, SENTENCES

FIELDS = [(part, field) for part in fields.parts() for field in fields.of(part)]
LANGUAGES = ("ja", "en")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def test_every_field_has_words_in_both_languages():
    assert [field.stated for _, field in FIELDS if not field.english] == []
    assert [field.stated for _, field in FIELDS if not JAPANESE.search(labels.FIELDS.get(field.stated, ""))] == []
    assert [part.__name__ for part in fields.parts() if not JAPANESE.search(labels.FIELDS.get(part.__name__, "")) or not part.__doc__] == []


def test_no_words_are_left_over():
    held = {field.stated for _, field in FIELDS} | {part.__name__ for part in fields.parts()}
    assert {name for name in labels.FIELDS if name[0].isupper()} - held == set()


@pytest.mark.parametrize("field", [field for _, field in FIELDS if field.choices], ids=lambda field: field.stated)
def test_every_choice_has_a_word(field):
    for language in ("ja", "en"):
        assert all(word for _, word in field.words(language))


def test_each_part_is_told_once():
    assert len(fields.parts()) == len(set(fields.parts())) > 20
    told = [part for page in guide.PAGES[:-2] for part in guide.parts(page)]
    assert sorted(part.__name__ for part in told) == sorted(part.__name__ for part in fields.parts())


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The guide's pages as Markdown."""
    return {path: text for path, text in pages.render(checking.check(MINI)[0], TODAY).items() if "/guide/" in path}


def plain(text: str) -> str:
    """The words of a page, without its tags."""
    return html.unescape(re.sub("<[^>]*>", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_stands_in_the_guide(made, language):
    for part, field in FIELDS:
        text = made[f"{language}/guide/{guide.page_of(part)}.md"]
        entry = text[text.index(f'<dt id="{guide.anchor(part, field.key)}">') :].partition("</dd>")[0]
        said = plain(entry)
        assert field.said(language) in said and fields.example(field) in said, field.stated
        assert (labels.label("required", language) in said) == field.required
        for value, word in field.words(language):
            assert (value if word.lower() == value else f"{value} {word}") in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_in_the_guide_with_a_message_and_its_cure(made, language):
    text = made[f"{language}/guide/rules.md"] + made[f"{language}/guide/mistakes.md"]
    said = plain(text)
    own = {rule.__name__.replace("_", "-") for rule in rules.RULES}
    assert own <= set(SENTENCES) == {rule.name for page in ("rules", "mistakes") for rule in guide.rules(page)}
    for name, words in SENTENCES.items():
        assert f"## `{name}` {{: #{name} }}" in text
        assert words[language == "en"] in said
    shown = {case.case: case for page in ("rules", "mistakes") for rule in guide.rules(page) for case in rule.cases}
    assert set(MESSAGES) - set(shown) == {"missing-file/data", "bad-yaml/not-utf8", "bad-page/not-utf8", "bad-yaml/deep", "stray-file/unreadable"}  # of a folder, of bytes, of a permission: nothing to show
    assert [case.case for case in shown.values() if getattr(case, language) not in said] == []


def test_both_languages_of_a_page_have_the_same_anchors(made):
    for path, text in made.items():
        if path.startswith("ja/"):
            anchors = [re.findall(r'id="([^"]+)"|\{: #(\S+) \}', one) for one in (text, made["en/" + path[3:]])]
            assert anchors[0] == anchors[1] and len(anchors[0]) == len(set(anchors[0])) > 4, path


def test_the_index_leads_to_every_page(made):
    for page in guide.PAGES:
        assert all(f'href="../guide/{page}/"' in made[f"{language}/guide/index.md"] for language in LANGUAGES)


def test_pages_are_light(made):
    assert max(len(gzip.compress(text.encode())) for text in made.values()) < 15_000


@pytest.mark.parametrize("part", fields.parts(), ids=lambda part: part.__name__)
def test_the_examples_of_a_part_are_a_right_record(part):
    """All its fields together, and the required ones alone."""
    for chosen in (fields.of(part), [field for field in fields.of(part) if field.required]):
        text = "\n".join(fields.example(field) for field in chosen)
        part.model_validate(parse.parse(text, {}) if text else {})


def test_no_example_is_left_over():
    held = {field.stated for _, field in FIELDS} | {f"{part.__name__}.{field.stated.partition('.')[2]}" for part, field in FIELDS}
    assert set(EXAMPLES) - held == set()
