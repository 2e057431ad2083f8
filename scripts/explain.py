"""pydantic's validation errors as mistakes of an editor: what was meant, where that can be told."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import islice

from pydantic import ValidationError

from . import characters, dates, fields, keys, proposals
from .fields import Field
from .labels.choices import CHOICES, OF_FIELD
from .model import ID_PATTERN, Part, Text
from .problem import Loc, Mend, Mistake, mistake

MOST = 50  # mistakes of one record that are told at a time
WIDE = "\u3000\u00a0"
NOW = {"現在", "現職", "在職中", "在任中", "継続中", "現在に至る", "now", "present", "current", "currently", "today", "ongoing"}
# what a value of each form may have been meant for
MEANT: dict[str, Callable[[str], str]] = {
    "date": proposals.date, "amount": proposals.amount, "url": proposals.address, "language": proposals.language,
    "id": proposals.id, "party": proposals.id, "switch": proposals.switch, "number": proposals.number,
}  # fmt: skip
CASES = {"amount": "bad-amount", "url": "bad-url", "language": "bad-language", "id": "bad-id/form", "party": "bad-id/party",
         "switch": "bad-switch", "number": "bad-number", "choice": "bad-choice"}  # fmt: skip


def mistakes(error: ValidationError, content: object, kind: type[Part]) -> Iterator[tuple[Loc, Mistake]]:
    """The mistakes in a record's ``content`` with their places; one for what has one cause, and MOST at most."""
    yield from islice(_mistakes(error, content, kind), MOST)


def _mistakes(error: ValidationError, content: object, kind: type[Part]) -> Iterator[tuple[Loc, Mistake]]:
    errors = [(tuple(one["loc"]), one) for one in error.errors(include_url=False)]
    unknown = [loc for loc, one in errors if one["type"] == "extra_forbidden"]
    missing = [loc for loc, one in errors if one["type"] == "missing"]
    if wide := [loc for loc in unknown if str(loc[-1])[:1] in WIDE]:
        yield wide[0], mistake("bad-yaml/wide-space", *(Mend(loc, _narrow(str(loc[-1])), "key") for loc in wide))
        return
    misplaced: list[Loc] = []  # from these on the items of a list are another's: their values are not asked about
    for found in keys.mistakes(unknown, missing, content, kind):
        misplaced += [found.loc] if found.mistake.case == "unknown-key/part" else []
        yield found.loc, found.mistake
    for loc, one in errors:
        if loc not in unknown and loc not in missing and not any(loc[0] == part[0] and loc[1:2] >= part[1:2] for part in misplaced):
            yield loc, _mistake(one, loc, content, kind)


def _mistake(one: dict, loc: Loc, content: object, kind: type[Part]) -> Mistake:
    """What is said of one error that is no unknown key."""
    code, value = one["type"], one.get("input")
    _, field = fields.at(kind, loc)
    if field is None:
        return mistake("wrong-type/record", found=_shown(value))
    about = {"field": field.key, "of": field.stated, "found": _shown(value)}
    if field.key in ("ja", "en") and (around := fields.at(kind, loc[:-1])[1]):  # what the text is about tells more than its language
        about |= {"field": f"{around.key}.{field.key}", "of": around.stated}
    if value in ("", [], {}) or isinstance(value, str) and not value.strip():
        if field.key == "sources":
            return mistake("missing-source", Mend(loc, "[aoba-history-2021]", "yaml", idea=True), **about)
        return mistake("empty/required" if field.required or field.key in ("reading", "as_of") or isinstance(loc[-1], int) else "empty/optional", **about)
    if code == "too_short":
        return mistake("too-few", **about | {"found": str(len(value)), "least": str(one["ctx"]["min_length"])})
    if code == "string_too_long":
        return mistake("too-long", **about | {"limit": str(one["ctx"]["max_length"]), "length": str(len(value))})
    if not isinstance(value, str) or code in ("list_type", "model_type", "model_attributes_type"):
        return _shape(loc, field, value, about)
    return _bad_value(loc, field, value, about)


def _shape(loc: Loc, field: Field, value: object, about: dict[str, str]) -> Mistake:
    """A value of the wrong shape: a list, keys, or one line where another is wanted."""
    within = field.many and isinstance(loc[-1], str)
    if within and isinstance(value, str):
        items = [item.strip() for item in value.strip("[]［］ ").replace("、", ",").replace("，", ",").split(",")]
        plain = field.form in ("id", "party", "url", "line")
        listed = Mend(loc, f"[{', '.join(map(_scalar, items))}]", "yaml") if plain else Mend(loc, fields.example(field), "form")
        return mistake("wrong-type/list", listed, **about)
    if within:
        return mistake("wrong-type/list", Mend(loc, "", "item") if isinstance(value, dict) else Mend(loc, fields.example(field), "form"), **about)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and field.form != "part":
        return mistake("wrong-type/party" if field.form == "party" else "wrong-type/value", Mend(loc, value[0]), **about)
    if field.form == "party":
        return mistake("wrong-type/party", **about)
    if field.model and issubclass(field.model, Text) and isinstance(value, str):
        side = "ja" if any("\u3040" <= letter <= "\u9fff" for letter in value) else "en"
        said = ", ".join(f"{key}: {_scalar(value) if key == side else '…'}" for key in ("ja", "en"))
        more = ", sources: [aoba-history-2021]" if "sources" in field.model.model_fields else ""
        return mistake("wrong-type/text", Mend(loc, f"{{{said}{more}}}", "yaml", idea=True), **about)
    if field.form == "part" and not field.many:
        return mistake("wrong-type/part", Mend(loc, fields.example(field), "form"), **about)
    return mistake("wrong-type/part" if field.form == "part" else "wrong-type/value", **about)


def _bad_value(loc: Loc, field: Field, value: str, about: dict[str, object]) -> Mistake:
    """One line that is not what its field holds."""
    if field.form in ("line", "url") and (odd := characters.fault(value))[0]:
        if odd[0] == "unwritten":
            return mistake("empty/unwritten", **about)
        mends = (Mend(loc, characters.mended(value)),) if odd[0] in ("hidden", "break") else ()
        return mistake(f"bad-character/{odd[0]}", *mends, **about | {"found": odd[1]})
    if value != value.strip():
        return mistake("bad-character/space", Mend(loc, value.strip()), **about)
    if field.form == "date" and value.casefold() in NOW:
        return mistake("bad-date/now", **about)
    if field.form == "date":
        real = dates.is_written(value)
        near = "" if real else proposals.date(value)
        return mistake("bad-date/calendar" if real else "bad-date/form", *_instead(loc, near), near=near, **about)
    if field.form == "choice":
        words = {word.casefold(): key for key, pair in CHOICES[OF_FIELD[field.stated]].items() for word in (key, *pair) if key in field.choices}
        close = get_close_matches(unicodedata.normalize("NFKC", value).strip("“”\"'「」 ").casefold(), words, 1, 0.6)
        near = words[close[0]] if close else ""
        return mistake("bad-choice", *_instead(loc, near), near=near, choices=field.choices, **about)
    if field.form in ("id", "party") and field.many and len(parts := _listed(value)) > 1:
        return mistake("bad-id/comma", Mend(loc, ", ".join(parts), "yaml"), **about)
    if field.form == "url" and (user := re.match(r"https?://([^/?#]*)@", value)):
        return mistake("bad-url/user", Mend(loc, value.replace(f"{user[1]}@", "", 1)), **about)
    near = MEANT[field.form](value) if field.form in MEANT else ""
    return mistake(CASES.get(field.form, "wrong-type/value"), *_instead(loc, near), near=near, **about)


def _listed(value: str) -> list[str]:
    """The ids of a list that was written as one value."""
    parts = [part.strip() for part in re.split("[、，,;；]", value) if part.strip()]
    words = value.split()
    return words if len(parts) == 1 and all(re.fullmatch(ID_PATTERN, word) for word in words) else parts


def _instead(loc: Loc, near: str) -> tuple[Mend, ...]:
    return (Mend(loc, near),) if near else ()


def _shown(value: object) -> str:
    """A value as a record would write it, in braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(held)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(map(_shown, value)) + "]" if isinstance(value, list) else str(value)


def _scalar(text: str) -> str:
    return text if not set(text) & set(",:#[]{}&*!|>'\"%@`") else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _narrow(key: str) -> str:
    bare = key.lstrip(WIDE + " ")
    return "  " * (len(key) - len(bare)) + bare
