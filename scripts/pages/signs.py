"""Text as it is, where signs in it would mean something: in headings, in what a terminal says, in words on records."""

import re

from markupsafe import Markup, escape

MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#+!|~^=$:-]")  # signs that may mean something in a heading


def plainly(text: str) -> Markup:
    """Text as a record or a terminal has it: its brackets are no reference of ours."""
    return Markup(str(escape(text)).replace("[", "&#91;").replace("{", "&#123;"))


def in_markdown(text: str) -> Markup:
    """Text for a heading, which is Markdown: every sign that Markdown or an attribute list could take for its own is a character reference."""
    return Markup(re.sub(r"[^\w\s]", lambda sign: f"&#{ord(sign[0])};", text) if MARKDOWN.search(text) else escape(text))


def coded(text: str) -> Markup:
    """Words on records with what is written in them, like [[id]] or {ja, en}, as code."""
    pieces = re.split(r"(\[\[[^\]]*\]\]|\{[^}]*\})", text)
    return Markup("").join(Markup("<code>{}</code>").format(plainly(piece)) if number % 2 else escape(piece) for number, piece in enumerate(pieces))
