"""The family whose usual things are counted: twins with the same three strategies."""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from PIL import Image, ImageDraw

from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.papers.sheet_places import places_of
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, Record
from homejournal.reports.paper_to_pdf import Printer
from homejournal.services.opening import create_journal, open_journal

DAY = date(2026, 3, 22)
WORD = "banana"
STRATEGIES = ("Two choices", "Sign more", "Pause in songs")
_TWINS = ("Ana", "Luis")
_PPI = 160
_BEGAN = date(2026, 3, 2)
_SPACE = UUID("6d6f6d2d-0000-4000-8000-000000000001")


def make_family(folder: Path) -> None:
    """Make the journal in a folder; yesterday is written down for the first child."""
    journal = create_journal(folder, clock=_evening, device=_id("computer"))
    try:
        journal.records.save(*_records())
    finally:
        journal.close()


def photograph_sheet(folder: Path, photo: Path) -> None:
    """Print the first child's week from the journal, tick every strategy on every day, and scan it.

    Yesterday is ticked as it is written.
    """
    journal = open_journal(folder, clock=_evening, device=_id("computer"))
    try:
        asked = FridgeAsked(child=_id(_TWINS[0]), day=DAY, chance=_id("sheet"))
        week, printer = journal.sheets.fridge(asked, DAY), Printer()
        journal.sheets.keep(week, printer.spots(week))
        (sheet,) = journal.records.all_of(Kind.SHEET)
    finally:
        journal.close()
    if not isinstance(sheet, Sheet):
        raise TypeError(sheet)
    (png,) = printer.pictures(week, _PPI)
    with Image.open(io.BytesIO(png)) as printed:
        page = printed.convert("RGB")
    draw, dots = ImageDraw.Draw(page), _PPI / 25.4
    for place in places_of(sheet).places:
        if place.row is not None and place.level == 2 + (place.row + place.day) % 2 * (
            place.day != DAY.weekday() - 1
        ):
            left, top, side, _ = place.box
            tick = [(left + side * x, top + side * y) for x, y in ((0.1, 0.5), (0.4, 0.9), (1, 0))]
            draw.line([(x * dots, y * dots) for x, y in tick], (20, 30, 120), 3, "curve")
    table = Image.new("RGB", (page.width + 120, page.height + 120), (90, 80, 70))
    table.paste(page, (60, 60))
    photo.parent.mkdir(parents=True, exist_ok=True)
    table.save(photo, quality=90)


def _records() -> list[Record]:
    yesterday = DAY - timedelta(days=1)
    made: list[Record] = [Helper(id=_id("Mom"), name="Mom")]
    for name in _TWINS:
        child = Child(id=_id(name), name=name)
        made.append(child)
        for place, words in enumerate(STRATEGIES):
            strategy = Strategy(id=_id(name + words), child=child.id, name=words)
            first = _BEGAN + timedelta(days=place)  # they stand in the order of their first days
            step = PlanStep(
                id=_id(name + words + "step"),
                strategy=strategy.id,
                from_day=first,
                rating=RatingPlan(kind=RatingKind.HELP),
            )
            made += [strategy, step]
    made += [
        Practice(
            id=_id(words),
            strategy=_id(_TWINS[0] + words),
            day=yesterday,
            rating=2,
            rating_kind=RatingKind.HELP,
        )
        for words in STRATEGIES
    ]
    text = f"He asked for a {WORD} with a sign."
    made.append(Note(id=_id("note"), child=_id(_TWINS[0]), day=_BEGAN, text=text))
    return made


def _id(words: str) -> UUID:
    return uuid5(_SPACE, words)


def _evening() -> datetime:
    return datetime.combine(DAY, time(19, 30)).astimezone()
