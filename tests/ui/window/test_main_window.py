"""The window around the pages: undo, languages, text size, children, read-only journals."""

import gc
import weakref
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from homejournal.domain.records.children import Child
from homejournal.services.opening import create_journal, open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.window.main_window import MainWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def ratings(house):
    return [practice.rating for practice in house.day().practices]


def test_ctrl_z_and_ctrl_shift_z_work_on_every_change(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    hands.press("z", modifier=CONTROL)
    assert ratings(three) == []
    assert window.frame.toast.text() == "Undone: Two choices: some help"
    hands.press("z", modifier=CONTROL | SHIFT)
    assert ratings(three) == [2]
    assert window.frame.toast.text() == "Done again: Two choices: some help"
    hands.press("z", modifier=CONTROL)
    assert ratings(three) == []


def test_undo_says_in_the_menu_what_it_takes_back(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    edit = window.menuBar().actions()[1].menu()
    assert edit.actions()[0].text() == "&Undo: Two choices: some help"


def test_undo_works_from_an_empty_note_and_leaves_typing_to_a_full_one(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    hands.press("z", modifier=CONTROL)
    assert ratings(three) == []
    hands.press("z", modifier=CONTROL | SHIFT)
    assert ratings(three) == [2]
    hands.press("abc")
    hands.press("z", modifier=CONTROL)
    assert window.page.lines[0].note.field.text() == ""
    assert ratings(three) == [2]


def test_a_step_that_was_overtaken_is_not_undone_and_says_so(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    three.journal.records.delete(three.day().practices[0].id)
    hands.press("z", modifier=CONTROL)
    assert "changed again meanwhile" in window.frame.failure.text()
    assert not window.desk.editing.stack.canUndo()
    hands.click(hands.named(window.frame.failure, QPushButton, "OK"))
    assert window.frame.failure.isHidden()


def test_the_language_changes_at_once_and_the_day_stays(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    day = window.page.day
    window.set_language("es")
    assert window.page.day == day
    assert window.desk.wording.language == "es"
    assert window.desk.preferences.language == "es"
    assert window.locale().name() == "es_US"
    hands.press("2")
    assert [practice.rating for practice in three.day(day).practices] == [2]
    window.set_language("en")
    assert window.page.title == "Yesterday"


def test_text_grows_and_shrinks_by_keys(three, open_window, hands):
    window = open_window(three.journal)
    before = QApplication.font().pixelSize()
    hands.press(Key.Key_Plus, modifier=CONTROL)
    assert QApplication.font().pixelSize() > before
    assert window.desk.preferences.text_size == 110
    hands.press("0", modifier=CONTROL)
    assert QApplication.font().pixelSize() == before


def test_another_child_is_shown_and_remembered(three, open_window, preferences):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    window = open_window(three.journal)
    window.show_child(leo.id)
    assert window.page.rows == ()
    assert window.frame.switch.accessibleName() == "Child: Leo"
    assert preferences.child == leo.id


def test_a_child_is_added_from_the_menu_and_opened(three, open_window, hands):
    window = open_window(three.journal)
    window.window_actions.child.add_child()
    dialog = QApplication.activeModalWidget()
    hands.named(dialog, QLineEdit, "What do you call your child?").setText("Leo")
    hands.click(hands.named(dialog, QPushButton, "Save"))
    assert {child.name for child in three.journal.family().children.values()} == {"Maya", "Leo"}


def test_a_name_that_is_too_long_gets_a_sentence_and_stays(three, open_window, hands):
    window = open_window(three.journal)
    window.window_actions.child.add_child()
    dialog = QApplication.activeModalWidget()
    field = hands.named(dialog, QLineEdit, "What do you call your child?")
    field.setText("x" * 10_000)
    hands.click(hands.named(dialog, QPushButton, "Save"))
    assert any("at most 200 letters" in text for text in hands.texts(dialog))
    assert len(field.text()) == 10_000
    dialog.reject()


def test_a_read_only_journal_says_why_and_takes_nothing(three, open_window, hands, tmp_path):
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading)
    assert "can be read but not written" in window.frame.read_only.text()
    assert "What you typed" not in window.frame.read_only.text()  # nothing was typed yet
    hands.press("2", hands.alt("N"), hands.alt("D"))
    assert ratings(three) == []
    assert window.page.lines[0].note.field.isReadOnly()


def test_the_example_family_is_marked_on_the_window(qtbot, open_window, clock, tmp_path):
    journal = create_journal(tmp_path / "example", clock=clock, device=uuid4(), example=True)
    journal.records.save(Child(id=uuid4(), name="Noa"))
    window = open_window(journal)
    assert window.frame.example.isVisible()
    assert "Example family" in window.windowTitle()


def test_every_action_is_done_by_a_line_of_a_menu_or_by_whom_it_is_asked_of(three, open_window):
    window = open_window(three.journal)
    in_menus = [line.action for line in window.menus.lines.values()]
    assert len(in_menus) == len(set(in_menus))
    assert set(Action) - set(in_menus) == {
        *(Action.SHOW_TIMER, Action.SHOW_DAMAGE, Action.REOPEN, Action.ERASE),
        *(Action.SAVE_CALENDAR, Action.LEAVE_OUT_DAYS, Action.SHOW_DELETED),
        Action.EXPORT_FITTING,
    }


@pytest.mark.parametrize("does", [Action.HELP, Action.KEYS, Action.HELP_ON_PAPER, Action.ABOUT])
def test_a_help_text_opens_and_closes(three, open_window, hands, qtbot, does):
    window = open_window(three.journal)
    window.window_actions.do(does)
    (dialog,) = window.findChildren(QDialog)
    assert dialog.windowTitle()
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_is_freed_when_it_closes(three, qtbot, dressed, preferences, hands):
    window = MainWindow(preferences, "en")
    window.take(three.journal)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_first()
    window.warmed()
    hands.press("2")
    gone = weakref.ref(window)
    page, line = weakref.ref(window.page), weakref.ref(window.page.lines[0])
    window.close()
    window.deleteLater()
    del window
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    gc.collect()
    assert (gone(), page(), line()) == (None, None, None)


@pytest.mark.parametrize(
    ("key", "name", "place"),
    [
        ("1", "today", "today"),
        ("2", "plan", "our_child"),
        ("3", "journal", "journal"),
        ("4", "progress", "progress"),
        ("5", "visit_page", "visits"),
        ("6", "visits", "visits"),
        ("7", "team", "visits"),
        ("8", "about_child", "our_child"),
        ("9", "week_grid", "today"),
        ("Comma", "settings", "settings"),
    ],
)
def test_the_keys_of_each_page_open_it_in_its_place(three, open_window, hands, key, name, place):
    window = open_window(three.journal)
    hands.press(Key[f"Key_{key}"], modifier=CONTROL)
    assert window.page_name == name
    assert window.frame.nav.button(place).is_current()


def test_a_page_that_waited_shows_what_changed_meanwhile(three, open_window, hands):
    window = open_window(three.journal, page="journal")
    three_days = three.ids["Two choices"]
    window.desk.editing.do(
        "Did it", lambda: three.journal.days.did_it(three_days, three.clock().date())
    )
    window.open_page("today")
    assert window.page.lines[0].said() == "✓ Did it"


def test_a_note_is_saved_when_another_page_is_opened(three, open_window, hands):
    open_window(three.journal)
    hands.press(Key.Key_Return, "Before I forget")
    hands.press("2", modifier=CONTROL)
    assert [note.text for note in three.day().notes] == ["Before I forget"]


@pytest.mark.measured
def test_every_page_keeps_its_day_and_its_words_while_the_language_changes(
    three, open_window, hands
):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    day = window.page.day
    window.open_page("journal")
    window.page.search()
    hands.press("bubbles")
    window.set_language("es")
    assert window.page.search_field.text() == "bubbles"
    window.open_page("today")
    assert window.page.day == day
    window.open_page("plan")
    window.set_language("en")
    window.set_language("es")
    window.set_language("en")
    window.open_page("journal")
    assert window.page.search_field.text() == "bubbles"
    window.open_page("today")
    assert window.page.day == day


def test_what_is_kept_of_other_pages_goes_with_the_child(three, open_window, hands):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    window.open_page("plan")
    window.set_language("es")
    window.show_child(leo.id)
    window.open_page("today")
    assert window.page.day == three.journal.today()


def test_a_window_that_is_closed_once_more_lets_nothing_go_again(three, open_window):
    window = open_window(three.journal)
    heard = []
    window.closed.connect(heard.append)
    window.close()
    window.close()
    assert heard == [window]


def test_f10_opens_the_first_menu_in_each_language(three, open_window, hands):
    for language in ("en", "ar"):
        window = open_window(three.journal, language)
        hands.press(Qt.Key.Key_F10)
        assert QApplication.activePopupWidget() is window.menuBar().actions()[0].menu()
        QApplication.activePopupWidget().close()
