"""Organisations of every kind, their money and their deals."""

from typing import ClassVar, Literal

from pydantic import Field

from .base import Amount, Date, Fact, Id, Line, Part, Party, Record, Sources, Text, Url


class Valuation(Fact):
    """What a company was said to be worth at one time."""

    amount: Amount = Field(description="What the whole company was valued at.")
    date: Date = Field(description="The time for which the value was reported.")
    kind: Literal["post-money", "pre-money", "reported", "talks"] = Field(description="Basis of the value.")
    note: Text | None = Field(default=None, description="What a reader must know of the value.")


class Round(Fact):
    """Money raised: pledged, committed or paid."""

    amount: Amount = Field(description="What was raised, pledged or committed.")
    date: Date = Field(description="When it was announced or reported.")
    name: Text = Field(description="What the round is called.")
    investors: list[Party] = Field(default=[], description="Who put in money: company or person ids, or {ja, en}.")


class Deal(Fact):
    """A purchase, licence, merger, partnership or attempt between this company and others."""

    kind: Literal["acquisition", "licence-and-hire", "merger", "partnership", "investment", "attempt", "litigation"] = Field(description="Kind of deal.")
    date: Date = Field(description="When it was announced, reported or filed.")
    parties: list[Party] = Field(min_length=1, description="The other sides: company or person ids, or {ja, en}.")
    amount: Amount | None = Field(default=None, description="The money in it, where a figure was reported.")
    text: Text = Field(description="What was agreed, done or attempted.")


class Founding(Part):
    """When a company was founded."""

    date: Date = Field(description="When it was founded.")
    sources: Sources


class State(Part):
    """What became of a company, as of a date."""

    kind: Literal["active", "public", "subsidiary", "acquired", "merged", "remnant", "closed", "unknown"] = Field(description="What has become of it.")
    as_of: Date = Field(description="The latest date for which the state is borne out.")
    text: Text | None = Field(default=None, description="The state in words.")
    sources: Sources


class Founder(Part):
    """A founder without a record of their own (the others are known from their careers)."""

    name: Text = Field(description="Name of the founder.")
    sources: Sources


class Company(Record):
    """An organisation of any kind."""

    folder: ClassVar[str] = "companies"
    kind: Literal["ai-lab", "startup", "tech-company", "investor", "accelerator", "nonprofit", "other"] = Field(description="Kind of organisation.")
    reading: Line | None = Field(default=None, description="Name in hiragana, where the Japanese form is not all kana.")
    founded: Founding | None = Field(default=None, description="When it was founded.")
    other_founders: list[Founder] = Field(default=[], description="Founders without a record of their own.")
    state: State = Field(description="What became of it.")
    valuations: list[Valuation] = Field(default=[], description="What it was said to be worth, at one time after another.")
    leading_value: Id | None = Field(default=None, description="The valuation to lead with, where it is not the newest.")
    rounds: list[Round] = Field(default=[], description="Money raised.")
    deals: list[Deal] = Field(default=[], description="Deals with others, stated at one side only.")
    links: list[Url] = Field(default=[], description="Its own pages.")
