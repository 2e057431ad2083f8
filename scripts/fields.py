"""The schema as a table: the fields of each part of a record, what each may hold and what it means in either language."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

from .labels.choices import CHOICES, OF_FIELD
from .labels.examples import EXAMPLES, IN_ENGLISH
from .labels.fields import FIELDS
from .model import KINDS, Date, Id, Part, Party, Text
from .model.base import Amount, Language, Line, Sources, Url
from .problem import Loc

# what a field holds, by its type; a part holds fields of its own
FORMS: list[tuple[object, str]] = [
    (Date, "date"), (Amount, "amount"), (Id, "id"), (Line, "line"), (Url, "url"), (Language, "language"), (Party, "party"),
    (bool, "switch"), (int, "number"), (str, "line"),
]  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One field: its key in a record, the part that has it, where the words about it stand (``Fact.id``), whether it must be there,
    what it holds (a name of FORMS, "choice" or "part"), whether it is a list of such, the choices, the model of a part."""

    key: str
    part: str
    stated: str
    required: bool
    form: str
    many: bool
    choices: tuple[str, ...]
    model: type[Part] | None
    english: str

    def said(self, language: str) -> str:
        """What the field holds, in words."""
        return self.english if language == "en" else FIELDS[self.stated]

    def words(self, language: str) -> list[tuple[str, str]]:
        """Each choice with its word."""
        return [(one, CHOICES[OF_FIELD[self.stated]][one][language == "en"]) for one in self.choices]


@cache
def of(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a part, in the order in which a record is written."""
    hints, found = get_type_hints(model, include_extras=True), []
    for name, info in model.model_fields.items():
        hint = _without_none(hints[name])
        many = hint == Sources or get_origin(hint) is list
        form, choices, part = _form((Id if hint == Sources else get_args(hint)[0]) if many else hint)
        found.append(Field(info.alias or name, model.__name__, f"{stated_in(model, name)}.{name}", info.is_required(), form, many, choices, part, info.description or ""))
    return tuple(sorted(found, key=lambda field: _rank(model, field.key)))


def _rank(model: type[Part], key: str) -> int:
    """Where a key stands among the others of its part: below zero for those that come first, above for the last."""
    if key in model.first:
        return model.first.index(key) - len(model.first)
    return model.last.index(key) + 1 if key in model.last else 0


@cache
def parts() -> tuple[type[Part], ...]:
    """Every part that a record may hold, the kinds of record first, each once."""
    found = list(KINDS)
    for model in found:  # grows while it is gone through
        inside = (field.model or (Text if field.form == "party" else None) for field in of(model))
        found += [part for part in dict.fromkeys(inside) if part and part not in found]
    return tuple(found)


def meaning(stated: str, language: str) -> str:
    """What the field holds about which the words stand at ``stated``, like ``Fact.id``."""
    return next(field.said(language) for part in parts() for field in of(part) if field.stated == stated)


def example(field: Field, deep: int = 0, language: str = "ja") -> str:
    """The field as a record writes it, by example: ``role: {ja: 研究者, en: Researcher}``; required keys only inside a part.
    ``deep`` indents the lines by so many columns; ``language`` is that of a value that has one only."""
    lead, name = " " * deep, field.stated.partition(".")[2]
    known = language == "en" and IN_ENGLISH.get(field.stated) or EXAMPLES.get(f"{field.part}.{name}") or EXAMPLES.get(field.stated, "")
    if known.startswith("\n"):
        return f"{lead}{field.key}:" + known.replace("\n", f"\n{lead}")
    if known or not field.model:
        return f"{lead}{field.key}: {known}"
    lines = [example(one, deep + 4 if field.many else deep + 2) for one in of(field.model) if one.required]
    if field.many:
        lines[0] = f"{lead}  - {lines[0].lstrip()}"
    return "\n".join([f"{lead}{field.key}:", *lines])


def at(kind: type[Part], loc: Loc) -> tuple[type[Part], Field | None]:
    """The part in which the place ``loc`` of a record lies, and its field; None for a place that no field has."""
    model, field = kind, None
    for step in loc:
        if not isinstance(step, str) or (field and field.form == "party" and step in ("id", "text")):  # pydantic names a party's form
            continue
        if field:
            model = field.model or (Text if field.form == "party" else model)
        field = next((one for one in of(model) if one.key == step), None)
        if not field:
            break
    return model, field


def said_of(model: type[Part], language: str) -> str:
    """What a part is, in words."""
    return " ".join((model.__doc__ or "").split()) if language == "en" else FIELDS[model.__name__]


def stated_in(model: type[Part], name: str) -> str:
    """The class that states a field: ``Fact`` for the id of a stint."""
    return next(one.__name__ for one in model.__mro__ if name in one.__dict__.get("__annotations__", {}))


def _without_none(hint: object) -> object:
    rest = [one for one in get_args(hint) if one is not type(None)]
    return rest[0] if type(None) in get_args(hint) else hint


def _form(hint: object) -> tuple[str, tuple[str, ...], type[Part] | None]:
    """Form, choices and part of a type."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return "part", (), hint
    if get_origin(hint) is Literal:
        return "choice", get_args(hint), None
    known = next((form for type_, form in FORMS if type_ == hint), None)
    return (known, (), None) if known or get_origin(hint) is not Annotated else _form(get_args(hint)[0])
