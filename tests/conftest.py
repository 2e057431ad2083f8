"""What the tests share: the project's folder, copies of it with the miniature or the real records, a browser."""

import datetime
import fcntl
import functools
import gc
import hashlib
import http.server
import os
import shutil
from pathlib import Path

import pytest
from search.serving import run

from scripts import build
from scripts.hosting import rules
from scripts.load import Data, load

ROOT = Path(__file__).parent.parent
MINI = ROOT / "tests" / "mini"
TODAY = datetime.date(2026, 11, 23)
gc.set_threshold(50_000, 20, 100)  # sites and records stay for all tests: going through them at each collection would take a tenth of the time


def pytest_addoption(parser):
    parser.addoption("--bless", action="store_true", help="write the miniature atlas's pages as the expected ones")


def copy_project(to: Path, data: Path) -> Path:
    """A project of its own in ``to``: our scripts' pages, theme and configuration around the records in ``data``."""
    shutil.copytree(data, to / "data")
    return surround(to)


def surround(to: Path) -> Path:
    """Our pages by hand, theme, templates and configuration around the records in ``to``/data."""
    hand_written = shutil.ignore_patterns("index.md", "people", "companies", "stages", "articles", "sources")
    shutil.copytree(ROOT / "docs", to / "docs", ignore=hand_written)
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


@functools.cache
def records(root: Path) -> Data:
    """What a project's records say; read once, so nobody may change it."""
    return load(root)[0]


def tree(folder) -> dict[str, str]:
    """Path to digest of every file below a folder."""
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def mini(tmp_path) -> Path:
    """A copy of the miniature atlas that a test may change."""
    return copy_project(tmp_path / "mini", MINI / "data")


def built_once(tmp_path_factory, name: str, data: Path) -> Path:
    """A project with its site, built once for all workers: the first to come builds it, the others wait. Tests copy what they change."""
    together = tmp_path_factory.getbasetemp().parent if os.environ.get("PYTEST_XDIST_WORKER") else tmp_path_factory.getbasetemp()
    root = together / name / "atlas"
    with open(together / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").is_dir():
            shutil.rmtree(root, ignore_errors=True)
            build.build(copy_project(root, data), TODAY, lambda *_: None)
    return root


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The real site."""
    return built_once(tmp_path_factory, "real", ROOT / "data") / "site"


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Path:
    """The miniature atlas, built."""
    return built_once(tmp_path_factory, "small", MINI / "data")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a sub-path without a log, with the site's own 404 page."""

    protocol_version = "HTTP/1.1"  # a connection serves many requests
    policy = rules.policy()  # every browser test runs under what hosts send

    def __init__(self, *args, folder: Path, below: str, **kwargs):
        self.below = below
        super().__init__(*args, directory=str(folder), **kwargs)

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.below))

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The real site's address, served below a sub-path of a loopback port, under a strict content security policy."""
    with run(functools.partial(Quiet, folder=site, below="/atlas/")) as root:
        yield root + "atlas/"


@pytest.fixture(scope="session")
def assets(site) -> str:
    """Where the site has our scripts and style, with a slash at the end; each version of them has its own place."""
    return f"assets/{next(site.glob('assets/*/page.js')).parent.name}/"


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield chromium
        chromium.close()
