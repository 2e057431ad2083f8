"""The one schema: what a record in data/ may hold. Checks, editor schema and field reference come from here."""

from .base import ID_PATTERN, Account, Allegation, Correction, Date, Dispute, Fact, Id, Part, Party, Passage, Record, Text, Variant
from .candidates import Candidate
from .companies import Company, Deal, Founder, Round, State, Valuation
from .people import Person, Seen, Stint
from .sources import Article, Claim, Section, Source, Term
from .stages import CompanyPart, Event, PersonPart, Stage

KINDS: tuple[type[Part], ...] = (Person, Company, Stage, Source, Article, Candidate)

__all__ = [
    "ID_PATTERN", "KINDS", "Account", "Allegation", "Article", "Candidate", "Claim", "Company", "CompanyPart", "Correction", "Date", "Deal", "Dispute", "Event", "Fact",
    "Founder", "Id", "Part", "Party", "Passage", "Person", "PersonPart", "Record", "Round", "Section", "Seen", "Source", "Stage", "State",
    "Stint", "Term", "Text", "Valuation", "Variant",
]  # fmt: skip
