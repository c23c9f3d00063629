"""What is typed in a form or for a page is there after a window closes or changes its language."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.visits import Asked, Visit
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.records.question_with_answer import QuestionRow
from homejournal.ui.records.writers_dialog import HomeNamesDialog, WriterDialog
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY

WORDS = "half a sentence"


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


@pytest.fixture
def full(three, monkeypatch):
    """Let the disk take no unfinished words any more."""

    def fails(*_told):
        raise DiskFullError(three.journal.folder)

    def fill():
        for call in ("keep", "drop"):
            monkeypatch.setattr(three.journal.drafts, call, fails)

    yield fill
    monkeypatch.undo()


@pytest.mark.parametrize("form", [True, False])
def test_a_form_that_is_open_when_its_window_is_closed_keeps_its_words(window, three, form):
    window.open_page("visits")
    if form:
        window.page.new()
        (dialog,) = window.findChildren(FormDialog)
        dialog.findChild(QPlainTextEdit).insertPlainText(WORDS)
    else:
        window.page.next.questions.field.setText(WORDS)
    assert window.close()
    journal = open_journal(three.journal.folder, clock=three.clock, device=DEVICE)
    kept = journal.drafts.kept()
    journal.close()
    assert any(WORDS in one for one in kept.values())


_SHORT_FORMS = {
    "another child": lambda window: window.window_actions.do(Action.ADD_CHILD),
    "somebody who writes": lambda window: WriterDialog(window.desk, None, window).ask(),
    "the names of a home": lambda window: HomeNamesDialog(window.desk, window).ask(),
}


@pytest.mark.parametrize("opens", _SHORT_FORMS.values(), ids=_SHORT_FORMS)
def test_a_form_with_a_name_alone_keeps_it_too(window, three, open_window, opens):
    opens(window)
    (dialog,) = window.findChildren(FormDialog)
    dialog.findChild(QLineEdit).insert("Lu")
    assert window.close()
    journal = open_journal(three.journal.folder, clock=three.clock, device=DEVICE)
    again = open_window(journal)
    opens(again)
    (dialog,) = again.findChildren(FormDialog)
    assert dialog.findChild(QLineEdit).text() == "Lu"


def test_words_of_a_form_that_can_be_kept_nowhere_hold_the_window_once(window, full):
    window.open_page("visits")
    window.page.new()
    (dialog,) = window.findChildren(FormDialog)
    dialog.findChild(QPlainTextEdit).insertPlainText(WORDS)
    full()
    assert not window.close()
    dialog.reject()
    dialog.reject()
    assert window.close()


def test_words_for_a_page_that_can_be_kept_nowhere_stay_in_another_language(window, full):
    window.open_page("visit_page")
    window.page.choices.words.edit("our_words").set_text(WORDS)
    full()
    window.set_language("es")
    assert window.page.choices.words.edit("our_words").text() == WORDS
    assert not window.close()


def test_words_for_a_page_are_still_at_risk_when_it_is_read_again(window, full):
    window.open_page("visit_page")
    window.page.choices.words.edit("our_words").set_text(WORDS)
    full()
    window.page.keep_typing()
    window.page.refresh()
    assert not window.close()


def test_words_for_a_page_are_kept_once_when_there_is_room_again(window, three, full, monkeypatch):
    window.open_page("visit_page")
    edit = window.page.choices.words.edit("our_words")
    edit.set_text("half")
    window.page.keep_typing()
    edit.set_text(WORDS)
    full()
    window.set_language("es")
    monkeypatch.undo()
    window.page.keep_typing()
    assert list(three.journal.drafts.kept().values()) == [WORDS]
    assert window.close()


@pytest.fixture
def asked(three):
    visit = Visit(id=uuid4(), child=three.child.id, day=SUNDAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="Does she point?", open=True)
    three.journal.records.save(visit, asked)
    return asked


def row_of(window):
    (row,) = [one for one in window.page.findChildren(QuestionRow) if one.isVisible()]
    return row


def test_an_answer_that_can_be_kept_nowhere_stays_in_another_language(asked, window, full):
    window.open_page("visits")
    row_of(window)._edit.insertPlainText(WORDS)
    full()
    window.set_language("es")
    assert row_of(window)._edit.text() == WORDS
    assert not window.close()


def test_an_answer_stays_while_somebody_else_answers(asked, window, three):
    window.open_page("visits")
    row_of(window)._edit.insertPlainText(WORDS)
    three.journal.visits.answer(asked, "Yes", SUNDAY)
    window.desk.editing.changed.emit(window.page.SHOWS)
    row = row_of(window)
    assert row._edit.isVisible()
    assert row._edit.text() == WORDS
    row.save()
    assert not row._edit.isVisible()
    assert three.journal.records.get(asked.id).answer == WORDS
