"""Caddy and nginx from Debian, started by hand on a loopback port with the files that `python -m scripts hosting` writes."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import hosting

AROUND_NGINX = """load_module {module};
daemon off;
worker_processes auto;
pid {home}/nginx.pid;
error_log {home}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/site.conf;
}}
"""
BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
NAMES = ("Caddy", "nginx")


def missing() -> list[str]:
    """The Debian packages that are not installed here."""
    wanted = {"caddy": "caddy", "nginx": "nginx-light", "wrk": "wrk", "openssl": "openssl"}
    found = [package for program, package in wanted.items() if shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin") is None]
    return found + ([] if Path(BROTLI).is_file() else ["libnginx-mod-http-brotli-static"])


@contextmanager
def run(name: str, site: Path, home: Path, secure: bool = False) -> Iterator[str]:
    """Serve ``site`` by the server ``name`` ("Caddy" or "nginx") while the block runs; gives its address. ``home`` is a folder for its own files."""
    port = _free_port()
    address = f"{'https' if secure else 'http'}://127.0.0.1:{port}"
    certificate, key = _certificate(home) if secure else ("", "")
    files = hosting.servers(address, str(site), certificate, key)
    if name == "Caddy":
        (home / "Caddyfile").write_text(files["Caddyfile"])
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(home / "Caddyfile")]
    else:
        (home / "site.conf").write_text(files["nginx.conf"])
        (home / "nginx.conf").write_text(AROUND_NGINX.format(module=BROTLI, home=home))
        command = ["nginx", "-c", str(home / "nginx.conf"), "-e", str(home / "nginx.log")]
    places = {"PATH": os.environ["PATH"] + ":/usr/sbin", "CADDY_ADMIN": "off", "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    with open(home / "log", "w") as log:
        served = subprocess.Popen(command, env=os.environ | places, stdout=log, stderr=log)
    try:
        _wait(port, served, home)
        yield address
    finally:
        served.terminate()
        served.wait(20)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _certificate(home: Path) -> tuple[str, str]:
    """A certificate of the server's own, and its key."""
    files = str(home / "certificate.pem"), str(home / "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-out", files[0], "-keyout", files[1]], check=True, capture_output=True)  # fmt: skip
    return files


def _wait(port: int, served: subprocess.Popen, home: Path) -> None:
    for _ in range(200):
        if served.poll() is not None:
            raise RuntimeError((home / "log").read_text())
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not start in ten seconds")
