"""As last time: the words of the newest note, only when they are asked for."""

from datetime import timedelta
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.notes import Flag, Note, PrivateNote
from tests.ui.conftest import SUNDAY

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def earlier(house, text="She pointed at the cup", *, kind=Note, **said):
    """Write a note on the first strategy the day before."""
    day = SUNDAY - timedelta(days=1)
    note = kind(
        id=uuid4(),
        child=house.child.id,
        day=day,
        text=text,
        strategy=house.ids["Two choices"],
        **said,
    )
    house.journal.notes.write(note)


def last(window, place=0):
    """Return the button that takes the words of last time, or None where it is not offered."""
    found = [
        button
        for button in window.page.cards[place].findChildren(QPushButton)
        if button.text() == "As last time" and button.isVisible()
    ]
    return found[0] if found else None


def test_the_words_of_last_time_are_taken_only_when_asked(three, open_window, hands):
    earlier(three, flags=(Flag.CELEBRATION,))
    window = open_window(three.journal)
    assert last(window) is None
    hands.press(Key.Key_Return)
    assert window.page.cards[0].note.field.text() == ""
    hands.click(last(window))
    assert last(window) is None
    hands.press(" again")
    hands.press("2", modifier=CONTROL)
    assert [(note.text, note.flags) for note in three.day().notes] == [
        ("She pointed at the cup again", ())
    ]
    assert three.day().practices == ()


def test_private_words_of_last_time_stay_private(three, open_window, hands):
    earlier(three, "I was so tired", kind=PrivateNote)
    window = open_window(three.journal)
    hands.press(Key.Key_Return)
    hands.click(last(window))
    hands.press("2", modifier=CONTROL)
    assert three.day().notes == ()
    assert [private_note.text for private_note in three.day().private_notes] == ["I was so tired"]


def test_nothing_is_offered_where_something_is_typed_or_no_note_was(three, open_window, hands):
    earlier(three)
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "x")
    assert last(window) is None
    window.page.cards[1].note.field.setFocus()
    assert last(window, 1) is None


def test_before_everything_is_loaded_nothing_is_offered(three, open_window, hands):
    earlier(three)
    window = open_window(three.journal, warm=False)
    hands.press(Key.Key_Return)
    assert last(window) is None
