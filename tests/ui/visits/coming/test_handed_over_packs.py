"""A pack that was handed over is kept, seen again with one click, and removed with one undo."""

from uuid import uuid4

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Outcome
from homejournal.exchange.kept_papers_json import pack_from_dict
from homejournal.ui.visits.coming.visit_details import KeptPackDialog
from tests.reports.pdf_checks import words_of
from tests.ui.papers.test_pack_dialog import made, opened
from tests.ui.sheets import drawn, opened_one, save_at, save_locked, told_saved
from tests.ui.whole_window.test_every_page import nameless

NAME = "Six-month review · March 22, 2026"


@pytest.fixture
def window(three, open_window):
    three.journal.records.save(Outcome(id=uuid4(), child=three.child.id, text="Maya asks"))
    return open_window(three.journal, page="visits")


def kept_one(window, hands, path, qtbot):
    """Save a pack as PDF and keep it; return it as it left."""
    dialog = opened(window, qtbot)
    assert dialog.handed_over.isHidden()
    left = dialog.sheet()
    save_at(dialog, hands, path)
    dialog.paper.pills[1].click()  # what is kept is what left, and not what is shown now
    qtbot.waitUntil(dialog.handed_over.isVisible, timeout=20_000)
    assert dialog.handed_over.text().startswith("Did you hand it over?")
    made(dialog, qtbot)
    hands.click(hands.named(dialog, QPushButton, "Keep this pack"))
    assert dialog.handed_over.isHidden()
    assert dialog.notice.text() == f"Pack kept: {NAME}"
    dialog.reject()
    QApplication.processEvents()
    return left


def looked_at(window, hands, qtbot):
    window.page.papers.unfold()
    hands.click(hands.named(window.page, QPushButton, NAME))
    dialog = opened_one(KeptPackDialog)
    drawn(dialog, qtbot)
    return dialog


def test_a_pack_is_kept_as_it_left_and_opens_with_one_click(window, three, hands, tmp_path, qtbot):
    assert window.page.papers.isHidden()
    left = kept_one(window, hands, tmp_path / "first.pdf", qtbot)
    (record,) = three.journal.packs.kept(three.child.id)
    assert pack_from_dict(record.pack) == left
    dialog = looked_at(window, hands, qtbot)
    assert nameless(dialog) == []
    assert dialog.sheet() == left
    told = "This pack was kept on March 22, 2026, as it was handed over."
    qtbot.waitUntil(lambda: dialog.notice.text() == told, timeout=20_000)
    assert "Language of the sheet" not in hands.texts(dialog)
    assert len(dialog.preview._sheets) == 1
    again = tmp_path / "again.pdf"
    assert save_at(dialog, hands, again).endswith("Six-month review Maya 2026-03-22.pdf")
    told_saved(dialog, qtbot, "again.pdf")
    first = (tmp_path / "first.pdf").read_bytes()
    assert words_of(again.read_bytes()) == words_of(first)


def test_a_kept_pack_is_saved_with_a_password(window, hands, tmp_path, qtbot):
    kept_one(window, hands, tmp_path / "first.pdf", qtbot)
    dialog = looked_at(window, hands, qtbot)
    path = tmp_path / "locked.pdf"
    save_locked(dialog, hands, path, NAME)
    told_saved(dialog, qtbot, "locked.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)


def test_keeping_and_removing_each_are_one_undo(window, three, hands, tmp_path, qtbot):
    kept_one(window, hands, tmp_path / "first.pdf", qtbot)
    dialog = looked_at(window, hands, qtbot)
    hands.click(hands.named(dialog, QPushButton, "Remove"))
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert three.journal.packs.kept(three.child.id) == ()
    assert window.page.papers.isHidden()
    window.desk.editing.undo()
    QApplication.processEvents()
    assert len(three.journal.packs.kept(three.child.id)) == 1
    assert window.page.papers.isVisible()
    window.desk.editing.undo()
    assert three.journal.packs.kept(three.child.id) == ()


def test_what_a_newer_version_kept_is_left_alone(window, three, hands):
    three.journal.packs.keep(three.child.id, {"kind": "review", "something": "new"})
    window.page.heard(window.page.SHOWS)
    QApplication.processEvents()
    assert window.page.papers.isHidden()


def test_a_journal_that_is_only_read_offers_nothing_to_keep_or_remove(
    window, three, hands, tmp_path, qtbot
):
    kept_one(window, hands, tmp_path / "first.pdf", qtbot)
    three.journal._store.write = False
    assert looked_at(window, hands, qtbot).remove.isHidden()
    QApplication.activeModalWidget().reject()
    QApplication.processEvents()
    dialog = opened(window, qtbot)
    save_at(dialog, hands, tmp_path / "second.pdf")
    told_saved(dialog, qtbot, "second.pdf")
    assert dialog.handed_over.isHidden()
    dialog.reject()
    three.journal._store.write = True
