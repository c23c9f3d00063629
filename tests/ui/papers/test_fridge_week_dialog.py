"""A week for the fridge, from the window to the file: chosen, looked at, saved and printed."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.kit.paper_output import is_landscape
from homejournal.ui.papers.fridge_week_dialog import FridgeDialog
from tests.reports.pdf_checks import words_of
from tests.ui.conftest import SUNDAY
from tests.ui.forms import choose_line
from tests.ui.leaving import printing_into
from tests.ui.sheets import asked_for, drawn, save_at, told_saved
from tests.ui.whole_window.test_every_page import nameless

NEXT_MONDAY = date(2026, 3, 23)


@pytest.fixture
def dialog(three, open_window, qtbot):
    return opened(open_window(three.journal), qtbot)


def opened(window, qtbot):
    found = asked_for(window, Action.FRIDGE_WEEK, FridgeDialog)
    drawn(found, qtbot)
    return found


def chip(dialog, hands, name):
    hands.click(hands.named(dialog, QPushButton, name))


def shown(dialog):
    """The strategies of each week by name."""
    return [[strategy.name for strategy in week.strategies] for week in dialog.sheet().weeks]


def test_on_the_last_day_of_a_week_the_next_one_is_offered_with_all_that_is_planned(dialog, hands):
    sheet = dialog.sheet()
    assert sheet.weeks[0].period.start == NEXT_MONDAY
    assert shown(dialog) == [["Two choices", "Sign more", "Pause in songs"]]
    assert "March 23 to March 29, 2026" in hands.texts(dialog)
    assert len(dialog.preview._sheets) == 1
    assert "Two choices (once a day)" in dialog.preview.accessibleDescription()


def test_this_week_is_offered_on_the_other_days(three, open_window, qtbot):
    settings = three.journal.settings
    three.journal.change_settings(replace(settings, week_start=WeekStart.SUNDAY))
    dialog = opened(open_window(three.journal), qtbot)
    assert dialog.sheet().weeks[0].period.start == SUNDAY


def test_another_week_and_several_of_them_can_be_chosen(dialog, hands, qtbot):
    assert not dialog.day.isVisible()
    dialog.when.pills[2].click()
    assert dialog.day.isVisible()
    dialog.day.set_day(date(2026, 4, 8))
    dialog.weeks.setCurrentIndex(2)
    drawn(dialog, qtbot)
    starts = [week.period.start for week in dialog.sheet().weeks]
    assert starts == [date(2026, 4, 6), date(2026, 4, 13), date(2026, 4, 20)]
    assert len(dialog.preview._sheets) == 3
    assert dialog.notice.isHidden()


def test_what_is_switched_off_is_not_on_it_and_stays_off_in_another_week(dialog, hands, qtbot):
    chip(dialog, hands, "Sign more")
    assert shown(dialog) == [["Two choices", "Pause in songs"]]
    dialog.when.pills[0].click()
    assert shown(dialog) == [["Two choices", "Pause in songs"]]
    chip(dialog, hands, "Sign more")
    assert shown(dialog) == [["Two choices", "Sign more", "Pause in songs"]]


def test_without_a_strategy_nothing_can_be_printed_and_a_sentence_says_what_to_do(dialog, hands):
    for name in ("Two choices", "Sign more", "Pause in songs"):
        chip(dialog, hands, name)
    assert dialog.notice.text() == "Choose at least one strategy."
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    dialog.print_page()
    dialog.save_pdf()
    assert dialog.findChildren(QDialog) == []


def test_a_week_in_which_nothing_is_planned_says_so(dialog, hands, qtbot):
    dialog.when.pills[2].click()
    dialog.day.set_day(date(2025, 1, 6))
    QApplication.processEvents()
    assert dialog.notice.text() == "Nothing is planned in this week. Choose another one."
    dialog.when.pills[0].click()
    drawn(dialog, qtbot)
    assert dialog.print_button.isEnabled()


def test_a_week_beyond_the_calendar_says_so(dialog):
    dialog.when.pills[2].click()
    dialog.day.set_day(date.max)
    QApplication.processEvents()
    assert dialog.notice.text() == "No calendar has this week. Choose another day."
    assert dialog.file_words()[2] == SUNDAY


def test_too_much_for_one_page_takes_more_of_them_and_says_so(house, open_window, qtbot):
    for n in range(9):
        house.plan(f"Strategy {n}", Often(times=2, slots=("nap", "night")))
    dialog = opened(open_window(house.journal), qtbot)
    pages = len(dialog.preview._sheets)
    assert pages > 1
    assert f"this takes {pages} pages" in dialog.notice.text()


def test_how_we_do_it_can_be_left_out(dialog):
    assert dialog.sheet().weeks[0].strategies[0].how
    dialog.how.click()
    assert not dialog.sheet().weeks[0].strategies[0].how


def test_the_language_and_the_paper_of_the_sheet_are_its_own(dialog, qtbot):
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    dialog.paper.pills[1].click()
    drawn(dialog, qtbot)
    sheet = dialog.sheet()
    assert (sheet.language, sheet.paper) == ("es", Paper.A4)


def test_it_is_saved_as_pdf_under_a_name_without_the_surname(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "week.pdf"
    named = save_at(dialog, hands, path)
    told_saved(dialog, qtbot, "week.pdf")
    assert named.endswith("Week Maya 2026-03-23.pdf")
    words = words_of(path.read_bytes())
    assert "Two choices" in words
    assert "a lot of help" in words


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(dialog, hands, tmp_path, qtbot):
    output = dialog._output
    output.save_at(output.pdf_wish(dialog.sheet(), "week"), tmp_path / "nowhere" / "week.pdf")
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20_000)
    assert "Saved" not in dialog.notice.text()
    assert dialog.isVisible()


def test_a_character_that_nothing_draws_is_said(house, open_window, hands, tmp_path, qtbot):
    house.plan("Strange \ue000", kind=RatingKind.NONE)
    dialog = opened(open_window(house.journal), qtbot)
    save_at(dialog, hands, tmp_path / "week.pdf")
    qtbot.waitUntil(lambda: "E000" in dialog.notice.text(), timeout=20_000)


def test_it_is_put_on_paper_the_way_it_lies(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    hands.click(hands.named(dialog, QPushButton, "Print…"))
    asking = dialog.findChild(QPrintDialog)
    printer = printing_into(asking.printer(), path)
    assert printer.docName() == "Week Maya 2026-03-23"
    landscape = is_landscape(dialog._pages[0])
    assert (printer.pageLayout().orientation().value == 1) == landscape
    asking.accepted.emit(printer)
    asking.reject()
    qtbot.waitUntil(lambda: dialog.notice.text() == "Sent to the printer", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF-")
    assert len(kept(dialog)) == 1


def kept(dialog):
    """What the codes of printed weeks stand for, once the worker has told it."""
    QApplication.processEvents()
    return dialog.desk.journal.records.all_of(Kind.SHEET)


def test_a_sheet_that_leaves_is_kept_as_one_step_that_undo_takes_back(
    dialog, hands, tmp_path, qtbot
):
    assert kept(dialog) == []
    save_at(dialog, hands, tmp_path / "week.pdf")
    told_saved(dialog, qtbot, "week.pdf")
    (page,) = kept(dialog)
    assert (page.week, page.page) == (NEXT_MONDAY, 1)
    assert len(page.rows) == 3
    assert "Please use a pen" in words_of((tmp_path / "week.pdf").read_bytes())
    save_at(dialog, hands, tmp_path / "again.pdf")
    told_saved(dialog, qtbot, "again.pdf")
    assert kept(dialog) == [page]
    dialog.desk.editing.undo()
    qtbot.waitUntil(lambda: kept(dialog) == [], timeout=20_000)


def test_another_sheet_of_the_same_dialog_has_a_number_of_its_own(dialog, hands, tmp_path, qtbot):
    for name in ("one.pdf", "two.pdf"):
        save_at(dialog, hands, tmp_path / name)
        told_saved(dialog, qtbot, name)
        dialog.how.click()
    assert len({page.id for page in kept(dialog)}) == 2


def test_what_is_printed_is_kept_also_where_the_dialog_is_closed_meanwhile(
    dialog, hands, tmp_path, qtbot
):
    dialog._output.leaving.emit(dialog.sheet())
    dialog.reject()
    qtbot.waitUntil(lambda: len(kept(dialog)) == 1, timeout=20_000)


def test_nothing_is_kept_of_a_sheet_that_is_only_looked_at(dialog, hands):
    hands.click(hands.named(dialog, QPushButton, "Save as PDF…"))
    QApplication.processEvents()
    dialog.findChild(QFileDialog).reject()
    assert kept(dialog) == []


def test_where_characters_are_replaced_the_places_are_asked_for_once_more(
    house, open_window, hands, tmp_path, qtbot
):
    house.plan("Strange \ue000", kind=RatingKind.NONE)
    dialog = opened(open_window(house.journal), qtbot)
    save_at(dialog, hands, tmp_path / "week.pdf")
    qtbot.waitUntil(lambda: "E000" in dialog.notice.text(), timeout=20_000)
    qtbot.waitUntil(lambda: not dialog.desk.worker.busy, timeout=20_000)
    assert len(kept(dialog)) == 1


def test_a_journal_that_is_only_read_prints_without_codes(
    three, open_window, hands, tmp_path, qtbot
):
    three.journal.close()
    with closing(
        open_journal(three.journal.folder, clock=three.clock, device=uuid4(), write=False)
    ) as it:
        dialog = opened(open_window(it), qtbot)
        save_at(dialog, hands, tmp_path / "week.pdf")
        told_saved(dialog, qtbot, "week.pdf")
        assert "pencil" not in words_of((tmp_path / "week.pdf").read_bytes())
        assert kept(dialog) == []


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter::begin")
def test_a_printer_that_refuses_is_said(dialog, tmp_path):
    printer = printing_into(QPrinter(), tmp_path / "nowhere" / "x.pdf")
    dialog._output._on_sheets((None, printer, (b"",)))
    assert "The printer did not take the page" in dialog.notice.text()


def test_a_sheet_that_cannot_be_drawn_is_said(dialog):
    dialog._on_not_drawn(None, OSError(28, "full"))
    assert dialog.notice.isVisible()


def test_it_opens_from_plan_and_from_today(three, open_window, hands, qtbot):
    window = open_window(three.journal, page="today")
    hands.click(hands.named(window.page, QPushButton, "On paper for the fridge…"))
    assert isinstance(QApplication.activeModalWidget(), FridgeDialog)
    QApplication.activeModalWidget().reject()
    window.open_page("plan")
    QApplication.processEvents()
    choose_line(window.page, "A week for the fridge…", about="")
    assert isinstance(QApplication.activeModalWidget(), FridgeDialog)


def test_without_a_child_there_is_nothing_to_open(open_window, empty_journal):
    window = open_window(empty_journal)
    window.window_actions.child.print_week()
    assert QApplication.activeModalWidget() is None


def test_in_a_narrow_window_the_page_stands_under_the_choices(dialog):
    dialog.resize(600, 700)
    QApplication.processEvents()
    assert dialog.preview.y() > dialog.form.geometry().y()
    assert dialog.preview.width() > 500


def test_a_sheet_without_any_plan_offers_no_paper(house, open_window, hands):
    window = open_window(house.journal)
    assert not any("fridge" in text for text in hands.texts(window.page))
    window.open_page("plan")
    QApplication.processEvents()
    assert not any("fridge" in text for text in hands.texts(window.page))


def test_every_part_has_a_name(dialog):
    assert nameless(dialog) == []
