"""The second place is full, or refuses: told after a week, apart from the copies here."""

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.domain.safe.backups import NoSecondCopyReason
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.ui.base.second_place import FAILING, choose_place, not_there_since
from tests.ui.safe.copies.looking_after import (
    backups_card,
    look,
    safety,
    said,
    settled,
    stick,
    write_notes,
)

__all__ = ["safety", "stick"]


def refuse_with(failure):
    def refuse(*_told):
        raise failure

    return refuse


@pytest.fixture
def full(stick, monkeypatch):
    monkeypatch.setattr(SecondPlace, "take_beside", refuse_with(DiskFullError(stick.chosen)))
    return stick


def test_it_is_told_after_a_week_apart_from_the_copies_here(safety, qtbot, three, clock, full):
    window = safety._window
    for _day in range(8):
        assert said(window) == []
        write_notes(three, 1)
        look(safety, qtbot)
        clock.move(days=1)
    assert len(three.journal.safe.backups.here()) == 8
    assert window.desk.preferences.remembered(FAILING) is None
    (told,) = said(window)
    assert told.startswith("For a week not all of your journal could go to your second place")
    assert "full" in told


def test_the_card_says_since_when(safety, qtbot, full):
    look(safety, qtbot)
    second = backups_card(safety).second
    assert second._not_there.text().startswith("Since March 22, 2026 not all could go there")
    assert "full" in second._not_there.text()
    choose_place(safety._window.desk, None)
    second.show_values()
    assert not second._not_there.isVisible()


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        (OSError(5, "no"), NoSecondCopyReason.OTHER),
        (PermissionError(13, "no"), NoSecondCopyReason.READ_ONLY),
    ],
)
def test_a_stick_that_refuses_otherwise_is_not_called_full(
    safety, qtbot, clock, stick, monkeypatch, refusal, why
):
    monkeypatch.setattr(
        "homejournal.storage.file.backup_folder.new_private_file", refuse_with(refusal)
    )
    look(safety, qtbot)
    assert not_there_since(safety._window.desk).why is why
    card = backups_card(safety)
    assert "full" not in card.second._not_there.text()
    clock.move(days=7)
    look(safety, qtbot)
    assert "full" not in said(safety._window)[0]
    assert "second place" in said(safety._window)[0]


def test_once_a_copy_goes_there_again_nothing_is_said(safety, qtbot, stick, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(SecondPlace, "take_beside", refuse_with(DiskFullError(stick.chosen)))
        look(safety, qtbot)
    assert not_there_since(safety._window.desk) is not None
    backups_card(safety).second.copy_now()
    settled(safety, qtbot)
    assert not_there_since(safety._window.desk) is None
