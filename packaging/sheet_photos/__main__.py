"""Make photos of filled week sheets, let the program read them, and tell how well it did.

    python packaging/dev.py sheet-photos [--count N] [--seed N] [--page FILE] [--show FOLDER]
    python packaging/dev.py sheet-photos --example

The second makes the filled sheets of the example family anew, and reads no others.
Exit code 1 where more plain marks are wrong, or asked about, than is promised.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[0] = str(PACKAGING)

from console import tell  # noqa: E402 (the path comes first)
from sheet_photos.figures import is_usual, plain  # noqa: E402
from sheet_photos.page import page  # noqa: E402
from sheet_photos.reading import read_all  # noqa: E402
from sheet_photos.tables import every_table, main_line  # noqa: E402

MOST_ASKED, MOST_WRONG = 0.04, 1 / 10_000


def main() -> int:
    options = parser().parse_args()
    if options.example:
        from sheet_photos.example import make_files

        make_files()
        return 0
    if options.show:
        options.show.mkdir(parents=True, exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    outcomes = sorted(read_all(seeds, options.show, options.jobs))
    tell(f"{main_line(outcomes)}\n\n{every_table(outcomes)}")
    if options.page:
        day = datetime.now(UTC).date().isoformat()
        options.page.write_text(page(outcomes, day, options.seed), encoding="utf-8")
    share = plain(one for one in outcomes if is_usual(one))
    return 1 if share.asked_share > MOST_ASKED or share.wrong_share > MOST_WRONG else 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py sheet-photos", description=__doc__.splitlines()[0])
    made.add_argument("--count", type=int, default=200, help="how many photos; 5,000 in a full run")
    made.add_argument("--seed", type=int, default=0, help="the number of the first photo")
    made.add_argument("--jobs", type=int, default=0, help="how many at once (default: all cores)")
    made.add_argument("--page", type=Path, metavar="FILE", help="write the page for docs here")
    made.add_argument("--show", type=Path, metavar="FOLDER", help="keep the photos here")
    made.add_argument("--example", action="store_true", help="only make the example's sheets anew")
    return made


if __name__ == "__main__":
    sys.exit(main())
