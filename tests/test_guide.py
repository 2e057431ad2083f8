"""The guide: every field and every rule in both languages."""

import re

import pytest

from scripts import fields, labels

FIELDS = [(part, field) for part in fields.parts() for field in fields.of(part)]
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
