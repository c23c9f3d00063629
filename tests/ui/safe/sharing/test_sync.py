"""A look that is asked for while another is under way: it begins after the press."""

import threading
from uuid import uuid4

import pytest

from homejournal.domain.records.notes import Note
from homejournal.ui.safe.sharing import sync
from homejournal.ui.safe.sharing.sync import SharingSync
from tests.ui.safe.sharing.sharing_homes import card, other, safe
from tests.ui.safe.sharing.test_card import LOOKED, at_rest, shared_folder, write

__all__ = ["other", "safe"]
FOLLOWS = "The folder is being looked into already. Another look follows."


@pytest.fixture
def held(monkeypatch):
    """Hold a look back once it has read the folder, until `go_on` is set; `read` tells that."""
    held = threading.Event(), threading.Event()
    usual = sync._run

    def slowly(wish, folder):
        ran = usual(wish, folder)
        held[0].set()
        held[1].wait(30)
        return ran

    monkeypatch.setattr(sync, "_run", slowly)
    yield held
    held[1].set()


@pytest.fixture
def under_way(safe, three, qtbot, tmp_path, other, monkeypatch, request):
    """A window that looks into its folder; something of the other computer came only then."""
    _folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    at_rest(safe, qtbot)
    read, go_on = request.getfixturevalue("held")
    safe.findChild(SharingSync).run()
    qtbot.waitUntil(read.is_set)
    came = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    other.records.save(came)
    write(other, settings)
    return came, go_on


def test_it_brings_what_came_before_the_press(safe, qtbot, under_way):
    came, go_on = under_way
    card(safe).look.click()
    assert safe.frame.toast.text() == FOLLOWS
    go_on.set()
    qtbot.waitUntil(lambda: safe.frame.toast.text() == LOOKED)
    assert safe.journal.records.get(came.id) == came
    at_rest(safe, qtbot)


def test_it_writes_what_is_new_without_waiting(safe, three, qtbot, tmp_path, under_way):
    _came, go_on = under_way
    batches = list((tmp_path / "cloud").rglob("*.hjb"))
    own = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from here")
    safe.journal.records.save(own)
    card(safe).look.click()
    go_on.set()
    qtbot.waitUntil(lambda: safe.frame.toast.text() == LOOKED)
    at_rest(safe, qtbot)
    assert len(list((tmp_path / "cloud").rglob("*.hjb"))) == len(batches) + 1


def test_many_presses_are_one_more_look(safe, qtbot, under_way):
    _came, go_on = under_way
    ended = []
    safe.findChild(SharingSync).looked.connect(lambda: ended.append(1))
    for _ in range(3):
        card(safe).look.click()
    go_on.set()
    qtbot.waitUntil(lambda: safe.frame.toast.text() == LOOKED)
    at_rest(safe, qtbot)
    assert ended == [1]
