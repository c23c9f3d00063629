"""Today for a helper: what is planned can be written down, and nothing of before is in sight."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.record import Kind
from homejournal.domain.today.strategy_cards import OF_HELPER, draft_place
from homejournal.ui.base.actions import Action
from homejournal.ui.day_rows.drafts import PRIVATE
from homejournal.ui.helper.cover_window import HelperCover
from homejournal.ui.helper.session import HelperDialog
from homejournal.ui.hiding import Hiding
from homejournal.ui.records.writers_dialog import WriterDialog
from homejournal.ui.safe.password.lock import LockCover
from tests.ui.conftest import START, SUNDAY
from tests.ui.hiding.hidden import only_window, spoken, visible
from tests.ui.safe.password.test_lock import TYPED, unlock

Key = Qt.Key
GRANDMA = Helper(id=uuid4(), name="Grandma")


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(three, open_window):
    strategy = next(iter(three.journal.family().strategies.values()))
    for made, words in ((Note, "we said it at breakfast"), (PrivateNote, "for us alone")):
        three.journal.records.save(
            made(id=uuid4(), child=three.child.id, day=SUNDAY, text=words, strategy=strategy.id)
        )
    three.journal.records.save(GRANDMA)
    return open_window(three.journal)


def begun(window, hands, qtbot, who="Grandma"):
    window.menus.action(Action.FOR_HELPER).trigger()
    (dialog,) = window.findChildren(HelperDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.who.setCurrentText(who)
    hands.click(dialog.do)
    qtbot.waitUntil(lambda: [type(one) for one in visible()] == [HelperCover])
    return only_window(qtbot)


def texts(hands, cover) -> str:
    QApplication.processEvents()
    return " ".join(hands.texts(cover))


def test_what_is_done_is_written_under_the_helpers_name(window, three, hands, qtbot):
    window.desk.preferences.helper = None
    cover = begun(window, hands, qtbot)
    hands.press("2")
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    assert (written.helper, written.day) == (GRANDMA.id, SUNDAY)
    assert "Undo" in texts(hands, cover)
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert visible() == [window]
    assert window.desk.preferences.helper is None
    assert "1 thing was written meanwhile" in window.frame.toast.text()


def test_nothing_of_before_is_seen_or_told_to_a_screen_reader(window, hands, qtbot):
    assert any("at breakfast" in one for one in spoken())
    cover = begun(window, hands, qtbot)

    def nothing_of_before():
        told = " ".join(spoken())
        assert "Two choices" in told
        assert "at breakfast" not in told
        assert "for us alone" not in told
        assert "As last time" not in texts(hands, cover)

    qtbot.waitUntil(nothing_of_before)
    cover.day.rows.lines[0].open_note()
    QApplication.processEvents()
    nothing_of_before()


@pytest.mark.parametrize("key", ["1", "3", "6", "9", "F", "K", "L", "P", "S", "N", "Z", ","])
def test_no_key_leads_to_another_page(window, hands, qtbot, key):
    cover = begun(window, hands, qtbot)
    name = window.page_name
    code = Key.Key_Comma if key == "," else getattr(Key, f"Key_{key}")
    hands.press(code, modifier=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert visible() == [cover]
    assert window.page_name == name
    assert window.findChildren(QDialog) == []


def test_a_note_of_the_helper_stands_there_and_the_familys_stays_as_it_was(
    window, three, hands, qtbot
):
    cover = begun(window, hands, qtbot)
    cover.day.rows.lines[0].open_note()
    hands.press("Two spoons")
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    notes = {note.text: note.helper for note in three.journal.records.all_of(Kind.NOTE)}
    assert notes == {"we said it at breakfast": None, "Two spoons": GRANDMA.id}


def test_no_photo_is_offered_or_shown(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    assert "photo" not in texts(hands, cover).casefold()
    assert not any(one.acceptDrops() for one in cover.day.rows.lines)


def test_undo_takes_back_what_was_just_written(window, three, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press("2")
    cover._toast.undo.emit()
    assert three.journal.records.all_of(Kind.PRACTICE) == []
    assert "Undone" in texts(hands, cover)


def test_the_key_that_hides_shows_a_neutral_window_and_the_day_again(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press(Key.Key_F9)
    assert (visible(), cover.windowTitle()) == ([cover], "Notes")
    qtbot.waitUntil(lambda: not any("Two choices" in one for one in spoken()))
    hands.press(Key.Key_F9)
    assert cover.windowTitle() == "Today for a helper"
    assert "Two choices" in texts(hands, cover)
    hands.press("2")
    assert window.journal.records.all_of(Kind.PRACTICE)


def test_each_child_has_its_day(window, three, hands, qtbot):
    lena = Child(id=uuid4(), name="Lena")
    three.journal.records.save(lena)
    cover = begun(window, hands, qtbot)
    other = next(
        one
        for one in cover.findChildren(type(cover.day.add_moment).__mro__[1])
        if "Lena" in one.text()
    )
    hands.click(other)
    assert "Nothing is planned" in texts(hands, cover)
    hands.click(cover.day.add_moment)
    hands.press("First steps")
    cover.day.keep_typing()
    (said,) = [note for note in three.journal.records.all_of(Kind.NOTE) if note.child == lena.id]
    assert said.text == "First steps"


def test_coming_back_asks_for_the_password_where_there_is_one(window, three, hands, qtbot):
    service = three.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    cover = begun(window, hands, qtbot)
    cover.day.rows.lines[0].note.field.insertPlainText("Two spoons")
    cover.back.click()  # nobody leaves a field
    assert "asks for the password" in texts(hands, cover)
    assert not three.journal.safe.is_locked
    cover.sure.pressed.emit()
    qtbot.waitUntil(lambda: three.journal.safe.is_locked)
    (lock,) = visible()
    assert isinstance(lock, LockCover)
    unlock(lock, qtbot, hands)
    qtbot.waitUntil(window.isActiveWindow)
    assert "Two spoons" in {note.text for note in three.journal.records.all_of(Kind.NOTE)}
    assert "written meanwhile" in window.frame.toast.text()


@pytest.mark.parametrize("own", ["", "our own words"])
def test_what_a_helper_could_not_finish_is_there_for_the_family(three, open_window, own):
    strategy = next(iter(three.journal.family().strategies.values()))
    place = draft_place(strategy.id, SUNDAY)
    three.journal.drafts.keep(f"{OF_HELPER}{place}", "half a sentence of Grandma")
    if own:
        three.journal.drafts.keep(place, own)
    window = open_window(three.journal)
    window.warmed()
    assert window.page.lines[0].note.field.text() == (own or "half a sentence of Grandma")
    kept = three.journal.drafts.kept()
    assert kept.get(f"{OF_HELPER}{place}") == ("half a sentence of Grandma" if own else None)


def test_typing_of_a_helper_leaves_the_familys_unfinished_words(window, three, hands, qtbot):
    strategy = next(iter(three.journal.family().strategies.values()))
    place = draft_place(strategy.id, SUNDAY)
    three.journal.drafts.keep(place, "our own words")
    cover = begun(window, hands, qtbot)
    panel = cover.day.rows.lines[0].note
    cover.day.rows.lines[0].open_note()
    hands.press("Two spoons")
    panel._keep()
    kept = three.journal.drafts.kept()
    assert (kept[place], kept[f"{OF_HELPER}{place}"]) == ("our own words", "Two spoons")


@pytest.mark.parametrize("private", [False, True])
def test_what_the_family_has_not_finished_about_another_child_is_not_seen(
    three, open_window, hands, qtbot, private
):
    zoe = Child(id=uuid4(), name="Zoe", born=three.child.born)
    strategy = Strategy(id=uuid4(), child=zoe.id, name="Bubbles")
    three.journal.records.save(
        GRANDMA, zoe, strategy, PlanStep(id=uuid4(), strategy=strategy.id, from_day=START)
    )
    place = draft_place(strategy.id, SUNDAY)
    three.journal.drafts.keep(place, "we worry about her")
    if private:
        three.journal.drafts.keep(place + PRIVATE, "private")
    window = open_window(three.journal)
    cover = begun(window, hands, qtbot)
    hands.click(next(one for one in cover.findChildren(QPushButton) if "Zoe" in one.text()))
    cover.day.rows.lines[0].open_note()
    assert "we worry" not in " ".join(spoken()) + texts(hands, cover)
    assert cover.day.rows.lines[0].note.field.text() == ""
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert three.journal.drafts.kept()[place] == "we worry about her"


def test_a_new_day_begins_once_nobody_writes(window, clock, hands, qtbot):
    cover = begun(window, hands, qtbot)
    clock.move(days=1)
    cover.day.follow_day()
    assert cover.day._writing.day == window.journal.today() != SUNDAY


def test_somebody_who_is_not_on_the_list_can_be_added(window, three, hands, qtbot):
    window.menus.action(Action.FOR_HELPER).trigger()
    (dialog,) = window.findChildren(HelperDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.click(dialog.other)
    (adding,) = dialog.findChildren(WriterDialog)
    qtbot.waitUntil(adding.isActiveWindow)
    hands.press("Aunt Rosa")
    adding.save()
    assert dialog.who.currentText() == "Aunt Rosa"
    hands.click(dialog.do)
    qtbot.waitUntil(lambda: [type(one) for one in visible()] == [HelperCover])
    only_window(qtbot)
    hands.press("2")
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    assert three.journal.family().helpers[written.helper].name == "Aunt Rosa"
