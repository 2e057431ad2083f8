"""Ids for new records: made of names and addresses, and who has them already."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from .. import proposals
from ..catalog import Catalog
from ..model import Source

# letters that Unicode does not take apart into a letter and its mark
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE",
                       "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "’": "", "'": "", "ʻ": "", "&": " and "})  # fmt: skip
COUNTRY_LIKE = {"co", "com", "org", "net", "ac", "ne", "or", "go", "gov", "edu"}  # what may stand before a country, as in co.jp
# words of an address that tell nothing of its subject
DULL = frozenset(re.findall(r"\w+", """
    a an and are as at by for from has how in into is it its of on or says the this to was what who why will with after amid over new news article articles story
    stories blog post posts p html htm php index amp www en ja jp us watch v id view archives archive detail wiki"""))
WORDS = 3  # of an address, in an id
LONGEST = 60


def of_name(name: str) -> str:
    """The id that a name in Latin letters gives: ``Łukasz Kaiser`` gives lukasz-kaiser; "" where letters would be lost."""
    return proposals.id(name.translate(PLAIN))


def of_source(catalog: Catalog, url: str, published: str, title: str, taken: Collection[str] = ()) -> str:
    """A free id for a page, and none of those ``taken``: outlet, subject, year. The outlet is named as in the ids of its other pages."""
    path = unquote(urlsplit(url).path)
    year = published[:4] or next(iter(re.findall(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)", path)), "")
    words = _subject(path) or _subject(title) or ([] if year else re.findall(r"\d{3,}", path)[-1:])  # many Japanese outlets number their pages
    pieces = [_outlet(catalog, url), *words[:WORDS], *([year] if year else [])]
    base = "-".join(piece for piece in pieces if piece)[:LONGEST].strip("-")
    return next(id for id in (base, *(f"{base}-{number}" for number in range(2, 10_000))) if id not in catalog.sources and id not in catalog.data.broken and id not in taken)


def of_page(catalog: Catalog, url: str) -> str:
    """The id of the source record of a page, however its address is written, be the record finished or not; "" where there is none."""
    plain = same(url)
    held = {id: source.url for id, source in catalog.sources.items()} | _unfinished(catalog)
    return next((id for id, known in held.items() if same(known) == plain), "")


def _unfinished(catalog: Catalog) -> dict[str, str]:
    """The addresses in records of sources that are no whole records yet, by id."""
    found = {}
    for id in sorted(catalog.data.broken):
        with suppress(OSError, UnicodeDecodeError):
            text = (catalog.data.root / f"data/sources/{id}.yml").read_text(encoding="utf-8-sig")
            if line := re.search(r"^url: *[\"']?(https?://[^\s\"']+)", text, re.M):
                found[id] = line[1]
    return found


def same(url: str) -> str:
    """What two addresses of one page have in common: no scheme, www, closing slash, fragment and marks of campaigns."""
    parts = urlsplit(url.strip())
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not re.match(r"utm_|fbclid|gclid|ref$|source$", key)]
    return f"{host(url)}{unquote(parts.path).rstrip('/')}{'?' if kept else ''}{urlencode(sorted(kept))}"


def host(url: str) -> str:
    """The host of an address, without www."""
    return (urlsplit(url.strip()).hostname or "").removeprefix("www.").removeprefix("m.")


def beside(catalog: Catalog, url: str) -> list[tuple[str, Source]]:
    """The sources of the same host."""
    return [(id, source) for id, source in catalog.sources.items() if host(source.url) == host(url)]


def owners(catalog: Catalog, id: str, folder: str) -> Iterator[str]:
    """The files that have an id already, of those with which a new record of the folder would share it."""
    for kind, known, record in catalog.records:
        if (kind == "sources") != (folder == "sources"):
            continue
        if known == id or id in getattr(record, "formerly", []) or id in [term.id for term in getattr(record, "terms", [])]:
            yield f"data/{kind}/{known}.yml"


def free(catalog: Catalog, id: str, folder: str) -> str:
    """The nearest id that nobody has."""
    return next(one for one in (f"{id}-{number}" for number in range(2, 10_000)) if not any(owners(catalog, one, folder)))


def _outlet(catalog: Catalog, url: str) -> str:
    first = Counter(id.partition("-")[0] for id, _ in beside(catalog, url))
    if first:
        return first.most_common(1)[0][0]
    labels = [label for label in host(url).split(".") if label]
    labels = labels[:-1] if len(labels) > 1 else labels
    if len(labels) > 1 and labels[-1] in COUNTRY_LIKE:
        labels = labels[:-1]
    return re.sub(r"[^a-z0-9]", "", labels[-1]) if labels else ""


def _subject(text: str) -> list[str]:
    """The words of an address or a title that tell of its subject, in order."""
    pieces = [piece for piece in text.split("/") if piece]
    last = max(reversed(pieces), key=lambda piece: len(re.findall(r"[A-Za-z]{3,}", piece)), default="")
    words = re.findall(r"[a-z0-9]+", of_name(re.sub(r"\.\w{2,5}$", "", last)) or re.sub(r"[^a-z0-9]+", " ", last.lower()))
    return [word for word in dict.fromkeys(words) if word not in DULL and re.search(r"[a-z]", word) and not re.fullmatch(r"[0-9a-f]{6,}|.*\d{5,}.*", word) and len(word) > 1]
