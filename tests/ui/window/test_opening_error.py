"""What is said of a journal that does not open, and which copies help."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    JournalMissingError,
    NotAJournalError,
)
from homejournal.domain.records.children import Child
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.safe.repair.repair import Repair
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.error_dialogs import OpeningDialog
from tests.ui.whole_window.test_every_page import cut

EN = wording_of("en")


@pytest.fixture
def journal(tmp_path, clock):
    made = create_journal(tmp_path / "journal", clock=clock, device=uuid4())
    made.records.save(Child(id=uuid4(), name="Maya"))
    yield made
    made.close()


@pytest.fixture
def said(dressed, journal, clock):
    """Return a function that opens the folder, and gives the failure and the dialog's words."""
    dialogs = []

    def asked():
        with pytest.raises(JournalError) as failed:
            open_journal(journal.folder, clock=clock, device=uuid4())
        repair = Repair(journal.folder, device=uuid4(), clock=clock)
        dialog = OpeningDialog(EN, failed.value, repair)
        dialogs.append(dialog)
        return failed.value, dialog.text()

    yield asked
    for dialog in dialogs:
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def gone(file):
    file.unlink()


def zeroed(file):
    file.write_bytes(bytes(100) + file.read_bytes()[100:])


def empty(file):
    file.write_bytes(b"")


@pytest.mark.parametrize("harm", [gone, zeroed, empty])
def test_copies_that_lie_there_come_first(journal, said, harm):
    journal.safe.backups.make()
    journal.close()
    harm(journal.folder / "journal.hj")
    failure, words = said()
    assert words.startswith(f"Copies of your journal are in {journal.folder}, and it can be put")
    assert ("is not there" in words) == isinstance(failure, JournalMissingError)
    assert "start a new journal" not in words


def test_without_a_copy_it_says_what_stands_in_the_way(journal, said):
    journal.close()
    zeroed(journal.folder / "journal.hj")
    failure, words = said()
    assert isinstance(failure, JournalDamagedError)
    assert words == explain(EN, failure, in_window=False)
    assert "is damaged and cannot be read whole" in words


def test_a_strangers_file_is_called_that(journal, said):
    journal.close()
    (journal.folder / "journal.hj").write_bytes(b"Dear diary, " * 500)
    failure, words = said()
    assert isinstance(failure, NotAJournalError)
    assert words == explain(EN, failure, in_window=False)


def test_where_something_can_be_saved_that_is_the_answer_of_enter(dressed, tmp_path, clock, qtbot):
    repair = Repair(tmp_path, device=uuid4(), clock=clock)
    dialog = OpeningDialog(EN, JournalDamagedError(tmp_path), repair)
    with qtbot.waitSignal(dialog.repair_wanted):
        dialog.defaultButton().click()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("percent", [100, 200])
def test_all_answers_are_read_whole_on_a_screen_that_has_no_room_for_them_in_a_row(
    dressed, qtbot, tmp_path, percent, language
):
    apply_theme(dressed, Scheme.LIGHT, percent)
    dialog = OpeningDialog(wording_of(language), JournalMissingError(tmp_path))
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    assert cut(dialog) == []
    assert dialog.width() <= dialog.screen().availableSize().width()
