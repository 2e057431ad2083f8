"""The machine that a measurement was made on."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from . import others

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind", "pydantic", "jinja2", "Markdown")


def described() -> dict[str, object]:
    """Processor, cores, memory, system and versions, and the load before anything was measured."""
    return {
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory GiB": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()} {platform.release()}",
        "python": f"{platform.python_version()} ({platform.python_compiler()})",
        "versions": {name: version(name) for name in PACKAGES} | {name: said for name in ("hugo", "zensical") if (said := _asked(name))},
        "load before": [round(one, 2) for one in os.getloadavg()],
        "commit": subprocess.run(["git", "describe", "--always", "--dirty"], cwd=others.ROOT, capture_output=True, text=True).stdout.strip(),
    }


def _first(path: str, key: str) -> str:
    lines = Path(path).read_text().splitlines() if Path(path).exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def _asked(name: str) -> str:
    """What an optional tool says of its version, "" where it is not installed."""
    program = others.found(name)
    if not program:
        return ""
    said = subprocess.run([program, "version" if name == "hugo" else "--version"], capture_output=True, text=True).stdout
    return said.removeprefix(f"{name} ").strip().partition("+")[0]
