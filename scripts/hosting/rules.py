"""How a host should send the site: one table, from which the files for every kind of host are made.

No header stands in two rules, since Cloudflare Pages joins the values of rules that both match.
"""

import re
from dataclasses import dataclass

# What a page may load and do, after Content Security Policy Level 3: only the site's own files, nothing inline.
# The full-text search is WebAssembly; a page is never shown inside another site's frame.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
NOT_IN_META = ("frame-ancestors",)  # browsers ignore it there, and say so in the console

YEAR, DAY = 31_536_000, 86_400
SECURE = {"Strict-Transport-Security": f"max-age={YEAR}"}  # where the host speaks TLS


@dataclass(frozen=True)
class Kept:
    """How long copies are kept of the files whose address matches ``pattern`` (RE2 syntax); ``folders`` hold nothing else."""

    pattern: str
    value: str
    folders: tuple[str, ...] = ()


# a new build gives a changed file another address, so a copy never grows old
IMMUTABLE = Kept(
    r"^/(assets/(.+/)?([0-9a-f]{8,64}/.+|[^/]+\.[0-9a-f]{8,64}\.[^/]+)|(en/)?search/((.+/)?[^/]+\.[0-9a-f]{8,64}\.[^/]+|text/((fragment|index)/.+|[^/]+\.pf_meta)))$",
    f"public, max-age={YEAR}, immutable",
    tuple(f"{top}/search/text/{name}/" for top in ("", "/en") for name in ("fragment", "index")),
)
PICTURES = Kept(r"^/.+\.(png|svg)$", f"public, max-age={DAY}", ("/cards/",))
KEPT = (IMMUTABLE, PICTURES)  # the first that matches holds
# everything else: a browser asks each time whether its copy is still good (304 if so), a cache on the way once a minute,
# so that a correction is seen at once
CHECKED = "public, max-age=0, s-maxage=60, must-revalidate"

# endings and what they mean; browsers are told not to guess
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "md": "text/markdown",
    "csv": "text/csv",
    "txt": "text/plain",
    "xml": "application/xml",
    "graphml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "gz": "application/gzip",
    "pagefind": "application/octet-stream",
    "pf_fragment": "application/octet-stream",
    "pf_index": "application/octet-stream",
    "pf_meta": "application/octet-stream",
}
TEXTUAL = tuple(ending for ending, kind in TYPES.items() if kind.startswith("text/") or kind.endswith(("json", "xml")))
TEXTUAL_TYPES = tuple(sorted({TYPES[ending] for ending in TEXTUAL} - {"text/html"}))  # a server compresses HTML without being told
GUESSED_AS_LATIN = ("md", "graphml")  # endings that hosts know, but send without the encoding


def policy(meta: bool = False) -> str:
    """The content security policy as one line; with ``meta``, without what a meta element cannot say."""
    return "; ".join(f"{name} {value}" for name, value in POLICY.items() if not (meta and name in NOT_IN_META))


def headers() -> dict[str, str]:
    """The headers of every answer. The data is open to other sites' programs; a page tells other sites nothing of its readers."""
    return {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }


def kept(address: str) -> str:
    """The Cache-Control of an address below the site's top, like ``/assets/atlas.0123abcd.css``."""
    return next((one.value for one in KEPT if re.search(one.pattern, address)), CHECKED)


def content_type(ending: str) -> str:
    """The Content-Type of files with an ending, with the encoding where they are text."""
    return TYPES[ending] + ("; charset=utf-8" if ending in TEXTUAL else "")
