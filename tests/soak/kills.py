"""Nothing is lost: commands are killed at random moments, and the site that is served is whole at every one of them."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from conftest import MINI, copy_project

from scripts import write

from .parts import Result

DAY = "2026-11-23"
RECORD, WORD = "data/people/zoe-marsh.yml", ("Researcher. Two", "Scholar. Two")
OTHER = "data/companies/aoba-lab.yml"
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
COMMANDS = (("build",), ("build",), ("build",), ("build", "--without", "search"), ("check",), ("fmt",), ("new", "person", "森健", "Ken Mori"))
Content = dict[str, str]  # digest by path


class Atlas:
    """The miniature atlas in a project of its own, in one of two states; ``cold`` holds the whole site of each, built from nothing, then what builds without search give."""

    def __init__(self, root: Path) -> None:
        self.root, self.state, self.cold, self.here = copy_project(root, MINI / "data"), 0, [], True
        for state in (0, 1):
            self.turn(state)
            shutil.rmtree(self.root / ".build", ignore_errors=True)
            shutil.rmtree(self.root / "site", ignore_errors=True)
            ran = self.run("build")
            assert ran.returncode == 0, ran.stdout + ran.stderr
            self.cold.append(content(self.root / "site"))
        assert self.cold[0] != self.cold[1]
        self._mixed()
        self.data = content(self.root / "data")
        self.held = self.litter()

    def _mixed(self) -> None:
        """Add what a build without search gives in each state after a whole one in the other: the pages of the one, the index of the other."""
        for state in (0, 1):
            for at, options in ((1 - state, ()), (state, ("--without", "search"))):
                self.turn(at)
                assert self.run("build", *options).returncode == 0
            self.cold.append(content(self.root / "site"))
        assert self.run("build").returncode == 0 and content(self.root / "site") == self.cold[1]

    def turn(self, state: int) -> None:
        """Bring the records into a state, as an editor saves a file."""
        for path in (RECORD, OTHER):
            write.put(self.root / path, (MINI / path).read_text(encoding="utf-8").replace(*WORD if state else WORD[:1] * 2), self.root / ".build" / "drafts")
        self.state = state

    def start(self, *arguments: str, **options) -> subprocess.Popen:
        """A command begun, in a group of processes of its own."""
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} | options
        return subprocess.Popen([sys.executable, "-m", "scripts", *arguments, "--today", DAY, "--lang", "en"], cwd=self.root, text=True, start_new_session=True, **options)

    def run(self, *arguments: str, begin: tuple[str, ...] = ("-m", "scripts"), **options) -> subprocess.CompletedProcess:
        """A command run to its end; ``begin`` is what Python is given before it."""
        return subprocess.run([sys.executable, *begin, arguments[0], "--today", DAY, "--lang", "en", *arguments[1:]], cwd=self.root, capture_output=True, text=True, **options)

    def served(self) -> int | str:
        """Which of the two sites is served, 2 more if with the other's index; what is wrong where it is neither, whole. Read like a server would, file by file below the
        folder that stands there: only what was read while that folder stood there all along counts."""
        for _ in range(50):
            there = os.open(self.root / "site", os.O_RDONLY)
            try:
                found = self.compared(content(Path(f"/proc/self/fd/{there}")))
            except FileNotFoundError:
                found = {}
            finally:
                same = os.fstat(there).st_ino == os.stat(self.root / "site").st_ino
                os.close(there)
            if same:
                if found in self.cold:
                    return self.cold.index(found)
                near = min(self.cold, key=lambda one: len(differing(one, found)))
                return f"{len(differing(near, found))} files are those of no whole site: {', '.join(differing(near, found)[:5])}"
        return "the site's folder changed too often to be read"

    def compared(self, found: Content) -> Content:
        """What of a site is compared. On another file system Pagefind lists the texts otherwise: its files have other names there."""
        return found if self.here else {path: digest for path, digest in found.items() if "search/text/" not in path and path != "_headers"}

    def litter(self) -> list[str]:
        """What lies in the project besides the site and the pages, by path; drafts and what is kept between builds among it."""
        found = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        return sorted(path for path in found if path.endswith((".draft", ".tmp", ".old")) or path.startswith(".build/") and not path.startswith((".build/spare/", ".build/text")))


def content(top: Path) -> Content:
    """Digest of every file below a folder, by path."""
    found: Content = {}
    for folder, _, files in os.walk(top):
        for name in files:
            path = Path(folder, name)
            found[path.relative_to(top).as_posix()] = sha256(path.read_bytes()).hexdigest()
    return found


def differing(one: Content, other: Content) -> list[str]:
    """The paths at which two folders differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@contextlib.contextmanager
def project() -> Iterator[Path]:
    """A folder for a project, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        yield Path(folder) / "atlas"


def run(rounds: int) -> Result:
    """``rounds`` kills, then each of the troubles of a machine in turn."""
    from . import troubles

    with project() as root:
        atlas, result = Atlas(root), Result()
        for seed in range(rounds):
            killed(atlas, random.Random(seed), result)
        if rounds > 20 and len(atlas.litter()) > len(atlas.held) + 20:
            result.failures.append(f"litter: {len(atlas.litter())} files where a build leaves {len(atlas.held)}: {', '.join(sorted(set(atlas.litter()) - set(atlas.held))[:10])}")
        return troubles.run(atlas, result)


def killed(atlas: Atlas, order: random.Random, result: Result) -> None:
    """One round: a change, a command, its end at a random moment; then the site, the records and, mostly, the next build are looked at."""
    before = atlas.served()
    atlas.turn(order.choice((0, 1)))
    command, end = order.choice(COMMANDS), order.choice(SIGNALS)
    what = f"{command[0]} ended by {end.name}"
    started = atlas.start(*command)
    moment = time.monotonic() + order.random() * (2.5 if command[0] == "build" else 0.8)
    while time.monotonic() < moment and started.poll() is None:
        if isinstance(seen := atlas.served(), str):
            result.failures.append(f"{what}, while it ran: {seen}")
        result.count("sites read while a command ran")
    if started.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            (os.killpg if order.random() < 0.7 else os.kill)(started.pid, end)  # all of it, or like a machine short of memory the one process
        result.count("commands killed")
    said = started.communicate()[0]
    if "Traceback" in said and end != signal.SIGKILL:
        result.failures.append(f"{what}: {said[-300:]}")
    after = atlas.served()
    if after not in (before, atlas.state, *([atlas.state + 2] if "--without" in command else ())):
        result.failures.append(f"{what}: {after if isinstance(after, str) else 'another site than before or after is served'}")
    _records(atlas, what, result)
    if order.random() < 0.6:
        ended_well(atlas, what, result)


def _records(atlas: Atlas, what: str, result: Result) -> None:
    """The records are as they were: nothing damaged, at most one new record, whole, and no draft among them."""
    for path in sorted((atlas.root / "data").rglob("*")):
        if path.is_file() and path.relative_to(atlas.root / "data").as_posix() not in atlas.data:
            if path.suffix != ".yml" or path.name.startswith(".") or not path.read_text().endswith("\n"):
                result.failures.append(f"{what}: it left {path.name} among the records")
            path.unlink()
    for path in (RECORD, OTHER):
        if (atlas.root / path).read_text() != (MINI / path).read_text().replace(*WORD if atlas.state else WORD[:1] * 2):
            result.failures.append(f"{what}: {path} is damaged")


def ended_well(atlas: Atlas, what: str, result: Result) -> None:
    """The next build ends well and gives what a build from nothing gives."""
    ran = atlas.run("build")
    result.count("next builds compared with a cold one")
    if ran.returncode or (seen := atlas.served()) != atlas.state:
        result.failures.append(f"the build after {what}: {ran.stdout[-200:] + ran.stderr[-200:] if ran.returncode else seen if isinstance(seen, str) else 'the old site is served'}")



