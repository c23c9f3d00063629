"""Every paper of the example family, as it looked when somebody last looked at it.

``python3 packaging/dev.py references`` draws them anew, with the charts.
"""

import atexit
import io
import tempfile
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from uuid import UUID

from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.offers import default_keys
from homejournal.domain.papers.about_child import AboutAsked
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import FridgeAsked, Paper, SmallPaper
from homejournal.domain.records.notes import PackKind
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from homejournal.reports.paper_to_pdf import Printer
from homejournal.services.opening import create_example
from tests.families import mateo
from tests.journals import DEVICE, Clock
from tests.reports.papers.test_chart_sheet import sheet_of
from tests.reports.papers.test_recovery_sheet import a_sheet as recovery_sheet

PPI = 50
_PRINTER = Printer()


@cache
def example(language):
    """Return the journal of the example family, and its child."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    journal = create_example(
        Path(folder.name) / "example", clock=Clock(), device=DEVICE, language=language
    )
    atexit.register(journal.close)
    return journal, next(iter(journal.family().children))


def visit_page(language="en", second=None, paper=Paper.LETTER, *, larger=False):
    journal, child = example(language)
    today = journal.today()
    period = journal.pages.since_last_visit(child, today)
    material = journal.pages.material(child, period, today)
    material = replace(material, language=language, second_language=second, paper=paper)
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=larger)
    return build_page(material, ticks)


def pack(kind, language="en", second=None, paper=Paper.LETTER):
    journal, child = example(language)
    today = journal.today()
    asked = PackAsked(
        child=child,
        kind=kind,
        period=journal.packs.days(child, kind, today),
        language=language,
        second_language=second,
        paper=paper,
    )
    reading = journal.packs.reading(asked, today)
    list(reading)
    material = pack_material(reading.read)
    prepared = journal.packs.preparation(child, kind, asked.period.start)
    typed = PackTyped(answers=prepared.answers if prepared else {})
    return pack_of(material, default_keys(material), typed)


def book(language="en", paper=SmallPaper.A5):
    journal, child = example(language)
    today = journal.today()
    days = journal.sheets.book_days(child, today)
    asked = BookAsked(
        child=child, period=Period(*days), language=language, paper=paper, numbers=True
    )
    reading = journal.sheets.book(asked, today)
    list(reading)
    return book_of(book_material(reading.read))


def about(language="en", second=None, paper=Paper.LETTER):
    journal, child = example(language)
    asked = AboutAsked(child=child, language=language, second_language=second, paper=paper)
    return journal.about.sheet(asked, journal.today())


def week(language="en", paper=Paper.LETTER):
    journal, child = example(language)
    today = journal.today()
    asked = FridgeAsked(child=child, day=today, language=language, paper=paper, chance=UUID(int=7))
    return journal.sheets.fridge(asked, today)


def grid(language="en", paper=Paper.LETTER):
    journal, child = example(language)
    made = journal.sheets.grid(child, journal.today())
    return replace(made, language=language, paper=paper)


PAPERS = {
    "paper-visit-page": partial(visit_page, larger=True),
    "paper-visit-page-in-two-languages": partial(visit_page, "es", "en", Paper.A4),
    "paper-visit-page-from-the-right": partial(visit_page, "ar", None, Paper.A4),
    "paper-review": partial(pack, PackKind.REVIEW),
    "paper-transition": partial(pack, PackKind.TRANSITION, "es", None, Paper.A4),
    "paper-book": book,
    "paper-about": about,
    "paper-about-in-two-languages": partial(about, "ar", "en", Paper.A4),
    "paper-week": week,
    "paper-week-from-the-right": partial(week, "ar", Paper.A4),
    "paper-routines": partial(grid, "es", Paper.A4),
    "paper-charts": lambda: sheet_of(mateo()),
    "paper-recovery": recovery_sheet,
}


def sheets_drawn(name):
    """Return the sheets of a paper as they are printed now, by the names of their files."""
    pictures = _PRINTER.pictures(PAPERS[name](), PPI)
    drawn = [Image.open(io.BytesIO(picture)).convert("L") for picture in pictures]
    return {f"{name}-{at}": picture for at, picture in enumerate(drawn, 1)}
