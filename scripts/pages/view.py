"""What a template can ask for while one page in one language is written."""

import datetime
import re
from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup, escape

from .. import formats, freshness, labels, ledger, links, refs, texts
from ..catalog import Catalog, Span
from ..characters import KANA_TO_HIRAGANA
from ..journeys import Departure
from ..model import Account, Claim, Source, Stage, Stint, Text

OPENING = 120  # characters of a newer text in the list of such texts
LABEL_ROOM = 24  # half-width characters that a label in a picture can hold on a phone


class View:
    """One page in one language: words, links, citations. Collects the sources that the page cites, in order."""

    def __init__(self, catalog: Catalog, language: str, path: str, today: datetime.date) -> None:
        """``path`` is the page's address below the language's root: ``people/sam-altman/``, "" for home."""
        self.catalog, self.language, self.path, self.today = catalog, language, path, today
        self.other = "en" if language == "ja" else "ja"
        self.prefix = "" if language == "ja" else f"{language}/"
        self.cited: dict[str, tuple[int, list[str]]] = {}  # source id -> its number, ids of the marks that cite it

    # words
    def t(self, key: str, *values: object) -> str:
        """An interface word, its gaps filled."""
        said = labels.label(key, self.language)
        if not values:
            return said
        return said.format(*(formats.number(v, self.language) if isinstance(v, int) else v for v in values))

    def choice(self, group: str, value: str) -> str:
        return labels.choice(group, value, self.language)

    def say(self, text: Text) -> str:
        """A text in the page's language, as written."""
        return getattr(text, self.language)

    def date(self, value: str) -> Markup:
        return Markup(f'<time datetime="{escape(value.rstrip("~"))}">{escape(formats.date(value, self.language))}</time>')

    def day(self, value: str) -> str:
        """A date in plain words, where no element may stand."""
        return formats.date(value, self.language)

    def span(self, held: Stint | Stage | Span) -> str:
        """The dates of a stint or stage."""
        return formats.span(held.since, held.to, getattr(held, "left_by", None), getattr(held, "as_of", None), self.language)

    def amount(self, value: str) -> str:
        return formats.amount(value, self.language)

    def number(self, value: int) -> str:
        return formats.number(value, self.language)

    def join(self, items: Iterable[object]) -> Markup:
        return Markup(self.t("and")).join(items)

    # age
    def aged(self, kind: str, date: str | None) -> Markup:
        """The age of a fact that is due for a check, else nothing."""
        if not date or not freshness.is_due(kind, date, self.today):
            return Markup("")
        return Markup(' <span class="mark due">{}</span>').format(self.t("old_value", freshness.age(date, self.today)))

    def account_date(self, account: Account) -> Markup:
        """The date of an account, unless its own words give it."""
        if not account.date or formats.date(account.date, self.language) in self.plain(account.value):
            return Markup("")
        return Markup(' <span class="when">{}</span>').format(self.date(account.date))

    def last_changed(self, folder: str, id: str) -> str | None:
        """The day on which a published value of the record last changed, if it was published."""
        return ledger.last_changed(self.catalog, folder, id)

    def dead(self, url: str) -> str | None:
        """The day on which an address was found dead, if it was."""
        self.catalog.watch.note("ledger", "links")
        noted = self.catalog.data.ledgers.get("links", {}).get(url)
        return noted["checked"] if noted and links.Answer(noted["status"]).dead else None

    # links
    def url(self, target: str, anchor: str = "") -> str:
        """Relative address, from this page, of a page below the language's root, or of a record's id."""
        folder = self.catalog.folder_of.get(target)
        if target in self.catalog.terms:
            path, anchor = f"articles/{self.catalog.terms[target][0]}/", target
        else:
            path = f"{folder}/{target}/" if folder else target
        mark = f"#{anchor}" if anchor else ""
        if path == self.path:
            return mark or "./"
        return ("../" * self.path.count("/") + path or "./") + mark

    def link(self, id: str, shown: str = "", anchor: str = "") -> Markup:
        """A link to a record under its name, or other words; on its own page the words alone."""
        url, said = self.url(id, anchor), shown or self.say(self.catalog.name(id))
        return escape(said) if url == "./" else Markup(f'<a href="{escape(url)}">{escape(said)}</a>')

    def party(self, party: str | Text) -> Markup:
        """A company or person of a relation: a link where there is a record, else the name."""
        return self.link(party) if isinstance(party, str) else escape(self.say(party))

    def plain_party(self, party: str | Text) -> str:
        """The name of a party without a link."""
        return self.say(self.catalog.name(party) if isinstance(party, str) else party)

    def short(self, id: str) -> str:
        """A name cut to what a label in a picture can hold."""
        said = self.say(self.catalog.name(id))
        room = LABEL_ROOM
        for place, character in enumerate(said):
            room -= 1 if character.isascii() else 2
            if room < 0:
                return said[: place - 1] + "…"
        return said

    def label(self, id: str) -> Markup:
        """A name for a label in a picture: whole where there is room, else cut short."""
        said, short = self.say(self.catalog.name(id)), self.short(id)
        return escape(said) if said == short else Markup(f'<tspan class="wide">{escape(said)}</tspan><tspan class="narrow">{escape(short)}</tspan>')

    def post(self, stint: Stint) -> str:
        """What a bar in a picture is called: the organisation, and its board where the post was there."""
        said = self.plain_party(stint.org)
        return self.t("on_board", said) if stint.kind == "board" else said

    def left_words(self, departure: Departure) -> str:
        """When someone left, in plain words: a date, or the date by which they are known to have left."""
        said = self.day(departure.date)
        return said if departure.exact else self.t("left_by", said)

    def parties(self, parties: Iterable[str | Text]) -> Markup:
        return self.join(self.party(party) for party in parties)

    def words(self, text: Text) -> Markup:
        """A text with its references resolved to pages of this language."""
        pieces = refs.parse(self.say(text))
        return Markup("").join(self.link(p.id, p.shown, p.anchor) if isinstance(p, refs.Ref) else escape(p) for p in pieces)

    def prose(self, text: Text, sources: Iterable[str] = ()) -> Markup:
        """A passage: its words, the marks of its sources, and a notice where its twin in the other language is newer."""
        return self.words(text) + self.cite(sources) + self.newer_twin(text)

    def seen(self, claim: Claim) -> Markup:
        """Links to where the atlas treats a claim: its facts first, then the records that it is about."""
        facts = [refs.target(place) for place in claim.see]
        about = [refs.Ref(id) for id in claim.about if id not in {fact.id for fact in facts}]
        return self.join(dict.fromkeys(self.link(ref.id, "", ref.anchor) for ref in (*facts, *about)))

    def plain(self, text: Text) -> str:
        """Prose without links."""
        return refs.plain(self.say(text), lambda id: self.say(self.catalog.name(id)))

    def foreign(self, text: Text) -> Markup:
        """The name in the other script, marked as such; nothing where it is the same."""
        said = getattr(text, self.other)
        return Markup("" if said == self.say(text) else f'<span lang="{self.other}">{escape(said)}</span>')

    def tagged(self, text: str, language: str) -> Markup:
        """Words of another language, marked with it."""
        return escape(text) if language == self.language else Markup(f'<span lang="{escape(language)}">{escape(text)}</span>')

    # the other language
    @cached_property
    def newer_elsewhere(self) -> dict[int, str]:
        """The prose of this page's own record that is newer in the other language, with its anchor."""
        return texts.newer_elsewhere(self.catalog, self.path, self.language)

    def newer_twin(self, text: Text) -> Markup:
        """A notice with a link to the newer text, where a text is behind; only on the page of its own record."""
        anchor = self.newer_elsewhere.get(id(text))
        if anchor is None:
            return Markup("")
        return Markup(' <a class="behind" href="{}" hreflang="{}">{}</a>').format(self.twin(anchor), self.other, self.t("twin_newer"))

    def text_link(self, said: texts.Said) -> Markup:
        """A link to a bilingual text under the name of its record, or the heading of its section."""
        folder, _, id = said.key.partition("/")
        if section := texts.section(self.catalog, said):
            return self.link(f"{id}/", section.title[self.language], said.anchor)
        if folder == "candidates":
            return self.link(f"{folder}/", self.say(self.catalog.candidates[id].name), said.anchor)
        return self.link(id, "", said.anchor)

    def newer_words(self, one: texts.Behind) -> str:
        """How the newer side of a text begins, without links."""
        if section := texts.section(self.catalog, one.said):
            return section.title[one.newer]
        said = refs.plain(one.newer_text, lambda id: getattr(self.catalog.name(id), one.newer))
        return said if len(said) <= OPENING else said[: OPENING - 1] + "…"

    def twin(self, anchor: str) -> str:
        """Relative address of a place on this page's twin in the other language."""
        return "../" * self.path.count("/") + ("en/" if self.other == "en" else "../") + f"{self.path}#{anchor}"

    # evidence
    def cite(self, sources: Iterable[str]) -> Markup:
        """Numbered marks that lead to the sources below; the same source keeps its number."""
        marks = []
        for id in sources:
            number, places = self.cited.setdefault(id, (len(self.cited) + 1, []))
            places.append(f"cite-{id}-{len(places) + 1}")
            about, word = self.about_source(self.catalog.sources[id]), self.t("cited_source")
            marks.append(f'<a class="cite" id="{places[-1]}" href="#source-{id}" aria-label="{word} {number}: {escape(about)}">{number}</a>')
        return Markup(f'<sup class="cites">{"".join(marks)}</sup>' if marks else "")

    def about_source(self, source: Source) -> str:
        """Publisher, date and kind of a source, in one line; the script adds the title from the list below (page.js)."""
        day = formats.date(source.published, self.language) if source.published else ""
        return " · ".join(part for part in (source.publisher, day, self.choice("source-mark", source.kind)) if part)


def hiragana(text: str) -> str:
    """Katakana as hiragana, other characters as they are."""
    return text.translate(KANA_TO_HIRAGANA)


def opening(text: str, language: str, least: int = 40) -> str:
    """The first sentence of a text, or as many as make a description."""
    said = ""
    while len(said) < least and (rest := text[len(said) :]):
        said += rest[: len(rest) - len(rest.lstrip())] + first_sentence(rest.lstrip(), language)
    return said


def first_sentence(text: str, language: str) -> str:
    """The first sentence of a text, for lists and descriptions."""
    found = re.match(r".+?。" if language == "ja" else r".+?[.!?](?=\s+[A-Z]|$)", text)
    return found[0] if found else text
