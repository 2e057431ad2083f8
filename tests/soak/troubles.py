"""Troubles that a machine can be in: two builds at once, no room, no permission, a wrong clock, a spoiled cache. Each gives one clear
message in either language, and leaves the last good site."""

import contextlib
import os
import random
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .kills import DAY, RECORD, Atlas
from .parts import Result

FUTURE = (0.0, 4e9, -2e9)  # seconds by which the clock is wrong
CLOCK = "import time, sys; by = float(sys.argv[1]); now, ns = time.time, time.time_ns; time.time = lambda: now() + by; time.time_ns = lambda: ns() + int(by * 1e9); from scripts.cli import main; sys.exit(main(sys.argv[2:]))"


def run(atlas: Atlas, result: Result) -> Result:
    """Every trouble once, and what ends it."""
    for name, trouble in TROUBLES.items():
        try:
            for fault in trouble(atlas):
                result.failures.append(f"{name}: {fault}")
        except Exception as error:  # noqa: BLE001 the others are tried all the same
            result.failures.append(f"{name}: {type(error).__name__}: {error}")
        result.count("troubles of a machine")
    return result


def after(atlas: Atlas) -> Iterator[str]:
    """What is wrong with the build that follows when the trouble is over."""
    ran = atlas.run("build")
    if ran.returncode:
        yield f"the next build failed: {ran.stdout[-200:]}{ran.stderr[-300:]}"
    elif (seen := atlas.served()) != atlas.state:
        yield f"after the next build {seen if isinstance(seen, str) else 'the old site is served'}"


def refused(atlas: Atlas, words: tuple[str, str], **options) -> Iterator[str]:
    """What is wrong with how a build fails: it must say so in one line of either language, and leave the site that was."""
    before = atlas.served()
    for language, word in zip(("ja", "en"), words, strict=True):
        ran = atlas.run("build", "--lang", language, **options)
        last = (ran.stderr.strip().splitlines() or [""])[-1]
        if ran.returncode != 1 or word not in last or len(ran.stderr.strip().splitlines()) != 1:
            yield f"{language}: exit code {ran.returncode}: {ran.stdout[-100:]}{ran.stderr[-400:]}"
    if (seen := atlas.served()) != before:
        yield f"the last good site is gone: {seen}"


def two_builds(atlas: Atlas) -> Iterator[str]:
    """Two builds begun at once both end well; so do two checks beside them."""
    for _ in range(2):
        atlas.turn(1 - atlas.state)
        begun = [atlas.start(*command) for command in (("build",), ("build",), ("check",), ("check",))]
        said = [one.communicate()[0] for one in begun]
        yield from (f"exit code {one.returncode}: {text[-300:]}" for one, text in zip(begun, said, strict=True) if one.returncode)
        if (seen := atlas.served()) != atlas.state:
            yield f"two builds left {seen if isinstance(seen, str) else 'the old site'}"
    yield from after(atlas)


def small_files_only(atlas: Atlas) -> Iterator[str]:
    """A file cannot grow to its size (RLIMIT_FSIZE: what a quota does, without a mount)."""
    atlas.turn(1 - atlas.state)
    yield from refused(atlas, ("上限を超える", "grows beyond the limit"), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    yield from after(atlas)


def full_disk(atlas: Atlas) -> Iterator[str]:
    """No room is left: the project on a small file system of its own, filled to the brim."""
    small = atlas.root.with_name("small")
    with mounted(small) as there:
        if not there:
            return
        moved = moved_to(atlas, small)
        yield from after(moved)
        for room in (0, 40_000):
            moved.turn(1 - moved.state)
            with filled(small, room):
                yield from refused(moved, ("空き容量がない", "no space is left"))
            yield from after(moved)


def moved_to(atlas: Atlas, place: Path) -> Atlas:
    """A copy of the project in another place."""
    shutil.copytree(atlas.root, place / "atlas")
    moved = Atlas.__new__(Atlas)
    moved.__dict__ |= atlas.__dict__ | {"root": place / "atlas", "here": False}
    moved.cold = [moved.compared(one) for one in atlas.cold]
    return moved


@contextlib.contextmanager
def mounted(place: Path) -> Iterator[bool]:
    """A file system of 24 MB in memory at the place, where that is permitted."""
    place.mkdir(exist_ok=True)
    there = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], capture_output=True).returncode == 0
    try:
        yield there
    finally:
        if there:
            subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


@contextlib.contextmanager
def filled(top: Path, room: int) -> Iterator[None]:
    """The file system full within the block, but for some room; what is freed is taken at once."""
    ballast, over = top / "ballast", threading.Event()

    def fill() -> None:
        with open(ballast, "wb", buffering=0) as held:
            while not over.is_set():
                with contextlib.suppress(OSError):
                    while free(top) > room and held.write(bytes(4096)):
                        pass
                time.sleep(0.001)

    filling = threading.Thread(target=fill)
    filling.start()
    time.sleep(0.5)
    try:
        yield
    finally:
        over.set()
        filling.join()
        ballast.unlink()


def free(top: Path) -> int:
    """Bytes that are left on a file system."""
    state = os.statvfs(top)
    return state.f_bavail * state.f_frsize


def read_only(atlas: Atlas) -> Iterator[str]:
    """Nothing may be written: the project on a file system that is read-only (where we may mount one)."""
    small = atlas.root.with_name("small")
    with mounted(small) as there:
        if not there:
            return
        moved = moved_to(atlas, small)
        yield from after(moved)
        moved.turn(1 - moved.state)
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        yield from refused(moved, ("読み取り専用", "read-only"))
        checked = moved.run("check")
        if checked.returncode:
            yield f"a check of what may only be read failed: {checked.stdout[-200:]}{checked.stderr[-200:]}"


def wrong_clock(atlas: Atlas) -> Iterator[str]:
    """The clock leaps to the future and far back between builds, and files bear such times."""
    for by in (*FUTURE, 0.0):
        atlas.turn(1 - atlas.state)
        for path in (atlas.root / "data").rglob("*.yml"):
            os.utime(path, (max(time.time() + by, 0), max(time.time() + by, 0)))
        ran = subprocess.run([sys.executable, "-c", CLOCK, str(by), "build", "--today", DAY], cwd=atlas.root, capture_output=True, text=True)
        if ran.returncode or (seen := atlas.served()) != atlas.state:
            yield f"by {by:+.0f} s: {ran.stderr[-300:] if ran.returncode else seen if isinstance(seen, str) else 'the old site is served'}"


def same_size_and_time(atlas: Atlas) -> Iterator[str]:
    """A record's content changes while its size and time stay: the next build, and the one after an hour's rest, show the new content."""
    atlas.turn(0)
    yield from after(atlas)
    path = atlas.root / RECORD
    for word in ("Researchez", "Researcheq"):
        state = path.stat()
        path.write_text(path.read_text().replace("Researcher", word, 1) if word == "Researchez" else path.read_text().replace("Researchez", word, 1))
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        assert path.stat().st_size == state.st_size
        ran = atlas.run("build")
        if ran.returncode or word not in (atlas.root / "site/en/people/zoe-marsh/index.html").read_text():
            yield f"the old content is served: {ran.stdout[-200:]}{ran.stderr[-200:]}"
    atlas.turn(1)
    yield from after(atlas)


def no_cache(atlas: Atlas) -> Iterator[str]:
    """What is kept between builds is gone, or gets lost while a build runs."""
    shutil.rmtree(atlas.root / ".build")
    atlas.turn(1 - atlas.state)
    yield from after(atlas)
    for seed in range(3):
        atlas.turn(1 - atlas.state)
        started = atlas.start("build")
        time.sleep(random.Random(seed).random() * 1.5)
        shutil.rmtree(atlas.root / ".build", ignore_errors=True)
        said = started.communicate()[0]
        if "Traceback" in said:
            yield f"it was removed while a build ran: {said[-300:]}"
        if isinstance(seen := atlas.served(), str):
            yield f"it was removed while a build ran: {seen}"
        yield from after(atlas)


def rubbish(atlas: Atlas) -> Iterator[str]:
    """What is kept between builds is spoiled: cut short, overwritten, changed in one place, folders for files."""
    spoils: list[Callable[[bytes], bytes]] = [lambda raw: b"", lambda raw: raw[: len(raw) // 2], lambda raw: os.urandom(200), lambda raw: raw[:-9] + bytes([raw[-9] ^ 255]) + raw[-8:]]
    for spoil in spoils:
        for path in (atlas.root / ".build").rglob("*"):
            if path.is_file() and {"kept", "templates", "trees"} & set(path.parts):
                raw = path.read_bytes()
                path.write_bytes(spoil(raw if len(raw) > 20 else raw + bytes(20)))
        atlas.turn(1 - atlas.state)
        yield from after(atlas)


def spoiled_output(atlas: Atlas) -> Iterator[str]:
    """Somebody removed, changed or added files of the site and its next draft, or the whole site."""
    for spoil in (lambda top: (top / "index.html").unlink(), lambda top: (top / "x").mkdir(), lambda top: (top / "en/index.html").write_text("x"), shutil.rmtree):
        for top in (atlas.root / ".build/spare", atlas.root / "site"):
            spoil(top)
        yield from after(atlas)


TROUBLES: dict[str, Callable[[Atlas], Iterator[str]]] = {
    "two builds at once": two_builds, "files may not grow": small_files_only, "a full disk": full_disk, "a read-only disk": read_only, "a wrong clock": wrong_clock,
    "same size and time": same_size_and_time, "no cache": no_cache, "a cache of rubbish": rubbish, "a spoiled site": spoiled_output,
}  # fmt: skip
