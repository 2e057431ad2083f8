"""Whether a build would find nothing changed. Loads next to nothing, so that the answer costs less than loading the rest."""

import datetime
from pathlib import Path

from . import stamps, write

STAMP = "1"  # of the form in which the last build is noted


def unchanged(root: Path, today: datetime.date) -> bool:
    """True if neither what a build reads nor what it leaves was touched since the last build, and the day is the same."""
    noted = write.recall(root / ".build" / "kept" / "stamp", STAMP)
    return bool(noted) and noted == [stamps.of_inputs(root, today), *made(root)]


def made(root: Path) -> list[str]:
    """Fingerprints of what a build leaves: the Markdown and the site."""
    return [stamps.of_tree(root / "docs"), stamps.of_tree(root / "site")]
