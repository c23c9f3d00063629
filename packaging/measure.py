"""Count what a person meets on each page, in the real window with the example family.

    python packaging/dev.py measure [PAGE ...] [--json]

Buttons (a group of which one is chosen, and a week strip, count as one; fields, and the line of
a row that becomes the field of its note, are none) and words of ours (what the
family wrote does not count, nor do numbers), in sight and on the whole page, and how many screens
tall the page is. The last line counts what stands around every page.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.services.family_journal import FamilyJournal
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.window.pages import FIRST_START, PAGE_NAMES, PUT_AWAY
from measuring import Measure, buttons, marked_family, measure, table, words_of_ours
from offscreen import hush
from picture_looks import USUAL, Look
from picture_making import COMPUTER, clock, opened, wait

SIZES = (USUAL, QSize(1440, 960))
PAGES = tuple(name for name in PAGE_NAMES if name not in {"together", PUT_AWAY, FIRST_START})
"""All but those that the example family's one child never meets."""
AROUND = "around every page"


def main() -> int:
    options = parser().parse_args()
    QApplication(sys.argv[:1])
    hush()
    rows = list(measures(options.pages))
    told = json.dumps([asdict(row) for row in rows], indent=1) if options.json else table(rows)
    sys.stdout.write(f"{told}\n")
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py measure", description=__doc__.splitlines()[0])
    made.add_argument("pages", nargs="*", metavar="PAGE", help=", ".join(PAGES))
    made.add_argument("--json", action="store_true", help="print the figures as JSON")
    return made


def measures(pages: Sequence[str]) -> Iterator[Measure]:
    """Measure these pages, or all of them, in each size of the window."""
    for size in SIZES:
        look, said = Look("measured", size=size), f"{size.width()}x{size.height()}"
        with opened(look, _family) as window:
            for name in pages or PAGES:
                window.open_page(name)
                wait(window)
                yield measure(_page(window), name, said)
            yield _around(window, said)


def _page(window: MainWindow) -> QWidget:
    page = window.page
    if page is None:
        raise LookupError("No page is open.")
    return page


def _around(window: MainWindow, size: str) -> Measure:
    page = _page(window)
    more = buttons(window, in_sight=True) - buttons(page, in_sight=True)
    words = words_of_ours(window) - words_of_ours(page)
    return Measure(AROUND, size, more, more, words, words, 1.0)


def _family(folder: Path) -> FamilyJournal:
    return marked_family(folder, clock=clock, device=COMPUTER)


if __name__ == "__main__":
    sys.exit(main())
