"""The pages and dialogs for several children: nothing cut, nothing small, Tab goes through all."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.ui.base.actions import Action
from homejournal.ui.base.files import where_to_save
from homejournal.ui.papers.fridge_week_dialog import FridgeDialog
from homejournal.ui.theme import Scheme, apply_theme
from tests.ui.conftest import START, SUNDAY
from tests.ui.tab_order import tab_stops
from tests.ui.whole_window.test_every_page import FOLDER, cut, nameless
from tests.ui.whole_window.test_targets import small

LONG = "Supercalifragilistic" * 9
TWINS = (
    ("Pause and wait", RatingKind.HELP, Often(times=3, slots=("breakfast", "lunch", "dinner"))),
    ("Two choices", RatingKind.WENT, Often()),
    ("Minutes until asleep", RatingKind.NUMBER, Often()),
    ("One learning bite", RatingKind.TRIES, Often()),
    ("Warm bath", RatingKind.NONE, Often()),
    (LONG, RatingKind.HELP, Often()),
)


@pytest.fixture
def home(house):
    """Twins of one name and one more child with a long one; every way to rate."""
    luis, long = Child(id=uuid4(), name="Maya"), Child(id=uuid4(), name=LONG)
    house.journal.records.save(luis, long)
    for child in (house.child, luis, long):
        for name, kind, often in TWINS:
            strategy = Strategy(id=uuid4(), child=child.id, name=name)
            step = PlanStep(
                id=uuid4(),
                strategy=strategy.id,
                from_day=START,
                often=often,
                rating=RatingPlan(kind=kind, unit="minutes" if kind is RatingKind.NUMBER else None),
            )
            house.journal.records.save(strategy, step)
    return house


def shown(window):
    for _ in range(6):
        QApplication.processEvents()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return dialogs[-1] if dialogs else window


def open_together(window):
    window.open_page("together")


def open_note(window):
    window.open_page("together")
    shown(window)
    window.page._on_note(window.page._shown.rows[0])


def open_left_out(window):
    window.open_page("together")
    shown(window)
    window.page._on_days_out()


def open_put_away(window):
    window.window_actions.do(Action.PUT_AWAY)


def open_quiet_page(window):
    child = window.journal.family().children[window.page.child]
    window.journal.records.save(replace(child, put_away=SUNDAY))
    window.open_page("today")


WAYS = (open_together, open_note, open_left_out, open_put_away, open_quiet_page)


@pytest.mark.usually(language=["es"], percent=[200])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("opens", WAYS)
def test_no_text_is_cut_and_everything_can_be_met(
    home, open_window, opens, percent, language, qapp
):
    window = open_window(home.journal, language, page="team")
    window.show_child(home.child.id)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    opens(window)
    front = shown(window)
    assert nameless(front) == []
    assert cut(front) == []
    assert small(front) == []


@pytest.mark.parametrize("opens", [open_together, open_quiet_page])
def test_tab_goes_through_all_of_it_and_comes_back(home, open_window, opens, hands):
    window = open_window(home.journal, page="team")
    window.show_child(home.child.id)
    opens(window)
    shown(window).activateWindow()
    QApplication.processEvents()
    assert len(list(tab_stops(hands))) > 1


def test_the_file_of_a_twin_of_the_same_name_is_called_otherwise(home, open_window):
    first, twin, _ = home.journal.family().children
    window = open_window(home.journal, page="team")
    offered = []
    for child in (first, twin):
        dialog = FridgeDialog(window.desk, child, window)
        offered.append(page_file_name(*dialog.file_words()))
        dialog.deleteLater()
    assert offered[0] != offered[1]
    assert offered[1].startswith("Week Maya (2) ")


def test_no_file_takes_the_place_of_another_without_a_question(home, open_window):
    window = open_window(home.journal, page="team")
    dialog = where_to_save(window, "Save", ["PDF (*.pdf)"], "page.pdf")
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    found = [file.name for file in FOLDER.rglob("*.py") if "DontConfirm" in file.read_text("utf-8")]
    assert found == ["files.py"], "and there for a new folder alone, which is never put over one"
