"""The house's order: imports lead only to the left, rooms stay small, one module writes, one prints."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = ["problem", "workers", "characters", "dates", "money", "labels.words", "labels.choices", "labels.search", "labels.fields", "labels.commands", "labels.writing", "labels.options", "labels.guide", "labels", "labels.examples", "labels.messages.common", "labels.messages.files", "labels.messages.yaml", "labels.messages.fields", "labels.messages.references", "labels.messages.content", "labels.messages.living", "labels.messages.sentences", "labels.messages", "proposals", "causes", "refs", "parity", "model.base",
         "model.candidates", "model.companies", "model.people", "model.sources", "model.stages", "model", "fields", "telling", "keys", "explain", "slips.lines", "slips", "watch", "parse", "scalars", "comments", "canonical", "guide", "mend", "fingerprints", "handwritten", "ledgers", "load", "catalog", "looks", "lasting", "texts", "history", "evidence",
         "ledger", "rules.common", "rules.references", "rules.content", "rules.naming", "rules.living", "rules", "drafts.ids", "drafts.names", "drafts.notes", "drafts", "drafts.options", "drafts.filed", "drafts.places", "drafts.report", "schema", "relations", "journeys", "freshness", "formats",
         "links", "hosting.rules", "hosting", "exports.columns", "exports.tables", "exports.package", "exports.records", "exports.graph", "exports",
         "pages.signs", "pages.view", "charts.scale", "charts.careers", "charts.departures", "charts.destinations", "charts.money", "charts.founding",
         "charts", "pages.linked", "pages.order", "pages.paging", "pages.redirects", "pages", "fulltext", "nametable", "write", "tree", "groups", "cards.words", "cards.letters", "cards.layout", "cards.picture", "cards.apart", "cards", "twins", "compress", "compare", "feeds", "stamps", "checking", "frame", "sitemap", "index", "unchanged", "render", "build", "preview.state", "preview.server", "preview", "cli.shared", "cli.records", "cli.site", "cli.publishing", "cli.translations", "cli.upkeep", "cli.writing", "cli", "__main__"]  # fmt: skip
MODULES = {
    ".".join(path.relative_to(ROOT / "scripts").with_suffix("").parts).removesuffix(".__init__"): path
    for path in (ROOT / "scripts").rglob("*.py")
    if path != ROOT / "scripts" / "__init__.py" and path.name != "hooks.py"  # MkDocs loads the hooks, we do not
}


def _imports(name: str, path: Path) -> set[str]:
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1] + (node.module.split(".") if node.module else [])
            found |= {".".join([*base, alias.name]) if ".".join([*base, alias.name]) in MODULES else ".".join(base) for alias in node.names}
    return found - {""}


def test_every_module_has_its_place():
    assert set(MODULES) == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_imports_lead_to_the_left(name):
    assert {other for other in _imports(name, MODULES[name]) if ORDER.index(other) >= ORDER.index(name)} == set()


@pytest.mark.parametrize("name", ORDER)
def test_rooms_stay_small(name):
    text = MODULES[name].read_text()
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert text.count("\n") <= 250
    assert [f.name for f in functions if f.end_lineno - f.lineno >= 40] == []


def test_one_module_prints_and_one_writes():
    calls = {name: {n.func.id if isinstance(n.func, ast.Name) else n.func.attr for n in ast.walk(ast.parse(path.read_text()))
                    if isinstance(n, ast.Call) and isinstance(n.func, (ast.Name, ast.Attribute))} for name, path in MODULES.items()}  # fmt: skip
    assert {name.partition(".")[0] for name, used in calls.items() if "print" in used} == {"cli"}
    assert [name for name, used in calls.items() if used & {"write_text", "write_bytes", "unlink", "mkdir"}] == ["write"]


def test_the_commands_load_little():
    """A build with nothing to do must end at once: what reads records and makes pages is loaded by the command that needs it."""
    said = subprocess.run([sys.executable, "-c", "import sys, scripts.cli; print(*sys.modules)"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {"mkdocs", "jinja2", "pydantic", "scripts.catalog", "scripts.build"} & set(said) == set()


def test_a_check_loads_nothing_that_makes_pages():
    said = subprocess.run([sys.executable, "-c", "import sys, scripts.checking; print(*sys.modules)"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {"mkdocs", "jinja2", "networkx", "requests", "scripts.pages"} & set(said) == set()
