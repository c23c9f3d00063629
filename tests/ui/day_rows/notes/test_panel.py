"""Notes on Today: saved when the field is left, kept while typing, never lost on failure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Flag
from homejournal.ui.base.drafts import PAUSE_MS
from tests.ui.day_lines import choose_of_day, chosen, drawer_of
from tests.ui.waiting import settle

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_enter_goes_to_the_note_and_ctrl_enter_saves_it(three, open_window, hands):
    open_window(three.journal)
    hands.press(Key.Key_Return, "She pointed!")
    hands.press(Key.Key_Return, modifier=CONTROL)
    (note,) = three.day().notes
    assert (note.text, note.strategy) == ("She pointed!", three.ids["Two choices"])


def test_the_note_that_enter_goes_to_comes_into_sight(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    window.resize(320, 480)
    settle(window, qtbot)
    hands.press(Key.Key_Return, "She pointed!")
    settle(window, qtbot)
    field = window.page.lines[0].note.field
    assert field.visibleRegion().boundingRect() == field.rect()


def test_leaving_the_field_saves_the_note(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "First line", Key.Key_Return, "second")
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["First line\nsecond"]
    assert window.page.lines[0].note.field.text() == "First line\nsecond"


def test_a_note_after_a_rating_hangs_on_the_practice(three, open_window, hands):
    open_window(three.journal)
    hands.press("2", Key.Key_Return, "Banana")
    hands.press(Key.Key_Return, modifier=CONTROL)
    (note,), (practice,) = three.day().notes, three.day().practices
    assert note.practice == practice.id


def test_a_flag_says_what_the_note_is_for(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "First word")
    hands.click(hands.named(window.page, QPushButton, "Celebration"))
    window.page.lines[1].setFocus()
    assert [note.flags for note in three.day().notes] == [(Flag.CELEBRATION,)]


def test_a_private_note_is_of_its_own_kind_and_can_become_a_usual_one(three, open_window, hands):
    window = open_window(three.journal)
    card = window.page.lines[0]
    hands.press(Key.Key_Return, "Tired today")
    hands.click(hands.named(window.page, QPushButton, "Private"))
    window.page.lines[1].setFocus()
    assert three.day().notes == ()
    assert [note.text for note in three.day().private_notes] == ["Tired today"]
    card.open_note()
    hands.click(hands.named(window.page, QPushButton, "Private"))
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["Tired today"]
    assert three.day().private_notes == ()


def test_a_saved_note_made_private_is_private_though_once_more_follows(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return, "Tired today")
    window.go_to("team")
    window.go_to("today")
    card = window.page.lines[0]
    card.open_note()
    hands.click(hands.named(window.page, QPushButton, "Private"))
    hands.press(hands.alt("O"))
    assert three.day().notes == ()
    assert [note.text for note in three.day().private_notes] == ["Tired today"]


@pytest.mark.usefixtures("drafts_at_once")
def test_a_flag_turned_on_and_off_leaves_no_draft(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "Tired today")
    hands.press(Key.Key_Return, modifier=CONTROL)
    window.page.lines[0].open_note()
    concern = hands.named(window.page, QPushButton, "Concern")
    hands.click(concern)
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    hands.click(concern)
    window.go_to("team")
    assert three.journal.drafts.kept() == {}


def test_changing_a_note_keeps_it_one_note_and_emptying_it_removes_it(three, open_window, hands):
    window = open_window(three.journal)
    card = window.page.lines[0]
    hands.press(Key.Key_Return, "Ball")
    window.page.lines[1].setFocus()
    card.open_note()
    hands.press("oon")
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["Balloon"]
    card.open_note()
    card.note.field.selectAll()
    hands.press(Key.Key_Delete)
    window.page.lines[1].setFocus()
    assert three.day().notes == ()


def test_typed_text_is_kept_as_a_draft_after_a_pause(three, open_window, hands, qtbot):
    open_window(three.journal)
    hands.press(Key.Key_Return, "Half a sen")
    qtbot.waitUntil(lambda: bool(three.journal.drafts.kept()), timeout=3 * PAUSE_MS)
    assert list(three.journal.drafts.kept().values()) == ["Half a sen"]
    assert three.day().notes == ()


def test_a_draft_is_back_after_the_window_went_away(three, open_window, hands):
    place = f"note:{three.ids['Two choices']}:2026-03-22"
    three.journal.drafts.keep(place, "Half a sen")
    window = open_window(three.journal)
    card = window.page.lines[0]
    assert card.note.field.text() == "Half a sen"
    assert card.said() == "Not saved yet Half a sen"
    card.open_note()
    said = "Not saved yet: this is what you typed last time."
    assert said in hands.texts(drawer_of(window))
    hands.press("tence")
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["Half a sentence"]
    assert three.journal.drafts.kept() == {}


def test_a_draft_of_another_day_is_offered(three, open_window, hands):
    place = f"note:{three.ids['Two choices']}:2026-03-20"
    three.journal.drafts.keep(place, "On Friday")
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, "Go to that day"))
    assert window.page.lines[0].note.field.text() == "On Friday"


def test_a_failed_save_keeps_the_text_and_says_why(three, open_window, hands, monkeypatch):
    window = open_window(three.journal)

    def full(*_told, **_more):
        raise DiskFullError(three.journal.folder)

    with monkeypatch.context() as broken:
        broken.setattr(three.journal.notes, "write", full)
        hands.press(Key.Key_Return, "Do not lose me")
        window.page.lines[1].setFocus()
    assert window.page.lines[0].note.field.text() == "Do not lose me"
    assert "is full" in window.frame.failure.text()
    window.page.lines[0].open_note()
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["Do not lose me"]
    assert window.frame.failure.isHidden()


def test_a_window_whose_words_could_be_kept_nowhere_closes_only_at_the_second_try(
    three, open_window, hands, monkeypatch
):
    window = open_window(three.journal)

    def full(*_told, **_more):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.notes, "write", full)
    monkeypatch.setattr(three.journal.drafts, "keep", full)
    hands.press(Key.Key_Return, "Do not lose me")
    assert not window.close()
    assert "close once more" in window.frame.failure.text()
    assert window.page.lines[0].note.field.text() == "Do not lose me"
    window.page.lines[0].open_note()
    hands.press(" please")
    assert not window.close()
    assert window.close()


def test_a_failed_rating_shows_what_is_really_written(three, open_window, hands, monkeypatch):
    window = open_window(three.journal)

    def full(*_told, **_more):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.days, "did_it", full)
    hands.press("2")
    assert window.page.lines[0].card.times[0].open
    assert chosen(window.page.lines[0]) is None


def test_a_moment_is_a_note_without_a_strategy(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("n", modifier=CONTROL)
    hands.press("She said ball")
    hands.press(Key.Key_Return, modifier=CONTROL)
    (note,) = three.day().notes
    assert (note.text, note.strategy) == ("She said ball", None)
    assert "She said ball" in hands.texts(window.page.moments)
    assert window.page.moments.note.field.text() == ""


def test_a_moment_can_be_changed_and_removed(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("n", modifier=CONTROL)
    hands.press("Ball")
    hands.press(Key.Key_Return, modifier=CONTROL)
    hands.click(hands.named(window.page.moments, QPushButton, "Edit"))
    hands.press("!")
    hands.press(Key.Key_Return, modifier=CONTROL)
    assert [note.text for note in three.day().notes] == ["Ball!"]
    hands.click(hands.named(window.page.moments, QPushButton, "Remove"))
    assert three.day().notes == ()


def test_a_half_written_note_stays_with_its_day_when_midnight_passes(
    three, open_window, hands, clock
):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "About Sunday")
    clock.move(hours=9)
    window.follow_day()
    assert window.page.day.isoformat() == "2026-03-22"
    assert "A new day has begun. You are writing about Sunday, March 22, 2026." in hands.texts(
        window.page
    )
    choose_of_day(window.page, "Go to today")
    assert window.page.day == three.journal.today()
    assert [note.text for note in three.day().notes] == ["About Sunday"]
    assert window.page.lines[0].note.field.text() == ""


def test_the_page_turns_to_the_new_day_when_nobody_is_typing(three, open_window, clock):
    window = open_window(three.journal)
    clock.move(hours=9)
    window.follow_day()
    assert window.page.day.isoformat() == "2026-03-23"
    assert window.page.title == "Today"


@pytest.mark.parametrize(
    "text", ["👶🏽 said “¡hola!”", "<b>bold</b> & $more$", "שלום עולם", "x" * 10_000]
)
def test_a_note_comes_back_as_it_was_typed(three, open_window, hands, text):
    window = open_window(three.journal)
    field = window.page.lines[0].note.field
    field.setFocus()
    field.insertPlainText(text)
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == [text]
    assert field.text() == text


def test_closing_the_window_saves_what_stands_in_a_field(three, open_window, hands, tmp_path):
    from homejournal.services.opening import open_journal

    window = open_window(three.journal)
    hands.press(Key.Key_Return, "Last words")
    window.close()
    again = open_journal(tmp_path / "journal", clock=three.clock, device=three.mom.id, write=False)
    day = three.journal.today()
    assert [note.text for note in again.days.between(three.child.id, day, day).notes] == [
        "Last words"
    ]
    again.close()


@pytest.mark.parametrize("size", [(1100, 760), (1000, 640), (640, 480), (400, 300)])
def test_the_field_of_a_days_first_moment_is_in_sight(three, open_window, hands, size):
    window = open_window(three.journal)
    window.resize(*size)
    QApplication.processEvents()
    hands.press("n", modifier=CONTROL)
    QApplication.processEvents()
    field = window.page.moments.note.field
    assert QApplication.focusWidget() is field
    assert field.visibleRegion().boundingRect() == field.rect()


def test_all_of_the_card_for_a_moment_is_in_sight_where_there_is_room(three, open_window, hands):
    window = open_window(three.journal)
    window.resize(1100, 760)
    QApplication.processEvents()
    hands.press("n", modifier=CONTROL)
    QApplication.processEvents()
    card = window.page.moments
    assert card.visibleRegion().boundingRect() == card.rect()


def test_the_field_of_a_moment_is_in_sight_from_another_page_too(three, open_window, hands):
    window = open_window(three.journal, page="plan")
    window.resize(1000, 640)
    hands.press("n", modifier=CONTROL)
    QApplication.processEvents()
    field = window.page.moments.note.field
    assert field.visibleRegion().boundingRect() == field.rect()
