"""A week that was printed, photos of it filled in, and the window for them.

The sheet is printed once in a run of the tests, and each photo is made and read once.
"""

import io
from datetime import timedelta
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.papers.sheet_layout import PlaceFor
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.sheet_photo import reading
from homejournal.reports.paper_to_pdf import Printer
from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from homejournal.ui.sheet_photo.given_photos import photos_of_files
from tests import sheet_photos as made
from tests.ui.beginnings import SUNDAY, WRITES

PRINTER = Printer()
MONDAY = SUNDAY - timedelta(days=6)
HELP, MINUTES = "Two choices", "To bed"
DAYS = dict(zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), range(7), strict=True))


@pytest.fixture
def first_page():
    return "visits"


def write_printed(house):
    """Two strategies, and the pages of two weeks: what is kept of each, and its picture."""
    house.plan(HELP, Often(times=2, slots=("breakfast", "dinner")))
    house.plan(MINUTES, kind=RatingKind.NUMBER, unit="minutes", routine="Bedtime", by="Kim")
    before = SUNDAY - timedelta(days=7)
    asked = FridgeAsked(child=house.child.id, day=before, weeks=2, chance=UUID(int=7))
    sheet = house.journal.sheets.fridge(asked, SUNDAY)
    house.journal.sheets.keep(sheet, PRINTER.spots(sheet))
    kept = sorted(house.journal.records.all_of(Kind.SHEET), key=lambda one: one.week)
    drawn = [
        Image.open(io.BytesIO(page)).convert("RGB") for page in PRINTER.pictures(sheet, made.PPI)
    ]
    return kept, drawn


WRITES["printed"] = write_printed


class Photos:
    """Makes photos of the printed pages; a mark is what is ticked, on which row and day.

    The week is the last one (1), or the one before (0).
    """

    def __init__(self, kept, drawn):
        self._kept, self._drawn = kept, drawn
        self._made = {}

    def of(self, *marks, week=1):
        """The bytes of a photo on which these are ticked: (what, row, day, level)."""
        if (marks, week) not in self._made:
            self._made[marks, week] = made.photo(self._filled(marks, week))
        return self._made[marks, week]

    def _filled(self, marks, week=1):
        drawn, kept = self._drawn[week], self._kept[week]
        for what, row, day, level in marks:
            where = made.place(kept, what=what, row=row, day=DAYS[day], level=level)
            draws = made.tick if what not in {PlaceFor.NUMBER, PlaceFor.TRIES} else made.scribble
            drawn = draws(drawn, where)
        return drawn

    def bad(self, name):
        """A photo that is refused, by what is wrong with it."""
        return _BAD[name](self)

    def small(self):
        """So far away that no box can be read, though the codes can."""
        drawn = self._filled(USUAL)
        wide, high = drawn.size
        table = Image.new("RGB", (wide * 2, high * 2), (90, 80, 70))
        table.paste(drawn, (wide // 2, high // 2))
        return made.photo(table.resize((wide * 5 // 6, high * 5 // 6)), lean=0.01, around=10)


def _table():
    out = io.BytesIO()
    Image.new("RGB", (900, 1200), (120, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def _stranger():
    drawn, _ = made.page(RatingKind.HELP)
    return made.photo(drawn)


_BAD = {
    "words": lambda _: b"Dear therapist",
    "table": lambda _: _table(),
    "small": Photos.small,
    "stranger": lambda _: _stranger(),
}
_PHOTOS = {}


@pytest.fixture
def printed(house):
    house.begun("printed")
    return house


@pytest.fixture
def photos(printed):
    kept, drawn = printed.told["printed"]
    return _PHOTOS.setdefault(kept[0].id, Photos(kept, drawn))


def helped(row, day, level):
    """A tick at a level of help."""
    return PlaceFor.HELP, row, day, level


def not_today(row, day):
    return PlaceFor.NOT_TODAY, row, day, None


def number(day):
    """Something is written by hand where a number belongs."""
    return PlaceFor.NUMBER, 2, day, None


def sick(day):
    return PlaceFor.SICK, None, day, None


def away(day):
    return PlaceFor.AWAY, None, day, None


USUAL = (helped(0, "Mon", 3), helped(0, "Tue", 2), helped(1, "Mon", 4), sick("Wed"))
"""Sure through and through."""
OTHER = (helped(0, "Mon", 1), helped(0, "Sun", 1), away("Mon"), sick("Tue"))
"""Sure as well, and something else of Monday."""
ASKED = (*USUAL, helped(0, "Thu", 1), helped(0, "Thu", 2), number("Fri"))
"""Two boxes of Thursday are ticked, and a number is written on Friday."""


_READ = {}


@pytest.fixture(autouse=True)
def _each_photo_is_read_once(monkeypatch):
    read = reading.read_photo

    def once(data, kept):
        key = data, tuple(kept)
        if key not in _READ:
            _READ[key] = read(data, kept)
        return _READ[key]

    monkeypatch.setattr(reading, "read_photo", once)


@pytest.fixture
def saved(tmp_path):
    """Write photos on the disk, each under a name of its own; return their paths."""

    def written(*photos, names=()):
        paths = []
        for number, data in enumerate(photos):
            name = names[number] if names else f"photo{number}.jpg"
            path = tmp_path / name
            path.write_bytes(data)
            paths.append(path)
        return paths

    return written


@pytest.fixture
def looked_at(printed, open_window, saved, qtbot):
    """Open the window on photos, once they are read."""

    def opened(*photos, names=(), language="en", size=None):
        window = open_window(printed.journal, language)
        if size:
            window.resize(*size)
        dialog = SheetPhotoDialog(window.desk, window)
        dialog.ask(photos_of_files(saved(*photos, names=names)))
        qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
        QApplication.processEvents()  # what was made meanwhile is shown
        return dialog

    return opened
