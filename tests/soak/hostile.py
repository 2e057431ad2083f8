"""Hostile records: each is refused with a clear message, or escaped wherever it is shown. The tables are in nasty.py."""

import itertools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

from . import nasty
from .parts import Result
from .trial import Trial, told

SECONDS, MEMORY = 60, 2 * 2**30  # that no check may exceed, on a busy machine
TEXT_FIELDS = ("ja", "en", "text", "title", "publisher", "searched")
ADDRESS_FIELDS = ("url", "archive")


def run(rounds: int) -> Result:
    """All tables, then ``rounds`` records and files of Hypothesis's making."""
    from . import invented

    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        trial = Trial(Path(folder) / "atlas")
        result = Result()
        for part in (texts(trial), values(trial), files(trial), names(trial)):
            result += part
        return invented.run(trial, rounds, result)


def texts(trial: Trial, every: int = 1, first: int = 0) -> Result:
    """Each ``every``-th text of the table in every text of some record, both languages alike; the records take turns."""
    result, turns = Result(), itertools.cycle(path for path in trial.records)
    for text in nasty.TEXTS[first::every]:
        for path in itertools.islice(turns, 3):
            content = replaced(trial.records[path], text)
            shown = {language: [dict(content.get("name") or {}).get(language) or text] for language in ("ja", "en")}
            result += tried(trial, path, content, shown if "[[" not in text else {"ja": [], "en": []}, f"{text[:40]!r} in {path}", "texts")
    return result


def values(trial: Trial, every: int = 1) -> Result:
    """Addresses, ids, dates and other values that are not texts."""
    result, source = Result(), "data/sources/essay-2022.yml"
    nothing: dict[str, list[str]] = {"ja": [], "en": []}
    for address in nasty.ADDRESSES[::every]:
        for key in ADDRESS_FIELDS:
            result += tried(trial, source, trial.records[source] | {key: address}, nothing, f"{key} {address[:40]!r}", "addresses")
        person = "data/people/hanako-sato.yml"
        result += tried(trial, person, trial.records[person] | {"links": [address]}, nothing, f"link {address[:40]!r}", "addresses")
    for path, key, id in itertools.product(["data/people/hanako-sato.yml", "data/companies/aoba-lab.yml"], ["formerly", "career", "valuations"], nasty.IDS[::every]):
        content = trial.records[path]
        if key == "formerly":
            content = content | {"formerly": [id]}
        elif key in content:
            content = content | {key: [content[key][0] | {"id": id}, *content[key][1:]]}
        result += tried(trial, path, content, nothing, f"{key} {id!r}", "ids")
    for value in ["9999-99-99", "0000", "２０２４", "2024-05\n", "2024-02-30", "-1", "1e9", "2024~~", "٢٠٢٤", "9" * 5000, "NaN", "inf", "1_000", "0x10", " 2020 ", "true", "[]"][::every]:
        for path, key in (("data/sources/essay-2022.yml", "published"), ("data/people/zoe-marsh.yml", "reviewed"), ("data/stages/new-company.yml", "order"), ("data/stages/new-company.yml", "from")):
            result += tried(trial, path, trial.records[path] | {key: value}, nothing, f"{key} {value[:20]!r}", "dates and numbers")
    for amount in ["USD 1e9", "USD ９", "ZZZ 5", "USD 999999999999999 trillion", "USD " + "9" * 4000, "usd 5", "USD -5", "USD 5 to 1", "USD 0", "XXX 1", "<b> 5"][::every]:
        path = "data/companies/aoba-lab.yml"
        result += tried(trial, path, trial.records[path] | {"valuations": [trial.records[path]["valuations"][0] | {"amount": amount}]}, nothing, f"amount {amount[:20]!r}", "amounts")
    return result


def tried(trial: Trial, path: str, content: dict, shown: dict[str, list[str]], what: str, counted: str) -> Result:
    """One record put into the atlas: refused, or its pages looked at."""
    result = Result({f"{counted} tried": 1})
    try:
        with trial.holding(path, content):
            catalog, problems = trial.check()
            if problems:
                result.count(f"{counted} refused")
                return result
            result.count(f"{counted} shown")
            result.failures += [f"{what}: {fault}" for fault in trial.faults(catalog, path, shown)]
    except Exception as error:  # noqa: BLE001 a traceback is just what must never come
        result.failures.append(f"{what}: {type(error).__name__}: {error}")
    return result


def replaced(value: object, text: str, key: str = "", above: str = "") -> object:
    """A record with the text in the place of each text without references; readings and names of posts too."""
    if isinstance(value, dict):
        return {one: replaced(held, text, one, key) for one, held in value.items()}
    if isinstance(value, list):
        return [replaced(held, text, key, above) for held in value]
    if key not in TEXT_FIELDS or "[[" in value:
        return value
    return f"甲{text}" if key == "ja" and text[:1].isalnum() else text


def files(trial: Trial, only: list[str] | None = None, seconds: float = SECONDS) -> Result:
    """Whole files, and what is no file, in the place of a record: `check` gives a message in either language, soon and in little memory."""
    result = Result()
    for what, held in (nasty.FILES | nasty.ODD).items():
        if only is not None and what not in only:
            continue
        result.count("files tried")
        with trial.holding("data/sources/essay-2022.yml", held):
            for language in ("ja", "en"):
                start = time.monotonic()
                ran = limited(trial.root, "check", "--lang", language, seconds=seconds)
                said = ran.stdout + ran.stderr
                if ran.returncode != 1 or "Traceback" in said or "essay-2022.yml" not in said:
                    result.failures.append(f"file of {what}, {language}: exit code {ran.returncode}: {said[-300:]}")
                if time.monotonic() - start > seconds:
                    result.failures.append(f"file of {what}, {language}: took more than {seconds} s")
    return result


def names(trial: Trial, every: int = 1) -> Result:
    """Odd names of files and folders beside the records, and what is no folder in the place of one."""
    result = Result()
    for name in nasty.FILE_NAMES[::every]:
        place = (trial.root / "data/people").as_posix().encode() + b"/" + name
        Path(place.decode("utf-8", "surrogateescape")).write_bytes(b"name: x\n")
        result += _refused(trial, f"file named {name!r}")
        Path(place.decode("utf-8", "surrogateescape")).unlink()
    for what in list(nasty.ODD)[::every]:
        for path in ("data/x", "data/ledgers/links.json", "data/ledgers/x.json", "data/people/x.yml"):
            (trial.root / "data/ledgers").mkdir(exist_ok=True)
            with trial.holding(path, nasty.ODD[what]):
                result += _refused(trial, f"{path} as {what}")
    for ledger, held in itertools.product(["published", "addresses", "links", "texts"][::every], [b"", b"[]", b"5", b"null", b'"x"', b'{"a": 5}', b'{"a": {}}', b'{"a": {"value": 1}}', b'{"a": null}', b"\xff", b"[" * 100_000, b"NaN"]):
        with trial.holding(f"data/ledgers/{ledger}.json", held):
            result += _refused(trial, f"ledger {ledger} of {held[:20]!r}")
    return result


def _refused(trial: Trial, what: str) -> Result:
    result = Result({"names and folders tried": 1})
    for arguments in (("check", "--lang", "ja"), ("check", "--lang", "en"), ("check", "--json"), ("check", "--format", "github"), ("build",)):
        try:
            code, said = told(trial.root, *arguments)
            lines = [line for line in said.splitlines() if line]
            if code != 1 or not lines or any(not letter.isprintable() for line in lines for letter in line):
                result.failures.append(f"{what}: {arguments[0]} gave {code} and {said[:200]!r}")
        except Exception as error:  # noqa: BLE001
            result.failures.append(f"{what}: {' '.join(arguments)}: {type(error).__name__}: {error}")
    return result


def limited(root: Path, *arguments: str, seconds: float = SECONDS, **options) -> subprocess.CompletedProcess:
    """A command run in bounded memory and time; exit code 124 where the time was not enough."""
    command = [sys.executable, "-m", "scripts", *arguments, "--root", str(root)]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=seconds, preexec_fn=_little_memory, **options)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "out of time")


def _little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def leaves(value: object, loc: tuple = ()) -> Iterator[tuple]:
    """The places of all single values of a record."""
    if isinstance(value, (dict, list)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(one, (*loc, step))
    else:
        yield loc
