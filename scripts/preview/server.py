"""Serve the preview on this machine, watch the files, and have the whole site built in the background."""

import functools
import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .. import telling
from ..labels import LANGUAGES, told
from ..pages import OWNED_FILES
from .state import ASSETS, Preview

OWN = "/.preview/"  # addresses of the preview's own files
SETTLE = 0.03  # seconds without another change after which a save is taken in; editors write a file in several steps
PROGRAM = (".py",)  # another program needs another process

Tell = Callable[[str], None]


def serve(root: Path, host: str, port: int, tell: Tell, language: str) -> None:
    """Serve until interrupted; ``tell`` hears a line for each change and problem, in the given language. Raises OSError if the port is taken."""
    preview, site = Preview(root), Site(root, tell, language)
    with Server((host, port), functools.partial(Handler, preview=preview, directory=str(root / "site"))) as server:
        tell(told("serve/at", language, address=f"http://{host}:{server.server_port}/"))
        preview.refresh()
        _tell_problems(preview, tell, language)
        site.build()
        watcher = Watcher(root, functools.partial(_saved, preview, site, tell, language))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass
        finally:
            watcher.stop()
            site.stop()


def _saved(preview: Preview, site: "Site", tell: Tell, language: str, paths: set[Path]) -> None:
    """Take in saved files."""
    if any(path.suffix in PROGRAM for path in paths):
        tell(told("serve/again", language))
        site.stop()
        os.execv(sys.executable, [sys.executable, "-m", "scripts", *sys.argv[1:]])
    start = time.perf_counter()
    preview.refresh(frame=any("data" not in path.parts for path in paths))
    tell(told("serve/saved", language, files=", ".join(sorted(path.name for path in paths)), seconds=f"{time.perf_counter() - start:.2f}"))
    _tell_problems(preview, tell, language)
    if not preview.problems:
        site.build()


def _tell_problems(preview: Preview, tell: Tell, language: str) -> None:
    for problem in preview.problems:
        tell(telling.line(problem, language))
    if preview.problems:
        tell(told("serve/stays", language))


class Site:
    """Builds the whole site in a process of its own, one build after another, for what is no page: search, data, cards."""

    def __init__(self, root: Path, tell: Tell, language: str) -> None:
        self.root, self.tell, self.language = root, tell, language
        self._wanted, self._stopped = threading.Event(), False
        self._process: subprocess.Popen | None = None
        threading.Thread(target=self._run, daemon=True).start()

    def build(self) -> None:
        self._wanted.set()

    def stop(self) -> None:
        self._stopped = True
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def _run(self) -> None:
        while self._wanted.wait() and not self._stopped:
            self._wanted.clear()
            command = [sys.executable, "-m", "scripts", "build", "--root", str(self.root), "--lang", self.language]
            self._process = subprocess.Popen(command, cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=functools.partial(os.nice, 10))
            said = self._process.communicate()[0].strip()
            if self._process.returncode and not self._stopped:
                self.tell(said)


class Watcher(FileSystemEventHandler):
    """Calls ``saved`` with the files that were written, once no more come."""

    def __init__(self, root: Path, saved: Callable[[set[Path]], None]) -> None:
        self.root, self._saved = root, saved
        self._paths: set[Path] = set()
        self._changed = threading.Condition()
        self._observer = Observer()
        for name in ("data", "docs", "overrides", "scripts"):
            self._observer.schedule(self, str(root / name), recursive=True)
        self._observer.schedule(self, str(root))
        self._observer.start()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in ("modified", "created", "deleted", "moved"):
            return
        paths = {Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
        if wanted := {path for path in paths if self._counts(path)}:
            with self._changed:
                self._paths |= wanted
                self._changed.notify()

    def _counts(self, path: Path) -> bool:
        """True for what the site is made from; not for what editors and builds write beside it."""
        parts = path.relative_to(self.root).parts
        if any(part.startswith(".") or part == "__pycache__" for part in parts) or path.name.endswith(("~", ".swp", ".tmp", ".pyc")):
            return False
        if parts[0] == "docs":
            return len(parts) == 3 and parts[1] in LANGUAGES and path.name not in OWNED_FILES and path.suffix == ".md"
        return (parts[0] in ("data", "overrides", "scripts") and path.suffix != "") or parts == ("mkdocs.yml",)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._paths)
                while self._changed.wait(SETTLE):
                    pass
                paths, self._paths = self._paths, set()
            self._saved(paths)


def _renewing(page: str) -> bytes:
    """A page that shows problems, and loads itself again when something was saved."""
    return page.replace("</head>", f'<script type="module" src="{OWN}preview.js"></script>\n</head>', 1).encode()


class Server(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who went on before the answer was whole is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with pages as they stand now, and with all else from the last built site."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, preview: Preview, **kwargs) -> None:
        self.preview = preview
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == OWN + "news":
            return self._news()
        if path.startswith(OWN):
            return self._file(Path(__file__).parent / path.removeprefix(OWN))
        if path.startswith(f"/{ASSETS}/"):
            return self._file(self.preview.root / "overrides" / "assets" / path.removeprefix(f"/{ASSETS}/"))
        page = self.preview.page(path.removeprefix("/") + "index.html") if path.endswith("/") else None
        if page is None:
            return super().do_GET()
        self._answer(_renewing(page), "text/html; charset=utf-8")

    def _news(self) -> None:
        """Server-sent events (WHATWG HTML, 9.2): the version of the pages and the problems, now and at each change."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        told, silent = None, 0.0
        try:
            while True:
                now = (self.preview.version, json.dumps(self.preview.said(), ensure_ascii=False))
                if now != told or silent > 15:
                    told, silent = now, 0.0
                    self.wfile.write(f'data: {{"version": {now[0]}, "problems": {now[1]}}}\n\n'.encode())
                    self.wfile.flush()
                time.sleep(0.02)
                silent += 0.02
        except OSError:
            pass  # the reader has gone

    def _file(self, path: Path) -> None:
        top = path.resolve()
        allowed = (Path(__file__).parent, (self.preview.root / "overrides" / "assets").resolve())
        if not top.is_file() or not any(folder in top.parents for folder in allowed):
            return self.send_error(404)
        self._answer(top.read_bytes(), self.guess_type(str(top)))

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.preview.root / "site" / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = _renewing(page.read_text(encoding="utf-8"))
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        """Readers of the terminal want problems, not requests."""
