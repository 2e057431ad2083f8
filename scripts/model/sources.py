"""Sources, and the articles that are tested against them."""

from typing import ClassVar, Literal

from pydantic import Field

from .base import Date, Id, Language, Line, Part, Sources, Text, Url


class Original(Part):
    """Where a re-post or digest took its matter from."""

    publisher: Line = Field(description="Who published the original.")
    title: Line | None = Field(default=None, description="Title of the original.")
    url: Url | None = Field(default=None, description="Address of the original.")


class Source(Part):
    """A page that bears facts out."""

    folder: ClassVar[str] = "sources"
    url: Url = Field(description="Address of the page.")
    publisher: Line = Field(description="Who published it.")
    title: Line = Field(description="Its title, in its own language.")
    language: Language = Field(description="Language of the page, ISO 639-1.")
    published: Date | None = Field(default=None, description="When it was published; left out where the page does not say.")
    accessed: Date = Field(description="The day the page's text was read.")
    kind: Literal["primary", "press", "court", "reference", "re-post", "digest"] = Field(description="Kind of source. Primary, press and court are strong; what may harm somebody needs one of these.")
    read: Literal["full", "excerpt", "lead"] = Field(description="How much of the text was read; lead: not yet re-read.")
    original: Original | None = Field(default=None, description="What a re-post or digest goes back to.")
    archive: Url | None = Field(default=None, description="Address of an archived copy.")


class Section(Part):
    """A part of an article under one heading."""

    id: Id = Field(description="Id by which claims name the section.")
    title: Text = Field(description="What the section is about.")
    stage: Id | None = Field(default=None, description="The stage that it tells of.")


class Claim(Part):
    """One statement of an article, in our own words, tested against the other sources."""

    id: Id = Field(description="Anchor on the article's page; never changed once published.")
    section: Id = Field(description="Id of the article's section in which it stands.")
    kind: Literal["fact", "opinion", "quotation"] = Field(description="Kind of statement.")
    text: Text = Field(description="What the article says, in the atlas's words.")
    about: list[Id] = Field(default=[], description="The people, companies and terms that it is about.")
    stage: Id | None = Field(default=None, description="The stage that it belongs to.")
    verdict: Literal["supported", "partly", "contradicted", "unconfirmed", "opinion"] = Field(description="How it stands against the other sources.")
    why: Text = Field(description="What the verdict rests on.")
    sources: list[Id] = Field(default=[], description="Sources besides the article; only an opinion may have none.")
    see: list[Line] = Field(default=[], description="Where the atlas treats it: record, or record#fact.")


class Term(Part):
    """A work or an allusion that the article mentions, explained in a line."""

    id: Id = Field(description="Id of the term; its anchor on the article's page.")
    kind: Literal["work", "allusion", "concept"] = Field(description="Kind of term.")
    name: Text = Field(description="What it is called.")
    text: Text = Field(description="What it is, in a line.")
    sources: Sources


class Article(Part):
    """An article that the atlas holds claim by claim."""

    folder: ClassVar[str] = "articles"
    name: Text = Field(description="What the atlas calls the article.")
    source: Id = Field(description="Id of the source record of the article itself.")
    summary: Text = Field(description="What the article is about.")
    sections: list[Section] = Field(min_length=1, description="Its sections, in order.")
    claims: list[Claim] = Field(min_length=1, description="Its statements, in order.")
    terms: list[Term] = Field(default=[], description="Works and allusions that it mentions.")
    reviewed: Date = Field(description="The day a person last checked the record against its sources.")
