"""The real site, built once for all parts that look at it."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from conftest import ROOT, TODAY, copy_project

from scripts import build


@cache
def real() -> Path:
    """The folder of the real site, in a temporary project that goes with the program."""
    home = tempfile.mkdtemp(prefix="atlas-soak-")
    Path(home).chmod(0o755)  # nginx reads as another user
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    root = copy_project(Path(home) / "atlas", ROOT / "data")
    build.build(root, TODAY, lambda *_: None)
    return root / "site"
