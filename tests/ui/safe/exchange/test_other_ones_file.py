"""A copy chosen where files are taken in, and a sealed file where copies are brought back."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QFileDialog

from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.file_kinds import FileKind, kind_of_file
from homejournal.services.import_export import WholeFile
from homejournal.services.opening import create_journal
from homejournal.texts.wording import wording_of
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog, NewComputerDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import (
    WORDS,
    card,
    other,
    safe,
    sealed,
    see_what_leaves,
    take,
)
from tests.ui.waiting import idle

__all__ = ["other", "safe"]


@pytest.fixture
def fresh(three, tmp_path, open_window):
    made = create_journal(tmp_path / "fresh", clock=three.clock, device=uuid4())
    yield open_window(made, page="today")
    made.close()


def test_a_copy_is_welcome_on_the_first_page(fresh, three, hands, qtbot, tmp_path):
    copy = three.journal.safe.backups.make().path
    buttons = fresh.page.findChildren(type(fresh.page.start))
    button = next(one for one in buttons if "journal already" in one.text())
    button.click()
    taking = dialog(fresh, ReceiveFileDialog)
    assert "A copy or an export of your journal" in said_on(hands, taking)
    taking.show_file(str(copy))
    bringing = dialog(fresh, RestoreDialog)
    qtbot.waitUntil(bringing.bring.isEnabled)
    bringing.bring.click()
    qtbot.waitUntil(lambda: fresh.page_name == "today" and idle(fresh))
    assert list(fresh.journal.family().children) == [three.child.id]


@pytest.mark.parametrize("form", [WholeFile.JSON, WholeFile.CSV])
def test_a_last_copy_is_welcome_on_the_first_page(fresh, three, hands, qtbot, tmp_path, form):
    last = tmp_path / "last copy"
    last.write_bytes(three.journal.files.export(form, wording_of("en")))
    fresh.page._file.ask()
    taking = dialog(fresh, ReceiveFileDialog)
    assert "an export of your journal" in said_on(hands, taking)
    taking.show_file(str(last))
    bringing = dialog(fresh, JournalImportDialog)
    bringing.do.click()
    qtbot.waitUntil(lambda: "Add it" in said_on(hands, bringing))
    bringing.do.click()
    qtbot.waitUntil(lambda: fresh.page_name == "today" and idle(fresh))
    assert list(fresh.journal.family().children) == [three.child.id]


def test_a_copy_goes_from_taking_in_to_bringing_back(safe, qtbot):
    copy = safe.journal.safe.backups.make().path
    card(safe).take.click()
    dialog(safe, ReceiveFileDialog).show_file(str(copy))
    bringing = dialog(safe, RestoreDialog)
    qtbot.waitUntil(lambda: bringing.look.look is not None)
    bringing.damaged.emit()
    bringing.reject()


def test_a_file_of_locked_keys_is_told_instead_of_asked_for_its_words(safe, hands, qtbot, tmp_path):
    keys = tmp_path / "00000002-20260322T190500Z.keys.json"
    keys.write_text("{}", encoding="utf-8")
    card(safe).take.click()
    taking = dialog(safe, ReceiveFileDialog)
    taking.show_file(str(keys))
    assert "Choose that one: 00000002-20260322T190500Z.hj." in said_on(hands, taking).replace(
        "\u200b", ""
    )
    assert taking.file is None
    assert taking.focusWidget() is not taking.words
    taking.reject()


def test_a_sealed_file_is_told_where_it_goes(safe, hands, qtbot, tmp_path, other):
    path = sealed(other, tmp_path / "from dad.hjpack", Audience.OTHER_HOME)
    safe.page.cards["backups"].back.click()
    bringing = dialog(safe, RestoreDialog)
    bringing.show_file(path)
    qtbot.waitUntil(lambda: "“Add a file from another computer…”" in said_on(hands, bringing))
    assert "is not a copy of a journal" not in said_on(hands, bringing)
    bringing.reject()


def test_a_file_with_all_that_is_written_is_told_where_it_goes(safe, hands, qtbot, tmp_path):
    path = tmp_path / "last.json"
    path.write_bytes(safe.journal.files.export_json())
    safe.page.cards["backups"].back.click()
    bringing = dialog(safe, RestoreDialog)
    bringing.show_file(path)
    qtbot.waitUntil(lambda: "“Import a file…”" in said_on(hands, bringing))
    bringing.reject()


@pytest.mark.measured
def test_a_file_is_known_by_how_it_begins(tmp_path, three):
    copy = three.journal.safe.backups.make().path
    other_name = tmp_path / "journal.bak"
    other_name.write_bytes(copy.read_bytes())
    assert {kind_of_file(copy), kind_of_file(other_name)} == {FileKind.COPY}
    assert kind_of_file(tmp_path / "gone.hjpack") is FileKind.UNREADABLE


def test_a_file_that_brings_nothing_says_so(safe, hands, qtbot, tmp_path):
    path = sealed(safe.journal, tmp_path / "own.hjpack", Audience.OWN)
    taking = take(safe, qtbot, path)
    taking.do.click()
    qtbot.waitUntil(lambda: safe.frame.toast.text().startswith("Nothing new came in."))


def test_each_sealed_file_has_a_name_of_its_own(safe, qtbot, tmp_path, monkeypatch):
    proposed = []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _self, name: proposed.append(name))
    for way, folder in ((ShareWay.ONCE, None), (ShareWay.OWN, tmp_path)):
        card(safe).ways[way].click()
        asking = dialog(safe, SendDialog)
        asking.home.setText("With Mom")
        asking.words.field.setText(WORDS)
        if folder:
            asking.show_folder(str(folder))
        see_what_leaves(asking, qtbot)
        asking.do.click()
        asking.reject()
        qtbot.waitUntil(lambda: idle(safe))
    safe.open_page("safe", "exchange")
    for button, kind in (("moving", NewComputerDialog), ("hand_over", HandOverDialog)):
        getattr(safe.page.cards["exchange"], button).click()
        asking = dialog(safe, kind)
        asking.ask_for_file() if kind is NewComputerDialog else proposed.append(asking.file_word())
        asking.reject()
    words = [name.removeprefix("homejournal-")[:8] for name in proposed]
    assert words == ["once-202", "invitati", "new-comp", "hand-ove"]
