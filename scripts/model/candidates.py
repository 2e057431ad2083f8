"""Names that were looked into and left out, so that others need not begin anew."""

from typing import ClassVar, Literal

from pydantic import Field

from .base import Date, Line, Part, Text


class Candidate(Part):
    """A person or organisation that may belong in the atlas but could not be borne out, or lies outside its rule."""

    folder: ClassVar[str] = "candidates"
    name: Text = Field(description="Main form of the name in each script.")
    kind: Literal["person", "company"] = Field(description="A person or an organisation.")
    said: Text = Field(description="What is said of them, in neutral words; nothing that may harm.")
    why: Literal["no-source", "weak-source", "link-not-shown", "outside-rule"] = Field(description="Why it was left out.")
    searched: Line = Field(description="The words that were searched for.")
    checked: Date = Field(description="The day of the search.")
