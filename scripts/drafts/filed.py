"""Issue forms as GitHub files them: ``### Label``, an empty line, the value. All of it is data from strangers."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..parse import parse
from . import Refused

FORMS = Path(".github") / "ISSUE_TEMPLATE"
MOST = 100_000  # characters; GitHub itself takes 65,536
NOTHING = {"_No response_", "_回答なし_", "None"}
LEAST = 2  # headings by which a form is known


@dataclass(frozen=True)
class Filed:
    """A filed form: correction, person or source; its language; the values by the ids of the form's fields, "" where nothing was given."""

    kind: str
    language: str
    values: dict[str, str]

    def line(self, id: str) -> str:
        """A value on one line."""
        return " ".join(self.values.get(id, "").split())


def read(text: str, root: Path) -> Filed:
    """The form that a text is. Raises Refused for what is none, is too long, or lacks what the form asks for."""
    if len(text) > MOST:
        raise Refused("draft/too-long", count=f"{len(text):,}", most=f"{MOST:,}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = {line[4:].strip() for line in lines if line.startswith("### ")}
    forms = _forms(root)
    name, fields = max(forms.items(), key=lambda form: len(headings & {field["label"] for field in form[1]}))
    if len(headings & {field["label"] for field in fields}) < LEAST:
        raise Refused("draft/no-form", forms=", ".join(sorted(forms)))
    kind, _, language = name.partition("-")
    values = _values(lines, fields)
    missing = [field["label"] for field in fields if field["required"] and not values[field["id"]]]
    if missing:
        raise Refused("draft/missing", labels=", ".join(missing))
    return Filed(kind, language, values)


def _forms(root: Path) -> dict[str, list[dict]]:
    """The fields of each form, by the name of its file."""
    found = {}
    for path in sorted((root / FORMS).glob("*-*.yml")):
        body = parse(path.read_text(encoding="utf-8"), {})["body"]
        found[path.stem] = [{"id": one["id"], "label": one["attributes"]["label"], "required": one.get("validations", {}).get("required") == "true"}
                            for one in body if "id" in one and one["type"] != "checkboxes"]  # fmt: skip
    return found


def _values(lines: list[str], fields: list[dict]) -> dict[str, str]:
    """The value under each field's heading. Headings are looked for in the form's order, so that one inside a value is mostly taken for what it is: text."""
    starts, at = {}, 0
    for field in fields:
        found = next((number for number in range(at, len(lines)) if lines[number].startswith("### ") and lines[number][4:].strip() == field["label"]), None)
        if found is not None:
            starts[field["id"]], at = found, found + 1
    ends = [*starts.values(), len(lines)]
    values = {field["id"]: "" for field in fields}
    for number, (id, start) in enumerate(starts.items()):
        said = "\n".join(lines[start + 1 : ends[number + 1]])
        said = re.split(r"^### (?:確認|Before you send it)$", said, flags=re.M)[0].strip()
        values[id] = "" if said in NOTHING else said
    return values
