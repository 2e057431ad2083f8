"""The pages of the site: Markdown in docs/, HTML and its twin in the draft, on all cores; only what its inputs call for.

A page's Markdown is made again when something that it looked at changed (`watch.py`), its HTML when its Markdown or the frame
around it changed. What a page is made from is worked out while it is made, so nobody keeps a list of it by hand.
"""

import os
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date as Day
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from . import fulltext, pages, twins, write
from .catalog import Catalog
from .frame import LEVELS, Frame
from .labels import LANGUAGES
from .looks import forget, same, settled, shared, states
from .tree import Tree
from .watch import Look
from .workers import workers

TURNS = 32  # of each process: long ones waste less, short ones end together
FEW = 100  # pages that one process makes as soon as two would, each of which compiles the templates


class Made(NamedTuple):
    """What is kept of a page: what it looked at, the state of all that when it was made, the fingerprint of its Markdown."""

    looks: tuple[Look, ...]
    state: str
    markdown: str


class Job(NamedTuple):
    """A page in one language: its path below the language's root without ending, its template and what that is given."""

    language: str
    path: str
    template: str
    context: dict

    @property
    def spec(self) -> tuple[str, str, dict]:
        return self.path, self.template, self.context

    @property
    def file(self) -> str:
        """The Markdown file below docs/."""
        return f"{self.language}/{self.path}.md"

    @property
    def html(self) -> str:
        """The page's file in the site."""
        return LEVELS[self.language] + (self.path + ".html" if self.path.endswith("index") else f"{self.path}/index.html")

    @property
    def text(self) -> str:
        """The file from which the full-text search reads the page; "" for a list, whose records have their own."""
        return f"{self.language}/{self.path}.html" if "id" in self.context else ""


@dataclass
class Renderer:
    """Makes the pages of one build. ``keys``: fingerprints of what all Markdown ("pages") and all HTML ("frame") is made with;
    ``site`` takes the pages, ``texts`` what the full-text search reads of them; ``made`` is brought up to date."""

    root: Path
    catalog: Catalog
    today: Day
    frames: dict[str, Frame]
    keys: dict[str, str]
    site: Tree
    texts: Tree
    made: dict[str, Made]  # by Markdown file below docs/
    changed: int = 0  # Markdown files that changed
    jobs: list[Job] = field(default_factory=list)  # what must be made
    pages: set[str] = field(default_factory=set)  # the files of all pages in the site

    def run(self) -> None:
        """Make every generated page that needs it."""
        old, self.made, there = self.made, {}, write.below(self.root / "docs")
        specs = list(pages.specs(self.catalog))
        for job in (Job(language, *spec) for spec in specs for language in LANGUAGES):
            self.pages.add(job.html)
            made = old.get(job.file)
            if made and same(self.catalog, made.looks, made.state, *self._else) and job.file in there:
                self.made[job.file] = made
                if self._kept(job, made.markdown):
                    continue
            self.jobs.append(job)
        for job, (made, changed, written) in zip(self.jobs, self._in_parallel(), strict=True):
            self.changed += changed
            looks = shared(made.looks)  # another process has objects of its own
            self.made[job.file] = made._replace(looks=looks, state=states(self.catalog, looks, *self._else))
            for tree, path, key in self._keys(job, made.markdown):
                tree.note(path, key) if written else tree.keeps(path, key)

    def _keys(self, job: Job, markdown: str) -> list[tuple[Tree, str, str]]:
        """The tree, path and key of each file that is made from a page's Markdown."""
        key, twin = f"{markdown} {self.keys['frame']}", job.html.removesuffix("html") + "md"
        found = [(self.site, job.html, f"html {key}"), (self.site, twin, f"twin {key}")]
        return [*found, (self.texts, job.text, f"text {key}")] if job.text else found

    def _kept(self, job: Job, markdown: str) -> bool:
        return all([tree.keeps(path, key) for tree, path, key in self._keys(job, markdown)])

    @property
    def _else(self) -> tuple[object, ...]:
        """What a page is made from besides what it looks at."""
        return self.keys["pages"], self.today

    def _in_parallel(self) -> Iterator[tuple[Made, bool, bool]]:
        """What ``make`` gives for each job. Other processes begin at the front and this one at the back: what lies together in memory
        is looked at by one of them, and so is copied for few."""
        cores = os.cpu_count() or 1
        if len(self.jobs) <= FEW or cores == 1:
            return map(self.make, self.jobs)
        for frame in self.frames.values():
            frame.ready()  # once, before the processes part
        global _renderer
        _renderer = self  # the processes inherit it as it stands, records and all
        size = -(-len(self.jobs) // (cores * TURNS))
        waiting = deque(range(start, min(start + size, len(self.jobs))) for start in range(0, len(self.jobs), size))
        handed, own = [], []
        with workers(cores - 1) as pool:
            while waiting:
                if sum(not one.done() for one in handed) < 2 * (cores - 1):
                    handed.append(pool.submit(_make_for, waiting.popleft()))
                else:
                    own.insert(0, _make(waiting.pop()))
            return iter([made for held in ([one.result() for one in handed], own) for made in chain.from_iterable(held)])

    def make(self, job: Job) -> tuple[Made, bool, bool]:
        """Make a page and write its files; give what is to be kept but for its state, whether its Markdown changed, and whether files had to be written."""
        file, made, changed = self.root / "docs" / job.file, self.made.get(job.file), False
        text = file.read_text(encoding="utf-8") if made else ""
        if not made or sha256(text.encode()).hexdigest() != made.markdown:  # a build that was stopped may have left another text
            with self.catalog.watch.on() as seen:
                text = pages.render_page(self.catalog, job.language, *job.spec, self.today)
            looks = settled(seen)
            changed = write.put(file, text)
            made = Made(looks, "", sha256(text.encode()).hexdigest())
        if self._kept(job, made.markdown):
            return made, changed, False
        html = self.frames[job.language].generated(f"{job.path}.md", text)
        for (tree, path, _), one in zip(self._keys(job, made.markdown), self._forms(job, html), strict=True):
            tree.write(path, one)
        return made, changed, True

    def _forms(self, job: Job, html: str) -> Iterator[str]:
        """The page, its twin, and what the full-text search reads of it."""
        article = fulltext.read(html)
        other = deepcopy(article) if job.text else None
        yield html
        yield twins.of_article(article, self.frames[job.language].address(job.html))
        if job.text:
            yield fulltext.of_article(other, job.template.removesuffix(".md"), f"{job.path}/", job.language)


_renderer: Renderer


def _make(numbers: range) -> list[tuple[Made, bool, bool]]:
    return [_renderer.make(_renderer.jobs[number]) for number in numbers]


def _make_for(numbers: range) -> list[tuple[Made, bool, bool]]:
    """The same in another process."""
    forget()
    return _make(numbers)
