"""Files that tell a host how to send the site: ``_headers`` for Netlify and Cloudflare Pages, and the configuration of Caddy and nginx. Pure."""

import ipaddress
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import rules

TEMPLATES = Path(__file__).parent.parent / "templates" / "hosting"
HEADERS_FILE = "_headers"
UNUSABLE = re.compile(r"""["'\s{}$;\\]""")  # what would end a word of a configuration


class BadAddress(ValueError):
    """An address that is not the top of a host, like https://atlas.example.org."""


class BadPath(ValueError):
    """A path that cannot stand in a configuration."""


def headers_file(paths: Iterable[str]) -> str:
    """``_headers`` for a site that holds the files ``paths``: hosts know no regular expressions there, so single files are named."""
    blocks = [("/*", rules.headers() | rules.SECURE)]
    addresses = ["/" + path for path in sorted(paths)]
    for held in rules.KEPT:
        folders = [folder for folder in held.folders if any(address.startswith(folder) for address in addresses)]
        single = [a for a in addresses if rules.kept(a) == held.value and not a.startswith(tuple(folders) or "\0")]
        blocks += [(place, {"Cache-Control": held.value}) for place in [*(f"{folder}*" for folder in folders), *single]]
    blocks += [(f"/*.{ending}", {"Content-Type": rules.content_type(ending)}) for ending in rules.GUESSED_AS_LATIN]
    return "\n".join(f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in said.items()) for place, said in blocks)


def servers(address: str, folder: str, certificate: str = "", key: str = "") -> dict[str, str]:
    """``Caddyfile`` and ``nginx.conf`` that serve ``folder`` at ``address``, an ``https://`` or ``http://`` one at the top of a host.

    Caddy gets a certificate by itself unless one is named; nginx looks where certbot puts one. Raises BadAddress and BadPath.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.path not in ("", "/") or parts.query or parts.fragment or UNUSABLE.search(address):
        raise BadAddress(address)
    for path in (folder, certificate, key):
        if UNUSABLE.search(path):
            raise BadPath(path)
    secure = parts.scheme == "https"
    given = {
        "host": parts.hostname.encode("idna").decode(), "port": parts.port or (443 if secure else 80), "named": parts.port is not None, "secure": secure,
        "bind": parts.hostname if _is_number(parts.hostname) else "", "folder": folder, "certificate": certificate,
        "key": key, "headers": rules.headers() | (rules.SECURE if secure else {}), "rules": rules, "hidden": HEADERS_FILE,
    }  # fmt: skip
    return {name: ENVIRONMENT.get_template(name).render(given) for name in ("Caddyfile", "nginx.conf")}


def _is_number(host: str) -> bool:
    """True for an IP address: a server then listens at that one only."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
