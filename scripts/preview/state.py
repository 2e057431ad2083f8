"""What the preview shows: pages made from the records as they stand, or as they last were without a problem."""

import datetime
import threading
from pathlib import Path

from .. import build, checking, pages, telling
from ..catalog import Catalog
from ..frame import LEVELS, BrokenPage, Frame, compiled, frames
from ..labels import LANGUAGES
from ..problem import Problem
from ..render import Job

ASSETS = "assets/preview"  # scripts and style straight from overrides/, under one address: a page need not be made again for them


class Preview:
    """The pages of ``root``, made when they are asked for. Safe to ask from several threads."""

    def __init__(self, root: Path) -> None:
        self.root, self.version = root, 0
        pages.ENVIRONMENT.bytecode_cache = compiled(root)
        self.problems: list[Problem] = []
        self.report = ""  # what is wrong with a hand-written page or template
        self._lock = threading.RLock()
        self._catalog: Catalog | None = None
        self._jobs: dict[str, Job] = {}
        self._frames: dict[str, Frame] = {}
        self._made: dict[str, str] = {}

    def refresh(self, frame: bool = True) -> None:
        """Take in what was saved; with ``frame`` also templates and configuration. With a problem the last good records stay."""
        with self._lock:
            catalog, self.problems = checking.check(self.root)
            if not self.problems:
                self._catalog = catalog
                self._jobs = {job.html: job for language in LANGUAGES for job in (Job(language, *spec) for spec in pages.specs(catalog))}
            if frame or not self._frames:
                self._frames = frames(self.root, ASSETS)
            self._made, self.report = {}, ""
            self.version += 1

    def page(self, path: str) -> str | None:
        """The HTML of the site's file ``path``, like ``people/sam-altman/index.html``; None for what is no page."""
        with self._lock:
            if path not in self._made:
                try:
                    made = self._generated(path) if path in self._jobs else self._by_hand(path)
                except BrokenPage as broken:
                    self.report, made = str(broken), None
                if made is None:
                    return None
                self._made[path] = made
            return self._made[path]

    def said(self) -> list[dict[str, str]]:
        """The problems in both languages, for the page."""
        found = [{language: telling.line(problem, language) for language in LANGUAGES} for problem in self.problems]
        return [*found, {language: self.report for language in LANGUAGES}] if self.report else found

    def _generated(self, path: str) -> str:
        job = self._jobs[path]
        text = pages.render_page(self._catalog, job.language, *job.spec, datetime.date.today())
        return self._frames[job.language].generated(f"{job.path}.md", text)

    def _by_hand(self, path: str) -> str | None:
        language = "en" if path.startswith(LEVELS["en"]) else "ja"
        name = path.removeprefix(LEVELS[language]).removesuffix("/index.html") + ".md"
        texts = build.written_by_hand(self._catalog, language)
        if not path.endswith("/index.html") or name not in texts:
            return None
        return self._frames[language].by_hand(texts, [f"{job.path}.md" for job in self._jobs.values()])[name]
