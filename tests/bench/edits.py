"""Edits that a build must show: a new word in both languages, in a record or in a page."""

from itertools import count
from pathlib import Path

from scripts import canonical, parse
from scripts.model import Person

LANGUAGES = {"ja": "", "en": "en/"}  # each with its place in a site


class NotShown(Exception):
    """A build that ended well and does not show the edit."""


def words():
    """Words that no page has, one pair after the other: Japanese and English."""
    for number in count():
        letters = "".join("bcdfghjklm"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in f"{number:03}")
        kana = "".join("かきくけこさしすせそ"[int(digit)] for digit in f"{number:03}")
        yield {"ja": f"改め{kana}よ", "en": f"reworded{letters}"}


def in_record(path: Path, word: dict[str, str]) -> None:
    """Save a person's record with one more sentence in both languages of the summary."""
    content = parse.parse(path.read_text(encoding="utf-8"), {})
    content["summary"]["ja"] += f"{word['ja']}とした。"
    content["summary"]["en"] += f" This was {word['en']}."
    path.write_text(canonical.write(content, Person), encoding="utf-8")


def in_page(path: Path, word: str) -> None:
    """Save a Markdown page with one more paragraph."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{word}\n", encoding="utf-8")


def shown(pages: dict[str, Path], word: dict[str, str]) -> None:
    """Raises NotShown unless the built pages hold the word, each in its language."""
    for language, page in pages.items():
        if word[language] not in page.read_text(encoding="utf-8"):
            raise NotShown(f"{page} does not show '{word[language]}'")
