"""Make a picture of every screen, from the example family and always on the same day.

    python packaging/dev.py pictures FOLDER
    python packaging/dev.py pictures FOLDER --only today --look dark-en
    python packaging/dev.py pictures --readme
    python packaging/dev.py pictures --help-pages
    python packaging/dev.py pictures --moving

Each picture is called by its screen and its look, such as today-light-en.png. With --readme the
few that the README shows are made, in packaging/screenshots; with --moving its moving one; with
--help-pages those that stand in the help, small and in each of its languages.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from homejournal.texts.wording import languages
from moving_picture import moving_picture
from offscreen import hush
from picture_looks import IN_HELP, USUAL, Look, looks
from picture_making import sheets_of, windows_of
from picture_scenes import HELP_PAGES

SCREENSHOTS = Path(__file__).parent / "screenshots"
README = {
    "today.png": ("today", USUAL),
    "visits.png": ("visits", USUAL),
    "progress.png": ("progress", USUAL),
    "safe.png": ("safe-two-places", USUAL),
}
"""The README's pictures: their names there, the screens, and the sizes of the window."""
README_SHEET = ("page.png", "sheet-1-letter-en.png")
HELP = Path(__file__).parents[1] / "resources" / "help"


def main() -> int:
    options = parser().parse_args()
    if options.folder is None and not (options.readme or options.moving or options.help_pages):
        parser().error("a FOLDER, --readme, --moving or --help-pages is needed")
    app = QApplication(sys.argv[:1])
    hush()
    app.setCursorFlashTime(0)  # a blinking cursor would be in every second picture
    QCursor.setPos(0, 0)
    for file in wanted_pictures(options):
        sys.stdout.write(f"{file}\n")
        sys.stdout.flush()
    return 0


def wanted_pictures(options: argparse.Namespace) -> Iterator[Path]:
    """Make what is asked for, one picture after the other."""
    if options.readme:
        yield from readme_pictures()
    if options.moving:
        yield moving_picture(SCREENSHOTS / "moving.gif")
    if options.help_pages:
        yield from help_pictures()
    if options.folder is not None:
        yield from pictures(options)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__.splitlines()[0])
    made.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    names = [look.name for look in looks()]
    made.add_argument("--only", action="append", default=[], metavar="SCREEN")
    made.add_argument("--look", action="append", default=[], choices=names)
    made.add_argument("--readme", action="store_true", help="make the README's pictures")
    made.add_argument("--moving", action="store_true", help="make the README's moving picture")
    made.add_argument("--help-pages", action="store_true", help="make the help's pictures")
    return made


def pictures(options: argparse.Namespace) -> Iterator[Path]:
    """Make the pictures that are asked for."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for look in looks():
        if not options.look or look.name in options.look:
            yield from windows_of(look, options.folder, options.only)
    if not options.only:
        for language in languages():
            yield from sheets_of(language, options.folder)


def readme_pictures() -> Iterator[Path]:
    """Make the pictures that the README shows."""
    SCREENSHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (screen, size) in README.items():
            (made,) = windows_of(Look("readme", "en", size=size), Path(folder), [screen])
            yield _lightened(made, SCREENSHOTS / name)
        list(sheets_of("en", Path(folder)))
        name, sheet = README_SHEET
        yield _lightened(Path(folder) / sheet, SCREENSHOTS / name)


def help_pictures() -> Iterator[Path]:
    """Make the pictures of the help, in each language that has its own pages."""
    with tempfile.TemporaryDirectory() as folder:
        for language in (one for one in languages() if (HELP / one).is_dir()):
            target, look = HELP / language / "pictures", Look("help", language, size=IN_HELP)
            target.mkdir(exist_ok=True)
            for topic, screen in HELP_PAGES.items():
                (made,) = windows_of(look, Path(folder), [screen])
                yield _lightened(made, target / f"{topic}.png", 64)


def _lightened(picture: Path, target: Path, colors: int = 256) -> Path:
    """Save a picture with few colors, which is a third of its size and looks the same."""
    from PIL import Image  # Matplotlib brings it along

    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(colors, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    return target


if __name__ == "__main__":
    sys.exit(main())
