"""The full-text index: Pagefind run over the texts of each language, the languages side by side."""

import os
import subprocess
import sys
from pathlib import Path

from . import write
from .frame import LEVELS

# the files of a bundle that our own box needs; the rest are Pagefind's boxes
NEEDED = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json")


class Failed(Exception):
    """What Pagefind said."""


def make(texts: Path, work: Path, languages: list[str]) -> dict[str, dict[str, bytes]]:
    """Index ``texts``/<language> for each language; give the files of the site. Raises Failed."""
    write.clear(work)  # what a build that was killed had started may be at work there still, so each has a folder of its own
    started = {}
    for language in languages:
        made = write.fresh(work / str(os.getpid()) / language)
        # the texts are cut into words already (see fulltext.py): the index is one of a language without a word breaker
        command = [sys.executable, "-m", "pagefind", "--site", str(texts / language), "--output-path", str(made), "--force-language", "en", "--quiet"]
        started[language] = made, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = {language: process.communicate()[0] for language, (_, process) in started.items()}
    if failed := [language for language, (_, process) in started.items() if process.returncode]:
        raise Failed("pagefind stopped:\n" + "\n".join(said[language].strip() for language in failed))
    return {language: {f"{LEVELS[language]}search/text/{path}": raw for path, raw in write.read_all(made).items() if path.endswith(NEEDED)}
            for language, (made, _) in started.items()}  # fmt: skip
