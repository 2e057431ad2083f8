"""Cards for sharing: the picture that a link to a page shows elsewhere (Open Graph, 1200 by 630 pixels), per page and language."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .. import write
from ..catalog import Catalog
from ..labels import LANGUAGES
from .words import GENERAL, Card, texts

__all__ = ["GENERAL", "Card", "address", "all_cards", "draw", "drawing", "key", "lacking", "texts"]

VERSION = "4"  # of the drawing; a new one draws every card again

MANY = 48  # cards from which a second process pays


def address(path: str, card: Card) -> str:
    """Path of a card's file below the site's root, for the page ``path`` below its language's root: ``cards/en/people/sam-altman.png``."""
    return f"cards/{card.language}/{path}.png"


def all_cards(catalog: Catalog) -> dict[str, Card]:
    """Every card in both languages: its file's path below the site's root, to its words."""
    return {address(path, card): card for language in LANGUAGES for path, card in texts(catalog, language).items()}


def lacking(cards: dict[str, Card]) -> Iterator[tuple[str, str]]:
    """Path and characters of each card that has characters without a glyph in our fonts."""
    if cards:
        from . import letters  # here and below: the libraries of letters and pictures are loaded when there is something to draw

    for path, card in cards.items():
        if found := letters.lacking("".join(_said(card))):
            yield path, "".join(sorted(found))


def _said(card: Card) -> Iterator[str]:
    """Everything that is written on a card."""
    yield from (card.site, card.kind, card.name, card.other, card.dated)
    for row in card.rows:
        yield from (row.label, row.text, row.aside)


def key(card: Card) -> str:
    """The fingerprint of a card's picture: SHA-256 of its words and the drawing's version."""
    return hashlib.sha256(f"{VERSION} {card!r}".encode()).hexdigest()


def draw(card: Card) -> bytes:
    """The card's picture: PNG."""
    from . import picture

    return picture.draw(card)


@contextmanager
def drawing(cards: dict[str, Card], folder: Path) -> Iterator[None]:
    """Draw cards, each into its file below ``folder``; all are there at the end. Where there are many, other processes draw them while
    this one goes on."""
    if len(cards) < MANY:
        for path, card in cards.items():
            write.fill(folder / path, draw(card))
        yield
        return
    from . import apart

    with apart.drawing([(folder.resolve() / path, card) for path, card in cards.items()]):
        yield
