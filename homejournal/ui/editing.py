"""Everything a person changes goes through here: one undo stack, one place where saving fails."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

if TYPE_CHECKING:
    from homejournal.domain.changes import Change
    from homejournal.domain.errors import JournalError
    from homejournal.ui.setting_change import SettingChange

UNDO_STEPS = 100


class Editing(QObject):
    """Does what pages ask, remembers how to take it back, and tells who needs to know."""

    changed = Signal(object)
    """frozenset[Kind]: what pages have to read again."""
    done = Signal(str)
    """A thing was written; its words are for the toast with Undo."""
    undone = Signal(str)
    """A thing was taken back; its words."""
    redone = Signal(str)
    """A thing was done again; its words."""
    setting_changed = Signal(str)
    """The name of a setting that was put or put back: the window follows it at once."""
    failed = Signal(object)
    """JournalError: nothing was written, and what was typed is still in its field."""

    def __init__(self, undo: "Callable[[Change], Change]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._failures: list[JournalError] = []
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDO_STEPS)

    def do(
        self, words: str, call: "Callable[[], Change]", *, toast: bool = True
    ) -> "Change | None":
        """Call a service and put the step on the undo stack under its words.

        Returns what changed, or None where it failed; `failed` has told the reason by then.
        A step that changed nothing is not remembered.
        """
        from homejournal.domain.errors import JournalError

        try:
            change = _called(call)
        except JournalError as failure:
            self.failed.emit(failure)
            return None
        if change.moves or change.settings:
            self.stack.push(_Step(words, change, self._turn))
            self.changed.emit(change.kinds)
            if toast:
                self.done.emit(words)
        return change

    def do_setting(self, change: "SettingChange") -> bool:
        """Put a setting and the step on the undo stack; return whether it could be put."""
        self._failures.clear()
        done = self._put(change.name, change.put)
        if done:
            self.stack.push(_SettingStep(change, self._put))
            self.done.emit(change.words)
        self._tell_failures()
        return done

    def undo(self) -> None:
        """Take the last step back; if it cannot be, say why and forget the step."""
        words = self.stack.undoText()
        if self._moved(self.stack.undo):
            self.undone.emit(words)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        words = self.stack.redoText()
        if self._moved(self.stack.redo):
            self.redone.emit(words)

    def forget(self) -> None:
        """Forget all steps: after something that cannot be taken back, such as an import."""
        self.stack.clear()

    def _moved(self, move: Callable[[], None]) -> bool:
        """Move on the stack; return whether there was a step and it could be done."""
        before = self.stack.index()
        self._failures.clear()
        move()
        self._tell_failures()
        return not self._failures and self.stack.index() != before

    def _tell_failures(self) -> None:
        for failure in self._failures:
            self.failed.emit(failure)

    def _put(self, name: str, put: Callable[[], None]) -> bool:
        from homejournal.domain.errors import JournalError

        try:
            put()
        except JournalError as failure:
            self._failures.append(failure)
            return False
        self.setting_changed.emit(name)
        return True

    def _turn(self, change: "Change") -> "Change | None":
        from homejournal.domain.errors import JournalError

        try:
            back = self._undo(change)
        except JournalError as failure:
            self._failures.append(failure)
            return None
        self.changed.emit(back.kinds)
        return back


def _called(call: "Callable[[], Change]") -> "Change":
    """Call a service, and once more where the disk was full: the journal held room for that."""
    from homejournal.domain.errors import DiskFullError

    try:
        return call()
    except DiskFullError:
        return call()


class _Step(QUndoCommand):
    """One thing done; undoing it answers the change that undoes the undo."""

    def __init__(
        self, words: str, change: "Change", turn: "Callable[[Change], Change | None]"
    ) -> None:
        super().__init__(words)
        self._change = change
        self._turn = turn
        self._pushed = False

    @override
    def undo(self) -> None:
        self._put_back()

    @override
    def redo(self) -> None:
        # QUndoStack.push calls redo at once, when the service has done the work already.
        if self._pushed:
            self._put_back()
        self._pushed = True

    def _put_back(self) -> None:
        # Obsolete unless it worked, even where it breaks in a way nobody foresaw: otherwise the
        # stack would count a step that never happened.
        self.setObsolete(True)
        back = self._turn(self._change)
        if back is not None:
            self._change = back
            self.setObsolete(False)


class _SettingStep(QUndoCommand):
    """One setting changed; undoing puts back what stood before."""

    def __init__(
        self, change: "SettingChange", put: "Callable[[str, Callable[[], None]], bool]"
    ) -> None:
        super().__init__(change.words)
        self._change, self._put = change, put
        self._pushed = False

    @override
    def undo(self) -> None:
        self._do(self._change.put_back)

    @override
    def redo(self) -> None:
        if self._pushed:
            self._do(self._change.put)
        self._pushed = True

    def _do(self, put: Callable[[], None]) -> None:
        self.setObsolete(True)  # as with a step of entries, unless it worked
        if self._put(self._change.name, put):
            self.setObsolete(False)
