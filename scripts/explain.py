"""pydantic's validation errors as mistakes of an editor: what was meant, where that can be told."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from pydantic import ValidationError

from . import dates, fields, proposals
from .fields import Field
from .labels.choices import CHOICES, OF_FIELD
from .model import Part, Text
from .problem import Loc, Mend, Mistake, mistake

WIDE = "\u3000\u00a0"
# what a value of each form may have been meant for
MEANT: dict[str, Callable[[str], str]] = {
    "date": proposals.date, "amount": proposals.amount, "url": proposals.address, "language": proposals.language,
    "id": proposals.id, "party": proposals.id, "switch": proposals.switch, "number": proposals.number,
}  # fmt: skip
CASES = {"amount": "bad-amount", "url": "bad-url", "language": "bad-language", "id": "bad-id/form", "party": "bad-id/party",
         "switch": "bad-switch", "number": "bad-number", "choice": "bad-choice"}  # fmt: skip


def mistakes(error: ValidationError, content: object, kind: type[Part]) -> Iterator[tuple[Loc, Mistake]]:
    """The mistakes in a record's ``content`` with their places; one for what has one cause."""
    errors = [(tuple(one["loc"]), one) for one in error.errors(include_url=False)]
    unknown = {loc: one["input"] for loc, one in errors if one["type"] == "extra_forbidden"}
    if wide := [loc for loc in unknown if str(loc[-1])[:1] in WIDE]:
        yield wide[0], mistake("bad-yaml/wide-space", *(Mend(loc, _narrow(str(loc[-1])), "key") for loc in wide))
        return
    done: set[Loc] = set()  # missing keys that a key which is not known stands for
    for loc, value in unknown.items():
        said, stands_for = _unknown(loc, value, content, kind)
        done.add((*loc[:-1], stands_for))
        if said:
            yield loc, said
    for loc, one in errors:
        if loc not in unknown and loc not in done:
            yield loc, _mistake(one, loc, content, kind)


def _unknown(loc: Loc, value: object, content: object, kind: type[Part]) -> tuple[Mistake | None, str]:
    """What is said of a key that is not known, and the key that it stands for; None where the key before it has said it."""
    name, beside = str(loc[-1]), _value(content, loc[:-1])
    model, _ = fields.at(kind, loc)
    known = tuple(field.key for field in fields.of(model))
    key, colon, rest = name.replace("：", ":").partition(":")
    if value == "" and colon and key.strip() in known:
        return mistake("unknown-key/colon", Mend(loc, f"{key.strip()}: {rest.strip()}", "key"), found=name), key.strip()
    if value == "" and (issubclass(model, Text) or not name.replace("_", "").isalpha()):
        keys = list(beside)
        first = next((n for n in range(keys.index(name), 0, -1) if beside[keys[n - 1]] != "" or keys[n - 1] in known), 0)
        if keys[first] != name or not first:
            return None, ""
        run = [name, *(one for one in _run(keys[first + 1 :], beside, known))]
        before = keys[first - 1]
        return mistake("unknown-key/comma", Mend((*loc[:-1], before), ", ".join([str(beside[before]), *run]), "join"), found=name), ""
    close = get_close_matches(proposals.id(name).replace("-", "_") or name, [one for one in known if one not in beside], 1, 0.6)
    if close:
        return mistake("unknown-key/near", Mend(loc, close[0], "key"), found=name, near=close[0]), close[0]
    return mistake("unknown-key", found=name, keys=known), ""


def _run(keys: list[str], beside: dict, known: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if beside[key] != "" or key in known:
            return
        yield key


def _mistake(one: dict, loc: Loc, content: object, kind: type[Part]) -> Mistake:
    """What is said of one error that is no unknown key."""
    code, value = one["type"], one.get("input")
    model, field = fields.at(kind, loc)
    if field is None:
        return mistake("wrong-type/record", found=_shown(value))
    if code == "missing":
        return _missing(loc, field, content, model)
    about = {"field": field.key, "of": field.stated, "found": _shown(value)}
    if value in ("", [], {}):
        if field.key == "sources":
            return mistake("missing-source", Mend(loc, "[aoba-history-2021]", "yaml", idea=True), **about)
        return mistake("empty/required" if field.required or isinstance(loc[-1], int) else "empty/optional", **about)
    if code == "too_short":
        return mistake("too-few", **about | {"found": str(len(value)), "least": str(one["ctx"]["min_length"])})
    if code == "string_too_long":
        return mistake("too-long", **about | {"limit": str(one["ctx"]["max_length"]), "length": str(len(value))})
    if not isinstance(value, str) or code in ("list_type", "model_type", "model_attributes_type"):
        return _shape(loc, field, value, about)
    return _bad_value(loc, field, value, about)


def _missing(loc: Loc, field: Field, content: object, model: type[Part]) -> Mistake:
    """A required key that is not there: an example of it, after the key that comes before it in the schema."""
    beside = _value(content, loc[:-1])
    keys = [one.key for one in fields.of(model)]
    after = next((key for key in reversed(keys[: keys.index(field.key)]) if key in beside), "")
    if field.key in ("ja", "en") and issubclass(model, Text):
        held = next((str(step) for step in reversed(loc[:-1]) if isinstance(step, str) and step != "text"), "")
        return mistake("missing-translation", Mend(loc[:-1], f"{field.key}: …", "add", idea=True, after=after), field=held, side=field.key, key=field.key)
    return mistake("missing-key", Mend(loc[:-1], fields.example(field), "add", idea=True, after=after), key=field.key, of=field.stated, field=field.key)


def _shape(loc: Loc, field: Field, value: object, about: dict[str, str]) -> Mistake:
    """A value of the wrong shape: a list, keys, or one line where another is wanted."""
    within = field.many and isinstance(loc[-1], str)
    if within and isinstance(value, str):
        items = [item.strip() for item in value.strip("[]［］ ").replace("、", ",").replace("，", ",").split(",")]
        plain = field.form in ("id", "party", "url", "line")
        return mistake("wrong-type/list", *([Mend(loc, f"[{', '.join(map(_scalar, items))}]", "yaml")] if plain else []), **about)
    if within:
        return mistake("wrong-type/list", Mend(loc, fields.example(field).partition(":")[2].lstrip(" "), "yaml", idea=True), **about)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and field.form != "part":
        return mistake("wrong-type/party" if field.form == "party" else "wrong-type/value", Mend(loc, value[0]), **about)
    if field.form == "party":
        return mistake("wrong-type/party", **about)
    if field.model and issubclass(field.model, Text) and isinstance(value, str):
        side = "ja" if any("\u3040" <= letter <= "\u9fff" for letter in value) else "en"
        said = ", ".join(f"{key}: {_scalar(value) if key == side else '…'}" for key in ("ja", "en"))
        more = ", sources: [aoba-history-2021]" if "sources" in field.model.model_fields else ""
        return mistake("wrong-type/text", Mend(loc, f"{{{said}{more}}}", "yaml", idea=True), **about)
    return mistake("wrong-type/part" if field.form == "part" else "wrong-type/value", **about)


def _bad_value(loc: Loc, field: Field, value: str, about: dict[str, object]) -> Mistake:
    """One line that is not what its field holds."""
    if field.form == "date":
        real = dates.is_written(value)
        near = "" if real else proposals.date(value)
        return mistake("bad-date/calendar" if real else "bad-date/form", *_instead(loc, near), near=near, **about)
    if field.form == "choice":
        words = {word.casefold(): key for key, pair in CHOICES[OF_FIELD[field.stated]].items() for word in (key, *pair) if key in field.choices}
        close = get_close_matches(value.strip("“”\"'「」 ").casefold(), words, 1, 0.6)
        near = words[close[0]] if close else ""
        return mistake("bad-choice", *_instead(loc, near), near=near, choices=field.choices, **about)
    if field.form in ("id", "party") and field.many and len(parts := value.replace("、", ",").replace("，", ",").split(",")) > 1:
        return mistake("bad-id/comma", Mend(loc, ", ".join(part.strip() for part in parts), "yaml"), **about)
    near = MEANT[field.form](value) if field.form in MEANT else ""
    return mistake(CASES.get(field.form, "wrong-type/value"), *_instead(loc, near), near=near, **about)


def _instead(loc: Loc, near: str) -> tuple[Mend, ...]:
    return (Mend(loc, near),) if near else ()


def _value(content: object, loc: Loc) -> object:
    """What stands at a place; steps that only pydantic names are passed over."""
    for step in loc:
        if isinstance(content, list) and isinstance(step, int) and step < len(content) or isinstance(content, dict) and step in content:
            content = content[step]
    return content


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
