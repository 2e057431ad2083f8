"""pydantic's validation errors as mistakes of an editor."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from . import dates
from .problem import Loc, Mistake, mistake

ADDRESSES = ("url", "archive", "links")
LANGUAGE_CODES = ("language", "lang")


def mistakes(error: ValidationError, content: object, kind: type[BaseModel]) -> Iterator[tuple[Loc, Mistake]]:
    """Each error in a record's ``content`` with its place."""
    for one in error.errors(include_url=False):
        loc = tuple(one["loc"])
        yield loc, _mistake(one["type"], loc, one, kind)


def _mistake(code: str, loc: Loc, one: dict, kind: type[BaseModel]) -> Mistake:
    name, value = str(loc[-1]) if loc else "", one.get("input")
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    shown = value if isinstance(value, str) else "…"
    match code:
        case "missing" if name in ("ja", "en"):
            return mistake("missing-translation", key=name)
        case "missing":
            return mistake("missing-key", key=name)
        case "extra_forbidden":
            known = tuple(held.alias or key for key, held in _model_at(loc[:-1], kind).model_fields.items())
            close = get_close_matches(name, known, 1, 0.6)
            return mistake("unknown-key", found=name, keys=known, near=close[0] if close else "")
        case "value_error" if "amount" in str(one.get("msg")):
            return mistake("bad-amount", found=shown)
        case "value_error":
            return mistake("bad-date/calendar" if re.match(dates.PATTERN, shown) else "bad-date", found=shown)
        case "literal_error":
            return mistake("bad-choice", found=shown, field=field, choices=tuple(get_args(_annotation(loc, kind))))
        case "string_pattern_mismatch":
            case = "bad-url" if field in ADDRESSES else "bad-choice/language" if field in LANGUAGE_CODES else "bad-id"
            return mistake(case, found=shown, field=field)
        case "string_too_short" | "too_short":
            return mistake("missing-source" if field == "sources" else "empty", field=field)
        case "string_too_long":
            return mistake("too-long", field=field, limit=str(one["ctx"]["max_length"]))
        case "list_type":
            return mistake("wrong-type/list", field=field)
        case "model_type" | "model_attributes_type" | "dict_type":
            return mistake("wrong-type/mapping", field=field)
        case "string_type":
            return mistake("wrong-type/value", field=field)
        case _:
            return mistake("wrong-type/other", found=shown, field=field)


def _annotation(loc: Loc, kind: type[BaseModel]) -> object:
    """What the field at ``loc`` may hold."""
    model, name = _model_at(loc[:-1], kind), str(loc[-1])
    return next(field.annotation for key, field in model.model_fields.items() if (field.alias or key) == name)


def _model_at(loc: Loc, kind: type[BaseModel]) -> type[BaseModel]:
    """The model that describes the place ``loc`` inside ``kind``."""
    for step in loc:
        if isinstance(step, str):
            found = next((f for key, f in kind.model_fields.items() if (f.alias or key) == step), None)
            kind = _model_in(found.annotation) or kind if found else kind
    return kind


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (list, Union, UnionType) or get_args(annotation):
        return next((model for arg in get_args(annotation) if (model := _model_in(arg))), None)
    return None
