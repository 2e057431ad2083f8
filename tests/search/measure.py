"""`make bench-search`: how well, how fast and how lightly names are found, beside Material's search and plain Pagefind.

All three answer the same table of queries on the same pages in the same run. Latencies are those of this machine: compare them.
"""

import argparse
import gzip
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from conftest import ROOT, TODAY, copy_project
from playwright.sync_api import sync_playwright

from scripts import build, nametable
from scripts.catalog import Catalog
from scripts.load import load

from . import page as box
from .serving import serve
from .table import Row, rows, scores

MATERIAL = """async ([worker, index, queries]) => {
  const search = new Worker(worker);
  const answer = (type) => new Promise((done) => { search.onmessage = ({ data }) => data.type === type && done(data.data); });
  const ready = answer(1);
  search.postMessage({ type: 0, data: { ...(await (await fetch(index)).json()), options: { suggest: false } } });
  await ready;
  const found = [];
  for (const query of queries) {
    const result = answer(3);
    search.postMessage({ type: 2, data: query });
    found.push((await result).items.map((item) => item[0].location));
  }
  return found;
}"""
PAGEFIND = """async ([bundle, queries]) => {
  const pagefind = await import(bundle + "pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found.push((await Promise.all(results.slice(0, 3).map((one) => one.data()))).map((one) => one.url));
  }
  return found;
}"""
MANY = """async ([from, names, queries]) => {
  const { build, find } = await import(from);
  const start = performance.now(), index = build(names), built = performance.now() - start;
  return [built, queries.map((query) => { const began = performance.now(); find(index, query); return performance.now() - began; })];
}"""


def stock(root: Path) -> Path:
    """The same pages built with Material as it comes, its search on, and indexed by Pagefind as it comes; gives the site."""
    settings = yaml.safe_load(re.sub(r"!ENV \[\w+, (\"[^\"]*\")\]", r"\1", (root / "mkdocs.yml").read_text()))
    settings["theme"] = {"name": "material", "language": "ja", "font": False}
    settings["plugins"] = [{"search": {"lang": ["ja", "en"]}}, *settings["plugins"]]
    settings |= {"hooks": [], "extra_css": [], "site_url": "http://127.0.0.1/"}
    (root / "stock.yml").write_text(yaml.safe_dump(settings, allow_unicode=True))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "stock.yml", "-d", str(root / "stock")], cwd=root, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(root / "stock"), "--quiet"], check=True, capture_output=True)
    return root / "stock"


def id_of(address: str) -> str:
    """The record's id in a page's address."""
    return address.split("#")[0].rstrip("/").split("/")[-1]


def ours(browser, site: Path, table: list[Row]) -> tuple[list, list[float], int]:
    """Answers of the atlas's box, milliseconds of each, and the bytes (gzipped) of its first use."""
    answers, spent, bytes_ = [], [], 0
    with serve(site) as address:
        for language, path in (("ja", ""), ("en", "en/")):
            page = browser.new_page()
            page.goto(address + path, wait_until="networkidle")
            sizes: list[int] = []
            page.on("response", lambda answer, sizes=sizes: sizes.append(len(gzip.compress(answer.body()))))
            box.open_box(page)
            page.keyboard.type("Altman")
            page.locator("[role=option] mark").first.wait_for()
            page.wait_for_load_state("networkidle")
            bytes_ = max(bytes_, sum(sizes))
            asked = [row for row in table if row.language == language]
            for row, (ids, milliseconds) in zip(asked, box.ask(page, [row.query for row in asked]), strict=True):
                answers.append((row, ids))
                spent.append(milliseconds)
            page.close()
    return answers, spent, bytes_


def theirs(browser, site: Path, table: list[Row]) -> tuple[list, list]:
    """Answers of Material's search and of plain Pagefind; both see one site of two languages."""
    material, pagefind = [], []
    worker = next((site / "assets/javascripts/workers").glob("search.*.min.js")).relative_to(site).as_posix()
    with serve(site) as address:
        for language, path in (("ja", ""), ("en", "en/")):
            page = browser.new_page()
            page.goto(address + path)
            asked = [row for row in table if row.language == language]
            queries = [row.query for row in asked]
            found = page.evaluate(MATERIAL, [address + worker, address + "search/search_index.json", queries])
            material += zip(asked, [list(dict.fromkeys(map(id_of, one))) for one in found], strict=True)
            found = page.evaluate(PAGEFIND, [address + "pagefind/", queries])
            pagefind += zip(asked, [[id_of(one) for one in ones] for ones in found], strict=True)
            page.close()
    return material, pagefind


def invented(count: int) -> list[dict]:
    """Names of people who do not exist, as many as asked, in the form of the name table."""
    rng = random.Random(1)
    latin, kana = ["ka", "mo", "ri", "ta", "shi", "lan", "berg", "son", "ova", "den", "mi", "chel", "an", "to", "nio"], "アカサタナハマヤラワンリルレロトドグブミシ"
    names = []
    for number in range(count):
        one = f"{''.join(rng.choices(latin, k=2)).title()} {''.join(rng.choices(latin, k=3)).title()}"
        other = f"{''.join(rng.choices(kana, k=3))}・{''.join(rng.choices(kana, k=5))}"
        names.append({"kind": "person", "url": f"people/p{number}/", "name": other, "other": one, "line": "", "links": number % 50, "forms": [other, one]})
    return names


def latency(browser, site: Path, count: int) -> tuple[float, list[float]]:
    """Milliseconds to build the index of so many names, and of each keystroke of 40 names typed out, with slips."""
    names = invented(count)
    typed = [word[:k] for name in names[:20] for word in (name["other"], name["name"]) for k in range(1, len(word) + 1)]
    typed += [name["other"][:3] + name["other"][4:] for name in names[:40]]
    with serve(site) as address:
        page = browser.new_page()
        page.goto(address)
        script = next(site.glob("assets/*/search/names.js")).relative_to(site).as_posix()
        built, spent = page.evaluate(MANY, [address + script, names, typed])
        page.close()
    return built, spent


def indexing(root: Path, count: int) -> float:
    """Seconds to make the name tables and full-text indexes of so many profiles in both languages, made of the real pages."""
    catalog = Catalog(load(root)[0])
    pages = {language: [path.read_text() for path in sorted((root / ".build" / "text" / language).glob("people/*.html"))] for language in ("ja", "en")}
    top = root / ".build" / "many"
    shutil.rmtree(top, ignore_errors=True)
    for language, held in pages.items():
        for number in range(count):
            path = top / language / f"people/p{number}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(held[number % len(held)].replace("<p>", f"<p>p{number} ", 1))
    start = time.perf_counter()
    nametable.tables(catalog)
    for language in pages:
        subprocess.run([sys.executable, "-m", "pagefind", "--site", str(top / language), "--force-language", "en", "--quiet"], check=True, capture_output=True)
    return time.perf_counter() - start


def show(title: str, answers: list) -> None:
    print(f"\n{title}\n{'form':18}{'queries':>8}{'first':>8}{'top 3':>8}{'MRR':>8}")
    for form, (count, first, third, mean) in scores(answers).items():
        print(f"{form:18}{count:8}{first:8.1%}{third:8.1%}{mean:8.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[150, 1000, 10_000], help="numbers of profiles to time the index for")
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = copy_project(Path(folder) / "atlas", ROOT / "data")
        build.build(root, TODAY, lambda *_: None)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"])
        for name in ("queries.csv", "unseen.csv"):
            answers, spent, bytes_ = ours(browser, root / "site", rows(name))
            show(f"the atlas, {name}", answers)
        print(f"\nper query at the real size: median {statistics.median(spent):.1f} ms; first use {bytes_ / 1024:.0f} KiB gzipped")
        for title, found in zip(("Material's search", "plain Pagefind"), theirs(browser, stock(root), rows()), strict=True):
            show(f"{title}, queries.csv", found)
        for count in sizes:
            built, milliseconds = latency(browser, root / "site", count)
            p95 = statistics.quantiles(milliseconds, n=20)[-1]
            table = len(gzip.compress(str(invented(count)).encode())) / 1024
            print(f"\n{count} names: {built:.0f} ms to index in the browser; a keystroke median {statistics.median(milliseconds):.1f} ms, "
                  f"95th percentile {p95:.1f} ms; table about {table:.0f} KiB gzipped; search index built in {indexing(root, count):.1f} s")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
