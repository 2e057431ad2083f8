"""Stages of the story and the events inside them."""

from typing import Annotated, ClassVar

from pydantic import Field

from .base import Date, Fact, Id, Line, Record, Text


class PersonPart(Fact):
    """What a person did in a stage."""

    person: Id
    text: Text


class CompanyPart(Fact):
    """What a company was in a stage."""

    company: Id
    text: Text


class Event(Fact):
    """Something that happened on a date, inside its stage."""

    date: Date
    title: Text
    text: Text
    people: list[Id] = []
    companies: list[Id] = []
    key: bool = Field(default=False, description="True for the few events that the pictures mark.")


class Stage(Record):
    """One stretch of the story."""

    folder: ClassVar[str] = "stages"
    order: Annotated[int, Field(ge=1)]
    since: Date = Field(alias="from")
    to: Date | None = None
    reading: Line | None = Field(default=None, description="Name in hiragana.")
    people: list[PersonPart] = []
    companies: list[CompanyPart] = []
    events: list[Event] = Field(min_length=1)
