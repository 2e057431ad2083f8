"""Records and files of Hypothesis's making: any bytes, any YAML, any record of the right shape."""

import copy
import functools
import string
from collections.abc import Callable

import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from scripts import canonical, fields, parse
from scripts.load import load
from scripts.model import KINDS, Part, Text
from scripts.problem import Fault

from . import hostile, nasty
from .parts import Result
from .trial import Trial

SIGNS = some.sampled_from([*"<>&\"'`*_[]{}()#|\\!~^=:-+@%$;,./ ", "[[", "]]", "{{", "}}", "{%", "%}", "<!--", "-->", "](", "&lt;", "&#", "\n", "\u202e", "\u200b", "あ", "甲", "é", "x", "1", "</", "{: "])
texts = some.sampled_from(nasty.TEXTS) | some.lists(SIGNS, min_size=1, max_size=12).map("".join) | some.text(max_size=30) | some.text(string.printable, max_size=30)
scalars = texts | some.sampled_from(nasty.ADDRESSES) | some.sampled_from(nasty.IDS)
keys = some.sampled_from(sorted({field.key for part in fields.parts() for field in fields.of(part)})) | texts
anything = some.recursive(scalars, lambda inside: some.lists(inside, max_size=4) | some.dictionaries(keys, inside, max_size=4), max_leaves=15)
KNOWN = ["openai", "aoba-lab", "hanako-sato", "zoe-marsh", "gazette-sato-2020", "aoba-history-2021", "first-years", "c1", "c2", "c3"]
DATES = ["2016", "2018-05", "2019-12-31", "2020~", "2024-06-30", "1900", "2100-12-31", "2024-02-30"]
FORMS: dict[str, some.SearchStrategy] = {
    "date": some.sampled_from(DATES), "amount": some.sampled_from(["USD 1", "over EUR 2.5 billion", "JPY 1 to 2 trillion", "USD x"]), "id": some.sampled_from(KNOWN),
    "line": texts, "url": some.sampled_from(["https://example.org/x", *nasty.ADDRESSES]), "language": some.sampled_from(["ja", "en", "zh", "fa"]),
    "switch": some.sampled_from(["true", "false"]), "number": some.sampled_from(["1", "7", "3"]),
}  # fmt: skip


@functools.cache
def part(model: type[Part], deep: int = 0) -> some.SearchStrategy:
    """Contents of the right shape for a part of a record: required keys, and some of the others."""
    required, optional = {}, {}
    for field in fields.of(model):
        one = value(field, deep)
        (required if field.required else optional)[field.key] = some.lists(one, min_size=1, max_size=2) if field.many else one
    return some.fixed_dictionaries(required, optional=optional if deep < 2 else {})


def value(field: fields.Field, deep: int) -> some.SearchStrategy:
    """What a field may hold."""
    if field.form == "choice":
        return some.sampled_from(field.choices)
    if field.form == "party":
        return some.sampled_from(["openai", "aoba-lab"]) | part(Text, deep + 1)
    return part(field.model, deep + 1) if field.model else FORMS[field.form]


records = some.sampled_from(KINDS).flatmap(lambda kind: some.tuples(some.just(kind.folder), part(kind)))


@some.composite
def spoilt(draw: Callable, trial: Trial) -> tuple[str, dict]:
    """A harmless record in which a few texts, in both languages alike, give way to hostile ones: most of these pass the checks."""
    path = draw(some.sampled_from(sorted(trial.records)))
    content = copy.deepcopy(trial.records[path])
    places = sorted({loc[:-1] if loc[-1] in ("ja", "en") else loc for loc in hostile.leaves(content)}, key=str)
    for loc in draw(some.lists(some.sampled_from(places), min_size=1, max_size=3, unique=True)):
        holder = functools.reduce(lambda held, step: held[step], loc[:-1], content)
        now, said = holder[loc[-1]], draw(texts)
        if isinstance(now, dict):
            holder[loc[-1]] = now | {"ja": f"甲{said}", "en": said or "x"}
        elif loc[-1] in hostile.TEXT_FIELDS:
            holder[loc[-1]] = said
    return path, content


def files_of_bytes(raw: bytes, trial: Trial) -> None:
    """Any bytes as a record's file: a record or problems, nothing else, from the loader and from `fmt`'s form."""
    path = trial.root / "data/sources/essay-2022.yml"
    with trial.holding("data/sources/essay-2022.yml", raw):
        trial.check()
        load(trial.root)
        try:
            text = parse.read_text(path)
            form = canonical.canonical(text, KINDS[3])
            assert parse.parse(form, {}) == parse.parse(text, {})
        except Fault:
            pass


def run(trial: Trial, rounds: int, result: Result, settings_: settings | None = None) -> Result:
    """``rounds`` examples of each kind; failures and counts go into ``result``."""
    rule = settings_ or settings(max_examples=rounds, deadline=None, database=None, report_multiple_bugs=False)
    raw = some.binary(max_size=300) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | anything.map(lambda held: yaml.safe_dump(held, allow_unicode=True).encode("utf-8", "surrogatepass"))
    kinds: dict[str, tuple[some.SearchStrategy, Callable]] = {
        "files of bytes and YAML": (raw, lambda held: files_of_bytes(held, trial)),
        "invented records": (records, lambda one: _record(trial, f"data/{one[0]}/{_own_name(one[0])}.yml", one[1], result, "invented records")),
        "spoilt records": (spoilt(trial), lambda one: _record(trial, *one, result, "spoilt records")),
    }
    for what, (strategy, tried) in kinds.items():
        try:
            rule(given(strategy)(_example(what, tried, result)))()
        except Exception as error:  # noqa: BLE001 what Hypothesis found, with its example in the notes
            result.failures.append(f"{what}: {type(error).__name__}: {error}; " + " ".join(getattr(error, "__notes__", []))[:600])
    return result


def _example(what: str, tried: Callable, result: Result) -> Callable:
    def example(held: object) -> None:
        result.count(f"{what} tried")
        tried(held)

    return example


def _own_name(folder: str) -> str:
    return {"people": "zoe-marsh", "companies": "aoba-lab", "stages": "first-years", "sources": "essay-2022", "articles": "essay", "candidates": "taro-suzuki"}[folder]


def _record(trial: Trial, path: str, content: dict, result: Result, what: str) -> None:
    shown = {language: [said] if isinstance(name := content.get("name"), dict) and "[[" not in (said := name.get(language, "")) else [] for language in ("ja", "en")}
    with trial.holding(path, content):
        catalog, problems = trial.check()
        result.count(f"{what} {'refused' if problems else 'shown'}")
        assert problems or not (faults := trial.faults(catalog, path, shown)), faults
