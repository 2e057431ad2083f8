"""All words of the interface, in both languages."""

from .choices import CHOICES
from .commands import COMMANDS
from .fields import FIELDS, SIDES
from .guide import GUIDE
from .search import SEARCH
from .words import LABELS as WORDS

__all__ = ["FIELDS", "LABELS", "LANGUAGES", "SEARCH", "choice", "field_words", "label", "told"]

LANGUAGES = ("ja", "en")
LABELS = WORDS | GUIDE


def label(key: str, language: str) -> str:
    """The interface word for ``key`` in ``language`` ("ja" or "en"). Raises KeyError for an unknown key."""
    return LABELS[key][LANGUAGES.index(language)]


def choice(group: str, value: str, language: str) -> str:
    """The word for one of a field's choices, like ("state", "public")."""
    return CHOICES[group][value][LANGUAGES.index(language)]


def told(key: str, language: str, **values: object) -> str:
    """What a command says, its gaps filled."""
    return COMMANDS[key][LANGUAGES.index(language)].format(**values)


def field_words(side: str, field: str, base: str, english: str, language: str) -> str:
    """What a column holds. ``field`` is the schema's (``Stint.role``), ``english`` its description there, ``base`` its name
    in the table, ``side`` which of its columns is meant. "" where the field has no words in the language."""
    said = english if language == "en" else FIELDS.get(field, "")
    template = SIDES[side][LANGUAGES.index(language)]
    return template.format(said=said, field=base) if said or "{said}" not in template else ""
