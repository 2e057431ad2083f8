"""Whether a build would find nothing changed. Loads next to nothing, so that the answer costs less than loading the rest."""

from pathlib import Path

from . import stamps, tree, write

STAMP = "2"  # of the form in which the last build is noted


def unchanged(root: Path, now: str) -> bool:
    """True if neither what a build reads (``now``: its fingerprint, of the files and the day) nor what it leaves was touched since the last build."""
    stamp, left = write.recall(root / ".build" / "kept" / "stamp", STAMP) or ("", "")
    return stamp == now and left == made(root) and tree.untouched(root / ".build", root / "site")


def made(root: Path) -> str:
    """Fingerprint of the Markdown that a build leaves; what it leaves of the site, the tree of files knows."""
    return stamps.of_tree(root / "docs")
