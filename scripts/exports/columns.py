"""Columns of the tables, laid out flat from the schema: a date in four columns, a text in two, a list in one.

The schema in ``model/`` says what fields there are, of what kind and what they mean; here stands only what each kind
becomes. Types are those of Table Schema 2.0 (https://datapackage.org/standard/table-schema/).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from .. import dates, money, refs
from ..catalog import Catalog
from ..fields import stated_in
from ..labels import field_words
from ..model import Date, Part, Party, Passage, Text, Variant
from ..model.base import Amount

Cell = str | int | float | bool | list[str] | None
IDS, NAMES = " ", "; "  # what joins the items of a list in a CSV cell


@dataclass(frozen=True)
class Place:
    """Where a row comes from: the record that states it with its id, and the part that is the row (a record may be its own)."""

    catalog: Catalog
    id: str
    record: Part
    part: Part


@dataclass(frozen=True)
class Side:
    """One column of a field: ending of its name, its type, the cell made of a filled field, and what tells how it is described."""

    ending: str
    type: str
    cell: Callable[[Catalog, Any], Cell]
    words: str = "plain"
    always: bool = True  # False: may be empty though the field is filled
    joint: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column: what it is called and holds, and the words about it. ``field`` is the schema's, like ``Stint.role``."""

    name: str
    type: str
    cell: Callable[[Place], Cell]
    field: str
    base: str = ""
    words: str = "plain"
    english: str = ""
    required: bool = False
    joint: str = ""
    choices: tuple[str, ...] = ()

    def said(self, language: str) -> str:
        """What the column holds, in one language; "" where nobody has put it in that language."""
        return field_words(self.words, self.field, self.base, self.english, language)


def say(catalog: Catalog, text: Text, language: str) -> str:
    """A text in one language, its references as plain names."""
    return refs.plain(getattr(text, language), lambda id: getattr(catalog.name(id), language))


def _said(language: str) -> Callable[[Catalog, Text], str]:
    return lambda catalog, text: say(catalog, text, language)


def _party(language: str) -> Callable[[Catalog, str | Text], str]:
    return lambda catalog, party: getattr(catalog.name(party) if isinstance(party, str) else party, language)


def _parties(language: str) -> Callable[[Catalog, list], list[str]]:
    return lambda catalog, parties: [_party(language)(catalog, party) for party in parties]


def _whole(field: str) -> Callable[[Catalog, str], int | float]:
    """One end of an amount; a number without a fraction where it has none."""
    def cell(_: Catalog, amount: str) -> int | float:
        value = getattr(money.parse(amount), field)
        return int(value) if value == value.to_integral_value() else float(value)

    return cell


def _as_is(_: Catalog, value: Any) -> Cell:
    return value


def _first(_: Catalog, date: str) -> str:
    return "{:04}-{:02}-{:02}".format(*dates.first_day(date))


PRECISIONS = ("year", "month", "day")
STRING, LIST = (Side("", "string", _as_is),), (Side("", "list", _as_is, "ids", joint=IDS),)
TEXT = (Side("ja", "string", _said("ja"), "ja"), Side("en", "string", _said("en"), "en"))
PASSAGE = (*TEXT, Side("sources", "list", lambda _, passage: passage.sources, "evidence", joint=IDS))
DATE = (
    Side("", "string", _as_is),
    Side("precision", "string", lambda _, date: PRECISIONS[len(dates.parts(date)) - 1], "precision", choices=PRECISIONS),
    Side("first", "date", _first, "first"),
    Side("approximate", "boolean", lambda _, date: dates.is_approximate(date), "approximate"),
)
AMOUNT = (
    Side("", "string", _as_is),
    Side("low", "number", _whole("low"), "low"),
    Side("high", "number", _whole("high"), "high"),
    Side("currency", "string", lambda _, amount: money.parse(amount).currency, "currency"),
    Side("sense", "string", lambda _, amount: money.parse(amount).sense or None, "sense", always=False, choices=money.SENSES),
)
PARTY = (
    Side("", "string", lambda _, party: party if isinstance(party, str) else None, "party", always=False),
    Side("ja", "string", _party("ja"), "party_ja"),
    Side("en", "string", _party("en"), "party_en"),
)
PARTIES = (
    Side("", "list", lambda _, parties: [party for party in parties if isinstance(party, str)], "parties", always=False, joint=IDS),
    Side("ja", "list", _parties("ja"), "parties_ja", joint=NAMES),
    Side("en", "list", _parties("en"), "parties_en", joint=NAMES),
)
VARIANTS = (Side("", "list", lambda _, variants: [variant.text for variant in variants], "texts", joint=NAMES),)
LAYOUTS: list[tuple[object, tuple[Side, ...]]] = [
    (Date, DATE), (Amount, AMOUNT), (Party, PARTY), (list[Party], PARTIES), (list[Variant], VARIANTS), (Passage, PASSAGE), (Text, TEXT),
    (bool, (Side("", "boolean", _as_is),)), (int, (Side("", "integer", _as_is),)), (str, STRING),
]  # fmt: skip


def of_model(model: type[Part], above: tuple[str, ...] = (), named: tuple[str, ...] = (), required: bool = True) -> list[Column]:
    """The columns of a model's fields, in the schema's order; fields of a part inside it follow under its name.

    ``above`` is the way to the part by attributes, ``named`` the same by the names that records write. Lists of parts
    have no columns: they are tables of their own, or stand in the JSON only.
    """
    hints, found = get_type_hints(model, include_extras=True), []
    for name, info in model.model_fields.items():
        hint, way, called = _bare(hints[name]), (*above, name), (*named, info.alias or name)
        needed = required and info.is_required()
        if isinstance(hint, type) and issubclass(hint, Part) and not issubclass(hint, Text):
            found += of_model(hint, way, called, needed)
            continue
        field, choices = f"{stated_in(model, name)}.{name}", get_args(hint) if get_origin(hint) is Literal else ()
        for side in _layout(hint):
            found.append(Column("_".join((*called, side.ending)).rstrip("_"), side.type, _reach(way, side), field, "_".join(called), side.words,
                                info.description or "", needed and side.always, side.joint, choices or side.choices))  # fmt: skip
    return found


def _bare(hint: object) -> object:
    """A field's type without ``None``."""
    rest = [one for one in get_args(hint) if one is not type(None)]
    return rest[0] if type(None) in get_args(hint) else hint


def _layout(hint: object) -> tuple[Side, ...]:
    """The columns that a type becomes; none for a list of parts."""
    known = next((sides for type_, sides in LAYOUTS if type_ == hint), None)
    if known is not None:
        return known
    if get_origin(hint) is Annotated:
        return _layout(get_args(hint)[0])
    if get_origin(hint) is list:
        item = get_args(hint)[0]
        return () if isinstance(item, type) and issubclass(item, Part) else LIST
    return STRING


def _reach(way: tuple[str, ...], side: Side) -> Callable[[Place], Cell]:
    """The cell of a side for the field at the end of ``way``; None where something on the way is missing."""
    def cell(place: Place) -> Cell:
        value: object = place.part
        for step in way:
            value = getattr(value, step)
            if value is None:
                return None
        return side.cell(place.catalog, value)

    return cell
