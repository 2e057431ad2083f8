"""The atlas's own pipeline, as an editor runs it."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT, TODAY

from . import atlas, edits, meter
from .aside import aside

SAID = re.compile(r"^(.+) \((\d+\.\d+) s\)$", re.M)  # a step as the build prints it


@dataclass
class Ours:
    """A project of ``count`` invented profiles in ``folder``, and what can be done with it. ``limit``: seconds that one command may take."""

    count: int
    folder: Path
    limit: float

    def __post_init__(self) -> None:
        atlas.write(self.count, self.folder)
        self.person = sorted((self.folder / "data" / "people").iterdir())[self.count // 3]
        self.pages = {language: self.folder / "site" / f"{place}people/{self.person.stem}/index.html" for language, place in edits.LANGUAGES.items()}
        told = subprocess.run([sys.executable, "-m", "scripts", "build", "--help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        self.partly = "--without" in told
        self._notes = self.folder / "timings.json" if "--timings" in told else None

    def empty(self) -> None:
        """Remove all that was made from the records, caches too."""
        for name in (".build", "site", "docs", "overrides", "scripts"):
            aside(self.folder / name)
        atlas.surround(self.folder)

    def check(self) -> meter.Cost:
        """Load and check the records."""
        return self._run("check")

    def write_pages(self) -> Path:
        """Write the Markdown pages; gives their folder."""
        self._run("pages")
        return self.folder / "docs"

    def build(self, search: bool = True) -> tuple[meter.Cost, dict[str, float]]:
        """Build the site, with the full-text index or without; the cost and the seconds of each step."""
        with_ = ([] if search else ["--without", "search"]) + (["--timings", str(self._notes)] if self._notes else [])
        log = self.folder / "build.log"
        cost = self._run("build", *with_, log=log)
        if self._notes:
            return cost, {step["step"]: step["wall"] for step in json.loads(self._notes.read_text())["steps"]}
        return cost, {re.sub(r"\d+ ", "", step): float(seconds) for step, seconds in SAID.findall(log.read_text())}

    def _run(self, *words: str, log: Path | None = None) -> meter.Cost:
        return meter.run([sys.executable, "-m", "scripts", *words, "--root", self.folder, "--today", TODAY.isoformat()], ROOT, self.limit, log=log)

    def edit(self, word: dict[str, str]) -> None:
        """Save one person's record with a new word in both languages."""
        edits.in_record(self.person, word)
