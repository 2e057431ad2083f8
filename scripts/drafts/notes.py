"""The comments of a new record: what each field holds, which choices it has, what else may be written, the next steps."""

from .. import fields, telling
from ..comments import Comment, Comments
from ..fields import Field
from ..labels.messages import common
from ..labels.writing import WRITING
from ..model import Part, Passage, Text
from ..problem import Loc

SIDES = {"ja", "en"}
LATER = {"corrections", "formerly"}  # what no new record has


def notes(kind: type[Part], content: dict, path: str, guessed: set[Loc], language: str) -> Comments:
    """The comments of a record's content, by their places. ``guessed`` are the places whose values an editor must check."""
    said: Comments = {}
    _of_part(kind, content, (), guessed, language, said)
    first = next(field.key for field in fields.of(kind) if field.key in content)
    head = [f"# {line}" for line in telling.say(WRITING["new/head"], language, path=path).split("\n")]
    said[first,].above = [*head, "", *said[first,].above]
    return said


def _of_part(model: type[Part], content: dict, loc: Loc, guessed: set[Loc], language: str, said: Comments) -> None:
    """Add the comments of the fields of one part, and of the parts inside."""
    for field in fields.of(model):
        here = (*loc, field.key)
        if field.key not in content:
            continue
        value = content[field.key]
        if not (issubclass(model, Text) and field.key in SIDES):
            said[here] = Comment(above=[f"# {line}" for line in _meaning(field, value, here in guessed, language)])
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            if field.model and isinstance(item, dict):
                _of_part(field.model, item, (*here, number) if isinstance(value, list) else here, guessed, language, said)
    left = [field for field in fields.of(model) if not field.required and field.key not in content and field.key not in LATER]
    if left and (not loc or "id" in content):
        said.setdefault(loc, Comment()).below = [f"# {telling.say(WRITING['new/more'], language)}", *(line for field in left for line in _example(field, language))]


def _meaning(field: Field, value: object, guessed: bool, language: str) -> list[str]:
    """What a field holds, with its choices, or with an example where it is empty."""
    lines = [field.said(language) + (telling.say(WRITING["new/guessed"], language) if guessed else "")]
    if field.model is Passage:
        lines.append(fields.said_of(Passage, language).replace("``", ""))
    if field.choices:
        named = (value if word.casefold() == value else f"{value}{telling.say(common.GLOSS, language, word)}" for value, word in field.words(language))
        lines.append(telling.say(WRITING["new/choices"], language, choices=telling.say(common.JOINT, language).join(named)))
    elif "\n" not in (example := fields.example(field, language=language)) and value in ("", [], {"ja": "", "en": ""}):
        lines.append(telling.say(WRITING["new/example"], language, example=example))
    return lines


def _example(field: Field, language: str) -> list[str]:
    """A field that may be added, by example, as comment lines."""
    return [f"#   {line}" if number else f"#   {line}  # {field.said(language)}" for number, line in enumerate(fields.example(field).split("\n"))]
