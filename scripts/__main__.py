import sys

try:
    from .cli import main

    sys.exit(main())
except KeyboardInterrupt:  # while the commands were being loaded: nothing was begun
    sys.exit(130)
