"""What all records are made of: texts, dates, names, cited facts, disputes.

Every scalar arrives as text (see load.py). A fact is a record part with ``sources``; its ``id`` is its anchor on the
page, the same in both languages, and never changes once published.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag

from .. import characters, dates, money, proposals

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
# a host by name, in ASCII (other scripts as xn--), without a user in front of it; then a path
URL_PATTERN = r"^https?://([A-Za-z0-9_-]+\.)+[A-Za-z0-9-]+\.?(:[0-9]{1,5})?([/?#][^\s<>\"'`{}|\\^]*)?$"
Sources = Annotated[list[Id], Field(min_length=1, description="Ids of the source records that bear the fact out.")]


def _characters(value: str) -> str:
    if (fault := characters.fault(value))[0]:
        raise ValueError(f"the text holds {fault[1]}")
    return value


def _language(value: str) -> str:
    if value in proposals.LANGUAGES:
        raise ValueError(f"'{value}' is the code of a country")
    return value


def _switch(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError(f"'{value}' is neither true nor false")
    return value


def _date(value: str) -> str:
    dates.parts(value)
    return value


def _money(value: str) -> str:
    money.parse(value)
    return value


Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), AfterValidator(_characters)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), AfterValidator(_language)]
Switch = Annotated[bool, BeforeValidator(_switch)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=500), AfterValidator(_characters)]
Date = Annotated[str, AfterValidator(_date)]
Amount = Annotated[str, AfterValidator(_money)]


_WRITTEN: dict[frozenset[str], set[str]] = {}


class Part(BaseModel):
    """Base of all: unknown keys are errors, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    # a record is written in the order of its fields, but for these keys, which come before and after all others
    first: ClassVar[tuple[str, ...]] = ("id",)
    last: ClassVar[tuple[str, ...]] = ("contentious", "sources")

    def model_post_init(self, _: object) -> None:
        """Let all parts in which the same fields are written hold one set of their names: it is a third of what a part takes in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(self.__pydantic_fields_set__), self.__pydantic_fields_set__))


class Text(Part):
    """One thing said in both languages, each written for its readers."""

    ja: Line = Field(description="In Japanese.")
    en: Line = Field(description="In English.")


class Passage(Text):
    """Prose that states facts. ``[[id]]`` or ``[[id|shown words]]`` links to a record."""

    sources: Sources


def _party_kind(value: object) -> str:
    return "id" if isinstance(value, str) else "text"


Party = Annotated[Annotated[Id, Tag("id")] | Annotated[Text, Tag("text")], Discriminator(_party_kind)]


class Fact(Part):
    """A cited statement with an anchor of its own."""

    id: Id = Field(description="Anchor on the page, unique in the record; never changed once published.")
    sources: Sources
    contentious: Switch = Field(default=False, description="True where it may harm or be disputed: it then needs a strong source.")


class Variant(Part):
    """Another form of a name that readers may meet or type."""

    text: Line = Field(description="The form itself.")
    lang: Language = Field(description="Language or script of the form: ja, en, zh, ko …")
    sources: list[Id] = Field(default=[], description="Ids of the sources in which the form was seen; left out for a plain transliteration.")


class Account(Part):
    """What one side or outlet says of a disputed fact."""

    value: Text = Field(description="The value by this account.")
    date: Date | None = Field(default=None, description="When the account was given.")
    sources: Sources
    leads: Switch = Field(default=False, description="True for the account that the atlas leads with; at most one.")


class Dispute(Part):
    """A fact on which sources disagree: the values side by side, what the atlas leads with and why."""

    id: Id = Field(description="Anchor on the page, unique in the record; never changed once published.")
    about: Id | None = Field(default=None, description="Id of the fact in this record that is disputed.")
    question: Text = Field(description="What is disputed, in a few words.")
    accounts: list[Account] = Field(min_length=2, description="The accounts, two or more.")
    why: Text = Field(description="Why the atlas leads with one account, or with none.")
    reply: Passage | None = Field(default=None, description="What the subject says, where a reply was found.")


class Allegation(Fact):
    """What someone alleges of the subject: attributed, dated, with its standing and the subject's reply."""

    by: Text = Field(description="Who alleges it.")
    date: Date = Field(description="When it was alleged.")
    text: Text = Field(description="What is alleged, attributed and in neutral words.")
    status: Literal["alleged", "in-court", "dismissed", "settled", "found", "withdrawn"] = Field(description="What has become of it.")
    status_as_of: Date = Field(description="The latest date for which that is borne out.")
    reply: Passage | None = Field(default=None, description="The reply; left out only if none was found, and the page says so.")
    interest: Text = Field(description="Why the public has an interest in it.")


class Correction(Part):
    """A note that a published value was changed: a correction of an error, or an update because the world changed."""

    date: Date = Field(description="The day of the change.")
    kind: Literal["correction", "update"] = Field(description="correction: an error was set right; update: the world changed.")
    fact: Id | None = Field(default=None, description="Id of the fact that was changed or removed.")
    text: Text = Field(description="What stood there, what stands there now, and why.")


class Record(Part):
    """What people, companies and stages share. ``folder`` is where their files lie."""

    folder: ClassVar[str]
    first: ClassVar[tuple[str, ...]] = ("name", "family", "reading", "kind", "seen", "variants", "order", "from", "to", "summary")
    last: ClassVar[tuple[str, ...]] = ("story", "disputes", "allegations", "corrections", "links", "formerly", "reviewed")
    name: Text = Field(description="Main form of the name in each script.")
    variants: list[Variant] = Field(default=[], description="Other forms of the name that readers may meet or type.")
    summary: Passage = Field(description="What it is, in one to three sentences.")
    story: list[Passage] = Field(default=[], description="The longer account, paragraph by paragraph.")
    disputes: list[Dispute] = Field(default=[], description="Facts on which sources disagree.")
    allegations: list[Allegation] = Field(default=[], description="What others allege, with its standing and the reply.")
    corrections: list[Correction] = Field(default=[], description="Published values that were changed since.")
    formerly: list[Id] = Field(default=[], description="Earlier ids; they redirect here.")
    reviewed: Date = Field(description="The day a person last checked the record against its sources.")
