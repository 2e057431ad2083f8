"""`make lighthouse`: Lighthouse's mobile run on five kinds of pages in both languages, from Caddy with our configuration and compressed copies."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from hosting import servers

PAGES = ("", "people/sam-altman/", "companies/anthropic/", "pictures/careers/", "people/")
SORTS = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = {"first-contentful-paint": "FCP ms", "largest-contentful-paint": "LCP ms", "total-blocking-time": "TBT ms",
           "cumulative-layout-shift": "CLS", "total-byte-weight": "bytes"}  # fmt: skip


def main() -> int:
    """Measure ./site; print the medians and write all runs to .build/lighthouse.json. 1 if a page is below what is asked."""
    parser = argparse.ArgumentParser("make lighthouse")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--program", default=".build/lighthouse/node_modules/.bin/lighthouse")
    asked = parser.parse_args()
    if lacking := [one for one in servers.missing() if one in ("caddy", "openssl")]:
        print(f"missing here: {' '.join(lacking)}\n→ apt-get install --no-install-recommends {' '.join(lacking)}")
        return 2
    found: dict[str, list[dict]] = {}
    with tempfile.TemporaryDirectory() as home, servers.run("Caddy", Path("site").resolve(), Path(home)) as address:
        for _ in range(asked.runs):  # by turns, so that what else the machine does meets all pages alike
            for path in (f"{language}{page}" for page in PAGES for language in ("", "en/")):
                found.setdefault(path, []).append(_run(asked.program, f"{address}/{path}", Path(home)))
    medians = {path: {name: statistics.median(run[name] for run in runs) for name in runs[0] if name != "failing"} for path, runs in found.items()}
    held = {"cores": os.cpu_count(), "load": os.getloadavg()[0], "runs": found, "medians": medians}
    Path(".build/lighthouse.json").write_text(json.dumps(held, indent=1))
    return _told(medians, found)


def _run(program: str, address: str, home: Path) -> dict:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    command = [program, address, "--quiet", "--output=json", f"--only-categories={','.join(SORTS)}", "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"]
    for _ in range(3):  # on a busy machine Chromium now and then misses the start of its own recording
        ran = subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium, "HOME": str(home)}, capture_output=True, text=True, timeout=300)
        if ran.returncode == 0:
            break
    else:
        raise RuntimeError(f"{address}: {ran.stderr}")
    said = json.loads(ran.stdout)
    scores = {sort: round(100 * said["categories"][sort]["score"]) for sort in SORTS}
    weighed = {one["id"] for sort in SORTS for one in said["categories"][sort]["auditRefs"] if one["weight"]}
    failing = sorted(name for name, audit in said["audits"].items() if name in weighed and audit["score"] is not None and audit["score"] < 0.9)
    return scores | {FIGURES[name]: round(said["audits"][name]["numericValue"], 3) for name in FIGURES} | {"failing": failing}


def _told(medians: dict[str, dict], found: dict[str, list[dict]]) -> int:
    names = list(next(iter(medians.values())))
    print(f"{'page':26}" + "".join(f"{name:>16}" for name in names))
    for path, one in medians.items():
        print(f"/{path:25}" + "".join(f"{one[name]:>16,.10g}" for name in names))
    below = {path: [sort for sort in SORTS if one[sort] < LEAST[sort]] for path, one in medians.items()}
    for path, sorts in below.items():
        if sorts:
            print(f"/{path}: below in {', '.join(sorts)}; {', '.join(sorted({name for run in found[path] for name in run['failing']}))}")
    return int(any(below.values()))


if __name__ == "__main__":
    sys.exit(main())
