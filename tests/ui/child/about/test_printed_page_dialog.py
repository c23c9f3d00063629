"""The page for somebody new, from the window to the file: ticked, looked at, copied, saved."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.children import About
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.ui.base.actions import Action
from homejournal.ui.child.about.child_dialogs import AboutPageDialog
from tests.reports.pdf_checks import words_of
from tests.ui.conftest import SUNDAY
from tests.ui.sheets import asked_for, drawn, save_at, told_saved

PRIVATE = "Nobody may read this"


@pytest.fixture
def family(three):
    child = replace(three.child, surname="Rivera", words="We say autistic.")
    words = {"child": child.id, "day": SUNDAY}
    three.journal.records.save(
        child,
        About(id=uuid4(), strengths="She laughs.", hard="Loud rooms", **words),
        Note(id=uuid4(), text="A note of the day", **words),
        PrivateNote(id=uuid4(), text=PRIVATE, **words),
    )
    return three


@pytest.fixture
def dialog(family, open_window, qtbot):
    window = open_window(family.journal, page="about_child")
    QApplication.processEvents()
    found = asked_for(window, Action.PRINT, AboutPageDialog)
    drawn(found, qtbot)
    return found


def chip(dialog, hands, name):
    hands.click(hands.named(dialog, QPushButton, name))


def saved(dialog, hands, path, qtbot):
    """Save the page as a person does; return its words and the name that was offered."""
    named = save_at(dialog, hands, path)
    told_saved(dialog, qtbot, path.name)
    return words_of(path.read_bytes()), named, path.read_bytes()


def test_all_that_is_told_is_on_it_but_the_surname_and_any_note(dialog, hands, tmp_path, qtbot):
    words, named, data = saved(dialog, hands, tmp_path / "page.pdf", qtbot)

    for said in ("Maya", "22 months", "We say autistic.", "She laughs.", "Loud rooms", "Sign more"):
        assert said in words
    assert named == "About Maya 2026-03-22.pdf"
    for hidden in ("Rivera", PRIVATE, "A note of the day"):
        assert hidden not in words
        assert hidden.encode() not in data


def test_what_is_switched_off_is_not_in_the_file(dialog, hands, tmp_path, qtbot):
    for name in ("The age", "Our words", "What is hard", "Who suggested it", "Sign more"):
        chip(dialog, hands, name)
    chip(dialog, hands, "Last name")
    words, _, _ = saved(dialog, hands, tmp_path / "page.pdf", qtbot)

    assert "Maya Rivera" in words
    assert "She laughs." in words
    for off in ("months", "autistic", "Loud rooms", "Dana", "Sign more"):
        assert off not in words


def test_the_text_can_be_copied_and_is_what_a_screen_reader_hears(dialog, hands):
    hands.click(hands.named(dialog, QPushButton, "Copy the text"))

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("About Maya · 22 months on March 22, 2026\n")
    assert "She laughs." in copied
    assert "Rivera" not in copied
    assert dialog.notice.text() == "Copied. You can paste it into a message."
    assert dialog.preview.accessibleDescription() == copied


def test_labels_in_both_languages_and_the_other_paper_can_be_chosen(dialog, qtbot):
    assert dialog.sheet().second_language is None
    assert not dialog.sheet().as_written
    dialog.language.setCurrentText("Español")
    assert (dialog.sheet().language, dialog.sheet().as_written) == ("es", True)
    dialog.language.setCurrentText("Español + English")
    dialog.paper.pills[1].click()
    drawn(dialog, qtbot)
    made = dialog.sheet()
    assert (made.language, made.second_language, made.paper) == ("es", "en", Paper.A4)
    assert made.as_written


def test_with_nothing_on_it_nothing_can_be_printed_or_copied(dialog, hands):
    QGuiApplication.clipboard().setText("before")
    for name in ("Our words", "Strengths", "What is hard"):
        chip(dialog, hands, name)
    for name in ("Two choices", "Sign more", "Pause in songs"):
        chip(dialog, hands, name)

    assert dialog.notice.text() == "Nothing would be on the page. Choose something."
    for button in (dialog.print_button, dialog.save_button, dialog.copy_button):
        assert not button.isEnabled()
    dialog.copy_text()
    assert QGuiApplication.clipboard().text() == "before"
    chip(dialog, hands, "Strengths")
    assert dialog.copy_button.isEnabled()


def test_more_than_one_sheet_is_said(family, open_window, qtbot):
    long = About(
        id=uuid4(), child=family.child.id, day=date(2026, 3, 23), needs="Time. " * 330,
        helps="Time. " * 330, hard="Time. " * 330, routines="Time. " * 330,
    )  # fmt: skip
    family.journal.records.save(long)
    window = open_window(family.journal, page="about_child")
    QApplication.processEvents()
    window.page.save_pdf()
    dialog = QApplication.activeModalWidget()
    drawn(dialog, qtbot)
    assert dialog.notice.text().startswith("This takes 2 pages.")


def test_a_child_without_strategies_or_age_has_fewer_rows(house, open_window, qtbot, hands):
    house.journal.records.save(
        replace(house.child, born=None),
        About(id=uuid4(), child=house.child.id, day=SUNDAY, needs="Time"),
    )
    window = open_window(house.journal, page="about_child")
    QApplication.processEvents()
    window.page.print_page()
    dialog = QApplication.activeModalWidget()
    drawn(dialog, qtbot)
    assert [one.text() for one in dialog.parts.chips] == ["What our child needs"]
    assert "What you do now" not in hands.texts(dialog)
