"""The real site on Caddy and nginx with our configuration: every check of `hosting/`, with TLS and without, and how many requests a second are answered."""

import tempfile
from pathlib import Path

from hosting import checks, load, servers

from scripts import compress

from . import sites
from .parts import Result


def run(rounds: int) -> Result:
    """Each address under load for ``rounds`` seconds. A machine that lacks a server or wrk is a failure: nothing was measured on it."""
    if lacking := servers.missing():
        return Result({"servers": 0}, [f"missing here: {' '.join(lacking)} (apt-get install --no-install-recommends {' '.join(lacking)})"])
    site, result = sites.real(), Result({"servers": len(servers.NAMES), "checks": len(checks.CHECKS)})
    compress.add(site, site.parent / ".build" / "compressed")
    for name in servers.NAMES:
        for secure in (False, True):
            with tempfile.TemporaryDirectory() as home, servers.run(name, site, Path(home), secure) as address:
                result.failures += [f"{name}: {check.__name__}: {fault}" for check in checks.CHECKS for fault in check(address, site)]
                for one in () if secure else load.run(address, site, rounds):
                    result.counts[f"{name}: {one.what} ({one.size:,} bytes)"] = f"{one.rate:,.0f}/s, 99% in {one.most:.1f} ms"
                    result.failures += [f"{name}: {one.what}: {one.wrong}"] * bool(one.wrong)
    return result
