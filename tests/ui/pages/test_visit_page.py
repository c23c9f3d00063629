"""The Visit page as a person uses it: tick, look, save, print, keep."""

import os
import stat
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QPushButton

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.domain.notes import Flag
from homejournal.domain.people import TeamMember
from homejournal.domain.record import Kind
from homejournal.domain.visit_page import Paper
from homejournal.domain.visits import Visit
from homejournal.ui import page_printing
from homejournal.ui.pages.visit_page_output import Wanted
from homejournal.ui.widgets.pill import Pill
from tests.ui.pages.visit_pages import FIRST, choose_way, note, settled

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def noted(house, text):
    notes = house.journal.records.all_of(Kind.NOTE, child=house.child.id)
    return next(one.id for one in notes if one.text == text)


@pytest.fixture
def ready(visited):
    return visited


@pytest.fixture
def open_page(open_visit_page):
    return open_visit_page


@pytest.fixture
def page(ready, open_page):
    return open_page(ready)


def tick(page, hands, words):
    (box,) = [
        one
        for one in page.findChildren(QCheckBox)
        if one.accessibleName() == words and one.isVisible()
    ]
    page.window().activateWindow()
    box.setFocus()
    QApplication.processEvents()
    hands.press(Key.Key_Space)


def save_at(page, hands, path):
    hands.click(hands.named(page, QPushButton, "Save as PDF…"))
    QApplication.processEvents()
    (dialog,) = [one for one in page.findChildren(QFileDialog) if one.isVisible()]
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


def pick(box, words):
    box.setCurrentIndex(box.findText(words))


def test_the_page_begins_with_the_days_since_the_last_visit(page, hands):
    assert page.shown.period == (FIRST, date(2026, 3, 21))
    assert page.shown.visit_on == date(2026, 3, 24)
    assert "March 10 to March 21, 2026" in hands.texts(page)
    assert {one.name for one in page.shown.strategies} == {
        "Two choices",
        "Sign more",
        "Pause in songs",
    }


def test_the_preview_shows_the_real_page_and_says_it_to_a_screen_reader(page, qtbot):
    settled(page, qtbot)
    label, picture = page.preview._sheets[0]
    assert label.isVisible()
    assert abs(picture.deviceIndependentSize().width() - label.width()) <= 4
    assert "She said banana" in page.preview.accessibleDescription()


def test_what_is_unticked_is_not_on_the_page_and_the_tick_stays(page, hands, qtbot, ready):
    tick(page, hands, "“She said banana” · Mar 10")
    assert page.shown.celebrations == ()
    settled(page, qtbot)
    assert "banana" not in page.preview.accessibleDescription()
    note(ready, "She clapped", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    assert [one.text for one in page.shown.celebrations] == ["She clapped"]


def test_without_its_strategy_no_line_of_it_can_be_ticked(page, hands):
    row = page.choices.ticks.rows()
    head = next(key for key, one in row.items() if one.box.accessibleName() == "Sign more")
    row[head].box.toggle()
    assert [one.name for one in page.shown.strategies] == ["Two choices", "Pause in songs"]
    assert not row[f"{head}:chart"].box.isEnabled()


def test_a_second_page_comes_with_one_tick_and_each_part_of_it_has_its_own(
    page, hands, qtbot, ready
):
    rows = page.choices.ticks.rows()
    of_it = [one for key, one in rows.items() if key.startswith("second:")]
    assert of_it
    assert not any(one.isVisible() for one in of_it)
    assert page.shown.second is None
    settled(page, qtbot)
    assert len(page.preview._sheets) == 1

    tick(page, hands, "A second page: larger charts, and notes by date")
    assert [one.strategy for one in page.shown.second.charts] == ["Two choices", "Sign more"]
    assert all(one.isVisible() and one.box.isChecked() for one in of_it)
    settled(page, qtbot)
    assert len(page.preview._sheets) > 1
    assert "CHARTS AND NOTES" in page.preview.accessibleDescription()

    page.choices.ensureWidgetVisible(of_it[0])
    tick(page, hands, "Larger chart: Two choices")
    assert [one.strategy for one in page.shown.second.charts] == ["Sign more"]
    rows[f"second:note:{noted(ready, 'She said banana')}"].box.toggle()
    assert "She said banana" not in {one.text for one in page.shown.second.notes}
    assert "so tired" not in str(page.shown)


def test_a_larger_chart_can_be_ticked_only_with_its_strategy(page, ready):
    rows = page.choices.ticks.rows()
    rows["second"].box.toggle()
    which = ready.ids["Sign more"]
    rows[f"strategy:{which}"].box.toggle()
    assert not rows[f"second:chart:{which}"].box.isEnabled()
    assert [one.strategy for one in page.shown.second.charts] == ["Two choices"]
    rows[f"strategy:{which}"].box.toggle()
    assert rows[f"second:chart:{which}"].box.isEnabled()
    assert len(page.shown.second.charts) == 2


def test_a_click_on_the_words_ticks_them_too(page, hands):
    row = page.choices.ticks.rows()["boxes"]
    page.choices.ensureWidgetVisible(row)
    QApplication.processEvents()
    hands.click(row)
    assert not page.shown.boxes


def test_private_notes_are_not_even_offered(page, hands):
    offered = " ".join(one.box.accessibleName() for one in page.choices.ticks.rows().values())
    assert "so tired" not in offered
    assert "so tired" not in str(page.shown)


def test_the_one_sentence_stands_on_the_page_while_it_is_typed_and_is_kept(
    page, hands, ready, qtbot
):
    page.choices.words.edit("our_words").setFocus()
    hands.press("He asks for more!")
    assert page.shown.our_words == "He asks for more!"
    page.put_down()
    assert "He asks for more!" in ready.journal.drafts.kept().values()
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    assert window.page.choices.words.edit("our_words").text() == "He asks for more!"


def helped_field(page, house, name="Sign more"):
    field = page.choices.ticks.helped()[house.ids[name]]
    page.choices.ensureWidgetVisible(field)
    QApplication.processEvents()
    return field


def helped_on(page, name="Sign more"):
    return next(one.helped for one in page.shown.strategies if one.name == name)


def test_what_helped_is_asked_for_and_stands_under_its_strategy(page, hands, ready, qtbot):
    field = helped_field(page, ready)
    assert not field.edit.isVisible()
    hands.click(field.add)
    assert not field.add.isVisible()
    assert field.edit.hasFocus()
    assert field.edit.accessibleName().endswith("Sign more")
    hands.press("Two spoons helped.")
    assert (helped_on(page), helped_on(page, "Two choices")) == ("Two spoons helped.", "")
    settled(page, qtbot)
    assert "Two spoons helped." in page.preview.accessibleDescription()


def test_what_helped_is_kept_while_the_page_is_prepared(page, hands, ready):
    field = helped_field(page, ready)
    hands.click(field.add)
    hands.press("Two spoons")
    note(ready, "She clapped", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    assert helped_field(page, ready).edit.text() == "Two spoons"
    page.put_down()
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    assert helped_field(window.page, ready).edit.text() == "Two spoons"
    assert helped_on(window.page) == "Two spoons"
    helped_field(window.page, ready).edit.set_text("")
    window.page.put_down()
    assert "Two spoons" not in ready.journal.drafts.kept().values()


def test_what_helped_is_not_on_the_page_without_its_strategy(page, hands, ready):
    field = helped_field(page, ready)
    hands.click(field.add)
    hands.press("Two spoons")
    row = page.choices.ticks.rows()[f"strategy:{ready.ids['Sign more']}"]
    row.box.toggle()
    assert not field.isVisible()
    assert "Two spoons" not in str(page.shown)
    row.box.toggle()
    assert helped_on(page) == "Two spoons"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a" * 2001, "This is too long; at most 2,000 letters fit. Until then it is not on the"),
        ("a\x01b", "This holds a character that cannot be written down."),
    ],
)
def test_what_cannot_stand_on_the_page_is_said_under_its_field(page, hands, ready, words, said):
    field = helped_field(page, ready)
    hands.click(field.add)
    field.edit.set_text(words)
    assert any(text.startswith(said) for text in hands.texts(field))
    assert (field.edit.text(), helped_on(page)) == (words, "")
    field.edit.set_text("a" * 2000)
    assert not any(text.startswith(said) for text in hands.texts(field))
    assert helped_on(page) == "a" * 2000


def test_own_dates_and_reversed_ones(page, hands, qtbot):
    hands.click(hands.named(page, Pill, "Other dates"))
    page.choices.wishes.first.set_day(date(2026, 3, 12))
    page.choices.wishes.last.set_day(date(2026, 3, 15))
    assert page.shown.period == (date(2026, 3, 12), date(2026, 3, 15))
    page.choices.wishes.last.set_day(date(2026, 3, 1))
    QApplication.processEvents()
    assert "The last day comes before the first. Change one of the two." in hands.texts(page)
    assert page.shown.period == (date(2026, 3, 12), date(2026, 3, 15))


def test_a_page_for_one_person_has_only_what_they_suggested(ready, open_page):
    ready.plan("Tummy time", by="Ben")
    page = open_page(ready)
    pick(page.choices.wishes.person, "Ben · speech")
    assert [one.name for one in page.shown.strategies] == ["Tummy time"]
    assert [one.name for one in page.shown.for_whom] == ["Ben"]


def test_a_coming_visit_chooses_its_person(page, ready):
    ben = TeamMember(id=uuid4(), name="Ben")
    visit = Visit(id=uuid4(), child=ready.child.id, day=date(2026, 3, 30), people=(ben.id,))
    ready.journal.records.save(ben, visit)
    page.heard(None)
    page.window().open_page("visit_page", visit.id)
    assert [one.name for one in page.shown.for_whom] == ["Ben"]


def test_language_and_paper_of_the_page(page, hands, qtbot):
    pick(page.choices.wishes.language, "Español")
    hands.click(hands.named(page, Pill, "A4"))
    assert (page.shown.language, page.shown.paper) == ("es", Paper.A4)
    settled(page, qtbot)
    assert "ALEGRÍAS" in page.preview.accessibleDescription()


def test_the_file_name_that_is_offered_has_no_surname(page, hands):
    hands.click(hands.named(page, QPushButton, "Save as PDF…"))
    dialog = page.findChild(QFileDialog)
    (suggested,) = dialog.selectedFiles()
    assert Path(suggested).name == "Visit page Maya 2026-03-24.pdf"
    dialog.reject()


def test_saving_writes_a_pdf_for_this_person_alone(page, hands, tmp_path, qtbot):
    path = tmp_path / "page.pdf"
    with qtbot.waitSignal(page.tells, timeout=20_000) as told:
        save_at(page, hands, path)
    assert told.args == ["Saved as page.pdf"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*pdf*")) == []


def test_a_page_that_was_saved_can_be_kept_and_looked_at_again(page, hands, tmp_path, qtbot, ready):
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_at(page, hands, tmp_path / "page.pdf")
    assert any("may become part of your child’s record" in one for one in hands.texts(page))
    handed = page.shown
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    (kept,) = ready.journal.records.all_of(Kind.PAGE)
    assert kept.visit is not None
    tick(page, hands, "“She said banana” · Mar 10")
    QApplication.processEvents()
    hands.click(hands.named(page, QPushButton, "March 22, 2026 · for the whole team"))
    assert page.shown == handed
    settled(page, qtbot)
    assert "banana" in page.preview.accessibleDescription()
    hands.click(hands.named(page, QPushButton, "Back to the new page"))
    assert page.shown.celebrations == ()


def test_keeping_a_page_can_be_taken_back_and_a_kept_page_removed(
    page, hands, tmp_path, qtbot, ready
):
    choose_way(page, "Copy as text")
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    QApplication.processEvents()
    page.desk.editing.undo()
    assert ready.journal.records.all_of(Kind.PAGE) == []
    page.desk.editing.redo()
    QApplication.processEvents()
    hands.click(hands.named(page, QPushButton, "Remove"))
    assert ready.journal.records.all_of(Kind.PAGE) == []


@pytest.mark.parametrize(
    ("failure", "words"), [(DiskFullError, "is full"), (DiskError, "did not let homejournal")]
)
def test_a_full_or_refusing_disk_is_said_and_an_older_file_stays(
    page, hands, tmp_path, qtbot, monkeypatch, failure, words
):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"older")

    def refuse(where, _data):
        raise failure(where)

    monkeypatch.setattr(page_printing, "safe_save", refuse)
    page.ways.output.save_at(Wanted(page=page.shown), path)
    qtbot.waitUntil(page.head.trouble.isVisible, timeout=20_000)
    assert words in page.head.trouble.text()
    assert path.read_bytes() == b"older"
    hands.click(hands.named(page.head, QPushButton, "All right"))
    assert not page.head.trouble.isVisible()


def test_two_files_that_are_saved_at_once_are_both_told(page, tmp_path, qtbot):
    told = []
    page.tells.connect(told.append)
    for name in ("one.pdf", "two.pdf"):
        page.ways.output.save_at(Wanted(page=page.shown), tmp_path / name)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert ["one.pdf" in told[0], "two.pdf" in told[1]] == [True, True]


def test_printing_puts_every_sheet_on_paper(page, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    hands.click(hands.named(page, QPushButton, "Print…"))
    dialog = page.findChild(QPrintDialog)
    printer = dialog.printer()
    assert printer.docName() == "Visit page Maya 2026-03-24"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with qtbot.waitSignal(page.tells, timeout=20_000) as told:
        dialog.accepted.emit(printer)
        dialog.reject()
    assert told.args == ["Sent to the printer"]
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter::begin")
def test_a_printer_that_refuses_is_said(page, tmp_path, qtbot):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "x.pdf"))
    page.ways.output._on_sheets((page.shown, printer, (b"",)))
    assert "The printer did not take the page" in page.head.trouble.text()


def test_the_page_is_copied_as_text(page, hands):
    choose_way(page, "Copy as text")
    assert "She said banana" in QGuiApplication.clipboard().text()


def test_a_character_that_cannot_be_drawn_is_said(page, hands, qtbot, ready):
    note(ready, "Strange: \U0010fffd", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    qtbot.waitUntil(page.head.trouble.isVisible, timeout=20_000)
    assert "\U0010fffd" in page.head.trouble.text() or "10FFFD" in page.head.trouble.text()


def test_nothing_written_says_one_kind_sentence(house, open_page, hands):
    page = open_page(house)
    assert any("Nothing is written down for these days yet" in one for one in hands.texts(page))


def test_in_a_narrow_window_one_side_is_shown_at_a_time(page, hands):
    page.window().resize(700, 640)
    QApplication.processEvents()
    assert page.choices.isVisible()
    assert not page.preview.isVisible()
    hands.click(hands.named(page, Pill, "The page"))
    assert page.preview.isVisible()
    assert not page.choices.isVisible()


STRANGE = ["a" * 10_000, "👩‍👧 سعيد", "<b>bold</b> & $x^2$ #let x = 1", "\u202eevil\u202c"]


@pytest.mark.parametrize("words", STRANGE, ids=["long", "signs", "markup", "turned"])
def test_strange_words_stand_on_the_page_as_they_were_typed(page, qtbot, words):
    page.choices.words.edit("our_words").set_text(words)
    assert page.shown.our_words == words
    settled(page, qtbot)
    assert not page.head.trouble.isVisible()
    assert page.preview._sheets


def test_typing_never_waits_for_the_picture(page, hands, qtbot):
    settled(page, qtbot)
    page.choices.words.edit("our_words").setFocus()
    hands.press("one two three")
    assert page._render._drawing is not None
    settled(page, qtbot)
    assert page._render._done[0].our_words == "one two three"


def test_of_many_wishes_only_the_first_and_the_last_are_drawn(page, qtbot):
    settled(page, qtbot)
    drawn = []
    page._render.drawn.connect(lambda shown, _sheets: drawn.append(shown.our_words))
    for words in ("a", "ab", "abc", "abcd"):
        page.choices.words.edit("our_words").set_text(words)
    settled(page, qtbot)
    assert drawn == ["a", "abcd"]


def test_a_journal_that_can_only_be_read_still_gives_a_page(
    ready, open_page, hands, tmp_path, qtbot
):
    ready.journal._why = DiskFullError(ready.journal.folder)
    page = open_page(ready)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_at(page, hands, tmp_path / "page.pdf")
    assert not page.head.hand_over.isVisible()


def test_what_the_page_leaves_out_because_it_would_be_long_is_said_at_once(
    ready, open_page, hands, qtbot
):
    for number in range(3):
        ready.plan(f"One more {number}")
    page = open_page(ready)
    said = "Not on this page: 2 strategies. You can tick more further down."
    assert page.choices._not_on_it.isVisible()
    assert said in hands.texts(page)
    tick(page, hands, "Pause in songs")
    settled(page, qtbot)
    assert "Not on this page: 1 strategy. You can tick more further down." in hands.texts(page)
    tick(page, hands, "Pause in songs")
    settled(page, qtbot)
    assert "Not on this page: 1 strategy. You can tick more further down." in hands.texts(page)
