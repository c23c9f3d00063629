"""Try what is promised to families until it breaks, and print the table of promises.

    python3 packaging/dev.py torture [--promise N ...] [--quick | --usual] [--planted] [--json FILE]
    python3 packaging/dev.py torture --mutants [COUNT] [--changed [COMMIT]] [--json FILE]

Exit code 1 where anything was lost, where a planted fault was not caught, or where more mutants
survived than may.
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[0] = str(PACKAGING)
sys.path.insert(1, str(PACKAGING.parent))

from console import StopError, tell  # noqa: E402 (the path comes first)
from torture.finding import EACH_TIME, names, promises  # noqa: E402
from torture.frame import Promise, Size  # noqa: E402
from torture.running import Task, Wished, run_all  # noqa: E402
from torture.table import as_json, heading, line, verdict, width_of  # noqa: E402


def main() -> int:
    options = parser().parse_args()
    try:
        if options.page is not None:
            from torture.safety_page import write_page  # what makes mutants is not always there

            write_page(options.page)
            return 0
        if options.mutants is not None or options.changed:
            return mutants(options)
        chosen = promises(options.promise or (EACH_TIME if options.usual else ()))
    except StopError as stop:
        tell(str(stop))
        return 2
    size = size_of(options)
    width = width_of(chosen)
    tell(heading(width))
    pictures = options.pictures and options.pictures.absolute()
    wished = Wished(size, options.seed, pictures, options.parts)
    rows = run_all(
        tasks(chosen, options),
        wished,
        jobs=options.jobs or (1 if size is Size.FULL else 2),
        tell_row=lambda row: tell(line(row, width)),
    )
    tell("\n" + verdict(rows))
    if size is Size.USUAL:
        left_out = ", ".join(name for name in names() if name not in EACH_TIME)
        tell(
            f"Left out: {left_out}; and of most "
            "others the greater part. --quick tries more, and without it all is tried."
        )
    if options.json:
        options.json.write_text(as_json(rows, wished), encoding="utf-8")
    return 0 if all(row.is_good for row in rows) else 1


def mutants(options: argparse.Namespace) -> int:
    """Try mutants; what makes them is not there for the other ways to call this."""
    from torture.mutant_run import ALL, OF_A_CHANGE, RESULTS, Run, lines_since, try_all

    anywhere_in = dict.fromkeys(options.of, ()) if options.of else None
    return try_all(
        Run(
            count=options.mutants or (OF_A_CHANGE if options.changed else ALL),
            seed=options.seed,
            jobs=options.jobs or 2,
            touched=lines_since(options.changed) if options.changed else anywhere_in,
            kept=options.json or RESULTS,
        )
    )


def size_of(options: argparse.Namespace) -> Size:
    """Return how much is tried; a planted fault is looked for with the quick figures."""
    if options.planted or options.quick:
        return Size.QUICK
    return Size.USUAL if options.usual else Size.FULL


def tasks(chosen: tuple[Promise, ...], options: argparse.Namespace) -> list[Task]:
    """Return what is to be tried; `--planted` alone tries the planted faults."""
    plain: list[Task] = [(promise, "") for promise in chosen]
    planted: list[Task] = [(promise, name) for promise in chosen for name in promise.mutants]
    if options.planted:
        return plain + planted if options.quick else planted
    return plain


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py torture", description=__doc__.splitlines()[0])
    made.add_argument(
        "--promise", nargs="+", action="extend", default=[], metavar="N", help="these alone"
    )
    made.add_argument("--quick", action="store_true", help="the reduced figures of all tests")
    made.add_argument(
        "--usual", action="store_true", help="what each change is tried with: the fewest"
    )
    made.add_argument(
        "--planted", action="store_true", help="plant faults, which must be caught (quick figures)"
    )
    made.add_argument(
        "--mutants", nargs="?", const=0, type=int, metavar="COUNT", help="small changes by chance"
    )
    made.add_argument(
        "--changed", nargs="?", const="main", metavar="COMMIT", help="where it differs from COMMIT"
    )
    made.add_argument("--of", nargs="+", metavar="FILE", help="mutants of these files alone")
    made.add_argument("--json", type=Path, metavar="FILE", help="also write the table as JSON")
    made.add_argument(
        "--page",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="try nothing: take in such JSON files and write docs/safety.md",
    )
    made.add_argument(
        "--pictures", type=Path, metavar="FOLDER", help="keep what a family sees in the window"
    )
    made.add_argument("--seed", type=int, default=1, help="another seed tries other moments")
    made.add_argument(
        "--parts",
        type=int,
        default=1,
        metavar="COUNT",
        help="divide the full figures by COUNT: so many runs with other seeds are a full one",
    )
    made.add_argument("--jobs", type=int, help="how many promises are tried at the same time")
    return made


if __name__ == "__main__":
    sys.exit(main())
