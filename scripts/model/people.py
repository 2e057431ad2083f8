"""People and their careers."""

from typing import ClassVar, Literal

from pydantic import Field

from .base import Date, Fact, Line, Part, Party, Passage, Record, Sources, Text, Url


class Stint(Fact):
    """A person's time in one role at one organisation."""

    org: Party = Field(description="Company id, or {ja, en} for an organisation without a record.")
    kind: Literal["founder", "executive", "staff", "board", "investor", "adviser", "academic", "interim"] = Field(description="Kind of post.")
    role: Text = Field(description="What the post was called.")
    since: Date | None = Field(default=None, alias="from", description="Beginning; left out where it is not on record.")
    to: Date | None = Field(default=None, description="End; left out for a post that is still held or whose end is not on record.")
    left_by: Date | None = Field(default=None, description="Known to have left by this date; the day itself is not known.")
    as_of: Date | None = Field(default=None, description="For a stint with no end: the latest date for which it is borne out.")
    reason: Passage | None = Field(default=None, description="The reported reason for leaving, attributed.")


class Seen(Part):
    """Where the main Japanese form of a name was seen."""

    sources: Sources = Field(description="Ids of Japanese sources that write the name so.")


class Person(Record):
    """Someone of the story. Professional facts only: there is no field for private life."""

    folder: ClassVar[str] = "people"
    family: Text = Field(description="Family name in both scripts; the indexes are ordered by it.")
    reading: Line | None = Field(default=None, description="Family name in hiragana, where the Japanese form is not all kana.")
    seen: Seen | None = Field(default=None, description="Where the Japanese form of the name was seen; left out where the Japanese form is a transliteration of ours.")
    career: list[Stint] = Field(min_length=1, description="Posts, oldest first.")
    links: list[Url] = Field(default=[], description="The person's own pages.")
