"""The ledgers in data/ledgers/: what commands wrote down, read with a check that it has the form that they gave it."""

import hashlib
import json
from collections.abc import Callable, Iterator
from errno import errorcode
from pathlib import Path

from . import dates, fingerprints
from .problem import Mistake, Problem, mistake

FOLDER = "ledgers"
# the form of a ledger's entries, by its name
ENTRIES: dict[str, Callable[[object], bool]] = {
    "published": lambda one: isinstance(one, dict) and isinstance(one.get("value"), str) and _is_date(one.get("since")),
    "addresses": lambda one: _is_date(one),
    "links": lambda one: isinstance(one, dict) and isinstance(one.get("status"), int) and _is_date(one.get("checked")),
}


def read(root: Path) -> Iterator[tuple[str, dict, str] | Problem]:
    """Name, content and SHA-256 of each ledger below ``root``, or what is wrong with it."""
    top = root / "data" / FOLDER
    for path in sorted(top.glob("*.json")) if not top.is_symlink() else ():
        shown = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file():
            yield Problem(shown, 1, 1, mistake("stray-file/not-plain", found=path.name))
            continue
        try:
            raw = path.read_bytes()
            held = json.loads(raw)
        except OSError as error:
            yield Problem(shown, 1, 1, mistake("stray-file/unreadable", found=path.name, why=errorcode.get(error.errno or 0, "")))
        except (ValueError, RecursionError):
            yield Problem(shown, 1, 1, mistake("bad-json", found=shown))
        else:
            wrong = _wrong(path.stem, held, raw, shown)
            yield Problem(shown, *wrong) if wrong else (path.stem, held, hashlib.sha256(raw).hexdigest())


def _wrong(name: str, held: object, raw: bytes, shown: str) -> tuple[int, int, Mistake] | None:
    """Line, column and mistake of a ledger that is not in its form."""
    if name == "texts":
        if not (fault := fingerprints.fault(held)):
            return None
        case, key = fault
        line = raw[: raw.find(json.dumps(key, ensure_ascii=False).encode())].count(b"\n") + 1 if key else 1
        return line, 1, mistake(case, found=key or shown)
    fits = ENTRIES.get(name, lambda one: True)
    return None if isinstance(held, dict) and all(map(fits, held.values())) else (1, 1, mistake("bad-ledger/shape", found=shown))


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(dates.parts(value))
    except ValueError:
        return False
