"""Hand-outs that are removed: brought back, deleted for good, or missing from the folder."""

from uuid import uuid4

from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.media_and_papers import Media
from tests.ui.attachments.test_hand_outs import button, dialog, files, kept, opened, page, shown
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["dialog", "files", "page", "shown"]


def test_what_is_removed_comes_back_with_undo(shown, hands, three, page, qtbot):
    button(shown.rows[0], hands, "Remove")
    assert kept(three) == ()
    assert shown.notice.text() == "Removed: wait: five seconds?.pdf"
    assert QApplication.focusWidget() is shown.add_button
    hands.click(shown.notice.button)
    settle(page, qtbot)
    (record,) = kept(three)
    assert three.journal.media.read(record)


def test_what_was_removed_can_be_brought_back_later(shown, hands, three, page, qtbot):
    assert not shown.removed.isVisible()
    button(shown.rows[0], hands, "Remove")
    shown.reject()
    again = opened(page, qtbot)
    button(again, hands, "Removed (1)")
    (row,) = again.removed.rows
    assert "wait: five seconds?.pdf" in hands.texts(row)
    assert nameless(again) == []
    button(row, hands, "Bring it back")
    assert [one.name for one in kept(three)] == ["wait: five seconds?.pdf"]
    assert not again.removed.isVisible()
    hands.click(again.notice.button)
    assert kept(three) == ()
    assert again.removed.isVisible()


def test_what_was_removed_is_deleted_for_good_with_a_second_press(shown, hands, three, page, qtbot):
    button(shown.rows[0], hands, "Remove")
    button(shown, hands, "Removed (1)")
    (row,) = shown.removed.rows
    button(row, hands, "Delete for good…")
    assert "Delete it for good? Nothing brings it back then." in hands.texts(row)
    assert len(list((three.journal.folder / "media").iterdir())) == 1
    button(row, hands, "Yes, delete for good")
    assert list((three.journal.folder / "media").iterdir()) == []
    assert shown.notice.text() == "Deleted for good: wait: five seconds?.pdf"
    assert not shown.removed.isVisible()
    assert not page.desk.editing.stack.canUndo()


def test_what_is_kept_again_meanwhile_is_not_deleted(shown, hands, three, page, qtbot):
    (record,) = kept(three)
    button(shown.rows[0], hands, "Remove")
    button(shown, hands, "Removed (1)")
    (row,) = shown.removed.rows
    three.journal.records.restore(record.id)
    shown._on_delete(record)
    assert "was changed again meanwhile" in shown.notice.text()
    assert len(kept(three)) == 1
    assert row.record == record


def test_what_could_not_be_done_is_told_in_the_dialog(shown, hands, three, monkeypatch):
    def full(*_ids):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.media, "remove", full)
    button(shown.rows[0], hands, "Remove")
    assert "is full" in shown.notice.text()
    assert len(kept(three)) == 1


def test_what_is_missing_from_the_folder_is_told(three, page, qtbot, hands):
    gone = Media(
        id=uuid4(),
        sha256="0" * 64,
        name="x.jpg",
        type="image/jpeg",
        strategy=three.ids["Sign more"],
    )
    three.journal.media.add(gone)
    page.heard(None)
    dialog = opened(page, qtbot)
    (row,) = dialog.rows
    assert any("not in the journal’s folder any more" in line for line in hands.texts(row))
    assert not row.open_button.isEnabled()
    dialog._on_open(gone)
    assert "not in the journal’s folder any more" in dialog.notice.text()
