"""Our commands, run in this process: what a shell would see, without the second that a new interpreter takes."""

import io
import os
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess
from unittest.mock import patch

from scripts import cli


def run(*arguments: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> CompletedProcess:
    """Run ``python -m scripts`` with ``arguments``; ``given`` is what stands at its input. Whatever it raises is raised."""
    out, err, stdin = (io.TextIOWrapper(io.BytesIO(held), "utf-8", write_through=True) for held in (b"", b"", given))
    with patch.dict(os.environ, environment or {}), patch("sys.stdin", stdin), redirect_stdout(out), redirect_stderr(err):
        try:
            code = cli.main(list(arguments))
        except SystemExit as stopped:  # wrong usage
            code = stopped.code
    return CompletedProcess(arguments, code, *(held.buffer.getvalue().decode() for held in (out, err)))
