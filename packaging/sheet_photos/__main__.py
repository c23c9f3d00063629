"""Make photos of filled week sheets, let the program read them, and tell how well it did.

    python packaging/dev.py sheet-photos [--count N] [--seed N] [--json FILE] [--show FOLDER]
    python packaging/dev.py sheet-photos --page [FILE ...]
    python packaging/dev.py sheet-photos --example

The second makes no photos: it adds up such files with what was counted before, and writes
docs/sheet-photos.md. The third makes the filled sheets of the example family anew.
Exit code 1 where more plain marks are wrong, or asked about, than is promised.
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[0] = str(PACKAGING)

from console import StopError, tell  # noqa: E402 (the path comes first)
from sheet_photos.counting import added_up, as_json, run_of  # noqa: E402
from sheet_photos.figures import figures_of  # noqa: E402
from sheet_photos.page import PAGE, page  # noqa: E402
from sheet_photos.reading import read_all  # noqa: E402
from sheet_photos.tables import every_table, main_line  # noqa: E402

MOST_ASKED, MOST_WRONG = 0.04, 1 / 10_000


def main() -> int:
    options = parser().parse_args()
    if options.example:
        from sheet_photos.example import make_files

        make_files()
        return 0
    if options.page is not None:
        try:
            PAGE.write_text(page(added_up(options.page)), encoding="utf-8")
        except StopError as stop:
            tell(str(stop))
            return 2
        return 0
    if options.show:
        options.show.mkdir(parents=True, exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    figures = figures_of(sorted(read_all(seeds, options.show, options.jobs)))
    tell(f"{main_line(figures)}\n\n{every_table(figures)}")
    if options.json:
        run = run_of(figures, options.seed, options.count)
        options.json.write_text(as_json(run), encoding="utf-8")
    share = figures.marks
    return 1 if share.asked_share > MOST_ASKED or share.wrong_share > MOST_WRONG else 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py sheet-photos", description=__doc__.splitlines()[0])
    made.add_argument(
        "--count",
        type=int,
        default=200,
        help="how many photos; 5,000 are a full run, also in parts",
    )
    made.add_argument("--seed", type=int, default=0, help="the number of the first photo")
    made.add_argument("--jobs", type=int, default=0, help="how many at once (default: all cores)")
    made.add_argument(
        "--json", type=Path, metavar="FILE", help="write what came of each photo here"
    )
    made.add_argument(
        "--page",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="make no photos: add up such files, and write docs/sheet-photos.md",
    )
    made.add_argument("--show", type=Path, metavar="FOLDER", help="keep the photos here")
    made.add_argument("--example", action="store_true", help="only make the example's sheets anew")
    return made


if __name__ == "__main__":
    sys.exit(main())
