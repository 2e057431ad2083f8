"""Commands that keep the atlas true: stats, links, publish."""

import argparse
import sys

from .shared import tell


def add(command) -> None:
    """Add the commands; ``command(run, help)`` gives the parser of one."""
    command(stats, "count facts, sources and how well the facts are borne out")
    command(links, "ask every source's address whether it still answers, and note it in data/ledgers/links.json")
    command(publish, "note the published values and addresses in data/ledgers/, at a release")


def stats(asked: argparse.Namespace) -> int:
    from .. import checking, evidence

    catalog, problems = checking.check(asked.root)
    for name, value in evidence.stats(catalog).items():
        shown = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
        print(f"{name}: {shown}")
    return 1 if problems else 0


def publish(asked: argparse.Namespace) -> int:
    from .. import checking, history, ledger, write

    catalog, problems = checking.check(asked.root)
    if problems:
        tell(problems, asked.lang)
        return 1
    new = ledger.published(catalog, catalog.data.ledgers.get("published", {}), asked.today)
    kept = ledger.noted_addresses(catalog, catalog.data.ledgers.get("addresses", {}), asked.today)
    write.put_json(asked.root / "data/ledgers/published.json", new, asked.root / ".build" / write.DRAFTS)
    write.put_json(asked.root / "data/ledgers/addresses.json", kept, asked.root / ".build" / write.DRAFTS)
    write.put_json(asked.root / history.LEDGER, history.noted(asked.root, catalog), asked.root / ".build" / write.DRAFTS)
    print(f"{len(new)} published values and {len(kept)} addresses noted")
    return 0


def links(asked: argparse.Namespace) -> int:
    from .. import checking, write
    from .. import links as asking

    catalog, _ = checking.check(asked.root)
    answers = asking.check(source.url for source in catalog.sources.values())
    if asking.no_network(answers):
        print("no address answered: there is no network here, or it is closed; nothing was noted", file=sys.stderr)
        return 1
    noted = dict(catalog.data.ledgers.get("links", {}))
    noted |= {url: {"status": a.status, "checked": asked.today.isoformat()} for url, a in answers.items() if a.status}
    write.put_json(asked.root / "data/ledgers/links.json", {url: noted[url] for url in answers if url in noted}, asked.root / ".build" / write.DRAFTS)
    for url, answer in answers.items():
        if answer.dead or not answer.status:
            print(f"{answer.status or answer.why} {url}")
    silent = sum(not answer.status for answer in answers.values())
    print(f"{len(answers)} addresses asked, {sum(answer.dead for answer in answers.values())} dead, {silent} without an answer")
    return 0
