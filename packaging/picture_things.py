"""What people bring along to some of the pictures: plan files, a photo, a hand-out."""

import io
import json
import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PIL import Image
from PySide6.QtWidgets import QDialog, QWidget

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.children import Child
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import kept_file
from homejournal.services.opening import example_photo
from homejournal.texts.window.help import help_page
from homejournal.ui.child.plan.strategy_card import PlanCard
from homejournal.ui.day_rows.strategy_row import StrategyRow
from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from homejournal.ui.sheet_photo.given_photos import GivenPhoto
from homejournal.ui.visits.coming.page import VisitsPage
from homejournal.ui.visits.coming.visit_details import VisitRow
from homejournal.ui.visits.team.page import TeamPage
from picture_scene import strategy_called, wait_until

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow


def look_at_plan(window: "MainWindow") -> None:
    """Open a plan file of which some is new, some would change and some is there already."""
    own = [strategy_called(window, "Toy one step away")]
    told = json.loads(window.journal.plan_files.export(own, "Ours"))
    told["plan_steps"][0]["how"] = "Put the toy one step away, sit behind it and wait."
    written = _example(window)
    for name, records in told.items():
        if isinstance(records, list):
            written[name] = [*written.get(name, []), *records]
    _look_at(window, written)


def look_at_strange_plan(window: "MainWindow") -> None:
    """Open a plan file that cannot be taken in."""
    written = _example(window)
    written["strategies"] = [{"id": "wait", "outcome": "eats"}]
    written["notes"] = []
    _look_at(window, written)


def look_at_photo(window: "MainWindow") -> QWidget:
    """Look at the photo of the example family's week."""
    return _photo_shown(window, example_photo(window.desk.wording.language).read_bytes())


def look_at_no_sheet(window: "MainWindow") -> QWidget:
    """Look at a photo without a sheet."""
    return _photo_shown(window, _drawn((15, 118, 110)))


def _photo_shown(window: "MainWindow", data: bytes) -> QWidget:
    dialog = SheetPhotoDialog(window.desk, window)
    dialog.ask([GivenPhoto("fridge.jpg", lambda: data)])
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def show_hand_outs(window: "MainWindow") -> None:
    """Keep a picture and a PDF with the first strategy on Plan, and show them."""
    window.open_page("plan")
    card = window.findChildren(PlanCard)[0]
    media, drawn = window.journal.media, _drawn((15, 118, 110))
    for data, name in ((drawn, "The open cup.png"), (b"%PDF-1.7", "Wait and see.pdf")):
        media.add(media.put(kept_file(data), name, card.shown.strategy.id))
    card.press("hand_outs")


def show_photos(window: "MainWindow") -> None:
    """Write the first strategy down on Today, with two photos."""
    window.open_page("today")
    card = window.findChildren(StrategyRow)[0].card
    journal, day = window.journal, window.journal.today()
    (done,) = journal.days.did_it(card.strategy.id, day).moves
    entry = journal.records.get(done.record)
    if isinstance(entry, Practice):
        for name, ink in (("Both hands on the cup", (15, 118, 110)), ("More milk", (180, 83, 9))):
            journal.media.add(journal.media.put_photo(kept_file(_drawn(ink)), name, entry))
    window.desk.editing.changed.emit(frozenset(Kind))


def add_twin(window: "MainWindow") -> None:
    """Give the child of the example a brother with the same plan, and write a little down."""
    journal, child = window.journal, window.page.child if window.page else None
    if child is None:
        return
    day, brother = journal.today(), Child(id=uuid4(), name="Leo")
    journal.records.save(brother)
    shown = plan_state(journal.family(), child, day).strategies
    for strategy_in_plan in shown:
        journal.plan.copy(strategy_in_plan, brother.id, day)
    journal.days.did_it(shown[0].strategy.id, day)
    window.desk.editing.changed.emit(frozenset(Kind))


def _drawn(ink: tuple[int, int, int]) -> bytes:
    drawn = io.BytesIO()
    picture = Image.new("RGB", (900, 600), (206, 219, 214))
    picture.paste(ink, (330, 180, 570, 480))
    picture.save(drawn, "PNG")
    return drawn.getvalue()


def _example(window: "MainWindow") -> dict[str, Any]:
    """Return the plan file that the help shows."""
    shown = help_page(window.desk.wording.language, "plan-files").markdown
    (block,) = re.findall(r"```json\n(.*?)```", shown, re.DOTALL)
    read: dict[str, Any] = json.loads(block)
    return read


def _look_at(window: "MainWindow", written: dict[str, Any]) -> None:
    path = window.journal.folder.parent / "plan.hjplan"
    path.write_text(json.dumps(written), encoding="utf-8")
    window.window_actions.files.look_at_plan(path)


def delete_some(window: "MainWindow") -> None:
    """Delete a visit and what was written last, so that the bin holds something."""
    journal, child = window.journal, window.page.child if window.page else None
    if child is None:
        return
    visit = next(one for one in journal.family().visits.values() if one.child == child)
    journal.visits.remove(visit)
    newest = journal.timeline.page(EntryFilter(child=child), limit=3)
    journal.records.delete(*(entry.record.id for entry in newest))


def open_last_visit(window: "MainWindow") -> QWidget:
    """Open the line of the visit that was last."""
    _last_visit(window).unfold()
    return window


def change_what_was_agreed(window: "MainWindow") -> QWidget:
    """Open the form of what was agreed at the last visit."""
    row = _last_visit(window)
    row.unfold()
    if row.details is not None:
        row.details.does.agree.click()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def ask_for_calendar(window: "MainWindow") -> QWidget:
    """Ask what goes into a calendar file."""
    window.window_actions.child.save_calendar()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def open_first_person(window: "MainWindow") -> QWidget:
    """Open the row of the first person of the team."""
    page = window.page
    if isinstance(page, TeamPage):
        page.rows[0].unfold()
    return window


def _last_visit(window: "MainWindow") -> VisitRow:
    page = window.page
    if not isinstance(page, VisitsPage):
        raise TypeError(page)
    return page.past.list.cards[0]
