"""Stages of the story and the events inside them."""

from typing import Annotated, ClassVar

from pydantic import Field

from .base import Date, Fact, Id, Line, Record, Switch, Text


class PersonPart(Fact):
    """What a person did in a stage."""

    person: Id = Field(description="Id of the person.")
    text: Text = Field(description="What the person did.")


class CompanyPart(Fact):
    """What a company was in a stage."""

    company: Id = Field(description="Id of the company.")
    text: Text = Field(description="What the company did or was.")


class Event(Fact):
    """Something that happened on a date, inside its stage."""

    date: Date = Field(description="When it happened.")
    title: Text = Field(description="The event in a few words.")
    text: Text = Field(description="What happened.")
    people: list[Id] = Field(default=[], description="Ids of the people who took part.")
    companies: list[Id] = Field(default=[], description="Ids of the companies that took part.")
    key: Switch = Field(default=False, description="True for the few events that the pictures mark.")


class Stage(Record):
    """One stretch of the story."""

    folder: ClassVar[str] = "stages"
    order: Annotated[int, Field(ge=1)] = Field(description="Place in the order of time, from 1.")
    since: Date = Field(alias="from", description="Beginning of the stage.")
    to: Date | None = Field(default=None, description="End of the stage; left out for the one that goes on.")
    reading: Line | None = Field(default=None, description="Name in hiragana.")
    people: list[PersonPart] = Field(default=[], description="What people did in it.")
    companies: list[CompanyPart] = Field(default=[], description="What companies were in it.")
    events: list[Event] = Field(min_length=1, description="What happened in it.")
