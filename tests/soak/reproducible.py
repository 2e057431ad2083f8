"""The same records and date give the same bytes, whatever the machine is like: folder, time zone, locale, hash seed, umask, cores,
the order in which files were made. Pagefind takes texts as the file system lists them: on ext4 that does not depend on who made them
when, on tmpfs it does, and then the names of its index files differ (see README)."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from conftest import MINI, ROOT, surround

from .kills import DAY, content, differing
from .parts import Result

# what differs from one machine to the next, and how many cores the second has
MACHINES: list[tuple[dict[str, str], int, int]] = [
    ({"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}, 0o022, 1),
    ({"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "ja_JP.UTF-8", "PYTHONHASHSEED": "2"}, 0o077, 2),
    ({"TZ": "Pacific/Kiritimati", "LC_ALL": "ja_JP.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "random"}, 0o002, 2),
]
BUILD = "import os, sys; cores = int(sys.argv[1]); os.cpu_count = lambda: cores; from scripts.cli import main; sys.exit(main(sys.argv[2:]))"


def run(rounds: int) -> Result:
    """The real atlas built on every machine."""
    return compared(ROOT / "data", MACHINES[: max(rounds, 2)])


def compared(data: Path, machines: list[tuple[dict[str, str], int, int]] = MACHINES[:2]) -> Result:
    """The site of the records in ``data`` built on each machine, compared byte for byte with the first."""
    result, first = Result(), {}
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        for number, (environment, umask, cores) in enumerate(machines):
            root = laid_out(Path(folder) / f"machine {number}" / ("a" * 40 * number + "x"), data, number)
            made = built(root, environment, umask, cores)
            if made:
                result.failures.append(f"machine {number}: {made}")
                continue
            found = content(root / "site")
            first = first or found
            result.count("sites built")
            result.count("files compared", len(found))
            result.failures += [f"machine {number}: {path} has other bytes" for path in differing(first, found)]
            shutil.rmtree(root)
    return result


def laid_out(to: Path, data: Path, seed: int) -> Path:
    """A project around the records in ``data``, its files made in an order of its own."""
    paths = sorted(path for path in data.rglob("*") if path.is_file())
    random.Random(seed).shuffle(paths)
    for folder in sorted(path for path in data.rglob("*") if path.is_dir()):
        (to / "data" / folder.relative_to(data)).mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copyfile(path, to / "data" / path.relative_to(data))
    return surround(to)


def built(root: Path, environment: dict[str, str], umask: int, cores: int) -> str:
    """Build a project as on another machine; "" or what went wrong."""
    command = [sys.executable, "-c", BUILD, str(cores), "build", "--today", DAY]
    ran = subprocess.run(command, cwd=root, env=os.environ | environment, umask=umask, capture_output=True, text=True)
    return "" if ran.returncode == 0 else f"the build failed: {ran.stdout[-200:]}{ran.stderr[-400:]}"


MINIATURE = MINI / "data"
