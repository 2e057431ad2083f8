"""`python -m bench.atlas N FOLDER`: a whole project with N profiles of the real atlas's shape.

It is made of copies of the real records, each with invented names, words, addresses and ids, so that stints, stories, sources, citations,
disputes, money and links come as often and are as long as in the real ones; the last copy is a part of one. What a growing atlas would
not have more of does not grow in proportion: there is one OpenAI with its few founders, one article, seven stages, and the events of the
stages grow with the logarithm of the profiles (10,000 profiles: 2.7 times as many). Everyone's time at OpenAI stays, so OpenAI's own page
and the pictures grow with the people. The same number gives the same bytes as long as the real records are the same.
"""

import argparse
import json
import math
import random
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from conftest import ROOT, TODAY, surround

from scripts import canonical, fingerprints
from scripts.catalog import Catalog
from scripts.ledger import VALUES
from scripts.ledgers import FOLDER as LEDGERS
from scripts.load import load
from scripts.model import KINDS, Deal, Event, Part, Round, Stint, Valuation
from scripts.relations import OPENAI
from scripts.texts import BY_HAND, LEDGER

from .copies import Copy, Plain, Real, slug
from .names import Names

FACTS: dict[str, type[Part]] = {"career": Stint, "valuations": Valuation, "rounds": Round, "deals": Deal, "events": Event}


def shares(real: Catalog, count: int) -> list[dict[str, list[str]]]:
    """The real ids that each copy keeps, so that people and companies together are ``count``, in the real proportion."""
    people, companies = list(real.people), [id for id in real.companies if id != OPENAI]
    random.Random("shares").shuffle(people)
    random.Random("shares").shuffle(companies)
    wanted_people = min(count - 1, round(count * len(people) / (len(people) + len(companies) + 1)))
    wanted_companies = count - wanted_people - 1
    found: list[dict[str, list[str]]] = []
    while not found or wanted_people > 0 or wanted_companies > 0:
        found.append({"people": people[: max(0, wanted_people)], "companies": [*([] if found else [OPENAI]), *companies[: max(0, wanted_companies)]]})
        wanted_people, wanted_companies = wanted_people - len(people), wanted_companies - len(companies)
    return found


@cache
def the_real_one() -> Real:
    """The atlas of this project."""
    return Real(Catalog(load(ROOT)[0]))


def records(count: int) -> Iterator[tuple[str, str, Plain]]:
    """Folder, id and content of every record of an atlas of ``count`` profiles."""
    real = the_real_one()
    catalog, outlets, names = real.catalog, {}, Names("names", real.prose.words)
    copies = [Copy(real, number, kept, names, outlets) for number, kept in enumerate(shares(catalog, count))]
    more = more_events(catalog, copies, count)
    for id, stage in catalog.stages.items():
        content = copies[0].record(id, stage)
        yield "stages", id, content | {"events": content["events"] + more.get(id, [])}
    for id, article in catalog.articles.items():
        yield "articles", id, copies[0].record(id, article)
    for copy in copies:
        for folder, ids in copy.kept.items():
            for id in ids:
                yield folder, copy.ids[id], copy.record(id, catalog.data.records[folder][id])
        share = len(copy.kept["people"]) / len(catalog.people)
        for content in (copy.record("", one) for one in list(catalog.candidates.values())[: round(len(catalog.candidates) * share)]):
            yield "candidates", slug(content["name"]["en"]), content
        for id in list(copy.cited):
            yield "sources", *copy.source(id)


def more_events(catalog: Catalog, copies: list[Copy], count: int) -> dict[str, list[dict]]:
    """By stage, the events that it has in a large atlas beyond those of the real one."""
    held = [(copy, id, event) for copy in copies[1:] if copy.kept["people"] for id, stage in catalog.stages.items() for event in stage.events]
    wanted = round(sum(len(stage.events) for stage in catalog.stages.values()) * math.log10(max(1, count / (len(catalog.people) + len(catalog.companies)))))
    found: dict[str, list[dict]] = {}
    for copy, id, event in random.Random("events").sample(held, min(wanted, len(held))):
        found.setdefault(id, []).append(copy.record(id, event) | {"id": f"{event.id}-{copy.number}", "key": "false"})
    return found


def ledgers(made: Iterator[tuple[str, str, Plain]], put: Callable[[str, str, Plain], None]) -> dict[str, dict]:
    """The ledgers of an atlas that was published today, of records that ``put`` takes one by one."""
    published, addresses = {}, {}
    agreed = {key: line for key, line in the_real_one().catalog.data.ledgers[LEDGER].items() if key.startswith(f"{BY_HAND}/")}
    for folder, id, content in made:
        put(folder, id, content)
        if folder != "sources":
            agreed[f"{folder}/{id}"] = fingerprints.line(fingerprints.pairs(content))
        if folder not in ("sources", "candidates"):
            addresses[f"{folder}/{id}"] = TODAY.isoformat()
        facts = {fact["id"]: _value(kind, fact) for key, kind in FACTS.items() for fact in content.get(key, []) if isinstance(content.get(key), list)}
        if "founded" in content:
            facts["founded"] = content["founded"]["date"]
        published |= {f"{folder}/{id}#{fact}": {"value": value, "since": TODAY.isoformat()} for fact, value in facts.items()}
    return {"published": published, "addresses": addresses, LEDGER: agreed}


def _value(kind: type[Part], fact: dict) -> str:
    values = (fact.get(kind.model_fields[name].alias or name, "") for name in VALUES[kind])
    return " | ".join(value["en"] if isinstance(value, dict) else value for value in values)


def write(count: int, folder: Path) -> Path:
    """Make the project of an atlas of ``count`` profiles in the place of whatever is in ``folder``; gives the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    data, models = folder / "data", {kind.folder: kind for kind in KINDS}
    for name in (*(kind.folder for kind in KINDS), LEDGERS):
        (data / name).mkdir(parents=True)

    def put(kind: str, id: str, content: Plain) -> None:
        (data / kind / f"{id}.yml").write_text(canonical.write(content, models[kind]), encoding="utf-8")

    for name, held in ledgers(records(count), put).items():
        lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(held.items()))
        (data / LEDGERS / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    surround(folder)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a project with an invented atlas of the real one's shape.")
    parser.add_argument("profiles", type=int, help="how many people and companies together")
    parser.add_argument("folder", type=Path, help="where; what is there is removed")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()) and not (asked.folder / "data" / "people").is_dir():
        parser.error(f"{asked.folder} holds something that is no atlas")
    write(asked.profiles, asked.folder)


if __name__ == "__main__":
    main()
