import signal
import sys


def run() -> int:
    """One command; gives its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the commands are loaded nothing is begun, and there is nothing to say
    from .cli import main

    return main(alone=True)


sys.exit(run())
