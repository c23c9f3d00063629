"""The ways a visit page leaves besides PDF and paper: locked, as a web page, in short, by mail."""

import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.domain.records.record import Kind
from homejournal.ui.base.actions import Action
from homejournal.ui.kit.paper_output import PasswordDialog
from homejournal.ui.visits.page.menu_actions import ShortTextDialog
from tests.ui.visits.page.visit_pages import (
    RIGHT,
    choose_way,
    lock_with,
    of_kind,
    page,
    ready,
    save_there,
)

__all__ = ["page", "ready"]


def test_every_way_is_reached_by_keyboard(page, hands):
    page.head.more.setFocus()
    hands.press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().text() == "Send by e-mail…"
    ways = [action.text() for action in menu.actions()]
    assert ways[1:3] == ["PDF with a password…", "Web page for screen readers…"]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_locked_pdf_opens_with_its_password_alone(page, hands, tmp_path, qtbot):
    path = tmp_path / "page.pdf"
    choose_way(page, "PDF with a password…")
    dialog = of_kind(page, PasswordDialog)
    assert any("homejournal keeps no copy" in text for text in hands.texts(dialog))
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.shown.click()
    assert dialog.again.echoMode() is QLineEdit.EchoMode.Normal
    lock_with(page, hands, RIGHT)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, path)
    data = path.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=RIGHT) as opened:
        assert len(opened.pages) == 1
    assert RIGHT not in str(page.desk.journal.drafts.kept())
    assert page.head.hand_over.isVisible()


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("", "", "Please write something here."),
        ("one", "two", "The two are not the same. Type the password once more."),
        ("x" * 128, None, "This is too long; at most 127 letters fit."),
    ],
)
def test_a_password_that_does_not_fit_is_said_and_nothing_is_saved(
    page, hands, password, again, said
):
    choose_way(page, "PDF with a password…")
    dialog = lock_with(page, hands, password, again)
    assert dialog.isVisible()
    assert said in hands.texts(dialog)
    assert not [one for one in page.findChildren(QFileDialog) if one.isVisible()]


def test_a_web_page_is_saved_with_its_own_ending(page, hands, tmp_path, qtbot):
    choose_way(page, "Web page for screen readers…")
    (suggested,) = of_kind(page, QFileDialog).selectedFiles()
    assert suggested.endswith("Visit page Maya 2026-03-24.html")
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, tmp_path / "page.html")
    html = (tmp_path / "page.html").read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "She said banana" in html


def test_a_file_dialog_that_is_left_forgets_the_password(page, hands):
    choose_way(page, "PDF with a password…")
    lock_with(page, hands, RIGHT)
    of_kind(page, QFileDialog).reject()
    assert page.ways.output._wish is None


def test_a_short_text_is_counted_changed_and_copied(page, hands, ready):
    choose_way(page, "Short text for a message…")
    dialog = of_kind(page, ShortTextDialog)
    words = len(dialog.edit.text().split())
    assert not any("Not everything had room" in text for text in hands.texts(dialog))
    assert dialog.count.text() == f"{words} words."
    dialog.edit.set_text("one " * 130)
    assert dialog.count.text().startswith("130 words. That is fine.")
    dialog.edit.set_text("We wait.")
    hands.click(hands.named(dialog, QPushButton, "Copy"))
    assert QGuiApplication.clipboard().text() == "We wait."
    assert not dialog.isVisible()
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    assert len(ready.journal.records.all_of(Kind.PAGE)) == 1


def test_before_and_after_it_is_said_what_a_page_handed_over_may_become(page, hands):
    before = "A page that you hand over may become part of your child’s record."
    assert before in hands.texts(page)
    assert not page.head.where.isVisible()


def test_a_page_is_kept_with_the_visit_it_was_opened_for(page, hands, ready):
    """Another visit of the same person comes sooner."""
    visit = page.making.material.visit
    later = replace(visit, id=uuid4(), day=date(2026, 4, 7))
    ready.journal.records.save(later)
    window = page.window()
    window.open_page("visit_page", later.id)
    assert page.shown.visit_on == later.day
    choose_way(page, "Copy as text")
    page.choices.wishes.visit.set_value(visit.id)
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    (kept,) = ready.journal.records.all_of(Kind.PAGE)
    assert kept.visit == later.id


def test_which_of_two_coming_visits_can_be_chosen(page, hands, ready):
    visit = page.making.material.visit
    assert not page.choices.wishes.visit.isVisible()
    later = replace(visit, id=uuid4(), day=date(2026, 4, 7))
    ready.journal.records.save(later)
    page.heard(None)
    hands.click(page.choices.wishes.more)
    box = page.choices.wishes.visit
    page.choices.ensureWidgetVisible(box)
    assert box.isVisible()
    assert page.shown.visit_on == visit.day
    box.setCurrentIndex(1)
    assert page.shown.visit_on == later.day


def test_the_next_visits_page_is_two_clicks_from_anywhere(page, ready):
    window = page.window()
    page.choices.wishes.people.set_value(())
    window.open_page("plan")
    window.menus.action(Action.PREPARE_PAGE).trigger()
    assert window.page is page
    assert page.shown.visit_on == date(2026, 3, 24)
    assert [person.name for person in page.shown.for_whom] == ["Dana"]


def test_a_sentence_is_chosen_in_the_language_of_the_page_and_then_changed(page, hands):
    edit = page.choices.words.edit("our_words")
    edit.setFocus()
    hands.press("Hello.")
    button = page.choices.words.sentences["our_words"]
    line = next(one for one in button.lines if one.text() == "This part is hard for us right now:")
    line.trigger()
    hands.press(" the bath")
    assert page.shown.our_words == "Hello. This part is hard for us right now: the bath"
    edit.undo()
    assert page.shown.our_words == "Hello."
    hands.click(page.choices.list_button)
    thanks = page.choices.closing.sentences["thanks"]
    english = {one.text() for one in thanks.lines}
    box = page.choices.wishes.language
    box.setCurrentIndex(box.findText("Español"))
    spanish = [one.text() for one in thanks.lines]
    assert len(spanish) == len(english)
    assert english.isdisjoint(spanish)
    thanks.lines[0].trigger()
    assert page.shown.thanks == spanish[0]


def test_a_short_text_that_leaves_something_out_says_so(page, hands):
    page.choices.words.edit("our_words").set_text("We wait at every meal. " * 20)
    choose_way(page, "Short text for a message…")
    dialog = of_kind(page, ShortTextDialog)
    assert "Not everything had room in so few words. The page has it all." in hands.texts(dialog)


def test_a_long_short_text_is_seen_whole_with_all_that_is_said_of_it(page, hands):
    page.choices.words.edit("our_words").set_text("We wait at every meal. " * 14)
    choose_way(page, "Short text for a message…")
    dialog = of_kind(page, ShortTextDialog)
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    edit = dialog.edit
    assert edit.firstVisibleBlock().blockNumber() == 0
    last = edit.document().lastBlock()
    end = edit.blockBoundingGeometry(last).translated(edit.contentOffset()).bottom()
    assert end <= edit.viewport().height()
    dialog.reject()
