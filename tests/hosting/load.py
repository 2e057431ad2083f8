"""How many requests a second a server answers, by wrk: bounded in time, on the loopback, on the same cores as wrk itself."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .asking import ask
from .checks import GONE

THREADS, CONNECTIONS = 2, 64
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
PERCENTILE = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)$", re.M)
NOT_COUNTED = re.compile(r"Socket errors: .*|Non-2xx or 3xx responses: (\d+)")


@dataclass(frozen=True)
class Load:
    """What wrk saw at one address: bytes of one answer, answers a second, milliseconds of half and of 99 in 100, and what went wrong."""

    what: str
    size: int
    rate: float
    half: float
    most: float
    wrong: str


def targets(site: Path) -> dict[str, str]:
    """What readers ask for, by name."""
    def first(pattern: str) -> str:
        return "/" + max(site.glob(pattern), key=lambda path: path.stat().st_size).relative_to(site).as_posix()

    return {"home": "/", "profile": first("people/*/index.html").removesuffix("index.html"), "list of people": "/people/", "names for the search": "/search/names.json",
            "a piece of the text index": first("search/text/index/*"), "style": first("assets/*/atlas.css"), "missing page": GONE}  # fmt: skip


def measure(address: str, what: str, path: str, seconds: int, **fields: str) -> Load:
    """``seconds`` of requests for one path, with further header ``fields``, by 64 connections that stay open."""
    asked = {"accept_encoding": "br, gzip"} | fields
    answer = ask(address, path, **asked)
    headers = [part for name, value in asked.items() for part in ("-H", f"{name.replace('_', '-')}: {value}")]
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", *headers, address + path]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 30).stdout
    times = {share: float(number) * UNITS[unit] for share, number, unit in PERCENTILE.findall(said)}
    expected = answer.status >= 400  # wrk counts every 404 as an error
    wrong = "; ".join(found.group() for found in NOT_COUNTED.finditer(said) if not (expected and found.group(1)))
    return Load(what, len(answer.body), float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1)), times["50"], times["99"], wrong)


def run(address: str, site: Path, seconds: int) -> list[Load]:
    """Every target, and the home page for readers who have it already."""
    found = [measure(address, what, path, seconds) for what, path in targets(site).items()]
    tag = ask(address, "/", accept_encoding="br, gzip").fields["etag"]
    return [*found, measure(address, "home, copy still good", "/", seconds, if_none_match=tag)]
