"""Pages at former addresses that lead to the new ones, in both languages, anchors included."""

from html import escape

from ..catalog import Catalog
from ..hosting import rules
from ..labels import LANGUAGES, label
from ..model import Record

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{name}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{target}">
<script src="{assets}/redirect.js"></script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{moved} {name}</a></p></body>
</html>
"""


def render(catalog: Catalog, assets: str) -> dict[str, str]:
    """Every redirect page, ``assets`` being the folder of our scripts: ``{"people/old-id/index.html": HTML, "en/people/old-id/index.html": HTML, …}``."""
    found = {}
    for folder, id, record in catalog.pages:
        for old in record.formerly if isinstance(record, Record) else ():
            for language in LANGUAGES:
                top, depth = ("", "../..") if language == "ja" else ("en/", "../../..")
                found[f"{top}{folder}/{old}/index.html"] = PAGE.format(
                    language=language, name=escape(getattr(record.name, language)), target=f"../{id}/",
                    assets=f"{depth}/{assets}", policy=rules.policy(meta=True), moved=label("moved", language),
                )  # fmt: skip
    return found
