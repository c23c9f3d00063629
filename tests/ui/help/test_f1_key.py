"""F1 opens the help where there is no menu yet: before a password, and where nothing opens."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.errors import NotAJournalError
from homejournal.services.opening import create_journal
from homejournal.services.safe.repair.repair import Repair
from homejournal.texts.window.help import help_page
from homejournal.texts.wording import wording_of
from homejournal.ui.base.language import use_language
from homejournal.ui.help import HelpWindow
from homejournal.ui.safe.repair import RepairDialog
from homejournal.ui.window.error_dialogs import OpeningDialog
from homejournal.ui.window.unlock_window import UnlockWindow

EN = wording_of("en")


@pytest.fixture
def folder(tmp_path, clock):
    made = create_journal(tmp_path / "journal", clock=clock, device=uuid4())
    made.close()
    return made.folder


def unlocking(folder, _clock):
    return UnlockWindow(folder, folder.parent, "en")


def not_opening(folder, clock):
    return OpeningDialog(EN, NotAJournalError(folder), Repair(folder, device=uuid4(), clock=clock))


def repairing(folder, clock):
    return RepairDialog(EN, Repair(folder, device=uuid4(), clock=clock), None)


@pytest.fixture
def helped(dressed, qtbot, hands):
    """Press F1 in a window, and return the title of the page that opens beside it."""

    def asked(window):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        hands.press(Qt.Key.Key_F1)
        (found,) = window.findChildren(HelpWindow)
        assert found.isVisible()
        title = found.topics.currentItem().text()
        found.close()
        qtbot.waitUntil(lambda: not window.findChildren(HelpWindow))
        return title

    yield asked
    use_language("en")


@pytest.mark.parametrize(
    ("made", "topic"), [(unlocking, "password"), (not_opening, "repair"), (repairing, "repair")]
)
def test_it_opens_at_the_page_about_the_window(folder, clock, qtbot, helped, made, topic):
    window = made(folder, clock)
    qtbot.addWidget(window)
    window.show()
    assert helped(window) == help_page("en", topic).title
    assert window.isVisible()


def test_it_speaks_the_language_that_was_chosen(folder, clock, qtbot, helped):
    window = unlocking(folder, clock)
    qtbot.addWidget(window)
    window.show()
    window.language.picked.emit("es")
    assert helped(window) == help_page("es", "password").title


def test_beside_a_message_it_has_the_room_to_be_read(folder, clock, qtbot, dressed, hands):
    window = not_opening(folder, clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.press(Qt.Key.Key_F1)
    (found,) = window.findChildren(HelpWindow)
    room = found.screen().availableSize()
    assert found.width() >= min(room.width() - 40, 860)
    assert found.height() >= min(room.height() - 40, 560)
    assert found.page.viewport().height() > 300
    found.close()
