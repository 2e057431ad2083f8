import signal
import sys

signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the commands are loaded nothing is begun, and there is nothing to say

from .cli import main  # noqa: E402

sys.exit(main(alone=True))
