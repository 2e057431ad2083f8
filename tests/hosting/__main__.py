"""`make hostcheck`: every check on both servers, with and without TLS, then the load; exits with 1 if anything was wrong."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from . import checks, load, servers


def main() -> int:
    """Check and measure ./site; print what was found."""
    parser = argparse.ArgumentParser("make hostcheck")
    parser.add_argument("--seconds", type=int, default=10, help="how long each address is put under load; 0 only checks")
    asked = parser.parse_args()
    if lacking := servers.missing():
        print(f"missing here: {' '.join(lacking)}\n→ apt-get install --no-install-recommends {' '.join(lacking)}")
        print("  (Debian starts a server that it installs; this check starts its own)")
        return 2
    site = Path("site").resolve()
    wrong = 0
    for name in servers.NAMES:
        for secure in (False, True):
            with tempfile.TemporaryDirectory() as home, servers.run(name, site, Path(home), secure) as address:
                wrong += _checked(f"{name}{' with TLS' if secure else ''}", address, site)
                if asked.seconds:
                    wrong += _loaded(address, site, asked.seconds, secure)
    print(f"{len(checks.CHECKS)} checks on {len(servers.NAMES)} servers with and without TLS, {wrong} faults")
    return 1 if wrong else 0


def _checked(name: str, address: str, site: Path) -> int:
    found = [(check.__name__, fault) for check in checks.CHECKS for fault in check(address, site)]
    for check, fault in found:
        print(f"{name}: {check}: {fault}")
    print(f"{name}: {len(checks.CHECKS)} checks, {len(found)} faults", flush=True)
    return len(found)


def _loaded(address: str, site: Path, seconds: int, secure: bool) -> int:
    measured = [load.measure(address, "home", "/", seconds)] if secure else load.run(address, site, seconds)
    print(f"  {seconds} s each, {load.CONNECTIONS} connections; wrk and the server share {os.cpu_count()} cores, load before it {os.getloadavg()[0]:.1f}")
    print(f"  {'what':28}{'bytes':>8}{'requests/s':>12}{'median ms':>11}{'99% ms':>9}")
    for one in measured:
        print(f"  {one.what:28}{one.size:8,}{one.rate:12,.0f}{one.half:11.2f}{one.most:9.2f}  {one.wrong}", flush=True)
    return sum(bool(one.wrong) for one in measured)


if __name__ == "__main__":
    sys.exit(main())
