import os
import signal
import sys
from contextlib import suppress


def run() -> int:
    """One command; gives its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the commands are loaded nothing is begun, and there is nothing to say
    from .cli import main

    return main(alone=True)


def end(code: int) -> None:
    """End the process as it stands: to take apart what a build holds in memory takes as long as to make several pages."""
    if sys.getprofile():  # a profiler has yet to write what it saw
        sys.exit(code)
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


end(run())
