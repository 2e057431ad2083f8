"""Long rounds of what `make test` tries in a small sample: the parts are listed in `parts.py`, `python -m soak` runs them all."""
