"""Requests as a browser sends them, and as nobody should."""

import ssl
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from urllib.parse import urlsplit

SECONDS = 10
TRUSTING = ssl.create_default_context()  # the certificate of a test is its own
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE


@dataclass(frozen=True)
class Answer:
    """Status, header fields by small name, and the body as it came."""

    status: int
    fields: dict[str, str]
    body: bytes


def connect(address: str) -> HTTPConnection:
    """A connection to the server at an ``http://`` or ``https://`` address."""
    at = urlsplit(address)
    if at.scheme == "https":
        return HTTPSConnection(at.hostname, at.port, timeout=SECONDS, context=TRUSTING)
    return HTTPConnection(at.hostname, at.port, timeout=SECONDS)


def ask(address: str, path: str, method: str = "GET", on: HTTPConnection | None = None, **fields: str) -> Answer:
    """One request, with the header ``fields`` (``if_none_match="…"``), on a connection of its own or on ``on``."""
    connection = on or connect(address)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in fields.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = _read(connection.getresponse())
    if on is None:
        connection.close()
    return answer


def ask_raw(address: str, line: bytes, *fields: bytes) -> Answer:
    """A request whose first line and fields are sent as they are; status 0 where the server hangs up without a word."""
    connection = connect(address)
    connection.connect()
    with suppress(OSError):  # it may have read enough: its answer is then on the way
        connection.sock.sendall(b"\r\n".join((line, b"Host: " + urlsplit(address).netloc.encode(), b"Connection: close", *fields)) + b"\r\n\r\n")
    said = HTTPResponse(connection.sock)
    try:
        said.begin()
        return _read(said)
    except IncompleteRead as error:
        return Answer(said.status, {}, error.partial)
    except (OSError, HTTPException) as error:
        return Answer(0, {}, str(error).encode())
    finally:
        connection.close()


def _read(said: HTTPResponse) -> Answer:
    fields: dict[str, str] = {}
    for name, value in said.getheaders():
        fields[name.lower()] = f"{fields[name.lower()]}, {value}" if name.lower() in fields else value
    return Answer(said.status, fields, said.read())
