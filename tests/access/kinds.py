"""One page of each kind: every page at the top, every picture, one of each folder of records, the guide's, and the one for what is missing."""

from pathlib import Path

RICHEST = ("people/sam-altman", "companies/anthropic", "stages/crisis-of-november-2023", "articles/right-ai-exodus")  # much to show, so much to go wrong
WHOLE = ("", "pictures", "guide")  # folders of which every page is a kind of its own


def of(site: Path, whole: tuple[str, ...] = WHOLE) -> list[str]:
    """The kinds' addresses below the site's root, in Japanese; with ``en/`` before it, each is there in English, but for ``404.html``."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        folder = address.rpartition("/")[0]
        if address.split("/")[0] != "en":
            kind = address if folder in whole else f"{folder}/*"
            if kind not in found or address in RICHEST:
                found[kind] = address
    return [f"{address}/".removeprefix("/") for address in found.values()] + ["404.html"]


def in_both(site: Path) -> list[str]:
    """Every kind in both languages."""
    return [language + kind for kind in of(site) for language in ("", "en/") if not (language and kind == "404.html")]
