"""All words of the interface, in both languages."""

from .choices import CHOICES
from .search import SEARCH
from .words import LABELS

__all__ = ["LABELS", "LANGUAGES", "SEARCH", "choice", "label"]

LANGUAGES = ("ja", "en")


def label(key: str, language: str) -> str:
    """The interface word for ``key`` in ``language`` ("ja" or "en"). Raises KeyError for an unknown key."""
    return LABELS[key][LANGUAGES.index(language)]


def choice(group: str, value: str, language: str) -> str:
    """The word for one of a field's choices, like ("state", "public")."""
    return CHOICES[group][value][LANGUAGES.index(language)]
