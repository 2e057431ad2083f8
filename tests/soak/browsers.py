"""Chromium and a server for the parts that look at pages as a reader does."""

import functools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import Quiet
from playwright.sync_api import sync_playwright
from search.serving import run


@contextmanager
def site(folder: Path, handler=Quiet, **options) -> Iterator[tuple]:
    """A page of a new context of Chromium with these options, and the address at which the folder is served, below a path, under the policy of our headers."""
    with sync_playwright() as playwright, run(functools.partial(handler, folder=folder, below="/atlas/")) as root:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield browser.new_context(**options).new_page(), root + "atlas/"
        browser.close()
