"""One undo stack for everything."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.children import Child
from homejournal.domain.records.record import Kind
from homejournal.texts.wording import wording_of
from homejournal.ui.base.editing import Editing, SettingChange


@pytest.fixture
def editing(empty_journal, qapp):
    return Editing(empty_journal.undo)


def child():
    return Child(id=uuid4(), name="Maya")


def test_a_step_tells_what_changed_and_its_words(editing, empty_journal):
    told = []
    editing.changed.connect(told.append)
    editing.done.connect(told.append)
    assert editing.do("Saved: Maya", lambda: empty_journal.records.save(child())) is not None
    assert told == [frozenset({Kind.CHILD}), "Saved: Maya"]


def test_undo_and_redo_go_back_and_forth(editing, empty_journal):
    editing.do("Maya", lambda: empty_journal.records.save(child()))
    for _ in range(2):
        editing.undo()
        assert not empty_journal.family().children
        editing.redo()
        assert len(empty_journal.family().children) == 1


def test_a_step_whose_undo_breaks_is_forgotten(empty_journal):
    def broken(change):
        raise ZeroDivisionError

    editing = Editing(broken)
    editing.do("Maya", lambda: empty_journal.records.save(child()))
    with pytest.raises(ZeroDivisionError):
        editing.undo()
    assert editing.stack.count() == 0


def test_a_failure_is_told_and_not_remembered(editing, empty_journal, qtbot):
    def full():
        raise DiskFullError(empty_journal.folder)

    with qtbot.waitSignal(editing.failed) as told:
        assert editing.do("Maya", full) is None
    assert isinstance(told.args[0], DiskFullError)
    assert not editing.stack.canUndo()


def test_a_step_that_changes_nothing_is_not_remembered(editing, empty_journal):
    maya = child()
    editing.do("Maya", lambda: empty_journal.records.save(maya))
    editing.do("Maya", lambda: empty_journal.records.save(maya))
    assert editing.stack.count() == 1


def test_an_undo_that_cannot_be_is_forgotten(editing, empty_journal, qtbot):
    maya = child()
    editing.do("Maya", lambda: empty_journal.records.save(maya))
    empty_journal.records.save(Child(id=maya.id, name="Maja"))
    with qtbot.waitSignal(editing.failed):
        editing.undo()
    assert editing.stack.count() == 0
    assert empty_journal.family().children[maya.id].name == "Maja"


class Lamp:
    """A setting that can be on or off, and that may break."""

    def __init__(self, folder):
        self.lit, self.broken, self.folder = False, False, folder

    def turn(self, *, lit):
        if self.broken:
            raise DiskFullError(self.folder)
        self.lit = lit

    def on(self):
        self.turn(lit=True)

    def off(self):
        self.turn(lit=False)


@pytest.fixture
def lamp(empty_journal):
    return Lamp(empty_journal.folder)


def lighting(lamp):
    return SettingChange("lamp", "Lamp: on", lamp.on, lamp.off)


def test_a_setting_is_put_told_taken_back_and_put_again(editing, lamp):
    told = []
    editing.setting_changed.connect(told.append)
    editing.done.connect(told.append)
    assert editing.do_setting(lighting(lamp))
    assert told == ["lamp", "Lamp: on"]
    editing.undo()
    assert not lamp.lit
    editing.redo()
    assert lamp.lit
    assert told == ["lamp", "Lamp: on", "lamp", "lamp"]


def test_a_setting_that_fails_is_told_and_not_remembered(editing, lamp, qtbot):
    lamp.broken = True
    with qtbot.waitSignal(editing.failed):
        assert not editing.do_setting(lighting(lamp))
    assert not editing.stack.canUndo()


def test_a_setting_that_cannot_be_put_back_is_told_and_its_step_forgotten(editing, lamp, qtbot):
    undone = []
    editing.undone.connect(undone.append)
    editing.do_setting(lighting(lamp))
    lamp.broken = True
    with qtbot.waitSignal(editing.failed):
        editing.undo()
    assert (editing.stack.count(), undone, lamp.lit) == (0, [], True)


def test_a_setting_whose_undo_breaks_is_forgotten(editing):
    def broken():
        raise ZeroDivisionError

    editing.do_setting(SettingChange("lamp", "Lamp: on", lambda: None, broken))
    with pytest.raises(ZeroDivisionError):
        editing.undo()
    assert editing.stack.count() == 0


def undo_line(window):
    return window.menus.steps[0].text()


def test_after_a_change_of_language_the_steps_before_are_said_in_it(three, open_window):
    window = open_window(three.journal)
    desk = window.desk
    renamed = replace(three.child, name="Undo")
    words = desk.wording.text("Removed: {name}", name=desk.wording.own(three.child.name))
    desk.editing.do(words, partial(three.journal.records.save, renamed))
    by_hand = replace(three.child, name="Mia")
    desk.editing.do("Put together by hand", partial(three.journal.records.save, by_hand))
    window.set_language("es")
    assert "Put together by hand" in undo_line(window)
    desk.editing.undo()
    removed = wording_of("es").text("Removed: {name}", name=three.child.name)
    assert removed in undo_line(window)
    window.set_language("ar")
    assert wording_of("ar").text("Removed: {name}", name="") in undo_line(window)
    window.set_language("en")
    assert f"Undo: Removed: {three.child.name}" in undo_line(window).replace("&", "")
