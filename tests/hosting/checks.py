"""What a host must answer, one check each: a generator of what is wrong. ``address`` is the server's, ``site`` the folder that it serves."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import brotli

from scripts.hosting import rules

from .asking import ask, ask_raw, connect

GONE = "/people/nobody-of-this-name/"
READ = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
OUTSIDE = (b"/../../../../etc/passwd", b"/%2e%2e/%2e%2e/%2e%2e/etc/passwd", b"/..%2f..%2f..%2fetc/passwd", b"/assets/..%5c..%5cetc/passwd",
           b"/people/%00", b"/%00/etc/passwd", b"//etc/passwd", b"/assets/%252e%252e/%252e%252e/etc/passwd")  # fmt: skip
MEGA = 1_000_000


def examples(site: Path) -> dict[str, str]:
    """One file of every ending, as addresses: ``{"css": "/assets/…", …}``; a page by its folder."""
    found = {"": "/", "page": "/people/"}
    for path in sorted(site.rglob("*.*")):
        found.setdefault(path.suffix.lstrip("."), "/" + path.relative_to(site).as_posix())
    return {ending: address for ending, address in found.items() if ending in ("", "page") or ending in rules.TYPES}


def file_of(site: Path, path: str) -> bytes:
    """What the site holds at an address."""
    return (site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))).read_bytes()


def every_answer_has_the_headers(address: str, site: Path) -> Iterator[str]:
    """Security headers on every kind of file and on the page for what is missing; HSTS with TLS only."""
    wanted = rules.headers() | (rules.SECURE if address.startswith("https") else {})
    for path in (*examples(site).values(), GONE):
        fields = ask(address, path).fields
        yield from (f"{path}: {name} is {fields.get(name.lower())!r}" for name, value in wanted.items() if fields.get(name.lower()) != value)
        if not address.startswith("https") and "strict-transport-security" in fields:
            yield f"{path}: HSTS without TLS"
        if any(character.isdigit() for character in fields.get("server", "")):
            yield f"{path}: tells its version, {fields['server']}"


def copies_are_kept_as_long_as_the_table_says(address: str, site: Path) -> Iterator[str]:
    """Cache-Control of every kind; what is missing is never kept long, whatever its name."""
    wanted = {path: rules.kept(path) for path in examples(site).values()} | {GONE: rules.CHECKED, "/assets/gone.0123456789ab.css": rules.CHECKED}
    for path, value in wanted.items():
        if (said := ask(address, path).fields.get("cache-control")) != value:
            yield f"{path}: Cache-Control is {said!r}, not {value!r}"


def types_are_told(address: str, site: Path) -> Iterator[str]:
    """Content-Type with its encoding."""
    for ending, path in (*examples(site).items(), ("html", GONE), ("txt", "/data/SHA256SUMS")):
        wanted = rules.content_type("html" if ending in ("", "page") else ending)
        if (said := ask(address, path).fields.get("content-type", "").lower()) != wanted:
            yield f"{path}: Content-Type is {said!r}, not {wanted!r}"


def text_travels_compressed(address: str, site: Path) -> Iterator[str]:
    """br, gzip or as it is, as the reader's browser asks, and caches on the way are told; the copy is the file."""
    found = examples(site)
    for path in (found[""], found["page"], found["json"], found["md"], found["css"]):
        raw = file_of(site, path)
        for asked, wanted in (("br", "br"), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", ""), ("", "")):
            answer = ask(address, path, accept_encoding=asked)
            if (encoding := answer.fields.get("content-encoding", "")) != wanted:
                yield f"{path}: asked for {asked!r}, came as {encoding!r}"
            elif READ[encoding](answer.body) != raw:
                yield f"{path}: what came as {asked!r} is not the file"
            if len(raw) >= 1024 and "accept-encoding" not in answer.fields.get("vary", "").lower():
                yield f"{path}: no Vary for {asked!r}"
    for path in (found["png"], found["pf_fragment"]):
        if ask(address, path, accept_encoding="gzip, br").fields.get("content-encoding"):
            yield f"{path}: compressed twice"


def copies_are_confirmed(address: str, site: Path) -> Iterator[str]:
    """ETag and Last-Modified: 304 without a body for a good copy, the file for another; each encoding has its own ETag."""
    found = examples(site)
    for path in (found[""], found["css"], found["json"], found["png"]):
        tags = set()
        for asked in ("br", "gzip", "identity"):
            first = ask(address, path, accept_encoding=asked)
            tag = first.fields.get("etag", "")
            tags.add(tag)
            again = ask(address, path, accept_encoding=asked, if_none_match=tag or '"none"')
            if again.status != 304 or again.body:
                yield f"{path}: {again.status} with {len(again.body)} bytes for a copy that is still good ({asked})"
            if again.fields.get("cache-control") != rules.kept(path):
                yield f"{path}: the 304 does not say how long to keep the copy"
            if ask(address, path, accept_encoding=asked, if_none_match='"another"').status != 200:
                yield f"{path}: no file for a copy that has grown old ({asked})"
        if path != found["png"] and len(tags) != 3:
            yield f"{path}: encodings share an ETag"
        if ask(address, path, if_modified_since=ask(address, path).fields.get("last-modified", "")).status != 304:
            yield f"{path}: If-Modified-Since is not heeded"


def parts_can_be_had(address: str, site: Path) -> Iterator[str]:
    """Range: the bytes asked for, or 416."""
    path = examples(site)["png"]
    raw = file_of(site, path)
    part = ask(address, path, range="bytes=10-109")
    if (part.status, part.body, part.fields.get("content-range")) != (206, raw[10:110], f"bytes 10-109/{len(raw)}"):
        yield f"{path}: {part.status} for a part"
    if (status := ask(address, path, range=f"bytes={len(raw) + 10}-").status) != 416:
        yield f"{path}: {status} for a part beyond the end"


def head_is_get_without_its_body(address: str, site: Path) -> Iterator[str]:
    """HEAD."""
    for path in (*examples(site).values(), GONE):
        get, head = ask(address, path), ask(address, path, "HEAD")
        told = [{name: one.fields.get(name) for name in ("content-type", "etag", "cache-control", "content-length")} for one in (get, head)]
        sent = ask_raw(address, f"HEAD {path} HTTP/1.1".encode()).body
        if sent or head.status != get.status or told[0] != told[1]:
            yield f"{path}: HEAD says {head.status} {told[1]}, GET {get.status} {told[0]}"


def what_is_missing_is_explained(address: str, site: Path) -> Iterator[str]:
    """404 with the site's own page, for folders without a page and for the host's file too."""
    for path in (GONE, f"/{'a' * 300}", f"/{quote('あ' * 100)}", "/nobody.html", "/people/nobody.json", "/cards/", "/_headers", "/assets/gone.0123456789ab.css"):
        for asked in ("br", "gzip", "identity"):
            answer = ask(address, path, accept_encoding=asked)
            encoding = answer.fields.get("content-encoding", "")
            if answer.status != 404 or READ[encoding](answer.body) != file_of(site, "/404.html"):
                yield f"{path}: {answer.status}, {len(answer.body)} bytes ({asked})"


def folders_get_their_slash(address: str, site: Path) -> Iterator[str]:
    """/people leads to /people/, on the same host."""
    answer = ask(address, "/people")
    if answer.status not in (301, 308) or answer.fields.get("location") not in ("/people/", "people/", f"{address}/people/"):
        yield f"/people: {answer.status} to {answer.fields.get('location')}"


def only_reading_is_done(address: str, site: Path) -> Iterator[str]:
    """Methods other than GET and HEAD are refused."""
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO", "get"):
        answer = ask_raw(address, f"{method} / HTTP/1.1".encode(), b"Content-Length: 0")
        if answer.status not in (400, 405, 501) or b"<article" in answer.body:
            yield f"{method}: {answer.status}"


def nothing_outside_is_shown(address: str, site: Path) -> Iterator[str]:
    """Paths that lead out of the folder, and bytes that no path has."""
    for path in OUTSIDE:
        answer = ask_raw(address, b"GET " + path + b" HTTP/1.1")
        if answer.status not in (400, 404) or b"root:" in answer.body:
            yield f"{path!r}: {answer.status}"


def floods_are_refused(address: str, site: Path) -> Iterator[str]:
    """A huge header, line or number of headers, a broken request: an error of the reader's, and the next reader is served."""
    for name, line, fields in (
        ("a header of 1 MB", b"GET / HTTP/1.1", [b"X-Big: " + b"a" * MEGA]),
        ("an address of 1 MB", b"GET /" + b"a" * MEGA + b" HTTP/1.1", []),
        ("50,000 headers", b"GET / HTTP/1.1", [b"X-%d: 1" % number for number in range(50_000)]),
        ("no version", b"GET / HTTP/9.9", []),
        ("no request at all", b"\x16\x03\x01\x02\x00\x01", []),
        ("two lengths", b"GET / HTTP/1.1", [b"Content-Length: 1", b"Content-Length: 2"]),
    ):
        if not (400 <= (status := ask_raw(address, line, *fields).status) < 500 or status in (0, 505)):
            yield f"{name}: {status}"
        if ask(address, "/").status != 200:
            yield f"after {name} nobody is served"


def connections_stay_open(address: str, site: Path) -> Iterator[str]:
    """HTTP/1.1: page, style and script come on one connection."""
    on = connect(address)
    found = examples(site)
    for path in (found[""], found["css"], found["js"], GONE, found["page"]):
        answer = ask(address, path, on=on)
        if on.sock is None or answer.status not in (200, 404):
            yield f"{path}: the connection is closed"
    on.close()


CHECKS = (every_answer_has_the_headers, copies_are_kept_as_long_as_the_table_says, types_are_told, text_travels_compressed, copies_are_confirmed,
          parts_can_be_had, head_is_get_without_its_body, what_is_missing_is_explained, folders_get_their_slash, only_reading_is_done,
          nothing_outside_is_shown, floods_are_refused, connections_stay_open)  # fmt: skip
