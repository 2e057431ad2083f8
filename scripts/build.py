"""From records to a searchable site: the steps in their order. A step that fails leaves the last good site in place."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from . import cards, checking, exports, feeds, fulltext, hosting, index, nametable, pages, sitemap, stamps, texts, twins, write
from .catalog import Catalog
from .frame import LEVELS, STATIC, BrokenPage, Frame, compiled, frames
from .groups import Files, Groups, fingerprint
from .labels import LANGUAGES
from .lasting import little, still_right, worth_keeping
from .looks import carry_over, digests, forget_states
from .pages import redirects
from .problem import Stopped
from .render import Made, Renderer
from .tree import Tree
from .unchanged import STAMP, made


def write_pages(root: Path, today: datetime.date) -> tuple[Catalog, int]:
    """Check the records and write their pages into docs/; give the catalog and the number of files changed. Raises Stopped."""
    catalog, problems = checking.check(root)
    if problems:
        raise Stopped(problems)
    return catalog, write.sync(root / "docs", pages.render(catalog, today), *_owned())


def _owned() -> tuple[list[str], list[str]]:
    """The folders and single files below docs/ that the writer owns."""
    folders = [f"{language}/{folder}" for language in LANGUAGES for folder in pages.OWNED_FOLDERS]
    return folders, [f"{language}/{file}" for language in LANGUAGES for file in pages.OWNED_FILES]


def build(root: Path, today: datetime.date, tell: Callable[[str, float, int], None], search: bool = True, stamp: str = "") -> dict[str, float]:
    """Build ``root``/site whole, from what stands and what changed; give the seconds of each step.

    ``tell`` hears of each step: name, seconds, count. Without ``search`` the full-text index stays as it was. ``stamp``: the inputs'
    fingerprint, if taken before. Raises Stopped; the site then stays as it was.
    """
    seconds: dict[str, float] = {}
    with write.alone(root / ".build"):
        clock = time.perf_counter()

        def done(step: str, count: int = 0) -> None:
            nonlocal clock
            now = time.perf_counter()
            seconds[step], clock = now - clock, now
            tell(step, seconds[step], count)

        stamp = stamp or stamps.of_inputs(root, today)  # before anything is read: what changes from here on is seen by the next build
        catalog, problems = checking.check(root)
        if problems:
            raise Stopped(problems)
        done("check", len(catalog.data.digests))
        site = Build(root, today, catalog)
        site.by_hand()
        done("pages", site.pages())
        site.files()
        done("files")
        if search:
            site.index()
            done("search")
        else:
            site.keep_index()
        site.serve(stamp if search else "")
    return seconds


@dataclass
class Build:
    """One build: its draft of the site, and what is kept of it for the next one."""

    root: Path
    today: datetime.date
    catalog: Catalog
    kept: dict[str, Any] = field(init=False)
    groups: Groups = field(init=False)
    page_files: set[str] = field(init=False, default_factory=set)  # files of the site that readers may be sent to
    texts_now: dict[str, str] = field(init=False, default_factory=dict)  # language to the fingerprint of all that its search reads

    def __post_init__(self) -> None:
        self.work = self.root / ".build"
        pages.ENVIRONMENT.bytecode_cache = compiled(self.root)
        self.kept = write.recall(self.work / "kept" / "build", stamps.of_program()) or {"pages": {}, "groups": {}, "index": {}, "states": ({}, ({}, {})), "lasted": "", "since": set()}
        carry_over(self.catalog, *self.kept["states"])
        lasting = write.recall(self.work / "kept" / "lasting", self._lasted)
        self.kept["lasted"] = "" if lasting is None else self.kept["lasted"]  # gone or damaged, it is kept anew
        self.catalog.lasting |= still_right(lasting or {}, self.kept["since"])
        self.site, self.parts = Tree(self.work, self.root / "site"), Tree(self.work / "texts", self.work / "text")
        self.assets = stamps.of_files(self.root / "overrides" / "assets")
        self.groups = Groups(self.catalog, self.today, self.keys["frame"], self.kept["groups"])

    @property
    def _lasted(self) -> str:
        """The program, and the build that kept what lasts: what changed ``since`` is known of that one."""
        return f"{stamps.of_program()} {self.kept['lasted']}"

    def _keep_lasting(self) -> None:
        """Keep what lasts, unless little changed since it was kept."""
        self.kept["since"] = little(self.catalog, self.kept["since"]) if self.kept["lasted"] else None
        if self.kept["since"] is None:
            self.kept |= {"lasted": str(time.time_ns()), "since": set()}
            lasting = worth_keeping(self.catalog)
            forget_states(self.catalog, (one[0] for held in (self.kept["pages"], self.groups.right(), lasting) for one in held.values()))
            write.keep(self.work / "kept" / "lasting", self._lasted, lasting)

    @cached_property
    def frames(self) -> dict[str, Frame]:
        """The frame of each language."""
        return frames(self.root, self._folder)

    @property
    def _folder(self) -> str:
        """Where the site has our scripts and style: another place whenever one of them changed, so that readers may keep them forever."""
        return f"assets/{self.assets[:10]}"

    @cached_property
    def keys(self) -> dict[str, str]:
        """Fingerprints of what all Markdown, and all HTML, is made with."""
        return {"pages": stamps.of_program(), "frame": stamps.of_frame(self.root, self.assets)}

    def by_hand(self) -> None:
        """The hand-written pages. Raises Stopped where one links to nowhere."""
        specs = [f"{path}.md" for path, *_ in pages.specs(self.catalog)]
        for language in LANGUAGES:
            held = written_by_hand(self.catalog, language)
            key = fingerprint(self.keys["frame"], sorted(held.items()), *specs)
            self.page_files |= {f"{LEVELS[language]}{name.removesuffix('.md')}/index.html" for name in held}
            self.groups.of_key(f"hand {language}", self.site, key, lambda held=held, language=language: self._hand_written(language, held, specs))

    def _hand_written(self, language: str, held: dict[str, str], specs: list[str]) -> Files:
        frame = self.frames[language]
        try:
            made = frame.by_hand(held, specs)
        except BrokenPage as broken:
            raise Stopped([], str(broken)) from None
        found = {f"{LEVELS[language]}{path.removesuffix('.md')}/index.html": html for path, html in made.items()}
        return found | {path.removesuffix("html") + "md": twins.twin(html, frame.address(path)) for path, html in found.items()}

    def pages(self) -> int:
        """The generated pages; gives how many have new Markdown."""
        before = {file: Made(*one) for file, one in self.kept["pages"].items()}
        renderer = Renderer(self.root, self.catalog, self.today, self.frames, self.keys, self.site, self.parts, before)
        renderer.run()
        self.page_files |= renderer.pages
        self.kept["pages"] = {file: tuple(one) for file, one in renderer.made.items()}
        return renderer.changed + write.clean(self.root / "docs", renderer.made.keys(), *_owned())

    def files(self) -> None:
        """What is not a page: cards for sharing, data, feeds, the sitemap, scripts and style, and what the search reads. Raises Stopped."""
        missing = self._cards()
        with cards.drawing(missing, self.site.folder):
            self._others()
            self._texts()
        for path, card in missing.items():
            self.site.note(path, cards.key(card))

    def _others(self) -> None:
        top, catalog, today, frame = self.frames["ja"].config.site_url.rstrip("/"), self.catalog, self.today, self.keys["frame"]
        self.groups.of_key("assets", self.site, frame, self._assets)
        self.groups.of_key("static", self.site, frame, lambda: {name: self.frames["ja"].static(name) for name in STATIC})
        self._data()
        self.groups.of_looks("feeds", self.site, lambda: feeds.render(catalog, top, today))
        self.groups.of_looks("llms", self.site, lambda: {"llms.txt": twins.llms(catalog, top)})
        self.groups.of_looks("redirects", self.site, lambda: redirects.render(catalog, self._folder))
        self.groups.of_looks("names", self.site, lambda: nametable.tables(catalog))
        pages_now = sorted(self.page_files)
        self.groups.of_looks("sitemap", self.site, lambda: {"sitemap.xml": sitemap.render(catalog, pages_now, top)}, fingerprint(*pages_now))

    def _data(self) -> None:
        """The data to take away: whole folders of records first, of which atlas.json is put together."""
        for folder in self.catalog.data.records:
            path = f"records/{folder}.json"
            self.groups.of_looks(path, self.parts, lambda folder=folder, path=path: {path: exports.records.folder(self.catalog, folder)})
        for path, make in exports.parts(self.catalog, self.today, lambda folder: self.parts.read(f"records/{folder}.json")):
            self.groups.of_looks(path, self.site, lambda path=path, make=make: {path: make()}, self.parts.fingerprint("records/") if path == exports.WHOLE else "")
        told = [path for path in sorted(self.site.wanted) if path.startswith(f"{exports.FOLDER}/")]
        self.groups.of_key("lists", self.site, self.site.fingerprint(f"{exports.FOLDER}/"), lambda: exports.lists({path: exports.measure(self.site.read(path)) for path in told}, self.today))

    def _assets(self) -> Files:
        return {f"{self._folder}/{path}": raw for path, raw in write.read_all(self.root / "overrides" / "assets").items()}

    def _cards(self) -> dict[str, cards.Card]:
        """The cards that must be drawn, by path. Raises Stopped where a font lacks a character."""
        missing = {}

        def put(tree: Tree, found: dict[str, cards.Card]) -> dict[str, str]:
            keys = {path: cards.key(card) for path, card in found.items()}
            missing.update((path, card) for path, card in found.items() if not tree.keeps(path, keys[path]))
            return keys

        self.groups.of_looks("cards", self.site, lambda: cards.all_cards(self.catalog), put=put)
        if lacking := list(cards.lacking(missing)):
            raise Stopped([], "\n".join(f"the card {path} needs characters that the fonts lack: {characters}" for path, characters in lacking))
        return missing

    def _texts(self) -> None:
        """What the full-text search reads: the pages' own texts, and those of events and sources."""
        for language in LANGUAGES:
            self.groups.of_looks(f"small {language}", self.parts, lambda language=language: self._small(language))
        self.texts_now = {language: self.parts.fingerprint(f"{language}/") for language in LANGUAGES}
        self.parts.serve()

    def _small(self, language: str) -> Files:
        return {f"{language}/{path}": said for path, said in fulltext.small(self.catalog, language).items()}

    def index(self) -> None:
        """The full-text index of each language, where a text that it reads changed. Raises Stopped."""
        stale = {language: key for language, key in self.texts_now.items() if not self._indexed(language, key)}
        try:
            made = index.make(self.parts.live, self.work / "index", list(stale))
        except index.Failed as failed:
            raise Stopped([], str(failed)) from None
        for language, files in made.items():
            keys = {}
            for path, raw in files.items():
                keys[path] = fingerprint(raw)
                self.site.keeps(path, keys[path]) or self.site.put(path, keys[path], raw)
            self.kept["index"][language] = (stale[language], keys)

    def keep_index(self) -> None:
        """Leave the full-text index as it was, whatever changed in what it reads; the next build with it sees that."""
        for _, keys in self.kept["index"].values():
            self.site.keeps_all(keys)

    def _indexed(self, language: str, key: str) -> bool:
        known, keys = self.kept["index"].get(language, ("", {}))
        return known == key and self.site.keeps_all(keys)

    def serve(self, stamp: str) -> None:
        """Put the draft in the place of the site; note what it was made from."""
        self.groups.of_key("headers", self.site, fingerprint(self.keys["frame"], *sorted(self.site.wanted - {hosting.HEADERS_FILE})), lambda: {hosting.HEADERS_FILE: hosting.headers_file([*self.site.wanted, hosting.HEADERS_FILE])})
        self.site.serve()
        self._keep_lasting()
        self.kept |= {"states": (self.catalog.states, digests(self.catalog)), "groups": self.groups.right()}
        write.keep(self.work / "kept" / "build", stamps.of_program(), self.kept)
        write.keep(self.work / "kept" / "stamp", STAMP, [stamp, made(self.root)])
        for tree in (self.site, self.parts):  # last: whatever ends the build here, the site and what is kept of it agree
            tree.catch_up()


def written_by_hand(catalog: Catalog, language: str) -> dict[str, str]:
    """The pages in docs/ that people write: file name to text, with a notice where the other language has newer sections."""
    files = [path for path in sorted((catalog.data.root / "docs" / language).glob("*.md")) if path.name not in pages.OWNED_FILES]
    return {path.name: texts.with_notice(catalog, path.stem, language, path.read_text(encoding="utf-8-sig")) for path in files}
