"""Measure speed and memory, and print each figure as a ratio beside its limit and its aim.

    python packaging/dev.py bench [--json FILE] [--folder FOLDER] [--quick]
    python packaging/dev.py steps

Exit code 1 where a figure is over its limit.
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[0] = str(PACKAGING)

from bench.run import measure_all  # noqa: E402 (the path comes first)
from bench.steps import measure_steps  # noqa: E402
from bench.table import as_json, table  # noqa: E402
from console import StopError, tell  # noqa: E402
from system_packages import missing_from_outside  # noqa: E402


def main() -> int:
    options = parser().parse_args()
    if options.steps:
        return tell_steps()
    try:
        measured = measure_all(options.folder, quick=options.quick)
    except StopError as stop:
        tell(str(stop))
        return 2
    tell(table(measured.figures))
    tell("\n" + "\n".join(measured.beside))
    if options.json:
        options.json.write_text(as_json(measured.figures), encoding="utf-8")
    return 1 if any(figure.ratio > figure.limit for figure in measured.figures) else 0


def tell_steps() -> int:
    lacking = missing_from_outside()
    if lacking:
        tell(f"Using the window from outside needs these packages: {', '.join(lacking)}")
        return 2
    tell(measure_steps())
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py bench", description=__doc__.splitlines()[0])
    made.add_argument("--json", type=Path, metavar="FILE", help="also write the figures as JSON")
    made.add_argument("--folder", type=Path, help="where the measured journals are kept")
    made.add_argument("--steps", action="store_true", help="count keys, clicks and seconds instead")
    made.add_argument("--quick", action="store_true", help="repeat less, for a first impression")
    return made


if __name__ == "__main__":
    sys.exit(main())
