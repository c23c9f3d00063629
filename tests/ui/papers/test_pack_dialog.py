"""A pack for a meeting, from the window to the file: words, ticks, preview, and what is kept."""

from datetime import date, timedelta
from uuid import uuid4

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note, PackKind, PrepQuestion
from homejournal.domain.records.plan import Outcome
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.papers.packs import PackReading
from homejournal.ui.base.actions import Action
from homejournal.ui.papers.pack_dialog import PackDialog
from homejournal.ui.widgets.button import MoreButton, Pill
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.reports.pdf_checks import words_of
from tests.ui.conftest import SUNDAY
from tests.ui.leaving import printing_into
from tests.ui.sheets import asked_for, save_at, save_locked, told_saved
from tests.ui.whole_window.test_every_page import nameless

REVIEW, TRANSITION = PackKind
FIRST = date(2026, 3, 7)
RIGHT = "mesa 7"


@pytest.fixture
def family(three):
    three.outcome = Outcome(id=uuid4(), child=three.child.id, text="Maya asks for more")
    note = Note(
        id=uuid4(), child=three.child.id, day=SUNDAY, text="She waved", flags=(Flag.CELEBRATION,)
    )
    done = Practice(
        id=uuid4(), strategy=three.ids["Sign more"], day=FIRST, rating_kind=RatingKind.HELP
    )
    three.journal.records.save(three.outcome, note, done)
    return three


@pytest.fixture
def dialog(family, open_window, qtbot):
    return opened(open_window(family.journal), qtbot)


def opened(window, qtbot):
    found = asked_for(window, Action.PACK, PackDialog)
    made(found, qtbot)
    return found


def made(dialog, qtbot):
    """Wait until what is chosen was read and drawn."""
    qtbot.waitUntil(lambda: dialog.fields._soon.isActive() is False, timeout=20_000)
    qtbot.waitUntil(lambda: not dialog.making.busy, timeout=20_000)


def write(dialog, hands, ask, words):
    edit = hands.named(dialog, QPlainTextEdit, ask)
    edit.setFocus()
    hands.press(words)


def prepared(family, kind=REVIEW):
    return family.journal.packs.preparation(family.child.id, kind, date.min)


def test_a_review_is_shown_with_all_that_can_be_ticked(dialog, family):
    assert nameless(dialog) == []
    assert dialog.sheet().kind is REVIEW
    assert (dialog.first.day(), dialog.last.day()) == (FIRST, SUNDAY)
    assert len(dialog.preview._sheets) == 1
    assert dialog.preview.accessibleDescription() == "Maya: our six-month review"
    outcome = f"outcome:{family.outcome.id}"
    assert dialog.ticks.rows[outcome].box.isChecked()
    assert dialog.bar.isHidden()
    assert dialog.print_button.isEnabled()


def test_it_opens_from_the_visits_too(family, open_window, qtbot):
    window = open_window(family.journal, page="visits")
    QApplication.processEvents()
    dots = next(
        one
        for one in window.page.findChildren(MoreButton)
        if "A pack for a meeting…" in [line.text() for line in one.lines]
    )
    next(line for line in dots.lines if line.text() == "A pack for a meeting…").trigger()
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, PackDialog)
    made(found, qtbot)


def test_what_is_unticked_is_not_in_it_and_what_needs_it_waits(dialog, family, qtbot):
    (note,) = (key for key in dialog.ticks.rows if key.startswith("celebration:"))
    dialog.ticks.rows[note].box.click()
    made(dialog, qtbot)
    assert dialog.sheet().celebrations == ()
    (none,) = (key for key in dialog.ticks.rows if key == "outcome:none")
    dialog.ticks.rows[none].box.click()
    made(dialog, qtbot)
    strategy = f"strategy:{family.ids['Sign more']}"
    assert not dialog.ticks.rows[strategy].isEnabled()
    assert all(outcome.text for outcome in dialog.sheet().outcomes)
    dialog.ticks.rows[none].box.click()
    assert dialog.ticks.rows[strategy].isEnabled()


def test_answers_stand_in_the_preview_and_are_kept_with_the_pack(dialog, family, hands, qtbot):
    write(dialog, hands, "What matters most to us now?", "Calm meals")
    made(dialog, qtbot)
    assert dialog.sheet().answers == ((PrepQuestion.PRIORITIES, "Calm meals"),)
    hands.click(hands.named(dialog, QPushButton, "Keep our words"))
    assert dict(prepared(family).answers) == {"priorities": "Calm meals"}
    assert dialog.notice.text() == "Kept: what you prepared"
    assert not dialog.fields.unsaved
    assert family.journal.drafts.kept() == {}


def test_what_is_typed_and_not_kept_is_there_the_next_time(dialog, family, hands, qtbot):
    write(dialog, hands, "What do we hope for next?", "Walking")
    window = dialog.parentWidget()
    dialog.reject()
    assert prepared(family) is None
    again = opened(window, qtbot)
    assert again.fields.edits[PrepQuestion.NEW].text() == "Walking"
    assert again.unsaved.isVisible()
    again.kind.pills[1].click()
    made(again, qtbot)
    assert not again.unsaved.isVisible()
    again.kind.pills[0].click()
    made(again, qtbot)
    assert again.fields.edits[PrepQuestion.NEW].text() == "Walking"


def test_a_history_tells_the_third_birthday_and_keeps_the_day_of_the_meeting(
    dialog, family, hands, qtbot
):
    hands.click(hands.named(dialog, Pill, "Turning three"))
    made(dialog, qtbot)
    assert list(dialog.fields.edits) == [PrepQuestion.PRIORITIES]
    shown = {edit.accessibleName() for edit in dialog.findChildren(NoteEdit) if edit.isVisible()}
    assert shown == {"What matters most to us now?"}
    assert dialog.sheet().birthday.birthday == date(2027, 5, 4)
    meeting = SUNDAY + timedelta(days=60)
    dialog.fields.meeting.not_said_box.setChecked(False)
    dialog.fields.meeting.set_day(meeting)
    dialog.fields.meeting.changed.emit(meeting)
    made(dialog, qtbot)
    assert dialog.sheet().birthday.meeting == meeting
    hands.click(hands.named(dialog, QPushButton, "Keep our words"))
    assert prepared(family, TRANSITION).meeting == meeting
    assert prepared(family) is None


def test_what_matters_most_is_kept_for_each_pack_apart(dialog, family, hands, qtbot):
    write(dialog, hands, "What matters most to us now?", "Calm meals")
    hands.click(hands.named(dialog, Pill, "Turning three"))
    made(dialog, qtbot)
    edit = dialog.fields.edits[PrepQuestion.PRIORITIES]
    assert edit.text() == ""
    edit.setFocus()
    hands.press("Time to say goodbye")
    made(dialog, qtbot)
    assert dialog.sheet().answers == ((PrepQuestion.PRIORITIES, "Time to say goodbye"),)
    window = dialog.parentWidget()
    dialog.reject()
    again = opened(window, qtbot)
    assert again.fields.edits[PrepQuestion.PRIORITIES].text() == "Calm meals"
    again.kind.pills[1].click()
    made(again, qtbot)
    assert again.fields.edits[PrepQuestion.PRIORITIES].text() == "Time to say goodbye"
    hands.click(hands.named(again, QPushButton, "Keep our words"))
    assert dict(prepared(family, TRANSITION).answers) == {"priorities": "Time to say goodbye"}


def test_an_empty_pack_says_what_is_missing_and_can_not_be_printed(
    empty_journal, open_window, hands, qtbot
):
    empty_journal.records.save(Child(id=uuid4(), name="Zoe"))
    dialog = opened(open_window(empty_journal), qtbot)
    assert dialog.notice.text() == (
        "There is nothing to print yet. What is missing: an answer to one of the questions, an"
        " outcome and a strategy."
    )
    assert not dialog.print_button.isEnabled()
    assert dialog.preview._sheets == []
    assert dialog.bar.isHidden()
    write(dialog, hands, "What matters most to us now?", "Calm meals")
    made(dialog, qtbot)
    assert dialog.print_button.isEnabled()


def test_it_is_saved_as_pdf_without_the_surname_and_the_words_are_kept(
    dialog, family, hands, tmp_path, qtbot
):
    write(dialog, hands, "Which outcomes have we reached?", "She sits")
    made(dialog, qtbot)
    path = tmp_path / "review.pdf"
    named = save_at(dialog, hands, path)
    told_saved(dialog, qtbot, "review.pdf")
    assert named.endswith("Six-month review Maya 2026-03-22.pdf")
    assert "She sits" in words_of(path.read_bytes())
    assert dict(prepared(family).answers) == {"met": "She sits"}


def test_it_is_put_on_paper(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    hands.click(hands.named(dialog, QPushButton, "Print…"))
    asking = dialog.findChild(QPrintDialog)
    printer = printing_into(asking.printer(), path)
    asking.accepted.emit(printer)
    asking.reject()
    qtbot.waitUntil(lambda: dialog.notice.text() == "Sent to the printer", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_other_days_language_and_paper(dialog, qtbot):
    dialog.first.set_day(SUNDAY - timedelta(days=30))
    dialog.first.changed.emit(None)
    made(dialog, qtbot)
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    dialog.paper.pills[1].click()
    made(dialog, qtbot)
    sheet = dialog.sheet()
    assert (sheet.language, sheet.paper) == ("es", Paper.A4)
    assert sheet.period.start == SUNDAY - timedelta(days=30)


def test_labels_can_be_in_both_languages_and_words_stay_as_written(dialog, qtbot):
    assert not dialog.sheet().notes_as_written
    dialog.language.setCurrentIndex(dialog.language.findText("English + Español"))
    made(dialog, qtbot)
    sheet = dialog.sheet()
    assert (sheet.language, sheet.second_language) == ("en", "es")
    assert sheet.notes_as_written
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    assert dialog.sheet().notes_as_written


def test_what_it_may_become_is_said_before_it_is_handed_over(dialog, hands):
    assert "A page that you hand over may become part of your child’s record." in hands.texts(
        dialog
    )


def test_it_is_saved_with_a_password(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "locked.pdf"
    save_locked(dialog, hands, path, RIGHT)
    told_saved(dialog, qtbot, "locked.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password=RIGHT) as locked:
        assert len(locked.pages) == 1
    open_path = tmp_path / "open.pdf"
    save_at(dialog, hands, open_path)
    told_saved(dialog, qtbot, "open.pdf")
    assert len(pikepdf.open(open_path).pages) == 1


def test_reversed_days_are_said_and_nothing_can_be_printed(dialog, hands, qtbot):
    dialog.first.set_day(SUNDAY + timedelta(days=3))
    dialog.first.changed.emit(None)
    QApplication.processEvents()
    assert any("last day" in words and "first" in words for words in hands.texts(dialog))
    assert not dialog.print_button.isEnabled()
    assert dialog.sheet() is None


def test_it_can_be_stopped_and_goes_on_with_the_next_change(dialog, hands, qtbot):
    dialog.read_anew()
    assert dialog.bar.isVisible()
    hands.click(hands.named(dialog, QPushButton, "Stop"))
    assert not dialog.making.busy
    assert dialog.bar.isHidden()
    assert "Stopped" in dialog.notice.text()
    dialog.kind.pills[1].click()
    made(dialog, qtbot)
    assert dialog.sheet().kind is TRANSITION


def test_a_history_of_many_pages_says_so(family, open_window, qtbot):
    for n in range(40):
        family.plan(f"Strategy {n}")
    dialog = opened(open_window(family.journal), qtbot)
    dialog.kind.pills[1].click()
    made(dialog, qtbot)
    pages = len(dialog.preview._sheets)
    assert pages > 2
    assert dialog.notice.text().startswith(f"This takes {pages} pages.")


def test_a_journal_that_cannot_be_read_is_said(dialog, monkeypatch, qtbot):
    def broken(_self):
        raise RecordMissingError("it")
        yield

    monkeypatch.setattr(PackReading, "__iter__", broken)
    dialog.read_anew()
    made(dialog, qtbot)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=5_000)
    assert dialog.bar.isHidden()


def test_a_journal_that_is_only_read_keeps_nothing(family, open_window, qtbot):
    family.journal._store.write = False
    dialog = opened(open_window(family.journal), qtbot)
    assert dialog.keep.isHidden()
    dialog.keep_words()
    dialog.reject()
    family.journal._store.write = True
    assert prepared(family) is None
