"""From a saved record to the new words in a browser that shows its page: the seconds that an editor waits."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import ROOT, TODAY

QUIET = 1.0  # seconds between what one save showed and the next save


def measured(project: Path, page: str, edit: Callable[[dict[str, str]], None], words: Iterator[dict[str, str]], times: int, limit: float) -> list[float]:
    """Seconds of each of so many saves. ``page`` is the address of the record's page below the root; it stays open and is not reloaded by hand."""
    from playwright.sync_api import sync_playwright

    found = []
    with _served(project, limit) as address, sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        shown = browser.new_page()
        shown.goto(address + page)
        for _ in range(times):
            time.sleep(QUIET)
            word = next(words)
            start = time.perf_counter()
            edit(word)
            shown.get_by_text(word["ja"]).first.wait_for(timeout=limit * 1000)
            found.append(time.perf_counter() - start)
        browser.close()
    return found


@contextmanager
def _served(project: Path, limit: float) -> Iterator[str]:
    """The preview of a project, for as long as it is needed; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "scripts", "serve", "--root", str(project), "--port", port, "--today", TODAY.isoformat()]
    with open(project / "serve.log", "wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait(server, address, limit)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _wait(server: subprocess.Popen, address: str, limit: float) -> None:
    """Wait until the preview answers. Raises TimeoutError."""
    end = time.monotonic() + limit
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"the preview did not answer at {address}")
