"""Every field of every record of the miniature atlas, changed one at a time: what shows it has looked at something that then has another state."""

import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from conftest import MINI, TODAY

from scripts import canonical, cards, exports, feeds, fulltext, load, nametable, pages, parse, sitemap, twins
from scripts.catalog import Catalog
from scripts.labels import LANGUAGES
from scripts.looks import carry_over, digests, same, settled, states
from scripts.model import KINDS
from scripts.pages import redirects
from scripts.watch import Look

from .parts import Result

TOP = "https://atlas.example"


def things(catalog: Catalog) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that a build makes again only when what it looked at changed: name, and what makes it."""
    for language in LANGUAGES:
        for path, template, context in pages.specs(catalog):
            yield f"{language}/{path}", partial(pages.render_page, catalog, language, path, template, context, TODAY)
        yield f"texts {language}", partial(fulltext.small, catalog, language)
    yield from exports.parts(catalog, TODAY, lambda folder: exports.records.folder(catalog, folder).encode())
    yield "feeds", partial(feeds.render, catalog, TOP, TODAY)
    yield "llms", partial(twins.llms, catalog, TOP)
    yield "redirects", partial(redirects.render, catalog, "assets/0")
    yield "names", partial(nametable.tables, catalog)
    yield "sitemap", partial(sitemap.render, catalog, ["people/hanako-sato/index.html"], TOP)
    yield "cards", partial(cards.all_cards, catalog)


def made(catalog: Catalog) -> dict[str, tuple[str, tuple[Look, ...]]]:
    """What is made of a catalog, with its looks."""
    found = {}
    for name, make in things(catalog):
        with catalog.watch.on() as seen:
            found[name] = repr(make()), settled(seen)
    return found


def others(value: object, key: str = "") -> Iterator[object]:
    """Other values for one: each differs from it in one place."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from (value | {name: other} for other in others(one, name))
    elif isinstance(value, list):
        if len(value) > 1:
            yield value[:-1]
        for at, one in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in others(one, "" if key in ("sources", "formerly") else key))
    elif re.match(r"\d{4}", value):
        yield f"{int(value[:4]) - 1}{value[4:]}"
    elif key in ("ja", "en", "title", "publisher"):
        yield value + ("改" if key == "ja" else " anew")
    elif value in ("true", "false"):
        yield "false" if value == "true" else "true"


def edits(root: Path) -> list[tuple[Path, str, dict]]:
    """Every change of one value in a record below ``root``: file, field, whole new content."""
    found = []
    for kind in KINDS:
        for path in sorted((root / "data" / kind.folder).glob("*.yml")):
            content = parse.parse(path.read_text(), {})
            for key, value in content.items():
                found += [(path, f"{path.stem}.{key}", canonical.write(content | {key: other}, kind)) for other in others(value, key)]
    return found


def tried(root: Path, before: dict[str, tuple[str, tuple[Look, ...]]], old: Catalog, edit: tuple[Path, str, str], result: Result) -> None:
    """Make one edit, compare, and take it back. A record that no longer loads is no edit."""
    path, name, text = edit
    kept = path.read_text()
    path.write_text(text)
    data, problems = load.load(root)
    path.write_text(kept)
    if problems:
        return
    new = Catalog(data)
    carry_over(new, old.states, digests(old))
    result.count("edits")
    after = {one: make for one, make in things(new)}
    for one, (said, looks) in before.items():
        if same(new, looks, states(old, looks)) != (states(old, looks) == states(new, looks)):
            result.failures.append(f"{one}: what changed is not what differs after {name}")
        if states(old, looks) == states(new, looks):
            result.count("left as they were")
            if one not in after or repr(after[one]()) != said:
                result.failures.append(f"{one} shows {name}, and is not made again when it changes")
        else:
            result.count("made again")


def run(rounds: int, seed: int = 0) -> Result:
    """As many edits as there are rounds, drawn from all; all of them where there are fewer."""
    result = Result()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(MINI / "data", root / "data")
        old = Catalog(load.load(root)[0])
        before, every = made(old), edits(root)
        for _, looks in before.values():
            states(old, looks)  # as a build has worked them all out
        for edit in random.Random(seed).sample(every, min(rounds, len(every))):
            tried(root, before, old, edit, result)
    return result
