"""`make soak`: every long check, and one table of what was tried and what failed. `python -m soak [--rounds N] [part …]`."""

import argparse
import sys
import time
import traceback

from . import parts


def main(arguments: list[str] | None = None) -> int:
    """Run the parts that are asked for; exit code 1 if anything failed."""
    parser = argparse.ArgumentParser("python -m soak", description="Long rounds: hostile data, killed builds, load and the whole site.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"which parts to run (default: all): {', '.join(parts.PARTS)}")
    parser.add_argument("--rounds", type=int, help="how many rounds each part runs, instead of its own number")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.parts if name not in parts.PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; the parts are {', '.join(parts.PARTS)}")
    rows, failures = [], []
    for name in asked.parts or parts.PARTS:
        start = time.perf_counter()
        print(f"{name} …", file=sys.stderr, flush=True)
        result = _run(name, asked.rounds)
        rows += [(name, what, number) for what, number in result.counts.items()]
        rows.append((name, f"failures (in {time.perf_counter() - start:.0f} s)", len(result.failures)))
        failures += [f"{name}: {line}" for line in result.failures]
    print("\n".join(table(rows)))
    print("\n".join(["", *failures, f"{len(failures)} failures" if failures else "no failures"]))
    return 1 if failures else 0


def _run(name: str, rounds: int | None) -> parts.Result:
    """One part; if it breaks, that is a failure of it, and the others still run."""
    try:
        return parts.run(name, rounds)
    except Exception:  # whatever it is: it is told whole, and the run fails
        return parts.Result(failures=[f"it broke: {traceback.format_exc()}"])


def table(rows: list[tuple[str, str, int | str]]) -> list[str]:
    """The rows as lines in columns; a part is named once."""
    shown = [("part", "what", "number"), *((part, what, f"{number:,}" if isinstance(number, int) else number) for part, what, number in rows)]
    wide = [max(len(row[column]) for row in shown) for column in range(3)]
    last, lines = "", []
    for part, what, number in shown:
        lines.append(f"{'' if part == last else part:{wide[0]}}  {what:{wide[1]}}  {number:>{wide[2]}}")
        last = part
    return lines


if __name__ == "__main__":
    sys.exit(main())
