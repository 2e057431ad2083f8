"""One copy of the real atlas with other names and words: what is cited, linked, counted and dated stays as it is."""

import random
import re
from dataclasses import dataclass, field
from functools import cached_property

from scripts import refs
from scripts.catalog import Catalog
from scripts.model import Article, Candidate, Company, Dispute, Founder, Part, Passage, Person, Stage, Stint, Text, Variant
from scripts.relations import OPENAI
from scripts.rules.content import prose_names
from scripts.rules.naming import KANA

from .names import Name, Names, hiragana
from .prose import Prose, Shape, Target

IDS = {"org", "person", "company", "people", "companies", "parties", "investors", "about", "see"}  # fields that name records
Plain = dict | list | str


@dataclass
class Real:
    """The real atlas, and what every copy takes from it."""

    catalog: Catalog
    prose: Prose = field(init=False)
    _shapes: dict[int, Shape] = field(init=False, default_factory=dict)
    ids: dict[str, list[str]] = field(init=False)
    number: dict[str, int] = field(init=False)
    publishers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        texts = [part for *_, part in self.catalog.parts if isinstance(part, Text)]
        self.prose = Prose(texts, {language: prose_names(self.catalog, language) for language in ("ja", "en")})
        self.ids = {"people": list(self.catalog.people), "companies": list(self.catalog.companies)}
        self.number = {source: number for number, source in enumerate(self.catalog.sources)}
        held = [source.publisher for source in self.catalog.sources.values()]
        self.publishers = {one: held.count(one) for one in held}

    def shape(self, text: Text) -> Shape:
        """The shape of one of the real texts, kept: every copy asks for it."""
        if id(text) not in self._shapes:
            self._shapes[id(text)] = self.prose.shape(text)
        return self._shapes[id(text)]


def slug(name: str) -> str:
    """A name as an id."""
    return re.sub(r"\W+", "-", name.lower())


class Copy:
    """The records of one copy: the ``kept`` people and companies, with the sources that they cite."""

    def __init__(self, real: Real, number: int, kept: dict[str, list[str]], names: Names, outlets: dict[str, str]) -> None:
        self.real, self.number, self.kept, self._names, self._outlets = real, number, kept, names, outlets
        self._rng = random.Random(f"copy {number}")
        self.cited: dict[str, str] = {}
        self._orgs: dict[str, Name] = {}
        self.names: dict[str, Name] = {}
        self._called: dict[str, Name] = {}
        self._readings: dict[str, str] = {}
        for real_id in kept["people"]:
            self.names[real_id], self._called[real_id] = names.person()
        for real_id in kept["companies"]:
            self.names[real_id], self._readings[real_id] = names.company(real.catalog.companies[real_id].name.ja.isascii())
            self._called[real_id] = self.names[real_id]
        if OPENAI in self.names:
            self.names[OPENAI] = Name("OpenAI", "OpenAI")
        self.ids = {real_id: slug(name.en) for real_id, name in self.names.items()}
        self._called[OPENAI], self.ids[OPENAI] = Name("OpenAI", "OpenAI"), OPENAI

    def one(self, real_id: str, own: str = "") -> str:
        """The real record whose copy stands for another here: itself, or where that is not kept another of its kind, not ``own``."""
        folder = self.real.catalog.folder_of.get(real_id, "")
        if real_id in self.ids or folder and folder not in self.kept:  # stages and articles are there once
            return real_id
        kept = self.kept.get(folder, [])
        others = [one for one in kept[:2] if one != own]
        if not others:
            return OPENAI
        near = kept[sum(map(ord, real_id)) % len(kept)]
        return others[0] if near == own else near

    def record(self, real_id: str, record: Part) -> Plain:
        """The copy of a person, company, stage, article or candidate."""
        if isinstance(record, Stage):
            update = {field: [part for part in held if part.id not in self._second] for field in ("people", "companies") if (held := getattr(record, field))}
            record = record.model_copy(update=update)
        return self._part(record, real_id)

    @cached_property
    def _second(self) -> set[str]:
        """Ids of the parts in stages that would be a second one of the same copy there."""
        found = set()
        for stage in self.real.catalog.stages.values():
            seen = set()
            for part in (*stage.people, *stage.companies):
                one = self.one(getattr(part, "person", "") or part.company)
                found |= {part.id} if one in seen else set()
                seen.add(one)
        return found

    def source(self, real_id: str) -> tuple[str, Plain]:
        """Id and record of the copy of a source."""
        source, new = self.real.catalog.sources[real_id], self.cited[real_id]
        fields = source.model_dump(exclude_unset=True)
        fields |= {"url": f"https://{new}.example/{self._slug(len(source.url))}", "publisher": self._outlet(source.publisher), "title": self._title(source.title, source.language)}
        if original := fields.get("original"):
            original["publisher"] = self._outlet(source.original.publisher)
            original |= {"title": self._title(original["title"], source.language)} if "title" in original else {}
            original |= {"url": f"https://{new}.example/{self._slug(40)}"} if "url" in original else {}
        return new, fields

    def cite(self, real_id: str) -> str:
        """Id of the copy of a source, which from now on is one that is cited."""
        if real_id not in self.cited:
            words = self._slug(max(6, len(real_id) - 6))
            self.cited[real_id] = f"{words}-{self.number * len(self.real.number) + self.real.number[real_id]}"
        return self.cited[real_id]

    def _slug(self, length: int) -> str:
        said = self.real.prose.line("en", length, self._rng)
        return re.sub(r"[^a-z]+", "-", said.lower()).strip("-")[:60].strip("-") or "page"

    def _title(self, title: str, language: str) -> str:
        return self.real.prose.line("ja" if language == "ja" else "en", len(title), self._rng)

    def _outlet(self, publisher: str) -> str:
        """An outlet of a few sources is another in each copy, a large one is the same in all."""
        key = publisher if self.real.publishers.get(publisher, 0) >= 3 else f"{publisher} {self.number}"
        if key not in self._outlets:
            self._outlets[key] = self._names.word().en + self._rng.choice((" News", " Times", " Post", " Daily", "", " Magazine"))
        return self._outlets[key]

    def _target(self, own: str) -> Target:
        """How the record ``own`` links to others."""
        words = self.real.prose.chunks

        def target(ref: refs.Ref) -> tuple[str, Name]:
            real_id = self.one(ref.id, own)
            anchor = f"#{ref.anchor}" if ref.anchor and real_id == ref.id and ref.anchor not in self._second else ""
            return self.ids.get(real_id, real_id) + anchor, self._called.get(real_id) or Name(words["ja"][0], words["en"][0])

        return target

    def _part(self, part: Part, own: str) -> dict:
        if isinstance(part, Text):
            return self._text(part, own)
        fields = ((name, info.alias or name) for name, info in type(part).model_fields.items() if name in part.model_fields_set)
        kept = {key: self._field(part, name, getattr(part, name), own) for name, key in fields}
        return self._named(part, {key: value for key, value in kept.items() if value != []}, own)

    def _text(self, text: Text, own: str) -> dict:
        said: dict = self.real.prose.write(self.real.shape(text), self._target(own), self._rng)
        return said | {"sources": [self.cite(one) for one in text.sources]} if isinstance(text, Passage) else said

    def _field(self, part: Part, name: str, value: object, own: str) -> Plain:
        if name == "sources" or (name == "source" and isinstance(part, Article)):
            return [self.cite(one) for one in value] if isinstance(value, list) else self.cite(value)
        if name in IDS and not isinstance(part, (Dispute, Stage)):
            return self._party(value, own)
        if name == "formerly":
            return [f"{one}-{self.number}" for one in value]
        if isinstance(value, list):
            return [self._part(one, own) if isinstance(one, Part) else self._url() if name == "links" else one for one in value]
        if isinstance(value, Part):
            return self._part(value, own)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _url(self) -> str:
        return f"https://{self._names.word().en.lower()}.example/{self._slug(12)}"

    def _party(self, value: object, own: str) -> Plain:
        """One or several records, or organisations without a record."""
        if isinstance(value, list):
            held = [self._party(one, own) for one in value]
            return [one for number, one in enumerate(held) if one not in held[:number]]
        if isinstance(value, Text):
            if value.en not in self._orgs:
                self._orgs[value.en] = self._names.company(value.ja.isascii())[0]
            name = self._orgs[value.en]
            return name.text
        return self._target(own)(refs.target(value))[0]

    def _named(self, part: Part, kept: dict, own: str) -> dict:
        """The names of a part in the place of the shuffled words."""
        if isinstance(part, (Person, Company)):
            kept["name"] = self.names[own].text
            if isinstance(part, Person):
                kept["family"] = self._called[own].text
            if kept.pop("reading", None) or not KANA.match(self._called[own].ja):
                kept["reading"] = self._readings.get(own) or hiragana(self._called[own].ja)
        elif isinstance(part, (Founder, Candidate)):
            firm = isinstance(part, Candidate) and part.kind == "company"
            kept["name"] = (self._names.company(False) if firm else self._names.person())[0].text
        elif isinstance(part, Variant):
            kept["text"] = self._names.variant(self.names.get(own) or self._names.word(), part.lang)
        elif isinstance(part, Stage) and "reading" in kept:
            kept["reading"] = hiragana(self._names.word().ja)
        elif isinstance(part, Stint) and part.org == OPENAI and self.number and part.kind == "founder":
            kept["kind"] = "staff"  # those who founded OpenAI stay as few as they are
        return kept
