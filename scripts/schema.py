"""JSON Schemas by which an editor completes keys, choices and ids and tells what each field holds (draft-07, which every version
of the YAML language server reads). Made of the models and of the ids in use, so they are written anew, not kept in git.

An id that is not in use yet is no fault here: the record may come next, and ``check`` knows.
"""

from collections.abc import Iterator
from itertools import count

from . import dates, fields
from .catalog import Catalog
from .fields import Field
from .labels.messages.common import KINDS as KIND_WORDS
from .model import ID_PATTERN, KINDS, Part, Text

DRAFT = "http://json-schema.org/draft-07/schema#"
MONEY = r"^((about|over|under|up to) )?[A-Z]{3} .+$"
URL = r"^https?://\S+$"
# where the records stand whose ids a field names, by the field's place in the models
NAMED: dict[str, tuple[str, ...]] = {
    "Stint.org": ("companies",), "PersonPart.person": ("people",), "CompanyPart.company": ("companies",), "Event.people": ("people",),
    "Event.companies": ("companies",), "Deal.parties": ("companies", "people"), "Round.investors": ("companies", "people"),
    "Claim.about": ("people", "companies", "terms"), "Claim.stage": ("stages",), "Section.stage": ("stages",), "Article.source": ("sources",),
}  # fmt: skip
FORMS: dict[str, dict] = {
    "date": {"type": ["string", "integer"], "pattern": dates.PATTERN, "minimum": 1900, "maximum": 2100},  # YAML reads a year as a number
    "amount": {"type": "string", "pattern": MONEY},
    "line": {"type": "string", "minLength": 1, "maxLength": 2000},
    "url": {"type": "string", "pattern": URL, "maxLength": 500},
    "language": {"type": "string", "pattern": "^[a-z]{2}$"},
    "switch": {"type": "boolean"},
    "number": {"type": "integer", "minimum": 1},
    "id": {"type": "string", "pattern": ID_PATTERN, "maxLength": 80},
}


def files(catalog: Catalog, language: str) -> dict[str, dict]:
    """A schema for each kind of record, by file name. Descriptions are in both languages, the given one first."""
    return {f"{kind.folder}.json": _record(kind, catalog, language) for kind in KINDS}


def named(field: Field) -> tuple[str, ...]:
    """The folders of the records whose ids a field names; none for a field that names no record."""
    return ("sources",) if field.key == "sources" else NAMED.get(field.stated, ())


def _record(kind: type[Part], catalog: Catalog, language: str) -> dict:
    held = {folder for part in _inside(kind) for field in fields.of(part) for folder in named(field)}
    ids = {f"{folder}-ids": _ids(catalog, folder, language) for folder in sorted(held)}
    japanese, english = KIND_WORDS[kind.folder]
    return {"$schema": DRAFT, "title": _line(english, japanese, language), **_part(kind, language), "definitions": ids}


def _inside(kind: type[Part]) -> list[type[Part]]:
    """A kind of record and every part inside it."""
    found = [kind]
    for part in found:  # grows while it is gone through
        found += [field.model for field in fields.of(part) if field.model and field.model not in found]
    return found


def _ids(catalog: Catalog, folder: str, language: str) -> dict:
    """The ids in use, each with its name; another one fits too."""
    known = dict(_known(catalog, folder, language))
    form = FORMS["id"] | {"description": _both("An id of a record.", "記録のID。", language)}
    return {"anyOf": [{"enum": list(known), "enumDescriptions": list(known.values())}, form]} if known else form


def _known(catalog: Catalog, folder: str, language: str) -> Iterator[tuple[str, str]]:
    if folder == "terms":
        yield from ((id, _line(term.name.en, term.name.ja, language)) for id, (_, term) in catalog.terms.items())
    elif folder == "sources":
        yield from ((id, f"{source.title} ({source.publisher})") for id, source in catalog.sources.items())
    else:
        yield from ((id, _line(record.name.en, record.name.ja, language)) for id, record in catalog.data.records[folder].items())


def _part(model: type[Part], language: str) -> dict:
    """The schema of a part: its keys in order, which of them must be there, no others."""
    required = [field.key for field in fields.of(model) if field.required]
    found = {"type": "object", "additionalProperties": False, "required": required, "properties": {field.key: _field(field, language) for field in fields.of(model)}}
    return found if model in KINDS else found | _snippet(_named(model, language), _body(model, count(1)))


def _field(field: Field, language: str) -> dict:
    words = _both(field.english, field.said("ja"), language)
    said = {"description": words, "markdownDescription": f"{words}\n\n```yaml\n{fields.example(field)}\n```"}
    if not field.many:
        return _one(field, language) | said
    least = {"minItems": 1} if field.required or field.key == "sources" else {}
    form = {"type": "array", "items": _one(field, language), **least} | said
    return form | (_snippet(words.split("\n")[0], ["$1"]) if field.key == "sources" else {})


def _one(field: Field, language: str) -> dict:
    """What one value of a field may be."""
    if field.model:
        return _part(field.model, language)
    if field.form == "choice":
        return {"type": "string", "enum": list(field.choices), "enumDescriptions": [_line(en, ja, language) for (_, ja), (_, en) in zip(field.words("ja"), field.words("en"), strict=True)]}
    folders = named(field)
    known = [{"$ref": f"#/definitions/{folder}-ids"} for folder in folders]
    if field.form == "party":
        return {"anyOf": [*known, _part(Text, language)]}
    if known:
        return known[0] if len(known) == 1 else {"anyOf": known}
    return FORMS[field.form]


def _body(model: type[Part], numbers: Iterator[int]) -> dict:
    """What must be written of a part, and what is mostly known, as the places of a snippet; the tabulator key goes through them."""
    return {field.key: _place(field, numbers) for field in fields.of(model) if field.required or field.stated in ("Stint.since", "Stint.as_of")}


def _place(field: Field, numbers: Iterator[int]) -> object:
    if field.model:
        one = _body(field.model, numbers)
    elif field.choices:
        one = f"${{{next(numbers)}|{','.join(field.choices)}|}}"
    else:
        one = f"${next(numbers)}"
    return [one] if field.many else one


def _named(model: type[Part], language: str) -> str:
    """What a snippet is called: the first sentence about the part."""
    return (fields.said_of(model, language).split("。")[0] if language == "ja" else fields.said_of(model, language).split(".")[0]).strip()


def _snippet(label: str, body: object) -> dict:
    return {"defaultSnippets": [{"label": label, "body": body}]}


def _both(english: str, japanese: str, language: str) -> str:
    english = " ".join(english.split())
    if english == japanese:
        return english
    return f"{english}\n\n{japanese}" if language == "en" else f"{japanese}\n\n{english}"


def _line(english: str, japanese: str, language: str) -> str:
    return " / ".join(dict.fromkeys((english, japanese) if language == "en" else (japanese, english)))
