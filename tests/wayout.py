"""`make wayout`: the same Markdown by ProperDocs and by Zensical, for the day on which MkDocs 1.x and Material are no longer kept. Says how the pages differ."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import yaml
from lxml import html

from scripts import compare

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".build" / "wayout"
TOOLS = ROOT / ".build" / "tools" / "bin"
ORIGIN = "https://exodus-atlas.example"
BELOW = f"{ORIGIN}/some/path"  # links are compared as from below a path: at the top, one step too many would not show
OURS = ".//p[contains(@class, 'page-tools')] | .//nav[contains(@class, 'crumbs')]"  # parts of an article that our theme adds
THEIRS = ".//a[contains(@class, 'headerlink')] | .//nav[contains(@class, 'crumbs')]"


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a builder beside our own packages, at a fixed date; stop if it fails."""
    places = os.pathsep.join((str(ROOT), sysconfig.get_path("purelib")))
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": places, "SOURCE_DATE_EPOCH": "1795435200", "NO_MKDOCS_2_WARNING": "1"})


def with_properdocs() -> list[compare.Change]:
    """Build the site's pages by MkDocs and by ProperDocs, with the same theme, plugin and hooks; give the pages that differ."""
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", HOME / "mkdocs")
    run(TOOLS / "python", "-m", "properdocs", "build", "--quiet", "--site-dir", HOME / "properdocs")
    return compare.pages(HOME / "mkdocs", HOME / "properdocs")


def with_zensical() -> Counter:
    """Build each language by Zensical in its own theme; count how its articles compare with MkDocs'."""
    found: Counter = Counter()
    for language, top in (("ja", HOME / "mkdocs"), ("en", HOME / "mkdocs" / "en")):
        folder = HOME / "zensical" / language
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "docs" / language, folder / "docs")
        settings = {"site_name": "Atlas", "site_url": f"{ORIGIN}/", "theme": {"language": language, "font": False},
                    "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": False, "toc_depth": 2}}]}  # fmt: skip
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
        run(TOOLS / "zensical", "build", cwd=folder)
        for page in sorted((folder / "docs").rglob("*.md")):
            path = page.relative_to(folder / "docs").with_suffix("")
            place = (path.parent if path.name == "index" else path) / "index.html"
            found.update(_compared(top / place, folder / "site" / place, f"{BELOW}/{place.parent.as_posix()}/"))
    return found


def _compared(ours: Path, theirs: Path, address: str) -> set[str]:
    """What holds of one page: "pages", "same text", "same anchors", "same links"."""
    mine, other = _article(ours, OURS), _article(theirs, THEIRS)
    text = [" ".join(one.text_content().replace("%SITE%", ORIGIN).split()) for one in (mine, other)]
    links = [Counter(urljoin(address, link) for link in one.xpath(".//a/@href")) for one in (mine, other)]
    holds = {"same text": text[0] == text[1], "same anchors": set(mine.xpath(".//@id")) <= set(other.xpath(".//@id")), "same links": links[0] == links[1]}
    return {"pages", *(name for name, so in holds.items() if so)}


def _article(page: Path, without: str) -> html.HtmlElement:
    article = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8")).find(".//article")
    for part in article.xpath(without):
        part.drop_tree()
    return article


def main() -> int:
    """Build and compare; 1 if ProperDocs gives another page, or Zensical loses a word or an anchor."""
    differing = with_properdocs()
    print(f"ProperDocs, same theme and plugin: {len(differing)} pages differ from MkDocs'", *(one.address for one in differing[:20]), sep="\n  ")
    found = with_zensical()
    print("Zensical, its own theme, articles compared: " + ", ".join(f"{count} {name}" for name, count in found.most_common()))
    return 1 if differing or found["same text"] < found["pages"] or found["same anchors"] < found["pages"] else 0


if __name__ == "__main__":
    sys.exit(main())
